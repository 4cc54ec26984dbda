"""Takes what owners announce into a panel a little at a time, however much it is."""

from collections import deque
from collections.abc import Callable, Iterable
from typing import Generic, TypeVar

from PySide6.QtCore import QObject, QTimer

MOST_AT_ONCE = 500
"""Rows that are made, filtered and shown in one turn of the event loop."""
EVERY_MS = 100
BETWEEN_MS = 15

T = TypeVar("T")


class Intake(QObject, Generic[T]):
    """Reads at most ten times a second, and hands on `MOST_AT_ONCE` of what was read each turn.

    What was read is made into rows only when its turn has come: nothing is read before all of it
    is through, and an owner's list is bounded, so that most of a flood is never made into rows.
    """

    def __init__(
        self,
        read: Callable[[], Iterable[T]],
        take: Callable[[list[T]], None],
        parent: QObject,
    ) -> None:
        """`read` gives what is new since it was called last; `take` shows some of it."""
        super().__init__(parent)
        self._read = read
        self._take = take
        self._waiting: deque[T] = deque()
        self._told = False
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self.go_on)

    def tell(self, _change: object = None) -> None:
        """Something has changed."""
        self._told = True
        if not self._timer.isActive():
            self._timer.start(EVERY_MS)

    def go_on(self) -> None:
        """Take the next rows now, and the others in turns to come."""
        if not self._waiting:
            self._told = False
            self._waiting.extend(self._read())
        many = min(len(self._waiting), MOST_AT_ONCE)
        self._take([self._waiting.popleft() for _ in range(many)])
        if self._waiting or self._told:
            self._timer.start(BETWEEN_MS if self._waiting else EVERY_MS)

    def stop(self) -> None:
        """Drop what was told, and what was read and is not shown yet."""
        self._timer.stop()
        self._told = False
        self._waiting.clear()
