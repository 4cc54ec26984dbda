"""The ground of a row of tools that comes and goes over what it is for."""

from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from miniapp_host.shell.kit.cell import paint_hairline
from miniapp_host.shell.kit.theme import theme_of


class Band(QWidget):
    """Grey, with a hairline below."""

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(theme_of(self).bg_1))
        paint_hairline(painter, theme_of(self), 0, self.height() - 0.5, self.width())
