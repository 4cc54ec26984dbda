"""The ways in which a scope can go, and which of them this run has seen: what is left to test.

It keeps nothing: calls are the journal's, decisions in the settings the history's.
"""

from datetime import datetime
from enum import Enum

from miniapp_host.api.calls.journal import How, Journal
from miniapp_host.memory.store_error import StoreError
from miniapp_host.permissions.decisions import Actor, Decision, Subject
from miniapp_host.permissions.history import Entry, History
from miniapp_host.permissions.scopes import Scope


class Way(Enum):
    """One way, in the order in which a tester walks them."""

    ALLOWED = "allowed"
    REJECTED = "rejected"
    DISMISSED = "dismissed"
    DENIED_BEFORE = "denied before"
    ALLOWED_AGAIN = "allowed again in settings"
    SWITCHED_OFF = "switched off on the phone"

    @property
    def grants(self) -> bool:
        """Whether the interface runs in the end."""
        return self in (Way.ALLOWED, Way.ALLOWED_AGAIN)


_OF_HOW = {
    How.ASKED_ALLOWED: Way.ALLOWED,
    How.ASKED_REJECTED: Way.REJECTED,
    How.ASKED_DISMISSED: Way.DISMISSED,
    How.DENIED_BEFORE: Way.DENIED_BEFORE,
    How.SWITCHED_OFF: Way.SWITCHED_OFF,
}


class Ways:
    """Tells the ways by the journal of this run and the history since it began."""

    def __init__(self, journal: Journal, history: History) -> None:
        self._journal = journal
        self._history = history

    def seen(self, subject: Subject, scope: str) -> frozenset[Way]:
        """The ways that this run has seen; what can't be read was not seen."""
        hows = self._journal.seen(subject, scope)
        ways = {_OF_HOW[how] for how in hows if how in _OF_HOW}
        if any(_allows_again(entry, self._journal.begun_at) for entry in self._of(subject, scope)):
            ways.add(Way.ALLOWED_AGAIN)
        return frozenset(ways)

    def scopes(self, subject: Subject) -> frozenset[str]:
        """The scopes whose calls this run has seen decided."""
        return self._journal.seen_scopes(subject)

    def _of(self, subject: Subject, scope: str) -> tuple[Entry, ...]:
        try:
            return self._history.of(subject, scope)
        except StoreError:
            return ()


def ways_of(scope: Scope) -> tuple[Way, ...]:
    """The ways that there are for a scope: not every one depends on a switch of the phone's own."""
    switched = any(guard.switch is not None for guard in scope.guards)
    return tuple(way for way in Way if switched or way is not Way.SWITCHED_OFF)


def _allows_again(entry: Entry, since: datetime) -> bool:
    """Whether the person switched on in the settings what was denied, in this run."""
    change = (entry.actor, entry.old, entry.new)
    recent = entry.at is not None and entry.at >= since
    return recent and change == (Actor.SETTINGS, Decision.DENIED, Decision.GRANTED)
