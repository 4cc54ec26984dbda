"""What programs keep by `wx.setStorage`: JSON text under a key, in the database.

Knows sizes and limits; what a value means is the caller's.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple

from miniapp_host.memory.database import Database
from miniapp_host.watchers import Unwatch, Watchers

ENTRY_LIMIT = 1024 * 1024
PROGRAM_LIMIT = 10 * 1024 * 1024
MOST_KEYS = 10_000
"""Keys of a program: `wx.getStorageInfo` lists all of them at once. The figure is our own."""

_GET = "SELECT value FROM storage WHERE program = ? AND key = ?"
_ENTRIES = "SELECT key, value FROM storage WHERE program = ? ORDER BY rowid"
_SET = (
    "INSERT INTO storage (program, key, value) VALUES (?, ?, ?)"
    " ON CONFLICT (program, key) DO UPDATE SET value = excluded.value"
)
_REMOVE = "DELETE FROM storage WHERE program = ? AND key = ?"
_CLEAR = "DELETE FROM storage WHERE program = ?"
_KEYS = "SELECT key, length(key) + length(value) FROM storage WHERE program = ? ORDER BY rowid"
_ALL_SIZE = "SELECT coalesce(sum(length(key) + length(value)), 0) FROM storage WHERE program = ?"
_HOW_MANY = "SELECT count(*) FROM storage WHERE program = ?"
_ONE_SIZE = "SELECT length(key) + length(value) FROM storage WHERE program = ? AND key = ?"


class StorageFull(Exception):  # noqa: N818 - the contract's name
    """The program has no room left; nothing was changed."""


class StorageInfo(NamedTuple):
    """The keys in the order they came, and kilobytes in use and allowed."""

    keys: tuple[str, ...]
    current_size: int
    limit: int


@dataclass(frozen=True)
class StorageChange:
    """A program's key was set or removed; `key` None: all of its keys were removed."""

    program: str
    key: str | None


class ProgramStorage:
    """The keys of every program, apart from each other; every method may raise StoreError."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._sizes: dict[str, int] = {}
        """The bytes of a program's entries, as far as they are known."""
        self._most_keys: dict[str, int] = {}
        """No less than the keys of a program, as far as somebody has counted."""
        self._changed: Watchers[StorageChange] = Watchers()

    def watch(self, callback: Callable[[StorageChange], None]) -> Unwatch:
        """Call `callback` after each change, whoever made it; the result ends that."""
        return self._changed.watch(callback)

    def entries(self, program: str) -> tuple[tuple[str, str], ...]:
        """The keys of a program with their JSON texts, in the order they came."""
        rows = self._database.execute(_ENTRIES, (program,))
        return tuple((_decoded(key), _decoded(value)) for key, value in rows)

    def get(self, program: str, key: str) -> str | None:
        """The JSON text under `key`, None if there is none; raises StoreError."""
        rows = self._database.execute(_GET, (program, _encoded(key)))
        return _decoded(rows[0][0]) if rows else None

    def set(self, program: str, key: str, value_json: str) -> None:
        """Keep `value_json` durably.

        Raises StorageFull beyond 1 MB for one key, 10 MB for all or MOST_KEYS, and StoreError.
        """
        name, value = _encoded(key), _encoded(value_json)
        if len(name) + len(value) > ENTRY_LIMIT:
            raise StorageFull("entry size limit reached")
        with self._database.transaction():
            before = self._size_of(program, name)
            size = self._size(program) - before + len(name) + len(value)
            if size > PROGRAM_LIMIT:
                raise StorageFull("exceed storage max size 10Mb")
            if before == 0:
                self._count_key(program)
            self._database.execute(_SET, (program, name, value))
        self._sizes[program] = size
        self._changed.announce(StorageChange(program, key))

    def _count_key(self, program: str) -> None:
        """Counts a new key; the rows are counted once, and when there might be too many."""
        most = self._most_keys.get(program)
        if most is None or most >= MOST_KEYS:
            ((most,),) = self._database.execute(_HOW_MANY, (program,))
        if most >= MOST_KEYS:
            raise StorageFull(f"exceed storage max key count {MOST_KEYS}")
        self._most_keys[program] = most + 1

    def remove(self, program: str, key: str) -> None:
        """Remove one key, if there is one; raises StoreError."""
        name = _encoded(key)
        size = self._size(program) - self._size_of(program, name)
        self._database.execute(_REMOVE, (program, name))
        self._sizes[program] = size
        self._changed.announce(StorageChange(program, key))

    def clear(self, program: str) -> None:
        """Remove all keys of a program; raises StoreError."""
        self._database.execute(_CLEAR, (program,))
        self._sizes.pop(program, None)
        self._most_keys.pop(program, None)
        self._changed.announce(StorageChange(program, None))

    def forget(self, program: str) -> None:
        """Remove all keys of a deleted program, from the copies too; raises StoreError."""
        with self._database.transaction():
            self._database.drop_copies()
            self._database.execute(_CLEAR, (program,))
        self._sizes.pop(program, None)
        self._most_keys.pop(program, None)
        self._changed.announce(StorageChange(program, None))

    def _size(self, program: str) -> int:
        """The bytes of all entries; they are summed up once, so that each write costs the same."""
        known = self._sizes.get(program)
        if known is None:
            ((known,),) = self._database.execute(_ALL_SIZE, (program,))
            self._sizes[program] = known
        return known

    def _size_of(self, program: str, name: bytes) -> int:
        """The bytes of one entry, 0 if there is none."""
        rows = self._database.execute(_ONE_SIZE, (program, name))
        return rows[0][0] if rows else 0

    def info(self, program: str) -> StorageInfo:
        """The keys and sizes; sizes are rounded up. Raises StoreError."""
        rows = self._database.execute(_KEYS, (program,))
        size = sum(bytes_used for _, bytes_used in rows)
        return StorageInfo(
            tuple(_decoded(key) for key, _ in rows), -(-size // 1024), PROGRAM_LIMIT // 1024
        )


def _encoded(text: str) -> bytes:
    """UTF-8 that may hold lone surrogates, as JavaScript's strings do."""
    return text.encode("utf-8", "surrogatepass")


def _decoded(data: bytes) -> str:
    return data.decode("utf-8", "surrogatepass")
