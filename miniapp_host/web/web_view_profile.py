"""A closed browser profile for the `<web-view>`s of one program.

Off the record and apart from the program's own profile; its web-views share cookies, as on a phone.
"""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWebEngineCore import (
    QWebEngineDownloadRequest,
    QWebEngineProfile,
    QWebEngineUrlRequestInfo,
    QWebEngineUrlRequestInterceptor,
    QWebEngineUrlSchemeHandler,
)

from miniapp_host.web.played_web import Fetch
from miniapp_host.web.profile import played_url
from miniapp_host.web.scheme import SCHEME
from miniapp_host.web.scheme_handler import PlayedRequests

WEB_SCHEMES = {"http", "https"}
_OUTSIDE = WEB_SCHEMES | {"ws", "wss"}
_OF_THE_PAGE = {"data", "blob", "about"}


class WebViewProfile(QWebEngineProfile):
    """The pages that use it must be destroyed before it; `refused` names what was no download.

    With `fetch` the host plays the web, and nothing goes out.
    """

    refused = Signal(str)

    def __init__(
        self, user_agent: str, language: str, parent: QObject, fetch: Fetch | None = None
    ) -> None:
        super().__init__(parent)
        self.setHttpUserAgent(user_agent)
        self.setHttpAcceptLanguage(language)
        self.setPersistentPermissionsPolicy(
            QWebEngineProfile.PersistentPermissionsPolicy.AskEveryTime
        )
        self.downloadRequested.connect(self._on_download_requested)
        # Held here: PySide does not see that a profile keeps them.
        self._wall = _Wall(self, played=fetch is not None)
        self._played: QWebEngineUrlSchemeHandler | None = None
        self.setUrlRequestInterceptor(self._wall)
        if fetch is not None:
            self._played = PlayedRequests(fetch, self)
            self.installUrlSchemeHandler(SCHEME, self._played)

    def _on_download_requested(self, download: QWebEngineDownloadRequest) -> None:
        download.cancel()
        self.refused.emit(download.url().toString())


class _Wall(QWebEngineUrlRequestInterceptor):
    """Nothing but the web: no files, none of the phone's own addresses."""

    def __init__(self, parent: QObject, *, played: bool) -> None:
        super().__init__(parent)
        self._played = played
        self._passing = _OF_THE_PAGE | ({SCHEME.decode()} if played else _OUTSIDE)

    def interceptRequest(self, info: QWebEngineUrlRequestInfo) -> None:
        scheme = info.requestUrl().scheme()
        if self._played and scheme in WEB_SCHEMES:
            info.redirect(played_url(info))
        elif scheme not in self._passing:
            info.block(True)
