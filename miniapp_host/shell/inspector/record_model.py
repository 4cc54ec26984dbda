"""Records of one kind as a table: the newest last, filtered, and never more than a bound."""

from bisect import bisect_left
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from miniapp_host.shell.inspector.table_cell import Role, TableCell

MOST_RECORDS = 10_000

R = TypeVar("R")
Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True)
class Column(Generic[R]):
    """One column; a cell is only made when it is drawn."""

    title: str
    cell: Callable[[R], TableCell]
    width: int = 120
    """Pixels at first."""
    stretches: bool = False
    """Whether it takes the room that is left, instead of the last column."""
    shown_from: int = 0
    """The width in pixels of a table that has room for this column."""
    hint: Callable[[R], str] | None = None
    """The tooltip; without it, the text where it was cut."""


class RecordModel(QAbstractTableModel, Generic[R]):
    """Holds records by the key that `key` gives; a record with a known key replaces the old one."""

    def __init__(
        self,
        columns: Sequence[Column[R]],
        key: Callable[[R], Hashable],
        parent: QObject | None = None,
        *,
        most: int = MOST_RECORDS,
    ) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self._key = key
        self._most = most
        self._accepts: Callable[[R], bool] | None = None
        self._next = 0
        # Each record has a number that only grows, so that rows can be found by halving.
        self._all: dict[Hashable, tuple[int, R]] = {}
        self._shown: list[R] = []
        self._numbers: list[int] = []

    @property
    def total(self) -> int:
        """The number of records, also those that the filter holds back."""
        return len(self._all)

    @property
    def shown(self) -> tuple[R, ...]:
        """The records that the filter lets through, oldest first."""
        return tuple(self._shown)

    def set_records(self, records: Iterable[R]) -> None:
        """Replace everything."""
        self.beginResetModel()
        self._all.clear()
        for record in records:
            self._keep(record)
        for key in list(islice(self._all, max(0, len(self._all) - self._most))):
            del self._all[key]
        self._choose_shown()
        self.endResetModel()

    def take(self, records: Iterable[R]) -> None:
        """Add new records and replace known ones; the oldest go when there are too many."""
        news = {self._key(record): record for record in records}
        known = [one for key, one in news.items() if key in self._all]
        added = [one for key, one in news.items() if key not in self._all]
        self._replace([(self._keep(one), one) for one in known])
        self._append([(self._keep(one), one) for one in added])
        self._drop_oldest(len(self._all) - self._most)

    def remove(self, keys: Iterable[Hashable]) -> None:
        """Remove the records with these keys."""
        for key in keys:
            found = self._all.pop(key, None)
            row = self._row_of(found[0]) if found is not None else None
            if row is not None:
                self._hide(row)

    def clear(self) -> None:
        """Remove everything."""
        self.set_records(())

    def show_only(self, accepts: Callable[[R], bool] | None) -> None:
        """Show the records for which `accepts` says so, or all with None."""
        self.beginResetModel()
        self._accepts = accepts
        self._choose_shown()
        self.endResetModel()

    def record(self, row: int) -> R:
        """The record in a row."""
        return self._shown[row]

    def row_of(self, key: Hashable) -> int | None:
        """The row in which the record with that key is shown; None if it is not."""
        found = self._all.get(key)
        return None if found is None else self._row_of(found[0])

    # What Qt asks

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.columns)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        across = orientation is Qt.Orientation.Horizontal
        if across and role == Qt.ItemDataRole.DisplayRole and section < len(self.columns):
            return self.columns[section].title
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or index.row() >= len(self._shown):
            return None
        record, column = self._shown[index.row()], self.columns[index.column()]
        match role:
            case Role.RECORD:
                return record
            case Role.CELL:
                return column.cell(record)
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.AccessibleTextRole:
                return column.cell(record).text
            case Qt.ItemDataRole.ToolTipRole if column.hint is not None:
                return column.hint(record)
            case _:
                return None

    # How it is kept

    def _keep(self, record: R) -> int:
        key = self._key(record)
        known = self._all.get(key)
        number = self._next if known is None else known[0]
        self._next += known is None
        self._all[key] = (number, record)
        return number

    def _passes(self, record: R) -> bool:
        return self._accepts is None or self._accepts(record)

    def _choose_shown(self) -> None:
        passing = [(number, one) for number, one in self._all.values() if self._passes(one)]
        self._numbers = [number for number, _ in passing]
        self._shown = [one for _, one in passing]

    def _row_of(self, number: int) -> int | None:
        row = bisect_left(self._numbers, number)
        return row if row < len(self._numbers) and self._numbers[row] == number else None

    def _append(self, added: list[tuple[int, R]]) -> None:
        passing = [(number, one) for number, one in added if self._passes(one)]
        if not passing:
            return
        first = len(self._shown)
        self.beginInsertRows(QModelIndex(), first, first + len(passing) - 1)
        self._numbers += [number for number, _ in passing]
        self._shown += [one for _, one in passing]
        self.endInsertRows()

    def _replace(self, changed: list[tuple[int, R]]) -> None:
        redrawn: list[int] = []
        for number, record in changed:
            row, passes = self._row_of(number), self._passes(record)
            if row is not None and passes:
                self._shown[row] = record
                redrawn.append(row)
            elif row is not None:
                self._hide(row)
            elif passes:
                self._insert(bisect_left(self._numbers, number), number, record)
        if redrawn:
            first, last = min(redrawn), min(max(redrawn), len(self._shown) - 1)
            self.dataChanged.emit(self.index(first, 0), self.index(last, len(self.columns) - 1))

    def _insert(self, row: int, number: int, record: R) -> None:
        self.beginInsertRows(QModelIndex(), row, row)
        self._numbers.insert(row, number)
        self._shown.insert(row, record)
        self.endInsertRows()

    def _hide(self, row: int, count: int = 1) -> None:
        self.beginRemoveRows(QModelIndex(), row, row + count - 1)
        del self._numbers[row : row + count]
        del self._shown[row : row + count]
        self.endRemoveRows()

    def _drop_oldest(self, many: int) -> None:
        if many <= 0:
            return
        last = -1
        for key in list(islice(self._all, many)):
            last = self._all.pop(key)[0]
        gone = bisect_left(self._numbers, last + 1)
        if gone:
            self._hide(0, gone)
