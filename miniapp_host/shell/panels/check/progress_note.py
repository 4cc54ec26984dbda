"""The foot of the panel Check: how far the check is, or what came of it."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from miniapp_host.checks.issues import Severity
from miniapp_host.shell.inspector.tool_button import ToolTextButton
from miniapp_host.shell.kit.cell import paint_hairline
from miniapp_host.shell.kit.label import PlainLabel
from miniapp_host.shell.kit.theme import theme_of
from miniapp_host.shell.panels.check.check_desk import CheckState, Stage
from miniapp_host.texts import Texts

_HEIGHT = 36


class ProgressNote(QWidget):
    """One line, with a button while the check runs."""

    stop_pressed = Signal()

    def __init__(self, texts: Texts) -> None:
        super().__init__()
        self.setFixedHeight(_HEIGHT)
        self._texts = texts
        self._words = PlainLabel(pixels=12, tone="fg_1")
        self._words.setObjectName("checkProgress")
        self._stop = ToolTextButton("checkStop", texts("Stop"))
        self._stop.clicked.connect(self.stop_pressed)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 0, 6, 0)
        row.addWidget(self._words, 1)
        row.addWidget(self._stop)
        self._stop.hide()

    def show_state(self, state: CheckState) -> None:
        """Show a check as it stands."""
        self._words.setText(self._said(state))
        self._words.set_tone("error_ink" if state.problem else "fg_1")
        if self._stop.hasFocus() and not state.runs:
            self.setFocus()  # Qt would pass the focus of a hidden button on
        self._stop.setVisible(state.runs)

    def _said(self, state: CheckState) -> str:
        texts = self._texts
        match state.stage:
            case Stage.NONE:
                return ""
            case Stage.FILES:
                return texts("The files are read…")
            case Stage.PAGES if state.page:
                at, pages, page = state.at, state.pages, state.page
                return texts("Page {at} of {pages}: {page}", at=at, pages=pages, page=page)
            case Stage.PAGES:
                return texts("The pages are opened…")
            case _:
                return state.problem or self._sum(state)

    def _sum(self, state: CheckState) -> str:
        texts, found = self._texts, [one.severity for one in state.issues]
        counts = texts(
            "Errors: {errors} · Warnings: {warnings} · Notes: {notes}",
            errors=found.count(Severity.ERROR),
            warnings=found.count(Severity.WARNING),
            notes=found.count(Severity.NOTE),
        )
        if state.stage is Stage.STOPPED:
            return texts("Stopped: {counts}", counts=counts)
        return counts

    def paintEvent(self, event: QPaintEvent) -> None:
        paint_hairline(QPainter(self), theme_of(self), 0, 0, self.width())
