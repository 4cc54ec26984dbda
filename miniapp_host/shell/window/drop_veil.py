"""What lies over the whole phone while a folder is dragged over it."""

from pathlib import Path

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QVBoxLayout, QWidget

from miniapp_host.shell.kit.icon import Icon
from miniapp_host.shell.kit.label import PlainLabel
from miniapp_host.shell.kit.layers import Layer, place
from miniapp_host.shell.kit.theme import theme_of, tone_of
from miniapp_host.texts import Texts

_INSET, _ROUND, _LINE = 14, 20, 3
_GROUND = 242
"""How much of what lies below is covered, of 255: the words are read over any program."""
_TINT = 26


class DropVeil(QWidget):
    """Names what would open; it takes no mouse, and its maker takes it away."""

    def __init__(self, glass: QWidget, paths: tuple[Path, ...], texts: Texts) -> None:
        super().__init__(glass)
        self.setObjectName("dropVeil")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        middle = Qt.AlignmentFlag.AlignHCenter
        names = PlainLabel(_names(paths), pixels=14, tone="fg_1", lines=3, align=middle)
        names.setObjectName("dropNames")
        column = QVBoxLayout(self)
        column.setContentsMargins(48, 0, 48, 0)
        column.addStretch(1)
        column.addWidget(Icon("folder", 64, "brand"), 0, middle)
        column.addSpacing(16)
        column.addWidget(PlainLabel(texts("Release to open"), medium=True, align=middle))
        column.addSpacing(8)
        column.addWidget(names)
        column.addStretch(1)
        self.setGeometry(glass.rect())
        self.show()
        place(self, Layer.DROP)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = QColor(theme_of(self).bg_2)
        ground.setAlpha(_GROUND)
        painter.fillRect(self.rect(), ground)
        edge = QRectF(self.rect()).adjusted(_INSET, _INSET, -_INSET, -_INSET)
        tint = tone_of(self, "brand")
        painter.setPen(QPen(tint, _LINE))
        tint.setAlpha(_TINT)
        painter.setBrush(tint)
        painter.drawRoundedRect(edge, _ROUND, _ROUND)


def _names(paths: tuple[Path, ...]) -> str:
    """The folders' names: the program's own is known only once it is open."""
    return ", ".join(path.name or str(path) for path in paths)
