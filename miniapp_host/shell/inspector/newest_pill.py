"""The pill over the end of a list: rows have come while the person read older ones."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from miniapp_host.shell.kit.pressable import Pressable
from miniapp_host.shell.kit.theme import font, theme_of
from miniapp_host.texts import Texts

_GAP = 10


class NewestPill(Pressable):
    """Hidden until it is shown; a click leads to the newest row."""

    def __init__(self, texts: Texts, parent: QWidget) -> None:
        super().__init__(texts("Newest"), parent)
        self.setObjectName("newestPill")
        self.setAccessibleName(self.text())
        self.setFont(font(12, medium=True))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.resize(self.sizeHint())
        self.hide()

    def settle(self, area: QRect) -> None:
        """Place it at the foot of `area`, in the middle."""
        self.move(area.center().x() - self.width() // 2, area.bottom() - self.height() - _GAP)
        self.raise_()

    def sizeHint(self) -> QSize:
        return QSize(QFontMetrics(self.font()).horizontalAdvance(self.text()) + 32, 26)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme = theme_of(self)
        area = QRectF(self.rect())
        ground = theme.brand_pressed if self.isDown() else theme.brand
        self.paint_ground(painter, area, 13, QColor(ground))
        painter.setFont(self.font())
        painter.setPen(QColor(theme.on_brand))
        painter.drawText(area, Qt.AlignmentFlag.AlignCenter, f"{self.text()} ↓")
