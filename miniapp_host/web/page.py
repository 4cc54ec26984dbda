"""A program's web page, without navigation, windows and permissions of its own."""

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtWebEngineCore import (
    QWebEnginePage,
    QWebEnginePermission,
    QWebEngineProfile,
    QWebEngineSettings,
)

from miniapp_host.web.scheme import SCHEME

_ATTRIBUTE = QWebEngineSettings.WebAttribute
_OFF = (
    _ATTRIBUTE.JavascriptCanOpenWindows,
    _ATTRIBUTE.JavascriptCanAccessClipboard,
    _ATTRIBUTE.PluginsEnabled,
    _ATTRIBUTE.PdfViewerEnabled,
    _ATTRIBUTE.ErrorPageEnabled,
    _ATTRIBUTE.NavigateOnDropEnabled,
    _ATTRIBUTE.FocusOnNavigationEnabled,
)


class ProgramPage(QWebEnginePage):
    """Shows only `mp:` pages; `console` has the page half's log lines: (message, line, source)."""

    console = Signal(str, int, str)
    reload_wished = Signal()
    """Chromium's tools were asked to load the page again; only the phone can start a program."""

    def __init__(self, profile: QWebEngineProfile, parent: QObject) -> None:
        super().__init__(profile, parent)
        for attribute in _OFF:
            self.settings().setAttribute(attribute, False)
        self.settings().setAttribute(_ATTRIBUTE.PlaybackRequiresUserGesture, False)
        self.permissionRequested.connect(self._on_permission_requested)

    def acceptNavigationRequest(
        self, url: QUrl | str, kind: QWebEnginePage.NavigationType, is_main_frame: bool
    ) -> bool:
        if kind is QWebEnginePage.NavigationType.NavigationTypeReload and is_main_frame:
            self.reload_wished.emit()
            return False
        scheme = QUrl(url).scheme()
        return scheme == SCHEME.decode() or (not is_main_frame and scheme == "about")

    def createWindow(self, kind: QWebEnginePage.WebWindowType) -> None:  # type: ignore[override]
        return None

    def javaScriptConsoleMessage(
        self,
        level: QWebEnginePage.JavaScriptConsoleMessageLevel,
        message: str,
        line: int,
        source: str,
    ) -> None:
        self.console.emit(message, line, source)

    def _on_permission_requested(self, permission: QWebEnginePermission) -> None:
        permission.deny()
