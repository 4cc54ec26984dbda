"""The list of a program's decided scopes: icon, title and switch per row, over its Qt model.

It keeps no decision: a row is drawn from the model, and a click asks the model for a change.
"""

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractItemModel,
    QModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
)
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QSizePolicy

from miniapp_host.shell.kit.pressable import ENTER_KEYS, KEYBOARD_REASONS
from miniapp_host.shell.kit.pressable_list import PressableList
from miniapp_host.shell.kit.tab_stops import reveal
from miniapp_host.shell.settings.scope_row import RowState, ScopeRow, switch_box
from miniapp_host.shell.settings.settings_model import Index, Role

_PRESSING = (Qt.Key.Key_Space, Qt.Key.Key_Select, *ENTER_KEYS)


class ScopeList(PressableList):
    """As high as its rows; a click on a switch, Space or Enter toggles it, Tab and arrows move.

    `name` is what a screen reader calls the list. It does not scroll: what holds it does.
    """

    def __init__(self, model: QAbstractItemModel, name: str) -> None:
        super().__init__()
        self.setObjectName("scopes")
        self.setAccessibleName(name)
        self.ground.setAutoFillBackground(False)
        self._ringed = False
        self._row = ScopeRow(self, self._state_of)
        self.setItemDelegate(self._row)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setModel(model)
        model.rowsInserted.connect(self._on_model_rows_changed)
        model.rowsRemoved.connect(self._on_model_rows_changed)

    # What its rows are drawn by

    def switch_rect(self, index: Index) -> QRect:
        """Where a row's switch is drawn and takes clicks, in the viewport's pixels."""
        return switch_box(self.visualRect(index))

    def _state_of(self, index: Index) -> RowState:
        over = self.switch_rect(index).contains(self.pointer())
        ringed = self._ringed and self.currentIndex() == index
        return RowState(over, self.is_pressed(index), ringed)

    # How large it is

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        rows = (self.model().index(row, 0) for row in range(self.model().rowCount()))
        return sum(self._row.height(index, width) for index in rows)

    def sizeHint(self) -> QSize:
        return QSize(390, self.heightForWidth(self.width()))

    def minimumSizeHint(self) -> QSize:
        return QSize(0, 0)

    def _on_model_rows_changed(self, _parent: QModelIndex, _first: int, _last: int) -> None:
        self.updateGeometry()
        self.ground.update()

    def dataChanged(self, first: Index, last: Index, /, roles: Sequence[int] = ()) -> None:
        for row in range(first.row(), last.row() + 1):
            self._row.slide_knob(self.model().index(row, 0))
        super().dataChanged(first, last, roles)

    # What the mouse does

    def row_pressed_at(self, place: QPoint) -> QModelIndex:
        """The row whose switch is at `place`."""
        index = self.indexAt(place)
        return index if self.switch_rect(index).contains(place) else QModelIndex()

    def press(self, index: QModelIndex) -> None:
        self._ringed = False
        if index.isValid():
            self.setCurrentIndex(index)

    def click(self, index: QModelIndex, _place: QPoint) -> None:
        self._toggle(index)

    # What the keyboard does

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._ringed = event.reason() in KEYBOARD_REASONS
        if self._ringed and self.model().rowCount():
            backwards = event.reason() is Qt.FocusReason.BacktabFocusReason
            self._go_to(self.model().rowCount() - 1 if backwards else 0)
        self.ground.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._ringed = False
        super().focusOutEvent(event)
        self.ground.update()

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Moves from row to row, then on to what comes before or after the list."""
        row = self.currentIndex().row() + (1 if forward else -1)
        if self._ringed and 0 <= row < self.model().rowCount():
            self._go_to(row)
            return True
        return super().focusNextPrevChild(forward)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Toggles on Space and Enter; a key that is held down toggles once."""
        index = self.currentIndex()
        self._ringed = True
        self.ground.update()
        if event.key() not in _PRESSING or not index.isValid():
            super().keyPressEvent(event)
        elif not event.isAutoRepeat():
            self._toggle(index)

    def _go_to(self, row: int) -> None:
        self.setCurrentIndex(self.model().index(row, 0))
        reveal(self)
        self.ground.update()

    def _toggle(self, index: QModelIndex) -> None:
        """Asks the model for the other state; it announces whether the change was made."""
        on = index.data(Role.ALLOWED) == Qt.CheckState.Checked
        other = Qt.CheckState.Unchecked if on else Qt.CheckState.Checked
        self.model().setData(index, other, Role.ALLOWED)
