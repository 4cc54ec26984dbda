"""The field of a panel in which the person types what rows must contain."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen

from miniapp_host.shell.kit.field import Field
from miniapp_host.shell.kit.theme import font, theme_of
from miniapp_host.texts import Texts

_HEIGHT = 26
_LEAST, _MOST = 120, 260


class FilterField(Field):
    """A field as low as the inspector's tools; Escape empties it."""

    def __init__(self, name: str, texts: Texts) -> None:
        super().__init__(name, texts("Filter"), texts, icon="search")
        self.setFixedHeight(_HEIGHT)
        self.setMinimumWidth(_LEAST)
        self.setMaximumWidth(_MOST)
        self._line.setFont(font(13))
        self._line.setToolTip("Ctrl+F")

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints a grey ground: the panel below is as white as the phone's fields."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        focused = self._line.hasFocus()
        edge = QPen(QColor(theme_of(self).brand), 1.5) if focused else Qt.PenStyle.NoPen
        painter.setPen(edge)
        painter.setBrush(QColor(theme_of(self).fg_5))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.75, 0.75, -0.75, -0.75), 6, 6)
