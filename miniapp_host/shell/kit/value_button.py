"""A field whose value is chosen, not typed: a press leads to the choices."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy

from miniapp_host.shell.kit.field import HEIGHT
from miniapp_host.shell.kit.icon import paint_icon
from miniapp_host.shell.kit.pressable import Pressable
from miniapp_host.shell.kit.theme import font, theme_of, tone_of

_SIDE, _ARROW, _RADIUS = 12, 16, 8


class ValueButton(Pressable):
    """Looks like a field, with an arrow; its text is the value, its accessible name says which."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setFont(font(15))
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def setText(self, text: str) -> None:
        super().setText(text)
        self.setAccessibleDescription(text)

    def sizeHint(self) -> QSize:
        return QSize(120, HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme, area = theme_of(self), QRectF(self.rect()).adjusted(1, 1, -1, -1)
        self.paint_ground(painter, area, _RADIUS, QColor(theme.bg_5 if theme.dark else theme.bg_2))
        arrow = QRectF(area.right() - _SIDE - _ARROW, (HEIGHT - _ARROW) / 2, _ARROW, _ARROW)
        paint_icon(painter, "chevron-right", arrow, tone_of(self, "fg_2"))
        room = self.rect().adjusted(_SIDE, 0, -(_SIDE + _ARROW + 4), 0)
        painter.setPen(tone_of(self, "fg_0"))
        painter.setFont(self.font())
        shown = QFontMetrics(self.font()).elidedText(
            self.text(), Qt.TextElideMode.ElideRight, room.width()
        )
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, shown)
        self.paint_ring(painter, QRectF(self.rect()), _RADIUS)
