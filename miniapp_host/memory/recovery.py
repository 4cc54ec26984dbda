"""Opens the database: checks it, else quarantines it and uses the backup, else an empty one."""

import logging
import sqlite3
from contextlib import ExitStack, closing
from pathlib import Path

from miniapp_host.memory import schema
from miniapp_host.memory.memory_file import Condition, MemoryFile
from miniapp_host.memory.store_error import StoreError, explained
from miniapp_host.texts import Sentence

GONE = Sentence(
    "The phone's memory was gone, and so was its backup. It starts empty: programs will ask again."
)
RECREATED = Sentence("The phone's memory was gone. Its last backup was put in its place.")
RESTORED = Sentence(
    "The phone's memory was damaged. Its last backup was put in its place; "
    "the damaged file is kept in the folder “quarantine”."
)
EMPTIED = Sentence(
    "The phone's memory was damaged and starts empty: programs will ask again. "
    "The damaged file is kept in the folder “quarantine”."
)

# `synchronous` belongs to the connection, not to the file. EXTRA also syncs the folder after the
# journal's removal; without it a power cut can bring the journal back, which undoes the commit.
_PRAGMAS = (
    "PRAGMA journal_mode = DELETE",
    "PRAGMA synchronous = EXTRA",
    "PRAGMA foreign_keys = ON",
    "PRAGMA trusted_schema = OFF",
    "PRAGMA secure_delete = ON",
)

_log = logging.getLogger(__name__)


class _DamagedError(Exception):
    """The file is ours, and its content is damaged."""


def connect(address: str, busy_seconds: float) -> sqlite3.Connection:
    """A connection with every pragma set and the tables up to date.

    Raises sqlite3.DatabaseError, or a private error if a check finds damage.
    """
    # Without isolation_level=None Python begins transactions of its own before writes.
    connection = sqlite3.connect(address, timeout=busy_seconds, isolation_level=None)
    with ExitStack() as on_failure:
        on_failure.callback(connection.close)
        for pragma in _PRAGMAS:
            connection.execute(pragma)
        _require(_pages_are_sound(connection), "pages")
        schema.migrate(connection)
        _require(schema.is_as_expected(connection), "tables")
        _require(schema.rows_make_sense(connection), "rows")
        connection.execute("PRAGMA cell_size_check = ON")  # integrity_check looks by itself
        on_failure.pop_all()
    return connection


def open_sound(file: MemoryFile, busy_seconds: float) -> tuple[sqlite3.Connection, Sentence | None]:
    """A checked connection, and what the person must be told about the repair.

    Raises StoreError if neither the file nor a new one can be used.
    """
    try:
        return _opened(file, busy_seconds)
    except _DamagedError as damage:
        _log.info("%s is damaged: %s", file.path, damage)
    file.put_away()
    return _replaced(file, busy_seconds)


def copy(source: Path, target: Path) -> None:
    """Copy the database into the empty file `target`, without a journal: the caller syncs it.

    Raises sqlite3.DatabaseError.
    Through a connection of its own: SQLite copies nothing from one that holds the write lock.
    Read-only, for otherwise a file that is gone would come back empty.
    """
    address = f"{source.resolve().as_uri()}?mode=ro"
    with (
        closing(sqlite3.connect(address, uri=True)) as read,
        closing(sqlite3.connect(target)) as written,
    ):
        written.execute("PRAGMA journal_mode = OFF")
        written.execute("PRAGMA synchronous = OFF")
        read.backup(written)


def _opened(file: MemoryFile, busy_seconds: float) -> tuple[sqlite3.Connection, Sentence | None]:
    notice = _made_good(file, busy_seconds)
    return _checked(file, busy_seconds), notice


def _made_good(file: MemoryFile, seconds: float) -> Sentence | None:
    """Makes a file where there is none; returns what the person must be told.

    Others who start wait meanwhile: a file that they have just made must not be replaced.
    """
    with file.turn(seconds):
        condition = file.condition()
        if condition is Condition.GONE and file.restore():
            return RECREATED
        if condition in (Condition.GONE, Condition.MISSING):
            file.create(_fill)
    return GONE if condition is Condition.GONE else None


def _replaced(file: MemoryFile, busy_seconds: float) -> tuple[sqlite3.Connection, Sentence]:
    if file.restore():
        try:
            return _checked(file, busy_seconds), RESTORED
        except _DamagedError as damage:
            _log.info("the backup is damaged too: %s", damage)
        file.put_away()
        file.drop_backup()
    file.create(_fill)
    return _checked(file, busy_seconds), EMPTIED


def _fill(file: Path) -> None:
    with closing(sqlite3.connect(file, isolation_level=None)) as connection:
        connection.execute("PRAGMA journal_mode = OFF")
        connection.execute("PRAGMA synchronous = OFF")  # the caller syncs
        schema.migrate(connection)


def _checked(file: MemoryFile, busy_seconds: float) -> sqlite3.Connection:
    if file.condition() is Condition.DAMAGED:
        raise _DamagedError("not a database")
    try:
        return connect(str(file.path), busy_seconds)
    except UnicodeDecodeError as error:  # sqlite3 raises it for a message that quotes damaged bytes
        raise _DamagedError(str(error)) from error
    except sqlite3.DatabaseError as error:
        raise _judged(error) from error


def _judged(error: sqlite3.DatabaseError) -> Exception:
    """The error to raise for one at opening.

    Only our own fixed statements run then, so what is neither disk nor another process is damage.
    """
    known = explained(error)
    if isinstance(known, StoreError) and not known.is_damage:
        return known
    return _DamagedError(str(error))


def _pages_are_sound(connection: sqlite3.Connection) -> bool:
    """What integrity_check says; it takes seven times as long if it looks at the CHECKs too."""
    connection.execute("PRAGMA ignore_check_constraints = ON")
    said = connection.execute("PRAGMA integrity_check(1)").fetchall()
    connection.execute("PRAGMA ignore_check_constraints = OFF")
    return said == [("ok",)]


def _require(sound: bool, part: str) -> None:
    if not sound:
        raise _DamagedError(f"its {part} are not sound")
