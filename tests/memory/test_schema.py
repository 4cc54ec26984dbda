"""What an older phone kept is still there, and half a migration never is."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from miniapp_host.memory.database import Database
from miniapp_host.memory.schema import MIGRATIONS, VERSION, is_as_expected, migrate
from miniapp_host.permissions.decisions import Decision, Subject
from miniapp_host.permissions.store import PermissionStore
from miniapp_host.programs.library import Library
from miniapp_host.programs.storage import ProgramStorage

FROZEN = sorted(Path(__file__).parent.glob("v*.sql"))


@pytest.fixture
def connection() -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as opened:
        yield opened


def thaw(frozen: Path, path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript(frozen.read_text("utf-8"))


def test_every_released_version_is_frozen_in_a_file() -> None:
    assert [frozen.stem for frozen in FROZEN] == [f"v{n}" for n in range(1, VERSION + 1)]


@pytest.mark.parametrize("frozen", FROZEN, ids=lambda frozen: frozen.stem)
def test_what_an_older_phone_kept_is_still_there(frozen: Path, tmp_path: Path) -> None:
    thaw(frozen, tmp_path / "phone.sqlite")
    database = Database(tmp_path / "phone.sqlite")
    store, library = PermissionStore(database), Library(database, tmp_path / "programs")
    assert database.notice is None
    assert store.decisions(Subject("wx1", "develop")) == {
        "scope.userLocation": Decision.GRANTED,
        "scope.userInfo": Decision.DENIED,
    }
    assert store.decisions(Subject("wx1", "release")) == {"scope.userLocation": Decision.DENIED}
    assert store.decisions(Subject("wx2", "trial")) == {"scope.ofTheFuture": Decision.GRANTED}
    assert ProgramStorage(database).get("wx1", "key") == '{"a":1}'
    assert [(program.id, program.name) for program in library.programs()] == [
        ("wx1", "Weather"),
        ("wx2", "记事本"),
    ]
    assert database.execute("SELECT * FROM removals") == []
    database.close()


def test_migrating_twice_changes_nothing_more(connection: sqlite3.Connection) -> None:
    migrate(connection)
    before = list(connection.iterdump())
    migrate(connection)
    assert list(connection.iterdump()) == before


@pytest.mark.parametrize("at", [0, 1, 2])
def test_a_migration_that_breaks_off_leaves_the_old_tables(
    connection: sqlite3.Connection, at: int
) -> None:
    migrate(connection)
    connection.execute("INSERT INTO removals VALUES ('kept')")
    before = list(connection.iterdump())
    steps = ["CREATE TABLE one (a TEXT) STRICT", "UPDATE removals SET folder = 'moved'"]
    steps.insert(at, "INSERT INTO nowhere VALUES (1)")
    with pytest.raises(sqlite3.OperationalError, match="nowhere"):
        migrate(connection, (*MIGRATIONS, tuple(steps)))
    assert list(connection.iterdump()) == before
    assert connection.execute("PRAGMA user_version").fetchone() == (VERSION,)
    assert not connection.in_transaction


def test_a_new_migration_runs_on_what_is_there(connection: sqlite3.Connection) -> None:
    migrate(connection)
    connection.execute("INSERT INTO removals VALUES ('kept')")
    migrate(connection, (*MIGRATIONS, ("UPDATE removals SET folder = 'moved'",)))
    assert connection.execute("SELECT folder FROM removals").fetchall() == [("moved",)]
    assert connection.execute("PRAGMA user_version").fetchone() == (VERSION + 1,)


def test_tables_that_are_not_exactly_ours_are_noticed(connection: sqlite3.Connection) -> None:
    migrate(connection)
    assert is_as_expected(connection)
    connection.execute("CREATE INDEX extra ON decisions (scope)")
    assert not is_as_expected(connection)


@pytest.mark.parametrize(
    "row",
    [
        "('', 'develop', 's', 'granted')",
        "('a', 'beta', 's', 'granted')",
        "('a', 'develop', '', 'granted')",
        "('a', 'develop', 's', 'undecided')",
        "('a', 'develop', 's', 'Granted')",
        "('a', 'develop', 's', '')",
        "('a', 'develop', 's', NULL)",
        "('a', NULL, 's', 'denied')",
        "(x'61', 'develop', 's', 'denied')",
    ],
)
def test_a_row_that_makes_no_sense_cannot_be_written(
    connection: sqlite3.Connection, row: str
) -> None:
    migrate(connection)
    with pytest.raises(sqlite3.IntegrityError):
        connection.execute(f"INSERT INTO decisions VALUES {row}")
