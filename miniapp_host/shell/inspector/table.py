"""A table of the inspector: dense rows, the newest in view until the person scrolls away."""

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QWidget

from miniapp_host.shell.inspector.header import Header
from miniapp_host.shell.inspector.newest_pill import NewestPill
from miniapp_host.shell.inspector.record_model import RecordModel
from miniapp_host.shell.inspector.row_painter import ROW, RowPainter, cell_of, clear_highlight
from miniapp_host.shell.inspector.table_cell import Role
from miniapp_host.shell.kit.focus_ring import FocusRing
from miniapp_host.shell.kit.scroll import ThinBar
from miniapp_host.texts import Texts

_MOST_COPIED = 10_000

Index = QModelIndex | QPersistentModelIndex


class Table(QTableView):
    """Shows any table model; one with `TableCell`s looks as the inspector does."""

    record_chosen = Signal(object)
    """The row that is current now shows this record; None if no row is."""
    link_clicked = Signal(object)
    """The person clicked a cell of this record that leads somewhere."""
    record_activated = Signal(object)
    """The person pressed Enter on a row or double-clicked it."""
    deletion_wished = Signal(object)
    """The person pressed Delete: a tuple of the selected records."""

    def __init__(
        self, name: str, model: QAbstractItemModel, texts: Texts, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._at_end = self._follows = True
        self._sorted = False
        self.hovered_row = -1
        """The row under the mouse; -1 if there is none."""
        self._bar = ThinBar(self)
        FocusRing(self)
        self._pill = NewestPill(texts, self)
        self._pill.clicked.connect(self.show_newest)
        self._look_like_a_tool()
        self.setModel(model)
        self._size_columns(model)
        self._let_sort(model)
        model.rowsAboutToBeRemoved.connect(self._on_model_rows_about_to_be_removed)
        model.rowsInserted.connect(self._on_model_rows_inserted)
        model.modelReset.connect(self._on_model_reset)
        self.verticalScrollBar().valueChanged.connect(self._on_bar_value_changed)
        self.activated.connect(self._on_activated)
        self.clicked.connect(self._on_clicked)

    def _look_like_a_tool(self) -> None:
        self.setItemDelegate(RowPainter(self))
        self.setPalette(clear_highlight())
        self.setHorizontalHeader(Header(self))
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(ROW)
        self.verticalHeader().setDefaultSectionSize(ROW)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setMouseTracking(True)

    def _size_columns(self, model: QAbstractItemModel) -> None:
        if isinstance(model, RecordModel):
            for at, column in enumerate(model.columns):
                self.setColumnWidth(at, column.width)
                if column.stretches:
                    self.horizontalHeader().setStretchLastSection(False)
                    mode = QHeaderView.ResizeMode.Stretch
                    self.horizontalHeader().setSectionResizeMode(at, mode)

    def _let_sort(self, model: QAbstractItemModel) -> None:
        header = self.horizontalHeader()
        if isinstance(model, RecordModel) and isinstance(header, Header):
            header.let_sort()
            header.sort_wished.connect(self._on_header_sort_wished)

    def _on_header_sort_wished(self, column: int, order: Qt.SortOrder) -> None:
        """Sorts; the newest rows stand anywhere then, so that the table does not follow them."""
        self._sorted = column >= 0
        self._at_end = self._follows and not self._sorted
        self._pill.hide()
        self.model().sort(column, order)
        if self._at_end:
            self.scrollToBottom()
        elif self.currentIndex().isValid():
            self.scrollTo(self.currentIndex())
        else:
            self.scrollToTop()

    def _leave_out_columns(self) -> None:
        """Hides the columns for which the table is too narrow."""
        model = self.model()
        if isinstance(model, RecordModel):
            for at, column in enumerate(model.columns):
                self.setColumnHidden(at, self.width() < column.shown_from)

    def current_record(self) -> object:
        """The record of the current row, None if there is none."""
        return self.currentIndex().data(Role.RECORD)

    def choose_row(self, row: int) -> None:
        """Make a row the current one, selected and in view."""
        index = self.model().index(row, 0)
        rows = QItemSelectionModel.SelectionFlag.Rows
        flags = QItemSelectionModel.SelectionFlag.ClearAndSelect | rows
        self.selectionModel().setCurrentIndex(index, flags)
        self.scrollTo(index)

    def copied(self) -> str:
        """The selected rows as text: one line each, tabs between the columns."""
        rows = sorted(index.row() for index in self.selectionModel().selectedRows())
        return "\n".join(self._row_text(row) for row in rows[:_MOST_COPIED])

    def all_copied(self) -> str:
        """Every row as text, as `copied` gives the selected ones."""
        return "\n".join(map(self._row_text, range(min(self.model().rowCount(), _MOST_COPIED))))

    def _row_text(self, row: int) -> str:
        model = self.model()
        cells = (model.index(row, at).data() for at in range(model.columnCount()))
        return "\t".join(" ".join(str(cell or "").split()) for cell in cells)

    def show_newest(self) -> None:
        """Scroll to the end, and stay there when rows come."""
        self._at_end = True
        self.scrollToBottom()
        self._pill.hide()

    def stay_at_top(self) -> None:
        """Show the first rows, and stay there when others come: they are in no order of time."""
        self._at_end = self._follows = False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            QGuiApplication.clipboard().setText(self.copied())
        elif event.key() == Qt.Key.Key_Delete:
            rows = self.selectionModel().selectedRows()
            self.deletion_wished.emit(tuple(index.data(Role.RECORD) for index in rows))
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._leave_out_columns()
        self._pill.settle(self.viewport().geometry())
        if self._at_end:
            self.scrollToBottom()

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        """Says which record is chosen; that a row merely has the focus does not choose it."""
        super().selectionChanged(selected, deselected)
        current = self.currentIndex()
        chosen = self.selectionModel().isRowSelected(current.row()) if current.isValid() else False
        self.record_chosen.emit(current.data(Role.RECORD) if chosen else None)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Shows a hand over what leads somewhere."""
        super().mouseMoveEvent(event)
        index = self.indexAt(event.position().toPoint())
        self._hover(index.row())
        leads = index.isValid() and cell_of(index).link
        shape = Qt.CursorShape.PointingHandCursor if leads else Qt.CursorShape.ArrowCursor
        self.viewport().setCursor(shape)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._hover(-1)

    def _hover(self, row: int) -> None:
        """Marks the whole row under the mouse, where Qt marks one cell."""
        before, self.hovered_row = self.hovered_row, row
        for changed in {before, row} - {-1} if before != row else ():
            top, width = self.rowViewportPosition(changed), self.viewport().width()
            self.viewport().update(0, top, width, ROW)

    def _on_clicked(self, index: Index) -> None:
        if cell_of(index).link:
            self.link_clicked.emit(index.data(Role.RECORD))

    def _on_activated(self, index: Index) -> None:
        self.record_activated.emit(index.data(Role.RECORD))

    def _on_bar_value_changed(self, value: int) -> None:
        newest_last = self._follows and not self._sorted
        self._at_end = newest_last and value >= self.verticalScrollBar().maximum()
        if self._at_end:
            self._pill.hide()

    def _on_model_rows_about_to_be_removed(self, parent: Index, first: int, last: int) -> None:
        """Keeps what the person reads where it is when rows above it go."""
        bar = self.verticalScrollBar()
        if not self._at_end and first == 0:
            bar.setValue(max(0, bar.value() - (last - first + 1) * ROW))

    def _on_model_rows_inserted(self, parent: Index, first: int, last: int) -> None:
        if self._at_end:
            self.scrollToBottom()
        elif self._follows and not self._sorted and last + 1 == self.model().rowCount():
            self._pill.show()
            self._pill.settle(self.viewport().geometry())

    def _on_model_reset(self) -> None:
        self._pill.hide()
        self.record_chosen.emit(None)
        if self._at_end:
            self.scrollToBottom()
