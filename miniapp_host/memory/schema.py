"""The tables of the phone's memory, as an ordered tuple of migrations.

Never edit a migration that was released: append one. `user_version` counts those a file has had.
"""

import re
import sqlite3
from collections.abc import Iterator

APPLICATION_ID = 0x4D415048  # "MAPH"

# Decisions are words, so that no damaged bit turns one into the other, and the UNIQUE index beside
# a rowid table gives integrity_check a second copy of every key to compare. Scopes are not checked:
# one that a newer phone knew must survive.
_FIRST = (
    """CREATE TABLE decisions (
  program TEXT NOT NULL CHECK (program <> ''),
  version TEXT NOT NULL CHECK (version IN ('develop', 'trial', 'release')),
  scope TEXT NOT NULL CHECK (scope <> ''),
  decision TEXT NOT NULL CHECK (decision IN ('granted', 'denied')),
  UNIQUE (program, version, scope)
) STRICT""",
    # UTF-8 that may hold lone surrogates, as JavaScript's strings do; hence BLOB.
    """CREATE TABLE storage (
  program TEXT NOT NULL CHECK (program <> ''),
  key BLOB NOT NULL,
  value BLOB NOT NULL,
  UNIQUE (program, key)
) STRICT""",
    # A path need not be text, hence BLOB; those of an owned program are relative to the programs
    # folder, which may move.
    """CREATE TABLE programs (
  id TEXT NOT NULL CHECK (id <> '') UNIQUE,
  name TEXT NOT NULL,
  icon BLOB,
  folder BLOB NOT NULL,
  owned INTEGER NOT NULL CHECK (owned IN (0, 1)),
  last_used TEXT
) STRICT""",
    # Folders that no program owns any more; start-up removes those that a crash left behind.
    "CREATE TABLE removals (folder TEXT NOT NULL UNIQUE) STRICT",
)

# An entry 'reserved' is the room for the one that takes a grant back: as long as any other, so that
# overwriting it needs no page that a full disk would refuse. Times are ms since 1970; 0 is unknown.
_HISTORY = (
    """CREATE TABLE history (
  at INTEGER NOT NULL CHECK (at BETWEEN 0 AND 140737488355327),
  program TEXT NOT NULL CHECK (program <> ''),
  version TEXT NOT NULL CHECK (version IN ('develop', 'trial', 'release')),
  scope TEXT NOT NULL CHECK (scope <> ''),
  actor TEXT NOT NULL
    CHECK (actor IN ('prompt', 'settings', 'command', 'script', 'earlier', 'reserved')),
  old TEXT NOT NULL CHECK (old IN ('undecided', 'granted', 'denied')),
  new TEXT NOT NULL CHECK (new IN ('undecided', 'granted', 'denied'))
) STRICT""",
    "CREATE INDEX history_of_scope ON history (program, version, scope)",
    """INSERT INTO history
  SELECT 0, program, version, scope, 'earlier', 'undecided', decision FROM decisions""",
    # As large as a time of today: the entry that overwrites it must not be longer.
    """INSERT INTO history
  SELECT 1 << 46, program, version, scope, 'reserved', 'undecided', 'undecided'
  FROM decisions WHERE decision = 'granted'""",
)

Migrations = tuple[tuple[str, ...], ...]

MIGRATIONS: Migrations = (_FIRST, _HISTORY)
VERSION = len(MIGRATIONS)


def migrate(connection: sqlite3.Connection, migrations: Migrations = MIGRATIONS) -> None:
    """Run the migrations that the file has not had, in one transaction; all of them or none.

    Raises sqlite3.DatabaseError.
    """
    if _version(connection) == len(migrations):
        return
    connection.execute("BEGIN IMMEDIATE")
    try:
        _apply(connection, migrations)
        connection.execute("COMMIT")
    finally:
        if connection.in_transaction:
            connection.execute("ROLLBACK")


def is_as_expected(connection: sqlite3.Connection) -> bool:
    """Whether the tables are exactly ours; a damaged schema can be readable and wrong."""
    fresh = sqlite3.connect(":memory:", isolation_level=None)
    try:
        migrate(fresh)
        return _objects(fresh) == _objects(connection)
    finally:
        fresh.close()


def rows_make_sense(connection: sqlite3.Connection) -> bool:
    """Whether every row of our tables satisfies their CHECKs."""
    tables = connection.execute("SELECT name, sql FROM sqlite_schema WHERE type = 'table'")
    return not any(_has_wrong_row(connection, *table) for table in tables.fetchall())


def _has_wrong_row(connection: sqlite3.Connection, table: str, sql: str) -> bool:
    rules = " AND ".join(_rules(sql)) or "TRUE"
    rows = connection.execute(f"SELECT 1 FROM {table} WHERE NOT ({rules}) LIMIT 1")
    return bool(rows.fetchall())


def _rules(sql: str) -> Iterator[str]:
    """The condition of every CHECK of a table, in parentheses."""
    for check in re.finditer(r"CHECK (?=\()", sql):
        depth = 0
        for end, character in enumerate(sql[check.end() :], check.end() + 1):
            depth += {"(": 1, ")": -1}.get(character, 0)
            if not depth:
                yield sql[check.end() : end]
                break


def _apply(connection: sqlite3.Connection, migrations: Migrations) -> None:
    # The version is read under the lock: another process may have been first.
    for migration in migrations[_version(connection) :]:
        for statement in migration:
            connection.execute(statement)
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.execute(f"PRAGMA user_version = {len(migrations)}")


def _version(connection: sqlite3.Connection) -> int:
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    return int(version)


def _objects(connection: sqlite3.Connection) -> list[tuple[object, ...]]:
    return connection.execute(
        "SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY type, name"
    ).fetchall()
