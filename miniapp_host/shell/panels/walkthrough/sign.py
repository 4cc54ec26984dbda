"""The round sign before a step: passed, failed, skipped, due, or still to come."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from miniapp_host.shell.kit.theme import WHITE, font, theme_of, tone_of
from miniapp_host.walkthroughs.walk import Result

_SIZE, _LETTER = 22, 12
_LETTERS = {Result.PASSED: "✓", Result.FAILED: "✕", Result.SKIPPED: "–"}


class Sign(QWidget):
    """Shows a number until there is a result."""

    def __init__(self) -> None:
        super().__init__()
        self._number = 0
        self._result: Result | None = None
        self._due = False
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(_SIZE, _SIZE)

    def show_step(self, number: int, result: Result | None, *, due: bool) -> None:
        """Set the step's number, what came of it, and whether it is the one that is due."""
        self._number, self._result, self._due = number, result, due
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.setPen(self._edge())
        painter.setBrush(self._ground())
        painter.drawEllipse(area)
        painter.setFont(font(_LETTER, medium=True))
        painter.setPen(self._ink())
        text = _LETTERS[self._result] if self._result else str(self._number)
        painter.drawText(area, Qt.AlignmentFlag.AlignCenter, text)

    def _ground(self) -> QColor:
        theme = theme_of(self)
        match self._result:
            case Result.PASSED:
                return QColor(theme.brand)
            case Result.FAILED:
                return QColor(theme.badge)
            case Result.SKIPPED:
                return tone_of(self, "fg_2")
            case None:
                return QColor(theme.fg_5)

    def _edge(self) -> QPen:
        if self._due and self._result is None:
            return QPen(QColor(theme_of(self).brand), 2)
        return QPen(Qt.PenStyle.NoPen)

    def _ink(self) -> QColor:
        if self._result is None:
            return tone_of(self, "fg_0" if self._due else "fg_1")
        if self._result is Result.SKIPPED:
            return QColor(theme_of(self).bg_2)
        return QColor(theme_of(self).on_brand if self._result is Result.PASSED else WHITE)
