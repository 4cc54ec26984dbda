"""A turning ring with a fading tail, for loading; still when nobody can see it."""

from PySide6.QtCore import QPointF, QRectF, Qt, QVariantAnimation
from PySide6.QtGui import (
    QBrush,
    QColor,
    QConicalGradient,
    QHideEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QShowEvent,
)
from PySide6.QtWidgets import QWidget

from miniapp_host.shell.kit.theme import BLACK

TURN_MS = 1000


class Spinner(QWidget):
    """`size` pixels square; turns while it is visible."""

    def __init__(self, size: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedSize(size, size)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._ink = QColor(BLACK)
        self._turn = QVariantAnimation(self)
        self._turn.setStartValue(0)
        self._turn.setEndValue(360)
        self._turn.setDuration(TURN_MS)
        self._turn.setLoopCount(-1)
        self._turn.valueChanged.connect(self._on_turn_value_changed)

    def set_ink(self, ink: QColor) -> None:
        """Draws in this colour."""
        self._ink = QColor(ink)
        self.update()

    def _on_turn_value_changed(self, _angle: object) -> None:
        self.update()

    def showEvent(self, event: QShowEvent) -> None:
        self._turn.start()

    def hideEvent(self, event: QHideEvent) -> None:
        self._turn.stop()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle = QPointF(self.width() / 2, self.height() / 2)
        tail = QColor(self._ink)
        tail.setAlphaF(0)
        sweep = QConicalGradient(middle, -float(self._turn.currentValue() or 0))
        sweep.setColorAt(0, self._ink)
        sweep.setColorAt(1, tail)
        thick = max(1.5, self.width() / 12)
        pen = QPen(QBrush(sweep), thick)
        painter.setPen(pen)
        inset = thick / 2 + 1
        painter.drawArc(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), 0, 360 * 16)
