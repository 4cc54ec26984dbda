"""The fields of the inspector's tools: low, and the one in which the person types a filter."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter, QPaintEvent

from miniapp_host.shell.kit.field import Field
from miniapp_host.shell.kit.theme import font, theme_of
from miniapp_host.texts import Texts

_HEIGHT = 26
_LEAST, _MOST = 120, 260


class ToolField(Field):
    """A field as low as the inspector's tools."""

    def __init__(
        self, name: str, hint: str, texts: Texts, *, icon: str = "", word: str = ""
    ) -> None:
        super().__init__(name, hint, texts, icon=icon, word=word)
        self.setFixedHeight(_HEIGHT)
        self._line.setFont(font(13))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints a grey ground: the panel below is as white as the phone's fields."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(self._edge())
        painter.setBrush(QColor(theme_of(self).fg_5))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 6, 6)


class FilterField(ToolField):
    """What rows must contain; Escape empties it."""

    def __init__(self, name: str, texts: Texts) -> None:
        super().__init__(name, texts("Filter"), texts, icon="search")
        self.setMinimumWidth(_LEAST)
        self.setMaximumWidth(_MOST)
        self._line.setToolTip("Ctrl+F")
