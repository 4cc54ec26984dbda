"""The page shown instead of a program whose first page could not be drawn: cause and remedy."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QVBoxLayout, QWidget

from miniapp_host.shell.console.console_model import LogEntry
from miniapp_host.shell.kit.buttons import Button, Kind
from miniapp_host.shell.kit.icon import paint_icon
from miniapp_host.shell.kit.label import PlainLabel
from miniapp_host.shell.kit.theme import tone_of
from miniapp_host.texts import Texts

_ICON = 56


class FailurePage(QWidget):
    """Shows the first error with its place, and two buttons."""

    console_clicked = Signal()
    restart_clicked = Signal()

    def __init__(self, name: str, error: LogEntry | None, texts: Texts, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("failurePage")
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        middle = Qt.AlignmentFlag.AlignHCenter
        column = QVBoxLayout(self)
        column.setContentsMargins(32, 0, 32, 64)
        column.setSpacing(0)
        column.addStretch(3)
        column.addWidget(_Sign(), 0, middle)
        column.addSpacing(20)
        title = texts("“{name}” could not be shown", name=name)
        column.addWidget(PlainLabel(title, medium=True, lines=3, align=middle))
        column.addSpacing(12)
        for label in _words(error, texts):
            column.addWidget(label)
            column.addSpacing(8)
        column.addStretch(4)
        self._add_buttons(column, texts)

    def _add_buttons(self, column: QVBoxLayout, texts: Texts) -> None:
        restart = Button(texts("Restart"), Kind.PRIMARY)
        console = Button(texts("Open console"))
        restart.setObjectName("failureRestart")
        console.setObjectName("failureConsole")
        restart.clicked.connect(self.restart_clicked)
        console.clicked.connect(self.console_clicked)
        for button in (restart, console):
            button.setFixedWidth(184)
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignHCenter)
            column.addSpacing(16)


def _words(error: LogEntry | None, texts: Texts) -> list[PlainLabel]:
    middle = Qt.AlignmentFlag.AlignHCenter
    if error is None:
        unknown = texts("It did not say why. Its console may tell more.")
        return [PlainLabel(unknown, pixels=14, tone="fg_1", lines=3, align=middle)]
    said = [PlainLabel(texts.said(error.text), pixels=14, tone="fg_1", lines=8, align=middle)]
    if error.place:
        said.append(PlainLabel(error.place, pixels=14, tone="link", lines=2, align=middle))
    said[-1].setObjectName("failurePlace" if error.place else "failureText")
    return said


class _Sign(QWidget):
    """The warning sign above the words."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedSize(_ICON, _ICON)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_icon(painter, "warning", QRectF(self.rect()), tone_of(self, "fg_2"))
