"""A slider in the phone's look: `wished` while it is dragged, and by wheel and keys."""

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSlider, QStyle

from miniapp_host.shell.kit.theme import WHITE, theme_of

_KNOB = 14


class LevelSlider(QSlider):
    """Whole numbers from `least` to `most`; a click goes to the place that was clicked."""

    wished = Signal(int)

    def __init__(self, name: str, label: str, least: int, most: int) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self.setObjectName(name)
        self.setAccessibleName(label)
        self.setRange(least, most)
        self.setFixedHeight(22)
        self.setMinimumWidth(100)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.valueChanged.connect(self.wished)

    def show_level(self, level: int) -> None:
        """Draw the device's level."""
        self.blockSignals(True)
        self.setValue(level)
        self.blockSignals(False)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._go_to(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._go_to(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        theme = theme_of(self)
        room = self.width() - _KNOB
        share = (self.value() - self.minimum()) / max(1, self.maximum() - self.minimum())
        middle, at = self.height() / 2, _KNOB / 2 + share * room
        for ink, width in ((theme.fg_3, room + _KNOB / 2), (theme.brand, at - _KNOB / 4)):
            painter.setBrush(QColor(ink))
            painter.drawRoundedRect(QRectF(_KNOB / 4, middle - 2, width, 4), 2, 2)
        painter.setBrush(QColor(theme.fg_2))
        painter.drawEllipse(QPointF(at, middle + 0.5), _KNOB / 2, _KNOB / 2)
        painter.setBrush(QColor(theme.brand if self.hasFocus() else WHITE))
        painter.drawEllipse(QPointF(at, middle), _KNOB / 2 - 0.5, _KNOB / 2 - 0.5)

    def _go_to(self, event: QMouseEvent) -> None:
        at = round(event.position().x() - _KNOB / 2)
        room = self.width() - _KNOB
        self.setValue(QStyle.sliderValueFromPosition(self.minimum(), self.maximum(), at, room))
