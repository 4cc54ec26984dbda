"""Finds what is new or has changed in an owner's list, however much was announced meanwhile."""

from collections.abc import Callable, Hashable, Iterator
from typing import Generic, Protocol, TypeVar

MOST_OPEN = 10_000


class Numbered(Protocol):
    """A thing whose number is greater than that of everything before it."""

    @property
    def number(self) -> int: ...


N = TypeVar("N", bound=Numbered)


class Follower(Generic[N]):
    """Reads a bounded list from its newest end, and looks again at what was not finished.

    Whoever announces thus only says that something has changed: nothing is noted for each change.
    """

    def __init__(
        self, newest: Callable[[], Iterator[N]], stage: Callable[[N], Hashable | None]
    ) -> None:
        """`newest` gives everything, the newest first; `stage` is None for what is finished."""
        self._newest = newest
        self._stage = stage
        self._last = 0
        self._open: dict[int, tuple[N, Hashable]] = {}

    def begin_anew(self) -> None:
        """Everything counts as new at the next reading."""
        self._last = 0
        self._open.clear()

    def read(self) -> list[N]:
        """What has changed since the last reading, then what is new, each in order."""
        changed = self._changed()
        new = self._new()
        for one in new:
            self._note(one)
        for number in list(self._open)[: max(0, len(self._open) - MOST_OPEN)]:
            del self._open[number]
        return changed + new

    def _changed(self) -> list[N]:
        changed = [one for one, known in self._open.values() if self._stage(one) != known]
        for one in changed:
            self._note(one)
        return changed

    def _new(self) -> list[N]:
        new: list[N] = []
        for one in self._newest():
            if one.number <= self._last:
                break
            new.append(one)
        if new:
            self._last = new[0].number
        new.reverse()
        return new

    def _note(self, one: N) -> None:
        stage = self._stage(one)
        if stage is None:
            self._open.pop(one.number, None)
        else:
            self._open[one.number] = (one, stage)
