"""The widget in which a `<web-view>` shows a page of the web; it knows nothing of the program."""

import os
import signal
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import shiboken6
from PySide6.QtCore import QByteArray, QPoint, QTimer, QUrl, Signal
from PySide6.QtGui import QColor, QContextMenuEvent, QHideEvent, QShowEvent
from PySide6.QtWebEngineCore import QWebEngineLoadingInfo, QWebEnginePage

from miniapp_host.programs.source import Resource
from miniapp_host.programs.usual_colours import WEB_PAGE
from miniapp_host.web.finding import OnFound, find_in
from miniapp_host.web.played_web import Fetch, played_path
from miniapp_host.web.web_view_page import EMPTY, Alert, WebViewPage, encoded
from miniapp_host.web.web_view_profile import WEB_SCHEMES, WebViewProfile
from miniapp_host.web.whole_view import WholeView

_STATUS = QWebEngineLoadingInfo.LoadStatus
_DOMAIN = QWebEngineLoadingInfo.ErrorDomain
_NO_ANSWER = "ERR_CONNECTION_REFUSED"
_TOO_MUCH = "ERR_INSUFFICIENT_RESOURCES"
_KILL = getattr(signal, "SIGKILL", signal.SIGTERM)  # Windows has one way only
_TITLE_MS = 50
_MOST_STEPS = 100
"""In which a page is left; `Endings` takes one in some 20 ms."""


@dataclass(frozen=True)
class Failure:
    """A page that could not be loaded: its address, and why in Chromium's word."""

    url: str
    reason: str


class WebView(WholeView):
    """Shows the page that `open` names and those the person goes to; `dispose()` ends it."""

    titled = Signal(str)
    loaded = Signal(str)
    failed = Signal(Failure)
    refused = Signal(str)
    """The page wanted to go to this address, which `allows` does not accept."""
    heard = Signal(str)
    """A message of the page's JS-SDK, not checked yet."""
    alerted = Signal(Alert)
    complained = Signal(object)
    history_changed = Signal()
    menu_wished = Signal(QPoint)
    """The person pressed the right button, at this place on the desktop."""

    def __init__(
        self,
        profile: WebViewProfile,
        allows: Callable[[str], bool],
        scripts: Path,
        fetch: Fetch | None = None,
    ) -> None:
        """If there is a `fetch`, the host plays the web with it."""
        super().__init__()
        self.setObjectName("webView")
        self._fetch = fetch
        self._leads_to_phone = profile.leads_to_phone
        self._wanted = ""
        self._has_page = False
        self._is_left = False
        self._end_reason = ""
        self._page = WebViewPage(profile, allows, scripts, self, played=fetch is not None)
        self._page.setBackgroundColor(QColor(WEB_PAGE))
        self.setPage(self._page)
        # A page may change its title without end. The pause ends with the page.
        self._title_pause = QTimer(self._page, singleShot=True, interval=_TITLE_MS)
        self._title_pause.timeout.connect(self._on_title_pause_timeout)
        self._connect_page()

    @property
    def has_page(self) -> bool:
        """Whether a page was shown, whatever failed since."""
        return self._has_page

    @property
    def can_go_back(self) -> bool:
        """Whether the history has a page before the one shown."""
        return self._page.history().canGoBack()

    def open(self, address: str) -> bool:
        """Go to an address; False if it is none of the web, or one of the phone's own."""
        url = QUrl(address.strip())
        if not _is_web(url) or self._leads_to_phone(encoded(url)):
            return False
        self._wanted = encoded(url)
        self._page.setUrl(url)
        return True

    def again(self) -> None:
        """Load again what could not be loaded."""
        self._page.setUrl(QUrl(self._wanted))

    def back_in_history(self) -> None:
        """Goes to the page before."""
        self._page.history().back()

    def silence(self) -> None:
        """Say nothing more, and make no sound."""
        self.blockSignals(True)
        self._page.setAudioMuted(True)

    def end_process(self) -> None:
        """End the page, as it fills the phone's memory; `failed` says so."""
        pid = self._page.renderProcessPid()
        if pid > 0:
            self._end_reason = _TOO_MUCH
            with suppress(ProcessLookupError):
                os.kill(pid, _KILL)

    def ending(self) -> Iterator[None]:
        """End the view in steps: first its page becomes an empty one, then that is deleted.

        Chromium deletes a page of a hundred frames in one piece, but leaves it bit by bit. One that
        does nothing but work is never left.
        """
        self._page.loadFinished.connect(self._on_page_left)
        self._page.leave_document()
        for _ in range(_MOST_STEPS):
            if self._is_left:
                break
            yield
        self.dispose()

    def dispose(self) -> None:
        """End the view and delete the page, which must go before its profile."""
        shiboken6.delete(self._page)
        self.deleteLater()

    def showEvent(self, event: QShowEvent) -> None:
        self._page.setAudioMuted(False)
        super().showEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        """Mutes the page: it makes no sound while it is hidden."""
        self._page.setAudioMuted(True)
        super().hideEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        event.accept()
        self.menu_wished.emit(event.globalPos())

    def find_text(self, text: str, on_found: OnFound, *, forward: bool) -> None:
        """Find `text` in the page of the web; see `find_in`."""
        find_in(self._page, text, on_found, forward=forward)

    def _connect_page(self) -> None:
        page = self._page
        page.titleChanged.connect(self._on_page_title_changed)
        page.urlChanged.connect(self._on_page_url_changed)
        page.loadingChanged.connect(self._on_page_loading_changed)
        page.asked_for.connect(self._on_page_asked_for)
        page.renderProcessTerminated.connect(self._on_page_render_process_terminated)
        page.refused.connect(self.refused)
        page.heard.connect(self.heard)
        page.alerted.connect(self.alerted)
        page.complained.connect(self.complained)

    # What happens

    def _on_page_title_changed(self, _title: str) -> None:
        if not self._title_pause.isActive():
            self._title_pause.start()

    def _on_title_pause_timeout(self) -> None:
        """Announces the title; without one Chromium gives the address, which counts as none."""
        title = self._page.title()
        authority = self._page.url().authority()
        if title and title != authority and not title.startswith(f"{authority}/"):
            self.titled.emit(title)

    def _on_page_url_changed(self, _url: QUrl) -> None:
        self.history_changed.emit()

    def _on_page_loading_changed(self, info: QWebEngineLoadingInfo) -> None:
        """Announces the result; a page with an HTTP error status counts as loaded."""
        started = info.status() is _STATUS.LoadStartedStatus
        failed = info.status() is _STATUS.LoadFailedStatus
        answered = info.errorDomain() is _DOMAIN.HttpStatusCodeDomain
        address = self._page.url() if info.url().scheme() == "data" else info.url()
        if started and info.url().scheme() in WEB_SCHEMES:
            self._wanted = encoded(info.url())
        elif failed and not answered:
            reason = info.errorString().removeprefix("net::")
            self.failed.emit(Failure(encoded(address), reason))
        elif (failed or info.status() is _STATUS.LoadSucceededStatus) and _is_web(address):
            self._has_page = True
            self.history_changed.emit()
            self.loaded.emit(encoded(address))

    def _on_page_left(self, ok: bool) -> None:
        self._is_left = ok and self._page.url() == EMPTY

    def _on_page_asked_for(self, address: str) -> None:
        assert self._fetch is not None
        self._wanted = address

        def answered(found: Resource | None) -> None:
            if shiboken6.isValid(self._page) and self._wanted == address:
                self._show_played(address, found)

        self._fetch(played_path(address, picture=False), answered)

    def _show_played(self, address: str, found: Resource | None) -> None:
        if found is None:
            self.failed.emit(Failure(address, _NO_ANSWER))
        else:
            body = QByteArray(found.body)
            self._page.setContent(body, found.media_type, QUrl.fromEncoded(address.encode()))

    def _on_page_render_process_terminated(
        self, status: QWebEnginePage.RenderProcessTerminationStatus, code: int
    ) -> None:
        normal = QWebEnginePage.RenderProcessTerminationStatus.NormalTerminationStatus
        if status is not normal:
            self._has_page = False
            reason, self._end_reason = self._end_reason or f"{status.name} ({code})", ""
            self.failed.emit(Failure(self._wanted, reason))


def _is_web(url: QUrl) -> bool:
    return url.scheme() in WEB_SCHEMES and bool(url.host())
