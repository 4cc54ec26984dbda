"""A tree of the inspector: the rows of a table, folded."""

from PySide6.QtCore import (
    QAbstractItemModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    Qt,
    Signal,
)
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QPainter
from PySide6.QtWidgets import QAbstractItemView, QFrame, QStyleOptionViewItem, QTreeView, QWidget

from miniapp_host.shell.inspector.header import Header
from miniapp_host.shell.inspector.row_painter import RowPainter, clear_highlight, paint_ground
from miniapp_host.shell.kit.focus_ring import FocusRing
from miniapp_host.shell.kit.icon import paint_icon
from miniapp_host.shell.kit.scroll import ThinBar
from miniapp_host.shell.kit.theme import tone_of

_INDENT = 16
_CHEVRON = 12
_KEY_WIDTH = 200

Index = QModelIndex | QPersistentModelIndex


class Tree(QTreeView):
    """Shows any tree model; `headed` says whether the columns have titles."""

    sort_wished = Signal(int, Qt.SortOrder)
    """The column to sort by, -1 for none, and the direction."""

    def __init__(
        self,
        name: str,
        model: QAbstractItemModel,
        parent: QWidget | None = None,
        *,
        headed: bool = True,
    ) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setItemDelegate(RowPainter(self))
        self.setPalette(clear_highlight())
        self._bar = ThinBar(self)
        FocusRing(self)
        self._titles = Header(self)
        self._titles.sort_wished.connect(self.sort_wished)
        self.setHeader(self._titles)
        self.setHeaderHidden(not headed)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setIndentation(_INDENT)
        self.setUniformRowHeights(True)
        self.setAnimated(False)
        self.setMouseTracking(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.EditKeyPressed
        )
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setModel(model)
        self.header().resizeSection(0, _KEY_WIDTH)

    def let_sort(self) -> None:
        """The titles can be clicked from now on; whoever fills the tree sorts it."""
        self._titles.let_sort()

    def copied(self) -> str:
        """The selected rows as text: one line each, tabs between the columns."""
        lines = []
        for index in self.selectionModel().selectedRows():
            cells = (index.siblingAtColumn(at).data() for at in range(self.model().columnCount()))
            lines.append("\t".join(str(cell or "") for cell in cells))
        return "\n".join(lines)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            QGuiApplication.clipboard().setText(self.copied())
        else:
            super().keyPressEvent(event)

    def drawRow(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paints the ground under the chevrons too; the cells paint their own."""
        if self.selectionModel().isSelected(index):
            chevrons = QStyleOptionViewItem(option)
            chevrons.state |= chevrons.state.State_Selected
            chevrons.rect.setRight(self.visualRect(index).left() - 1)
            paint_ground(painter, chevrons, self)
        super().drawRow(painter, option, index)

    def drawBranches(self, painter: QPainter, rect: QRect, index: Index) -> None:
        if not self.model().hasChildren(index):
            return
        left = rect.right() - _INDENT + (_INDENT - _CHEVRON) / 2 + 1
        where = QRectF(left, rect.center().y() - _CHEVRON / 2 + 0.5, _CHEVRON, _CHEVRON)
        icon = "chevron-down" if self.isExpanded(index) else "chevron-right"
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_icon(painter, icon, where, tone_of(self, "fg_1"))
        painter.restore()
