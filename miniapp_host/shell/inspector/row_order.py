"""Where the row of a record stands: by age, or sorted by one column."""

from collections.abc import Callable
from functools import total_ordering
from typing import Any, Generic, Protocol, TypeVar

from miniapp_host.shell.inspector.table_cell import TableCell

R = TypeVar("R")
R_contra = TypeVar("R_contra", contravariant=True)
Place = tuple[Any, int]
"""Compared with others: the value of the column, then the record's number."""


class SortedBy(Protocol[R_contra]):
    """What is asked of the column that rows are sorted by."""

    @property
    def cell(self) -> Callable[[R_contra], TableCell]: ...
    @property
    def value(self) -> Callable[[R_contra], float] | None: ...


class RowOrder(Generic[R]):
    """The order of a column's values; without a column, that of the records' numbers."""

    def __init__(self, column: "SortedBy[R] | None" = None, *, down: bool = False) -> None:
        self._column = column
        self._down = down

    def place_of(self, record: R, number: int) -> Place:
        """The place of a record; records of one value stand in order of their numbers."""
        column = self._column
        if column is None:
            return 0, number
        if column.value is not None:
            value = column.value(record)
            return -value if self._down else value, number
        text = column.cell(record).text.casefold()
        return _Down(text) if self._down else text, number


@total_ordering
class _Down:
    """A text that stands before those that it would stand behind."""

    __slots__ = ("_text",)

    def __init__(self, text: str) -> None:
        self._text = text

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Down) and other._text == self._text

    def __lt__(self, other: "_Down") -> bool:
        return other._text < self._text

    def __hash__(self) -> int:
        return hash(self._text)
