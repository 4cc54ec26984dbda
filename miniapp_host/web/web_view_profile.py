"""A closed browser profile for the `<web-view>`s of one program.

Off the record and apart from the program's own profile; its web-views share cookies, as on a phone.
"""

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtWebEngineCore import (
    QWebEngineDownloadRequest,
    QWebEngineProfile,
    QWebEngineUrlRequestInfo,
    QWebEngineUrlRequestInterceptor,
)

from miniapp_host.web.played_web import NETWORK, PlayedWeb
from miniapp_host.web.profile import address_of, played_url
from miniapp_host.web.scheme import SCHEME
from miniapp_host.web.scheme_handler import PlayedRequests

WEB_SCHEMES = {"http", "https"}
_OUTSIDE = WEB_SCHEMES | {"ws", "wss"}
_PASSING = _OUTSIDE | {"data", "blob", "about"}


class WebViewProfile(QWebEngineProfile):
    """Its pages must be destroyed before it; `refused` names each download that was refused.

    What `web` plays does not go out.
    """

    refused = Signal(str)

    def __init__(self, user_agent: str, language: str, parent: QObject, web: PlayedWeb) -> None:
        super().__init__(parent)
        self.setHttpUserAgent(user_agent)
        self.setHttpAcceptLanguage(language)
        self.setPersistentPermissionsPolicy(
            QWebEngineProfile.PersistentPermissionsPolicy.AskEveryTime
        )
        self.downloadRequested.connect(self._on_download_requested)
        # PySide does not know that the profile owns them: without these references it collects
        # them.
        self._wall = _Wall(self, web)
        self._played = PlayedRequests(web.fetch, self)
        self.leads_to_phone = web.leads_to_phone
        self.setUrlRequestInterceptor(self._wall)
        self.installUrlSchemeHandler(SCHEME, self._played)

    def _on_download_requested(self, download: QWebEngineDownloadRequest) -> None:
        download.cancel()
        self.refused.emit(download.url().toString())


class _Wall(QWebEngineUrlRequestInterceptor):
    """Blocks everything but the web: files, and the phone's own addresses and ports.

    While the phone is offline the web is blocked, too.
    """

    def __init__(self, parent: QObject, web: PlayedWeb) -> None:
        super().__init__(parent)
        self._web = web

    def interceptRequest(self, info: QWebEngineUrlRequestInfo) -> None:
        scheme = info.requestUrl().scheme()
        played = scheme in _OUTSIDE and self._web.plays(address_of(info))
        if scheme in _OUTSIDE and (self._web.cut or self._web.leads_to_phone(address_of(info))):
            info.block(True)
        elif played and scheme in WEB_SCHEMES:
            info.redirect(played_url(info))
        elif played or not (scheme in _PASSING or _leads_to_played(info.requestUrl())):
            info.block(True)


def _leads_to_played(url: QUrl) -> bool:
    return url.scheme() == SCHEME.decode() and url.path().startswith(NETWORK)
