"""Turns the columns of a picker that the program has opened, and takes what they stand on."""

from miniapp_host.testing.aiming import Aim
from miniapp_host.testing.fingers import turn_wheel
from miniapp_host.testing.looking import Column, Look, look_at_picker
from miniapp_host.testing.tested_phone import TestedPhone

__tracebackhide__ = True  # a failure's traceback ends in the test

_NEAR = 5
"""Rows that are named on either side of where a column stands."""
_NOTCH = 120
"""One notch of the mouse wheel, in Qt's units, turns a column by one row."""


class PickerHand:
    """A person before an open picker, who waits at most so many seconds for each row."""

    def __init__(self, tested: TestedPhone, aim: Aim, seconds: float | None) -> None:
        self._tested = tested
        self._aim = aim
        self._seconds = seconds

    def pick(self, *rows: str) -> None:
        """Turn each column to its row, one after the other, and confirm.

        Raises WaitError if there is no picker, or no such row.
        """
        for at, row in enumerate(rows):
            self._turn(at, row)
        confirm = self._still().confirm
        assert confirm is not None
        self._tested.click_at(self._aim.in_window(confirm))
        self._tested.wait(lambda: self._look().confirm is None, "the picker to go")

    def _turn(self, at: int, row: str) -> None:
        def is_there() -> bool:
            look = self._look()
            return look.still and len(look.columns) > at and row in look.columns[at].rows

        self._tested.wait(
            is_there, lambda: f"the row {row!r} in {self._said_column(at)}", self._seconds
        )
        column = self._look().columns[at]
        turns = column.rows.index(row) - column.index
        if turns:
            self._wheel(column, turns)
            self._tested.wait(lambda: self._stands(at) == row, f"column {at} on {row!r}")

    def _said_column(self, at: int) -> str:
        """A column and its rows, or what there is of a picker."""
        columns = self._look().columns
        if not columns:
            return "a picker, and none is open"
        if len(columns) <= at:
            return f"column {at} of the picker, which has {len(columns)}"
        rows = columns[at].rows
        near = rows[max(0, columns[at].index - _NEAR) : columns[at].index + _NEAR]
        return f"column {at} of the picker, whose {len(rows)} rows are like {', '.join(near)}"

    def _wheel(self, column: Column, turns: int) -> None:
        place = self._aim.in_window(column.place)
        turn_wheel(self._tested.phone.window, place, turns * _NOTCH)
        self._tested.pause()

    def _stands(self, at: int) -> str:
        look = self._look()
        column = look.columns[at] if len(look.columns) > at else None
        fits = look.still and column is not None and column.index < len(column.rows)
        return column.rows[column.index] if fits and column is not None else ""

    def _still(self) -> Look:
        self._tested.wait(lambda: self._look().still, "the picker to be at rest")
        return self._look()

    def _look(self) -> Look:
        return look_at_picker(self._tested.program.view)
