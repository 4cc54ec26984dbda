"""Tells those who waited for an answer what came of it, however many they are: a part in each turn.

The decision is kept before the first of them hears. Of a grant it is looked up anew in each turn:
nobody is let through by one that was taken back meanwhile.
"""

from collections import defaultdict, deque
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass, field
from functools import partial

from miniapp_host.permissions.decisions import Subject
from miniapp_host.permissions.outcomes import Outcome, Waiter

MOST_IN_A_TURN = 100
"""A call that was let through takes some 0.05 ms, and its answer as much."""

Later = Callable[[Callable[[], None]], object]
"""Calls back in a later turn of the event loop."""
Stands = Callable[[Outcome], Outcome]
"""What an outcome has become meanwhile."""


def at_once(go_on: Callable[[], None]) -> None:
    """Calls back now: where no events are, there is nobody to keep waiting."""
    go_on()


@dataclass(eq=False)
class _Hearing:
    """Those who are still to hear of one answer, in order."""

    outcome: Outcome
    stands: Stands
    waiters: deque[Waiter] = field(default_factory=deque)


class Hearers:
    """The answers of which somebody is still to hear."""

    def __init__(self, later: Later = at_once) -> None:
        self._later = later
        self._hearings: defaultdict[Subject, list[_Hearing]] = defaultdict(list)

    def tell(
        self, subject: Subject, waiters: deque[Waiter], outcome: Outcome, stands: Stands
    ) -> None:
        """Call everyone who waits, even if one raises; no further one after `forget`."""
        hearing = _Hearing(outcome, stands, waiters)
        self._hearings[subject].append(hearing)
        self._tell_some(subject, hearing)

    @property
    def busy(self) -> bool:
        """Whether somebody is still to hear."""
        return any(one.waiters for hearings in self._hearings.values() for one in hearings)

    def forget(self, subject: Subject) -> None:
        """Nobody of a closed or deleted subject hears any more."""
        for hearing in self._hearings.pop(subject, ()):
            hearing.waiters.clear()

    def _tell_some(self, subject: Subject, hearing: _Hearing) -> None:
        with ExitStack() as all_of_them:
            all_of_them.callback(self._go_on, subject, hearing)
            for _ in range(min(MOST_IN_A_TURN, len(hearing.waiters))):
                all_of_them.callback(_tell_next, hearing)

    def _go_on(self, subject: Subject, hearing: _Hearing) -> None:
        """Have the others told in a later turn, or end the hearing."""
        if hearing.waiters:
            self._later(partial(self._tell_more, subject, hearing))
        elif hearing in self._hearings.get(subject, ()):
            self._hearings[subject].remove(hearing)

    def _tell_more(self, subject: Subject, hearing: _Hearing) -> None:
        hearing.outcome = hearing.stands(hearing.outcome)
        self._tell_some(subject, hearing)


def _tell_next(hearing: _Hearing) -> None:
    if hearing.waiters:
        hearing.waiters.popleft()(hearing.outcome)
