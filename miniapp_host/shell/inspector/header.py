"""The titles above a table's columns, whose edges can be dragged."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import QHeaderView, QWidget

from miniapp_host.shell.inspector.row_painter import ROW, SIDE
from miniapp_host.shell.kit.cell import paint_hairline
from miniapp_host.shell.kit.theme import font, theme_of, tone_of

_LEAST = 40


class Header(QHeaderView):
    """Titles in grey on the panel's ground; the last column takes the room that is left."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        self.setStretchLastSection(True)
        self.setMinimumSectionSize(_LEAST)
        self.setFixedHeight(ROW)
        self.setHighlightSections(False)
        self.setSectionsClickable(False)

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), ROW)

    def paintSection(self, painter: QPainter, rect: QRect, logical: int) -> None:
        painter.save()
        theme = theme_of(self)
        painter.fillRect(rect, QColor(theme.bg_2))
        painter.setFont(font(12))
        painter.setPen(tone_of(self, "fg_1"))
        title = str(self.model().headerData(logical, self.orientation()) or "")
        room = rect.adjusted(SIDE, 0, -SIDE, 0)
        shown = QFontMetrics(font(12)).elidedText(title, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, shown)
        if self.visualIndex(logical) + 1 < self.count():
            painter.fillRect(rect.right(), rect.top() + 7, 1, ROW - 14, QColor(theme.fg_3))
        paint_hairline(painter, theme, rect.left(), rect.bottom() + 0.5, rect.right() + 1)
        painter.restore()
