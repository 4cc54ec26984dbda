"""A page of the web in a `<web-view>`: it is hostile and may only be shown and send messages.

It stays in its view, opens nothing, downloads nothing, gets no permission and asks nobody.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, QUrl, Signal, Slot
from PySide6.QtWebChannel import QWebChannel
from PySide6.QtWebEngineCore import (
    QWebEngineCertificateError,
    QWebEngineDesktopMediaRequest,
    QWebEngineFileSystemAccessRequest,
    QWebEngineFullScreenRequest,
    QWebEngineNewWindowRequest,
    QWebEnginePage,
    QWebEnginePermission,
    QWebEngineScript,
    QWebEngineSettings,
)

from miniapp_host.texts import Sentence
from miniapp_host.web.scheme_handler import web_channel_script
from miniapp_host.web.web_view_profile import WEB_SCHEMES, WebViewProfile

_ATTRIBUTE = QWebEngineSettings.WebAttribute
_OFF = (
    _ATTRIBUTE.AllowRunningInsecureContent,
    _ATTRIBUTE.AllowWindowActivationFromJavaScript,
    _ATTRIBUTE.DnsPrefetchEnabled,
    _ATTRIBUTE.ErrorPageEnabled,
    _ATTRIBUTE.FocusOnNavigationEnabled,
    _ATTRIBUTE.FullScreenSupportEnabled,
    _ATTRIBUTE.HyperlinkAuditingEnabled,
    _ATTRIBUTE.JavascriptCanAccessClipboard,
    _ATTRIBUTE.JavascriptCanPaste,
    _ATTRIBUTE.LocalContentCanAccessFileUrls,
    _ATTRIBUTE.LocalContentCanAccessRemoteUrls,
    _ATTRIBUTE.NavigateOnDropEnabled,
    _ATTRIBUTE.PdfViewerEnabled,
    _ATTRIBUTE.PluginsEnabled,
    _ATTRIBUTE.ScreenCaptureEnabled,
    _ATTRIBUTE.ShowScrollBars,
)
EMPTY = QUrl("about:blank")
_WORLD = QWebEngineScript.ScriptWorldId
_REFUSED_BY_CHROMIUM = ("Not allowed to load local resource", "Not allowed to navigate top frame")


@dataclass(frozen=True)
class Alert:
    """The text of an alert() and the domain that showed it."""

    domain: str
    message: str


class _Ear(QObject):
    """The only object of the host that a page of the web can reach: it takes texts, gives none."""

    heard = Signal(str)

    @Slot(str)
    def said(self, text: str) -> None:
        self.heard.emit(text)


class WebViewPage(QWebEnginePage):
    """Loads the addresses, percent-encoded texts, that `allows` accepts and that are not ours."""

    heard = Signal(str)
    """A message of the page's JS-SDK, not checked yet."""
    alerted = Signal(Alert)
    refused = Signal(str)
    """The page wanted to go to this address, which `allows` does not accept."""
    asked_for = Signal(str)
    """The page wants to go to this address, whose document the host plays."""
    complained = Signal(object)
    """The page wanted something that it does not get; a text for the developer."""

    def __init__(
        self,
        profile: WebViewProfile,
        allows: Callable[[str], bool],
        scripts: Path,
        parent: QObject,
        *,
        played: bool = False,
    ) -> None:
        """`scripts` holds the two halves of the JS-SDK's bridge."""
        super().__init__(profile, parent)
        self._allows = allows
        self._leads_to_phone = profile.leads_to_phone
        self._played = played
        self._leaving = False
        for attribute in _OFF:
            self.settings().setAttribute(attribute, False)
        self.settings().setAttribute(_ATTRIBUTE.WebRTCPublicInterfacesOnly, True)
        self.settings().setUnknownUrlSchemePolicy(
            QWebEngineSettings.UnknownUrlSchemePolicy.DisallowUnknownUrlSchemes
        )
        self._ear = _Ear(self)
        self._channel = QWebChannel(self)
        self._listen(scripts)
        self._refuse()

    def _listen(self, scripts: Path) -> None:
        """Sets up the channel, in a JavaScript world that the page's scripts can't see."""
        self._ear.heard.connect(self.heard)
        self._channel.registerObject("ear", self._ear)
        self.setWebChannel(self._channel, _WORLD.ApplicationWorld)
        relay = web_channel_script().decode() + (scripts / "relay.js").read_text("utf-8")
        self._add_script(relay, _WORLD.ApplicationWorld)
        self._add_script((scripts / "bridge.js").read_text("utf-8"), _WORLD.MainWorld)

    def _add_script(self, source: str, world: QWebEngineScript.ScriptWorldId) -> None:
        """Adds a script for the main frame alone."""
        script = QWebEngineScript()
        script.setSourceCode(source)
        script.setInjectionPoint(QWebEngineScript.InjectionPoint.DocumentCreation)
        script.setWorldId(world)
        script.setRunsOnSubFrames(False)
        self.scripts().insert(script)

    def _refuse(self) -> None:
        self.permissionRequested.connect(self._on_permission_requested)
        self.newWindowRequested.connect(self._on_new_window_requested)
        self.certificateError.connect(self._on_certificate_error)
        self.fullScreenRequested.connect(self._on_full_screen_requested)
        self.fileSystemAccessRequested.connect(self._on_file_system_access_requested)
        self.desktopMediaRequested.connect(self._on_desktop_media_requested)

    def leave_document(self) -> None:
        """Go to an empty page, and nowhere any more."""
        self._leaving = True
        self.setUrl(EMPTY)

    def acceptNavigationRequest(
        self, url: QUrl | str, kind: QWebEnginePage.NavigationType, is_main_frame: bool
    ) -> bool:
        if self._leaving:
            return QUrl(url) == EMPTY
        scheme, address = QUrl(url).scheme(), encoded(QUrl(url))
        if not is_main_frame:
            return self._accepts_frame(scheme, address)
        if self._played and scheme == "data":
            return True
        if not self._is_of_web(scheme, address):
            self.complained.emit(
                Sentence("A page in a <web-view> can't go to {address}", address=address[:200])
            )
            return False
        if not self._allows(address):
            self.refused.emit(address)
            return False
        if self._played:
            self.asked_for.emit(address)
        return not self._played

    def _is_of_web(self, scheme: str, address: str) -> bool:
        """Whether an address leads to the web, and not to a port of the phone's own."""
        return scheme in WEB_SCHEMES and not self._leads_to_phone(address)

    def _accepts_frame(self, scheme: str, address: str) -> bool:
        if scheme in ("about", "blob", "data"):
            return True
        if self._is_of_web(scheme, address) and self._allows(address):
            return True
        self.complained.emit(
            Sentence("A frame in a <web-view> can't show {address}", address=address[:200])
        )
        return False

    def chooseFiles(
        self,
        mode: QWebEnginePage.FileSelectionMode,
        old_files: Sequence[str],
        accepted_types: Sequence[str],
    ) -> list[str]:
        self.complained.emit(Sentence("A page in a <web-view> gets no files on this phone"))
        return []

    def javaScriptAlert(self, origin: QUrl | str, message: str) -> None:
        self.alerted.emit(Alert(QUrl(origin).authority(), message))

    def javaScriptConfirm(self, origin: QUrl | str, message: str) -> bool:
        self.complained.emit(
            Sentence(
                "confirm() in a <web-view> is answered with Cancel: {message}",
                message=message[:200],
            )
        )
        return False

    def javaScriptPrompt(self, origin: QUrl | str, message: str, default: str) -> tuple[bool, str]:
        self.complained.emit(
            Sentence(
                "prompt() in a <web-view> is answered with Cancel: {message}", message=message[:200]
            )
        )
        return False, ""

    def javaScriptConsoleMessage(
        self,
        level: QWebEnginePage.JavaScriptConsoleMessageLevel,
        message: str,
        line: int,
        source: str,
    ) -> None:
        """Drops it: lines of a web page do not belong in the program's console.

        But Chromium says only here which addresses it refuses by itself.
        """
        if message.startswith(_REFUSED_BY_CHROMIUM):
            self.complained.emit(
                Sentence("A page in a <web-view>: {message}", message=message[:200])
            )

    def _on_permission_requested(self, permission: QWebEnginePermission) -> None:
        permission.deny()

    def _on_new_window_requested(self, request: QWebEngineNewWindowRequest) -> None:
        """Loads the page in the same window: a phone has only one.

        The host would load any address, and run one that is a script, so it is looked at first.
        """
        url = request.requestedUrl()
        if self._is_of_web(url.scheme(), encoded(url)):
            self.setUrl(url)
        else:
            self.complained.emit(
                Sentence("A page in a <web-view> can't open {address}", address=encoded(url)[:200])
            )

    def _on_certificate_error(self, error: QWebEngineCertificateError) -> None:
        error.rejectCertificate()

    def _on_full_screen_requested(self, request: QWebEngineFullScreenRequest) -> None:
        request.reject()

    def _on_file_system_access_requested(self, request: QWebEngineFileSystemAccessRequest) -> None:
        request.reject()

    def _on_desktop_media_requested(self, request: QWebEngineDesktopMediaRequest) -> None:
        request.cancel()


def encoded(url: QUrl) -> str:
    """The address, percent-encoded."""
    return bytes(url.toEncoded().data()).decode("ascii")
