"""A grey row between a panel's tools and its body, there only while the person needs it."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from miniapp_host.shell.kit.cell import paint_hairline
from miniapp_host.shell.kit.theme import theme_of

HEIGHT = 40


class ToolBand(QWidget):
    """Fill `row`; it is hidden at first, and Escape hides it again."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedHeight(HEIGHT)
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(8, 0, 8, 0)
        self.row.setSpacing(8)
        self.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(theme_of(self).bg_1))
        paint_hairline(painter, theme_of(self), 0, self.height() - 0.5, self.width())
