"""A list of records of one kind that the phone keeps: addresses, contacts, invoices and so on.

An entry is texts by field name; the names are those under which `wx` hands them out.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from miniapp_host.devices.preferences import Preferences
from miniapp_host.texts import Text
from miniapp_host.watchers import Watchers

Entry = Mapping[str, str]

LONGEST_VALUE = 500
MOST_ENTRIES = 500
"""A program that adds entries in a loop must not fill the disk."""


@dataclass(frozen=True)
class Line:
    """One field of an entry; if there are `choices` (value -> shown text), only those are valid.

    `example` shows a person what is meant.
    """

    name: str
    label: Text
    required: bool = True
    choices: Mapping[str, Text] = field(default_factory=dict)
    example: Text | None = None


@dataclass(frozen=True)
class BookKind:
    """The kind of entries that a book holds: fields and names; a new phone has `starters`.

    The fields named in `heading` make an entry's first line, those in `detail` its second.
    """

    key: str
    title: Text
    new: Text
    lines: tuple[Line, ...]
    heading: tuple[str, ...]
    detail: tuple[str, ...]
    starters: tuple[Entry, ...] = ()

    def missing(self, entry: Entry) -> tuple[Line, ...]:
        """The required fields that have no text."""
        return tuple(
            line for line in self.lines if line.required and not entry.get(line.name, "").strip()
        )

    def filled(self, entry: Mapping[str, object]) -> Entry:
        """Every field of the kind and no other; a value that is no text counts as empty."""
        return {line.name: _text(line, entry.get(line.name)) for line in self.lines}


class Book:
    """The entries of one kind, oldest first; each change is on disk before it is announced.

    Changes raise PreferencesError if the disk refuses, and then change nothing.
    """

    def __init__(self, preferences: Preferences, kind: BookKind) -> None:
        self.kind = kind
        self._preferences = preferences
        self._changed: Watchers[Book] = Watchers()

    @property
    def entries(self) -> tuple[Entry, ...]:
        """All entries, oldest first."""
        kept = self._preferences.get(self.kind.key)
        if not isinstance(kept, list):
            return self.kind.starters
        return tuple(self.kind.filled(entry) for entry in kept if isinstance(entry, dict))

    def add(self, entry: Mapping[str, object]) -> None:
        """Append an entry; the oldest goes when there are too many. Raises PreferencesError."""
        self._keep((*self.entries, self.kind.filled(entry))[-MOST_ENTRIES:])

    def replace(self, index: int, entry: Mapping[str, object]) -> None:
        """Put an entry in another's place; raises PreferencesError."""
        entries = list(self.entries)
        entries[index] = self.kind.filled(entry)
        self._keep(tuple(entries))

    def remove(self, index: int) -> None:
        """Remove an entry; raises PreferencesError."""
        entries = list(self.entries)
        del entries[index]
        self._keep(tuple(entries))

    def watch(self, callback: Callable[["Book"], None]) -> Callable[[], None]:
        """Call `callback` after every change; the returned function ends that."""
        return self._changed.watch(callback)

    def _keep(self, entries: tuple[Entry, ...]) -> None:
        self._preferences.set(self.kind.key, [dict(entry) for entry in entries])
        self._changed.announce(self)


def _text(line: Line, value: object) -> str:
    text = value[:LONGEST_VALUE] if isinstance(value, str) else ""
    return text if not line.choices or text in line.choices else next(iter(line.choices))
