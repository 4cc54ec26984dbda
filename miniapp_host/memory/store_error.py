"""The error of the phone's memory, told to a person.

Only the world's faults (disk, damage, another process) become a `StoreError`; a wrong statement is
our fault and stays sqlite3's own error.
"""

import sqlite3

from miniapp_host.texts import Sentence, ToldError


class StoreError(ToldError):
    """The durable store could not be read or written.

    `problem` and `remedy` are fixed English sentences, keys for `Texts`; `detail` is what SQLite or
    the disk says.
    """

    def __init__(self, problem: str, remedy: str, detail: str = "") -> None:
        told = Sentence("{problem} {remedy}", problem=Sentence(problem), remedy=Sentence(remedy))
        super().__init__(told, detail)
        self.problem = problem
        self.remedy = remedy

    @property
    def is_damage(self) -> bool:
        """Whether the content is broken; False for a disk or a folder that refuses."""
        return (self.problem, self.remedy) == _DAMAGED

    @property
    def is_passing(self) -> bool:
        """Whether another process holds the file; a later attempt may succeed."""
        return (self.problem, self.remedy) == _BUSY


_FULL = ("The disk is full.", "Free some space and try again.")
_BUSY = ("Another window is using the phone's memory.", "Try again in a moment.")
_LOCKED_AWAY = (
    "The phone's memory cannot be written.",
    "Check that its folder exists and belongs to you.",
)
_DISK = ("The disk could not be read or written.", "Check the disk, then try again.")
_DAMAGED = ("The phone's memory is damaged.", "Restart the phone to repair it.")

_BY_CODE = {
    sqlite3.SQLITE_FULL: _FULL,
    sqlite3.SQLITE_BUSY: _BUSY,
    sqlite3.SQLITE_LOCKED: _BUSY,
    sqlite3.SQLITE_PROTOCOL: _BUSY,
    sqlite3.SQLITE_READONLY: _LOCKED_AWAY,
    sqlite3.SQLITE_PERM: _LOCKED_AWAY,
    sqlite3.SQLITE_AUTH: _LOCKED_AWAY,
    sqlite3.SQLITE_CANTOPEN: _LOCKED_AWAY,
    sqlite3.SQLITE_IOERR: _DISK,
    sqlite3.SQLITE_NOMEM: _DISK,
    sqlite3.SQLITE_CORRUPT: _DAMAGED,
    sqlite3.SQLITE_NOTADB: _DAMAGED,
}


def primary_code(error: sqlite3.Error) -> int:
    """SQLite's result code without its extension; undecodable text has none and is damage."""
    return getattr(error, "sqlite_errorcode", sqlite3.SQLITE_CORRUPT) & 0xFF


def explained(error: sqlite3.Error) -> Exception:
    """`error` as a `StoreError` if disk, data or another process caused it; else unchanged."""
    ours = isinstance(error, (sqlite3.ProgrammingError, sqlite3.IntegrityError))
    sentences = None if ours else _BY_CODE.get(primary_code(error))
    return StoreError(*sentences, str(error)) if sentences else error
