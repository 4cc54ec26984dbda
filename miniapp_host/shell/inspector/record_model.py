"""Records of one kind as a table: the newest last, filtered, and never more than a bound."""

from bisect import bisect_left
from collections import deque
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Generic, TypeVar

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    QTimer,
)

from miniapp_host.shell.inspector.table_cell import Role, TableCell

MOST_RECORDS = 10_000
MATCHED_AT_ONCE = 500
"""Records that a filter looks at in one turn of the event loop."""

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
        # What the filter has not looked at yet: nothing after the first of it is shown.
        self._unmatched: deque[tuple[int, Hashable]] = deque()
        self._timer = QTimer(self, singleShot=True, interval=0)
        self._timer.timeout.connect(self._match_more)

    @property
    def total(self) -> int:
        """The number of records, also those that the filter holds back."""
        return len(self._all)

    @property
    def shown(self) -> tuple[R, ...]:
        """The records that the filter lets through, oldest first."""
        return tuple(self._shown)

    def set_records(self, records: Iterable[R]) -> None:
        """Replace everything; what is too much for one turn appears in the next ones."""
        self.beginResetModel()
        self._all.clear()
        for record in records:
            self._keep(record)
        self._forget_oldest(len(self._all) - self._most)
        self._show_none()
        self.endResetModel()
        self._match_more()

    def take(self, records: Iterable[R]) -> None:
        """Add new records and replace known ones; the oldest go when there are too many."""
        news = {self._key(record): record for record in records}
        known = [one for key, one in news.items() if key in self._all]
        added = [key for key in news if key not in self._all]
        self._replace([(self._keep(one), one) for one in known])
        self._unmatched.extend((self._keep(news[key]), key) for key in added)
        if not self._timer.isActive():
            self._match_more()
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
        self._show_none()
        self.endResetModel()
        self._match_more()

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

    def _show_none(self) -> None:
        self._shown, self._numbers = [], []
        self._unmatched = deque((number, key) for key, (number, _) in self._all.items())

    def _match_more(self) -> None:
        """Shows what passes the filter among the next records."""
        passing: list[tuple[int, R]] = []
        for _ in range(min(len(self._unmatched), MATCHED_AT_ONCE)):
            number, key = self._unmatched.popleft()
            found = self._all.get(key)
            if found is not None and found[0] == number and self._passes(found[1]):
                passing.append(found)
        self._append(passing)
        if self._unmatched:
            self._timer.start()

    def _row_of(self, number: int) -> int | None:
        row = bisect_left(self._numbers, number)
        return row if row < len(self._numbers) and self._numbers[row] == number else None

    def _append(self, passing: list[tuple[int, R]]) -> None:
        if not passing:
            return
        first = len(self._shown)
        self.beginInsertRows(QModelIndex(), first, first + len(passing) - 1)
        self._numbers += [number for number, _ in passing]
        self._shown += [one for _, one in passing]
        self.endInsertRows()

    def _replace(self, changed: list[tuple[int, R]]) -> None:
        redrawn: list[int] = []
        coming: list[tuple[int, R]] = []
        unmatched = self._unmatched[0][0] if self._unmatched else self._next
        for number, record in changed:
            row, passes = self._row_of(number), self._passes(record)
            if row is not None and passes:
                self._shown[row] = record
                redrawn.append(row)
            elif row is not None:
                self._hide(row)
            elif passes and number < unmatched:
                coming.append((number, record))
        if redrawn:
            first, last = min(redrawn), min(max(redrawn), len(self._shown) - 1)
            self.dataChanged.emit(self.index(first, 0), self.index(last, len(self.columns) - 1))
        self._insert(deque(sorted(coming, key=_number_of)))

    def _insert(self, coming: deque[tuple[int, R]]) -> None:
        """Shows known records, in order of their numbers; neighbours at once."""
        while coming:
            row = bisect_left(self._numbers, coming[0][0])
            end = self._numbers[row] if row < len(self._numbers) else self._next
            run: list[tuple[int, R]] = []
            while coming and coming[0][0] < end:
                run.append(coming.popleft())
            self.beginInsertRows(QModelIndex(), row, row + len(run) - 1)
            self._numbers[row:row] = [number for number, _ in run]
            self._shown[row:row] = [record for _, record in run]
            self.endInsertRows()

    def _hide(self, row: int, count: int = 1) -> None:
        self.beginRemoveRows(QModelIndex(), row, row + count - 1)
        del self._numbers[row : row + count]
        del self._shown[row : row + count]
        self.endRemoveRows()

    def _drop_oldest(self, many: int) -> None:
        last = self._forget_oldest(many)
        gone = bisect_left(self._numbers, last + 1)
        if gone:
            self._hide(0, gone)

    def _forget_oldest(self, many: int) -> int:
        """Forgets so many records; the number of the last of them, -1 if there is none."""
        last = -1
        for key in list(islice(self._all, max(0, many))):
            last = self._all.pop(key)[0]
        return last


def _number_of(one: tuple[int, object]) -> int:
    return one[0]
