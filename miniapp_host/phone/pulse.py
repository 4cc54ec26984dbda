"""Finds out whether a program still answers, and says so to the person if it does not."""

from PySide6.QtCore import QObject, Qt, QTimer

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


class Pulse(QObject):
    """Greets the program of one run every two seconds, while it is in front.

    A program in an endless loop does not answer. One that is stopped at a breakpoint does not
    either, so who has Chromium's tools open on it is told nothing.
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
        self._question: ActionSheetDialog | None = None
        self._beat = QTimer(self, interval=BEAT_MS)
        self._beat.setObjectName("pulse")
        self._beat.timeout.connect(self._on_beat)
        self._beat.start()
        session.when_closed(self._end)

    def _on_beat(self) -> None:
        waits = self._session.in_front and self._question is None
        if not waits or self._view.is_inspected:
            return
        if self._presence.running:  # before it is launched, nobody hears
            self._view.link.greet(self._on_answer)
        self._missed += 1
        if self._missed > (PATIENCE if self._presence.running else PATIENCE_AT_START):
            self._ask()

    def _on_answer(self) -> None:
        self._missed = 0
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
        self._question.open()

    def _on_chosen(self, choice: int | None) -> None:
        self._question = None
        match choice:
            case 0:
                self._screen.restart_requested.emit()
            case 1:
                self._screen.closed.emit()
            case _:
                self._missed = -PATIENCE  # who waits is asked again after twice the time

    def _end(self) -> None:
        self._beat.stop()
        if self._question is not None:
            self._question.take_away()
