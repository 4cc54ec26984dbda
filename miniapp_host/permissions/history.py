"""Every decision with when and by whom, in the same file and the same commit as the decisions.

Replaying it gives the present state. The newest entries of each scope are kept; all go with the
program.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import UTC, datetime

from miniapp_host.memory.database import Database
from miniapp_host.permissions.decisions import Actor, Decision, Subject

KEPT_PER_SCOPE = 100
"""The most entries that are kept of one scope of one version of a program."""

_COLUMNS = "at, program, version, scope, actor, old, new"
_OF_SCOPE = "program = ? AND version = ? AND scope = ?"
_RESERVED = "reserved"
_ADD = f"INSERT INTO history ({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?)"
_FILL = (
    "UPDATE history SET at = ?, actor = ?, old = ?, new = ?"
    f" WHERE actor = '{_RESERVED}' AND {_OF_SCOPE}"
)
_RESERVE = (
    f"INSERT INTO history ({_COLUMNS}) VALUES (?, ?, ?, ?, '{_RESERVED}', 'undecided', 'undecided')"
)
# Two fewer than are kept: a grant and the entry that takes it back come in their place.
_TRIM = (
    f"DELETE FROM history WHERE {_OF_SCOPE} AND rowid NOT IN"
    f" (SELECT rowid FROM history WHERE {_OF_SCOPE} ORDER BY rowid DESC LIMIT {KEPT_PER_SCOPE - 2})"
)
_LIST_SCOPE = (
    f"SELECT {_COLUMNS} FROM history WHERE {_OF_SCOPE} AND actor <> '{_RESERVED}' ORDER BY rowid"
)
_LAST = f"{_LIST_SCOPE} DESC LIMIT 1"
_LIST = (
    f"SELECT {_COLUMNS} FROM history WHERE program = ? AND actor <> '{_RESERVED}' ORDER BY rowid"
)
_FORGET = "DELETE FROM history WHERE program = ?"


@dataclass(frozen=True)
class Entry:
    """One change of a decision; `at` is None for what was decided before there was a history."""

    at: datetime | None
    subject: Subject
    scope: str
    actor: Actor
    old: Decision
    new: Decision


def utc_now() -> datetime:
    """The time by the machine's clock."""
    return datetime.now(UTC)


class History:
    """The entries in the database; the store of decisions writes them, everybody may read."""

    def __init__(self, database: Database, now: Callable[[], datetime] = utc_now) -> None:
        self._database = database
        self._now = now

    def add(
        self, subject: Subject, scope: str, actor: Actor, change: tuple[Decision, Decision]
    ) -> None:
        """Enter a `change` from the old decision to another one; raises StoreError.

        A grant reserves the room for the entry that takes it back, so that a full disk can revoke.
        """
        old, new = change
        key = (subject.program, subject.version, scope)
        words = (actor.value, old.value, new.value)
        at = _milliseconds(self._now())
        if old is Decision.GRANTED:
            self._database.execute(_FILL, (at, *words, *key))
            return
        self._database.execute(_TRIM, (*key, *key))
        self._database.execute(_ADD, (at, *key, *words))
        if new is Decision.GRANTED:
            self._database.execute(_RESERVE, (at, *key))

    def entries(self, program: str) -> tuple[Entry, ...]:
        """All that is kept of a program; raises StoreError.

        Those of one scope stand in the order in which they were made, whatever the clock said; for
        the order of all of them, sort by `at`.
        """
        return tuple(_entry(*row) for row in self._database.execute(_LIST, (program,)))

    def of(self, subject: Subject, scope: str) -> tuple[Entry, ...]:
        """All that is kept of one scope, the oldest first; raises StoreError."""
        rows = self._database.execute(_LIST_SCOPE, (subject.program, subject.version, scope))
        return tuple(_entry(*row) for row in rows)

    def last(self, subject: Subject, scope: str) -> Entry | None:
        """What made the present state; None if nobody has decided yet. Raises StoreError."""
        rows = self._database.execute(_LAST, (subject.program, subject.version, scope))
        return _entry(*rows[0]) if rows else None

    def forget(self, program: str) -> None:
        """Remove all that is kept of a program; raises StoreError."""
        self._database.execute(_FORGET, (program,))


def replayed(entries: Iterable[Entry]) -> dict[tuple[Subject, str], Decision]:
    """The decisions that stand after `entries`, without those that were taken back."""
    state: dict[tuple[Subject, str], Decision] = {}
    for entry in entries:
        state[entry.subject, entry.scope] = entry.new
    return {key: new for key, new in state.items() if new is not Decision.UNDECIDED}


def _milliseconds(moment: datetime) -> int:
    """Milliseconds since 1970; at least 1, as 0 stands for an unknown time."""
    return max(1, int(moment.timestamp() * 1000))


def _entry(
    at: int, program: str, version: str, scope: str, actor: str, old: str, new: str
) -> Entry:
    return Entry(
        at=datetime.fromtimestamp(at / 1000, UTC) if at else None,
        subject=Subject(program, version),
        scope=scope,
        actor=Actor(actor),
        old=Decision(old),
        new=Decision(new),
    )
