"""The decisions of persons about scopes, kept in the database.

Does not interpret: a scope is any text, and nothing here asks or allows anything. Who decided what
when is kept in the same commit, in the history.
"""

import logging
from collections.abc import Callable, Mapping
from datetime import datetime
from functools import partial

from miniapp_host.memory.database import Database
from miniapp_host.permissions.decisions import Actor, Change, Decision, Subject
from miniapp_host.permissions.history import History, utc_now
from miniapp_host.watchers import Watchers

_FIND = "SELECT decision FROM decisions WHERE program = ? AND version = ? AND scope = ?"
_LIST = "SELECT scope, decision FROM decisions WHERE program = ? AND version = ? ORDER BY rowid"
_ALL = "SELECT program, version, scope, decision FROM decisions"
_WRITE = (
    "INSERT INTO decisions (program, version, scope, decision) VALUES (?, ?, ?, ?)"
    " ON CONFLICT (program, version, scope) DO UPDATE SET decision = excluded.decision"
)
_RESET = "DELETE FROM decisions WHERE program = ? AND version = ? AND scope = ?"
_FORGET = "DELETE FROM decisions WHERE program = ? RETURNING version, scope"

_WORDS = {decision.value: decision for decision in Decision}

_log = logging.getLogger(__name__)

# (program, version, scope) -> word, as in the table: made for a hundred thousand rows at a time.
_Snapshot = dict[tuple[str, str, str], str]


class PermissionStore:
    """One row per decided (program, version, scope); no row is undecided."""

    def __init__(self, database: Database, now: Callable[[], datetime] = utc_now) -> None:
        self.history = History(database, now)
        self._database = database
        self._watchers: Watchers[Change] = Watchers()
        self._known: _Snapshot | None = None
        self._known_version = 0

    def decision(self, subject: Subject, scope: str) -> Decision:
        """The decision that stands now, read from the file; raises StoreError."""
        rows = self._database.execute(_FIND, (subject.program, subject.version, scope))
        return _WORDS[rows[0][0]] if rows else Decision.UNDECIDED

    def decisions(self, subject: Subject) -> dict[str, Decision]:
        """Every decided scope, known to us or not, in the order of the first decision.

        Raises StoreError.
        """
        rows = self._database.execute(_LIST, (subject.program, subject.version))
        return {scope: _WORDS[word] for scope, word in rows}

    def decide(self, subject: Subject, scope: str, decision: Decision, actor: Actor) -> None:
        """Write, then announce; UNDECIDED takes a decision back.

        Raises StoreError and then changes nothing. What stands already is no new decision: it
        leaves no trace in the history.
        """
        with self._database.transaction():
            before = self.decision(subject, scope)
            if before is Decision.GRANTED and decision is not before:
                self._database.drop_backup()
            self._write(subject, scope, decision)
            if decision is not before:
                self.history.add(subject, scope, actor, (before, decision))
            self._announce_when_kept(Change(subject, scope, decision, actor))

    def decide_all(self, subject: Subject, decisions: Mapping[str, Decision], actor: Actor) -> None:
        """Write several, by scope, in one commit or none of them; what stands already is left.

        Raises StoreError.
        """
        with self._database.transaction():
            for scope, decision in decisions.items():
                if self.decision(subject, scope) is not decision:
                    self.decide(subject, scope, decision, actor)

    def take_back(self, subject: Subject, actor: Actor) -> None:
        """Take back every decision about a subject, all or none; raises StoreError."""
        undecided = dict.fromkeys(self.decisions(subject), Decision.UNDECIDED)
        self.decide_all(subject, undecided, actor)

    def forget(self, program: str) -> None:
        """Remove every decision about a program, with its history; raises StoreError."""
        with self._database.transaction():
            rows = self._database.execute(_FORGET, (program,))
            self.history.forget(program)
            self._database.drop_copies()
            for version, scope in rows:
                subject = Subject(program, version)
                self._announce_when_kept(Change(subject, scope, Decision.UNDECIDED, Actor.DELETION))

    def watch(self, callback: Callable[[Change], None]) -> Callable[[], None]:
        """Call `callback` with every change once it is on disk; the result ends that."""
        if self._known is None:
            self._known_version, self._known = self._database.data_version, self._snapshot()
        return self._watchers.watch(callback)

    def announce_outside_changes(self) -> None:
        """Announce what another process has decided since the last call; raises StoreError.

        It reads the table only if another connection has committed.
        """
        latest = self._database.data_version
        if self._known is None or latest == self._known_version:
            return
        before, self._known = self._known, self._snapshot()
        self._known_version = latest
        for row in _differing(before, self._known):
            program, version, scope = row
            decision = _WORDS[self._known.get(row, Decision.UNDECIDED.value)]
            change = Change(Subject(program, version), scope, decision, Actor.OUTSIDE)
            self._watchers.announce(change)

    def _write(self, subject: Subject, scope: str, decision: Decision) -> None:
        key = (subject.program, subject.version, scope)
        if decision is Decision.UNDECIDED:
            self._database.execute(_RESET, key)
        else:
            self._database.execute(_WRITE, (*key, decision.value))

    def _announce_when_kept(self, change: Change) -> None:
        self._database.after_commit(partial(self._announce, change))

    def _announce(self, change: Change) -> None:
        _log.info("%s: %s is %s (%s)", change.subject, change.scope, change.decision, change.actor)
        if self._known is not None:
            _note(self._known, change)
        self._watchers.announce(change)

    def _snapshot(self) -> _Snapshot:
        return {
            (program, version, scope): word
            for program, version, scope, word in self._database.execute(_ALL)
        }


def _differing(before: _Snapshot, now: _Snapshot) -> list[tuple[str, str, str]]:
    """The changes between two states, in the order of the table; decisions taken back come last."""
    changed = [row for row, word in now.items() if before.get(row) != word]
    return changed + [row for row in before if row not in now]


def _note(known: _Snapshot, change: Change) -> None:
    row = (change.subject.program, change.subject.version, change.scope)
    if change.decision is Decision.UNDECIDED:
        known.pop(row, None)
    else:
        known[row] = change.decision.value
