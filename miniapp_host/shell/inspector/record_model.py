"""Records of one kind as a table: the newest last or sorted, filtered, never more than a bound."""

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

from miniapp_host.shell.inspector.row_order import Place, RowOrder
from miniapp_host.shell.inspector.table_cell import Role, TableCell

MOST_RECORDS = 10_000
MATCHED_AT_ONCE = 500
"""Records that a filter looks at in one turn of the event loop."""

NOTHING = "\N{EN DASH}"
"""What a screen reader says of an empty cell."""

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
    right: bool = False
    """Whether its title stands at the right, as its cells do."""
    hint: Callable[[R], str] | None = None
    """The tooltip; without it, the text where it was cut."""
    value: Callable[[R], float] | None = None
    """What rows are sorted by; without it, the text of the cell."""


class _Held(Generic[R]):
    """A record in the model; `place` is where its row stands, None while it has none."""

    __slots__ = ("number", "place", "record")

    def __init__(self, number: int, record: R) -> None:
        self.number = number
        self.record = record
        self.place: Place | None = None


class RecordModel(QAbstractTableModel, Generic[R]):
    """Holds records by the key that `key` gives; a record with a known key replaces the old one."""

    def __init__(
        self,
        columns: Sequence[Column[R]],
        key: Callable[[R], Hashable],
        parent: QObject | None = None,
        *,
        most: int = MOST_RECORDS,
        at_once: int = MATCHED_AT_ONCE,
    ) -> None:
        """It holds `most` records; the filter looks at `at_once` of them in one turn."""
        super().__init__(parent)
        self.columns = tuple(columns)
        self._key = key
        self._most = most
        self._at_once = at_once
        self._accepts: Callable[[R], bool] | None = None
        self._order: RowOrder[R] = RowOrder()
        self._next = 0
        # In the order of their numbers, which only grow.
        self._all: dict[Hashable, _Held[R]] = {}
        # Places only grow from row to row, so that a row is found by halving.
        self._shown: list[_Held[R]] = []
        self._places: list[Place] = []
        # What the filter has not looked at yet: nothing after the first of it is shown.
        self._unmatched: deque[_Held[R]] = deque()
        self._timer = QTimer(self, singleShot=True, interval=0)
        self._timer.timeout.connect(self._match_more)

    @property
    def total(self) -> int:
        """The number of records, also those that the filter holds back."""
        return len(self._all)

    @property
    def shown(self) -> tuple[R, ...]:
        """The records that the filter lets through, in the order of the rows."""
        return tuple(held.record for held in self._shown)

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
        known = [key for key in news if key in self._all]
        self._replace([self._keep(news.pop(key)) for key in known])
        self._unmatched.extend(map(self._keep, news.values()))
        if not self._timer.isActive():
            self._match_more()
        self._hide(self._forget_oldest(len(self._all) - self._most))

    def remove(self, keys: Iterable[Hashable]) -> None:
        """Remove the records with these keys."""
        self._hide([self._all.pop(key) for key in keys if key in self._all])

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
        return self._shown[row].record

    def row_of(self, key: Hashable) -> int | None:
        """The row in which the record with that key is shown; None if it is not."""
        held = self._all.get(key)
        return None if held is None or held.place is None else self._row_at(held.place)

    # What Qt asks

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.columns)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation is not Qt.Orientation.Horizontal or section >= len(self.columns):
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self.columns[section].title
            case Qt.ItemDataRole.TextAlignmentRole if self.columns[section].right:
                return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            case _:
                return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or index.row() >= len(self._shown):
            return None
        record, column = self._shown[index.row()].record, self.columns[index.column()]
        match role:
            case Role.RECORD:
                return record
            case Role.CELL:
                return column.cell(record)
            case Qt.ItemDataRole.DisplayRole:
                return column.cell(record).text
            case Qt.ItemDataRole.AccessibleTextRole:
                return column.cell(record).text or NOTHING
            case Qt.ItemDataRole.ToolTipRole if column.hint is not None:
                return column.hint(record)
            case _:
                return None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort the rows by a column; by -1 the oldest record stands first again."""
        self.layoutAboutToBeChanged.emit()
        before = self.persistentIndexList()
        marked = [self._shown[index.row()] for index in before]
        down = order is Qt.SortOrder.DescendingOrder
        self._order = RowOrder(self.columns[column], down=down) if column >= 0 else RowOrder()
        self._set_shown(self._shown)
        rows = [self._row_at(held.place) for held in marked if held.place is not None]
        after = [self.index(row, index.column()) for row, index in zip(rows, before, strict=True)]
        self.changePersistentIndexList(before, after)
        self.layoutChanged.emit()

    # How it is kept

    def _keep(self, record: R) -> _Held[R]:
        key = self._key(record)
        held = self._all.get(key)
        if held is None:
            held = self._all[key] = _Held(self._next, record)
            self._next += 1
        held.record = record
        return held

    def _passes(self, held: _Held[R]) -> bool:
        return self._accepts is None or self._accepts(held.record)

    def _show_none(self) -> None:
        for held in self._shown:
            held.place = None
        self._shown, self._places = [], []
        self._unmatched = deque(self._all.values())

    def _match_more(self) -> None:
        """Shows what passes the filter among the next records."""
        many = min(len(self._unmatched), self._at_once)
        looked_at = [self._unmatched.popleft() for _ in range(many)]
        self._insert([held for held in looked_at if self._is_kept(held) and self._passes(held)])
        if self._unmatched:
            self._timer.start()

    def _is_kept(self, held: _Held[R]) -> bool:
        return self._all.get(self._key(held.record)) is held

    def _row_at(self, place: Place) -> int:
        return bisect_left(self._places, place)

    def _set_shown(self, shown: list[_Held[R]]) -> None:
        """Puts rows into the present order."""
        for held in shown:
            held.place = self._order.place_of(held.record, held.number)
        self._shown = sorted(shown, key=_place_of)
        self._places = [_place_of(held) for held in self._shown]

    def _replace(self, changed: list[_Held[R]]) -> None:
        """Shows what has become of records: where they are, elsewhere, or not any more."""
        unmatched = self._unmatched[0].number if self._unmatched else self._next
        matched = [held for held in changed if held.number < unmatched]
        passing = [held for held in matched if self._passes(held)]
        staying = {held.number for held in passing if self._stays(held)}
        self._hide([held for held in matched if held.number not in staying])
        rows = [self._row_at(_place_of(held)) for held in passing if held.number in staying]
        if rows:
            last = len(self.columns) - 1
            self.dataChanged.emit(self.index(min(rows), 0), self.index(max(rows), last))
        self._insert([held for held in passing if held.number not in staying])

    def _stays(self, held: _Held[R]) -> bool:
        return held.place == self._order.place_of(held.record, held.number)

    def _insert(self, coming: list[_Held[R]]) -> None:
        """Shows records where they belong; neighbours at once."""
        for held in coming:
            held.place = self._order.place_of(held.record, held.number)
        left = deque(sorted(coming, key=_place_of))
        while left:
            row = self._row_at(_place_of(left[0]))
            end = self._places[row] if row < len(self._places) else None
            run = [left.popleft()]
            while left and (end is None or _place_of(left[0]) < end):
                run.append(left.popleft())
            self.beginInsertRows(QModelIndex(), row, row + len(run) - 1)
            self._places[row:row] = map(_place_of, run)
            self._shown[row:row] = run
            self.endInsertRows()

    def _hide(self, going: list[_Held[R]]) -> None:
        """Takes the rows of records away, neighbours at once, the last ones first."""
        rows = [self._row_at(held.place) for held in going if held.place is not None]
        rows.sort()
        while rows:
            last = first = rows.pop()
            while rows and rows[-1] == first - 1:
                first = rows.pop()
            self.beginRemoveRows(QModelIndex(), first, last)
            for held in self._shown[first : last + 1]:
                held.place = None
            del self._places[first : last + 1]
            del self._shown[first : last + 1]
            self.endRemoveRows()

    def _forget_oldest(self, many: int) -> list[_Held[R]]:
        """Forgets so many records, and returns them."""
        return [self._all.pop(key) for key in list(islice(self._all, max(0, many)))]


def _place_of(held: _Held[R]) -> Place:
    assert held.place is not None
    return held.place
