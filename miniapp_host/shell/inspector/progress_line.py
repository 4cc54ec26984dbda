"""A thin bar that fills: how much of a walk or of a replayed way is done."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from miniapp_host.shell.kit.theme import theme_of

_HEIGHT = 4


class ProgressLine(QWidget):
    """As wide as its place."""

    def __init__(self) -> None:
        super().__init__()
        self._share = 0.0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(100, _HEIGHT)

    def show_share(self, share: float) -> None:
        """Set how much is done, from 0 to 1."""
        self._share = share
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        area = QRectF(self.rect())
        painter.setBrush(QColor(theme_of(self).fg_3))
        painter.drawRoundedRect(area, 2, 2)
        area.setWidth(area.width() * self._share)
        painter.setBrush(QColor(theme_of(self).brand))
        painter.drawRoundedRect(area, 2, 2)
