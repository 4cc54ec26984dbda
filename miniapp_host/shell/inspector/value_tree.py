"""A tree over a value that changes: what is unfolded stays so, and values can be written over."""

from collections.abc import Callable, Iterator

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QToolTip, QWidget

from miniapp_host.shell.inspector.tree import Tree
from miniapp_host.shell.inspector.value_model import Path, ValueModel
from miniapp_host.shell.kit.soon import soon
from miniapp_host.texts import Texts

Index = QModelIndex | QPersistentModelIndex
Edit = Callable[[Path, str], str]
"""Takes a path and what was typed there; returns what is wrong with it, empty if it was taken."""


class ValueTree(Tree):
    """Shows what `show_value` gives; without `edit` it can only be read."""

    delete_wished = Signal(object)
    """The person pressed Delete: a tuple of the selected paths."""

    def __init__(
        self, name: str, texts: Texts, edit: Edit | None = None, parent: QWidget | None = None
    ) -> None:
        self._edit_value = edit
        titles = (texts("Key"), texts("Value"))
        self._values = ValueModel(titles, edit=None if edit is None else self._on_model_edited)
        super().__init__(name, self._values, parent)
        self._values.setParent(self)
        self._waiting: list[object] = []
        self._wrong: tuple[Path, str] = ((), "")
        self.itemDelegate().closeEditor.connect(self._on_delegate_close_editor)

    def show_value(self, value: object) -> None:
        """Show another value; what is unfolded, current and in view stays, where it still is.

        While the person edits, the newest value waits for the end of that.
        """
        if self.state() is QAbstractItemView.State.EditingState:
            self._waiting = [value]
            return
        if _is_same(value, self._values.value):
            return
        unfolded, current = tuple(self._unfolded()), self._path_of(self.currentIndex())
        top = self.verticalScrollBar().value()
        self._values.set_value(value)
        for path in unfolded:
            self.expand(self.index_of(path))
        if current:
            self.setCurrentIndex(self.index_of(current))
        self.verticalScrollBar().setValue(top)

    def index_of(self, path: Path, column: int = 0) -> QModelIndex:
        """The index of the value at `path`; an invalid one if there is none."""
        found = QModelIndex()
        for key in path:
            rows = range(self._values.rowCount(found))
            matching = (row for row in rows if self._key_of(row, found) == key)
            row = next(matching, None)
            if row is None:
                return QModelIndex()
            found = self._values.index(row, 0, found)
        return found.siblingAtColumn(column)

    @property
    def chosen(self) -> Path:
        """The path of the first selected value; empty if none is."""
        rows = self.selectionModel().selectedRows()
        return self._path_of(rows[0]) if rows else ()

    def place_for_new(self) -> tuple[Path, bool]:
        """Where a new entry goes, and whether that is a list.

        It goes into what is chosen, if that is unfolded or has nothing to unfold, else beside it.
        """
        rows = self.selectionModel().selectedRows()
        place = rows[0] if rows else QModelIndex()
        is_empty = self._values.node(place).value in ([], {})
        if place.isValid() and not self.isExpanded(place) and not is_empty:
            place = place.parent()
        return self._path_of(place), isinstance(self._values.node(place).value, list)

    def unfold_first(self) -> None:
        """Unfold the first row if nothing is unfolded."""
        if next(self._unfolded(), None) is None:
            self.expand(self._values.index(0, 0))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete and self._edit_value is not None:
            chosen = self.selectionModel().selectedRows()
            self.delete_wished.emit(tuple(self._path_of(index) for index in chosen))
        else:
            super().keyPressEvent(event)

    def _key_of(self, row: int, parent: Index) -> str | int:
        return self._values.node(self._values.index(row, 0, parent)).key

    def _path_of(self, index: Index) -> Path:
        return self._values.node(index).path if index.isValid() else ()

    def _unfolded(self, parent: Index = QModelIndex()) -> Iterator[Path]:  # noqa: B008
        """The paths of all unfolded rows, each before those inside it."""
        for row in range(self._values.rowCount(parent)):
            index = self._values.index(row, 0, parent)
            if self.isExpanded(index):
                yield self._path_of(index)
                yield from self._unfolded(index)

    def _on_model_edited(self, path: Path, text: str) -> bool:
        wrong = self._edit_value(path, text) if self._edit_value is not None else ""
        if wrong:
            self._wrong = (path, wrong)
            soon(self, self._say_wrong)  # a tooltip goes when the editor gives the focus back
        return not wrong

    def _say_wrong(self) -> None:
        path, wrong = self._wrong
        place = self.visualRect(self.index_of(path, 1)).bottomLeft()
        QToolTip.showText(self.viewport().mapToGlobal(place), wrong, self)

    def _on_delegate_close_editor(self) -> None:
        waiting, self._waiting = self._waiting, []
        for value in waiting:
            self.setState(QAbstractItemView.State.NoState)
            self.show_value(value)


def _is_same(value: object, other: object) -> bool:
    """Whether both are equal and, being objects, have their keys in the same order."""
    if isinstance(value, dict) and isinstance(other, dict) and list(value) != list(other):
        return False
    return value == other
