"""The titles above a table's columns, whose edges can be dragged."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import QHeaderView, QWidget

from miniapp_host.shell.inspector.row_painter import ROW, SIDE
from miniapp_host.shell.kit.cell import paint_hairline
from miniapp_host.shell.kit.icon import paint_icon
from miniapp_host.shell.kit.theme import font, theme_of, tone_of

_LEAST = 40
_ARROW = 12


class Header(QHeaderView):
    """Titles in grey on the panel's ground; the last column takes the room that is left.

    Where it sorts, a click on a title sorts by it: upwards, then downwards, then not any more.
    """

    sort_wished = Signal(int, Qt.SortOrder)
    """The column to sort by, -1 for none, and the direction."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        self.setStretchLastSection(True)
        self.setMinimumSectionSize(_LEAST)
        self.setFixedHeight(ROW)
        self.setHighlightSections(False)
        self.setSectionsClickable(False)
        # Qt's own indicator moves at a click by rules of its own.
        self._sorted_by = -1
        self._order = Qt.SortOrder.AscendingOrder
        self.sectionClicked.connect(self._on_section_clicked)

    def let_sort(self) -> None:
        """Titles can be clicked from now on."""
        self.setSectionsClickable(True)

    def _on_section_clicked(self, logical: int) -> None:
        up, down = Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder
        if logical != self._sorted_by:
            self._sorted_by, self._order = logical, up
        elif self._order is up:
            self._order = down
        else:
            self._sorted_by, self._order = -1, up
        self.viewport().update()
        self.sort_wished.emit(self._sorted_by, self._order)

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
        if logical == self._sorted_by:
            room.setRight(room.right() - _ARROW - 2)
        face = QFontMetrics(font(12))
        shown = face.elidedText(title, Qt.TextElideMode.ElideRight, room.width())
        if self._stands_right(logical):
            room.setLeft(room.right() + 1 - face.horizontalAdvance(shown))
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, shown)
        if logical == self._sorted_by:
            self._paint_arrow(painter, rect, room.left() + face.horizontalAdvance(shown) + 2)
        if self.visualIndex(logical) + 1 < self.count():
            painter.fillRect(rect.right(), rect.top() + 7, 1, ROW - 14, QColor(theme.fg_3))
        paint_hairline(painter, theme, rect.left(), rect.bottom() + 0.5, rect.right() + 1)
        painter.restore()

    def _stands_right(self, logical: int) -> bool:
        role = Qt.ItemDataRole.TextAlignmentRole
        told = self.model().headerData(logical, self.orientation(), role)
        return told is not None and bool(Qt.AlignmentFlag(told) & Qt.AlignmentFlag.AlignRight)

    def _paint_arrow(self, painter: QPainter, rect: QRect, left: int) -> None:
        up = self._order is Qt.SortOrder.AscendingOrder
        where = QRectF(left, rect.center().y() + 0.5 - _ARROW / 2, _ARROW, _ARROW)
        paint_icon(painter, "chevron-up" if up else "chevron-down", where, tone_of(self, "fg_1"))
