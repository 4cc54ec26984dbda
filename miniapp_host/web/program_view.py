"""The widget in which one program's pages are drawn, with everything it needs behind it."""

from PySide6.QtCore import QPoint, QTimer, Signal
from PySide6.QtGui import QColor, QContextMenuEvent
from PySide6.QtWebEngineCore import QWebEnginePage
from PySide6.QtWidgets import QWidget

from miniapp_host.web.bare_runtime import BareRuntime
from miniapp_host.web.escape import Escape
from miniapp_host.web.finding import OnFound, find_in
from miniapp_host.web.link import RuntimeLink
from miniapp_host.web.measurements import Measurements
from miniapp_host.web.played_web import PlayedWeb
from miniapp_host.web.runtime_listener import LogLine, RuntimeListener
from miniapp_host.web.scheme_handler import Answers, AnswerSync, Serve, Waits
from miniapp_host.web.whole_view import WholeView


class ProgramView(WholeView):
    """Runs a program as soon as it is made; `dispose()` ends it for good."""

    crashed = Signal(str)
    reload_wished = Signal()
    """Chromium's tools want the program started anew."""
    text_shown = Signal(str)
    """What the page in front shows, at once and at every change, after `watch_text(True)`."""
    page_masked = Signal(int, bool)
    """A sheet with a mask has come up in the page of that number, or goes."""
    page_settled = Signal()
    """The page in front is the only one that is seen: the one before has slid away."""
    page_grounded = Signal(int, bool)
    """The page of that number is dark at its bottom now, or light."""
    menu_wished = Signal(QPoint)
    """The person pressed the right button, at this place on the desktop."""

    def __init__(
        self,
        serve: Serve,
        answer_sync: AnswerSync,
        listener: RuntimeListener,
        background: QColor,
        parent: QWidget | None = None,
        *,
        web: PlayedWeb,
        runtime: BareRuntime | None = None,
    ) -> None:
        """`web` answers the requests to the web that it plays; the others go out.

        The program runs in `runtime` if that was made before, and ends with this view.
        """
        super().__init__(parent)
        self.setObjectName("programView")
        self.names_files = False
        """Whether the program loads its files so that Chromium's tools show their names."""
        self.escape = Escape(self)
        self._listener = listener
        self._next_turn = QTimer(self, singleShot=True, interval=0)
        self._next_turn.timeout.connect(self._on_next_turn)
        self.link = RuntimeLink(self._send, listener, self._next_turn.start)
        self._text_watched = False
        self._runtime = runtime or BareRuntime()
        self._runtime.setParent(self)
        self._connect_runtime(background)
        self.setPage(self._runtime.page)
        measurements, link = Measurements(), self.link
        self._runtime.bridge.lead_to(link.exchange, listener.tapped, measurements.hear)
        waits = Waits(measurements.wait, link.when_room, link.texts, link.answers)
        self._runtime.run(Answers(serve, answer_sync, waits, web.fetch), web)

    def _connect_runtime(self, background: QColor) -> None:
        page, bridge = self._runtime.page, self._runtime.bridge
        bridge.text_shown.connect(self.text_shown)
        bridge.page_masked.connect(self.page_masked)
        bridge.page_settled.connect(self.page_settled)
        bridge.page_grounded.connect(self.page_grounded)
        bridge.page_opened.connect(self._on_bridge_page_opened)
        page.setBackgroundColor(background)
        page.console.connect(self._on_page_console)
        page.reload_wished.connect(self.reload_wished)
        page.renderProcessTerminated.connect(self._on_page_render_process_terminated)

    @property
    def is_inspected(self) -> bool:
        """Whether Chromium's tools are open on the page."""
        return self._runtime.page.devToolsPage() is not None

    def watch_text(self, wanted: bool) -> None:
        """Have `text_shown` tell what the page in front shows, or end that."""
        self._text_watched = wanted
        self._runtime.bridge.text_wanted.emit(wanted)

    def want_function(self, code: str) -> None:
        """Let a page run this function, once: a script that drives the program asks for it."""
        self._runtime.bridge.want_function(code)

    def silence(self) -> None:
        """Hear nothing more of the program, which can still be seen."""
        self.link.close()
        self._runtime.bridge.close()
        self._runtime.page.setAudioMuted(True)
        self.blockSignals(True)

    def dispose(self) -> None:
        """End the program at once; must not be called from within one of its messages."""
        self.silence()
        self._runtime.dispose()
        self.deleteLater()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        event.accept()
        self.menu_wished.emit(event.globalPos())

    def find_text(self, text: str, on_found: OnFound, *, forward: bool) -> None:
        """Find `text` in the pages that are shown; see `find_in`."""
        find_in(self._runtime.page, text, on_found, forward=forward)

    def copy_selected(self) -> None:
        """Put the selected text on the desktop's clipboard, as the person wished."""
        self.triggerPageAction(QWebEnginePage.WebAction.Copy)

    def _send(self, text: str) -> None:
        self._runtime.bridge.sent.emit(text)

    def _on_next_turn(self) -> None:
        if self.link.go_on():
            self._runtime.bridge.all_read.emit()

    def _on_bridge_page_opened(self) -> None:
        if self._text_watched:
            self._runtime.bridge.text_wanted.emit(True)

    def _on_page_console(self, message: str, line: int, source: str) -> None:
        if not self.signalsBlocked():
            self._listener.logged(LogLine("debug", f"{message} ({source}:{line})"))

    def _on_page_render_process_terminated(
        self, status: QWebEnginePage.RenderProcessTerminationStatus, code: int
    ) -> None:
        normal = QWebEnginePage.RenderProcessTerminationStatus.NormalTerminationStatus
        if status is not normal:
            self.link.close("the page crashed")
            self.crashed.emit(f"{status.name} ({code})")
