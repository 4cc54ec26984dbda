"""Finds out whether a program still answers, and says so to the person if it does not."""

from PySide6.QtCore import QEvent, QObject, Qt, QTimer

from miniapp_host.api.calls.screen import ActionSheet
from miniapp_host.api.calls.session import Session
from miniapp_host.phone.presence import Presence
from miniapp_host.shell.kit.layers import Layer
from miniapp_host.shell.program.program_screen import ProgramScreen
from miniapp_host.shell.sheets.action_sheet import ActionSheetDialog
from miniapp_host.web.program_view import ProgramView

BEAT_MS = 2000
PATIENCE = 3
PATIENCE_AT_START = 9
"""The beats without an answer until the person is told; a large program takes a while to start."""


_TOUCHES = frozenset(
    {
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseButtonRelease,
        QEvent.Type.Wheel,
        QEvent.Type.KeyPress,
        QEvent.Type.Show,
    }
)
"""The events by which a person wants something of a program, or brings it to the front."""


class Pulse(QObject):
    """Greets the program of one run until it has begun, and a beat after each touch of a person.

    While it does not answer it is greeted on, and after some beats the person is told. A program
    that nobody touches is left alone: that costs nothing, and nobody waits for it. One that is
    stopped at a breakpoint does not answer either, so who has Chromium's tools open on it is told
    nothing.
    """

    def __init__(
        self, view: ProgramView, session: Session, screen: ProgramScreen, presence: Presence
    ) -> None:
        super().__init__(view)
        self._view = view
        self._session = session
        self._screen = screen
        self._presence = presence
        self._missed = 0
        self._touched = False
        self._watches_page = False
        self._question: ActionSheetDialog | None = None
        self._beat = QTimer(self, interval=BEAT_MS)
        self._beat.setObjectName("pulse")
        self._beat.timeout.connect(self._on_beat)
        self._beat.start()
        for wish in (screen.back_requested, screen.tab_chosen, screen.home_requested):
            wish.connect(self._on_touch)
        screen.installEventFilter(self)
        session.when_closed(self._end)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() in _TOUCHES:
            self._on_touch()
        return False

    def _on_touch(self) -> None:
        self._touched = True
        if not self._beat.isActive() and self._session.is_open:
            self._beat.start()

    def _on_beat(self) -> None:
        waits = self._session.in_front and self._question is None
        if not waits or self._view.is_inspected:
            self._beat.stop()
            return
        self._touched = False
        if self._presence.running:  # before it is launched, nobody hears
            self._watch_page()
            self._view.link.greet(self._on_answer)
        self._missed += 1
        if self._missed > (PATIENCE if self._presence.running else PATIENCE_AT_START):
            self._ask()

    def _watch_page(self) -> None:
        """Has touches of the page told; Chromium makes its widget some time after the view."""
        page = self._view.focusProxy()
        if not self._watches_page and page is not None:
            self._watches_page = True
            page.installEventFilter(self)

    def _on_answer(self) -> None:
        self._missed = 0
        if not self._touched:
            self._beat.stop()
        if self._question is not None:
            self._question.take_away()
            self._question = None

    def _ask(self) -> None:
        texts = self._screen.texts
        told = texts(
            "“{name}” does not answer. It may be in an endless loop.", name=self._screen.name
        )
        choices = (texts("Restart"), texts("Close"))
        sheet = ActionSheet(choices, alert_text=told, cancel=texts("Wait"))
        self._question = ActionSheetDialog(self._screen, sheet, texts, Layer.NOTICE)
        # Later: a restart ends this run, and with it this object.
        self._question.chosen.connect(self._on_chosen, Qt.ConnectionType.QueuedConnection)
        self._question.finished.connect(self._on_question_finished)
        self._question.open()

    def _on_chosen(self, choice: int | None) -> None:
        if choice == 0:
            self._screen.restart_requested.emit()
        elif choice == 1:
            self._screen.closed.emit()

    def _on_question_finished(self) -> None:
        """Waits on, also if it went without a choice; the person is asked after twice the time."""
        self._question = None
        self._missed = -PATIENCE
        if self._session.is_open:
            self._beat.start()

    def _end(self) -> None:
        self._beat.stop()
        if self._question is not None and not self._question.leaving:
            self._question.take_away()
