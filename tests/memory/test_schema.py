"""What an older phone kept is still there, and half a migration never is.

`v1.sqlite.gz` is a whole file that version 1 itself wrote, page for page.
"""

import gzip
import sqlite3
from collections.abc import Iterator
from contextlib import closing, suppress
from pathlib import Path

import pytest

from miniapp_host.memory.database import Database
from miniapp_host.memory.recovery import RECREATED, RESTORED
from miniapp_host.memory.schema import MIGRATIONS, VERSION, is_as_expected, migrate, rows_make_sense
from miniapp_host.memory.store_error import StoreError
from miniapp_host.permissions.decisions import Actor, Decision, Subject
from miniapp_host.permissions.history import Entry, replayed
from miniapp_host.permissions.store import PermissionStore
from miniapp_host.programs.library import Library
from miniapp_host.programs.storage import ProgramStorage

FROZEN = sorted(Path(__file__).parent.glob("v*.sql"))
WRITTEN_BY_V1 = gzip.decompress((Path(__file__).parent / "v1.sqlite.gz").read_bytes())
LOCATION = "scope.userLocation"
SETTINGS = Actor.SETTINGS


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
    check_what_was_kept(tmp_path)


def test_what_version_1_itself_wrote_is_still_there(tmp_path: Path) -> None:
    (tmp_path / "phone.sqlite").write_bytes(WRITTEN_BY_V1)
    check_what_was_kept(tmp_path)


def check_what_was_kept(folder: Path) -> None:
    database = Database(folder / "phone.sqlite")
    store, library = PermissionStore(database), Library(database, folder / "programs")
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


def test_what_was_decided_before_there_was_a_history_is_its_beginning(tmp_path: Path) -> None:
    (tmp_path / "phone.sqlite").write_bytes(WRITTEN_BY_V1)
    with closing(Database(tmp_path / "phone.sqlite")) as database:
        store = PermissionStore(database)
        subject = Subject("wx1", "develop")
        assert store.history.last(subject, LOCATION) == Entry(
            None, subject, LOCATION, Actor.EARLIER, Decision.UNDECIDED, Decision.GRANTED
        )
        entries = [*store.history.entries("wx1"), *store.history.entries("wx2")]
        assert replayed(entries) == {
            (subject, scope): decision
            for subject in (subject, Subject("wx1", "release"), Subject("wx2", "trial"))
            for scope, decision in store.decisions(subject).items()
        }


def test_what_was_granted_before_there_was_a_history_can_be_taken_back_on_a_full_disk(
    tmp_path: Path,
) -> None:
    (tmp_path / "phone.sqlite").write_bytes(WRITTEN_BY_V1)
    with closing(Database(tmp_path / "phone.sqlite")) as database:
        store = PermissionStore(database)
        ((pages,),) = database.execute("PRAGMA page_count")
        database.execute(f"PRAGMA max_page_count = {pages}")
        database.execute("PRAGMA synchronous = OFF")
        with suppress(StoreError):
            for number in range(10_000):
                store.decide(Subject(f"wx{number}", "trial"), LOCATION, Decision.DENIED, SETTINGS)
        for subject, scope in (
            (("wx1", "develop"), LOCATION),
            (("wx2", "trial"), "scope.ofTheFuture"),
        ):
            store.decide(Subject(*subject), scope, Decision.DENIED, SETTINGS)
            last = store.history.last(Subject(*subject), scope)
            assert (last and last.actor) is SETTINGS


def test_a_backup_of_version_1_takes_the_place_of_a_damaged_file(tmp_path: Path) -> None:
    path = tmp_path / "phone.sqlite"
    path.write_bytes(WRITTEN_BY_V1[:9000])
    (tmp_path / "phone.sqlite.backup").write_bytes(WRITTEN_BY_V1)
    with closing(Database(path)) as database:
        assert database.notice == RESTORED
    (kept,) = (tmp_path / "quarantine").glob("*.sqlite")
    assert kept.read_bytes() == WRITTEN_BY_V1[:9000]
    check_what_was_kept(tmp_path)


def test_the_backup_is_migrated_with_the_file(tmp_path: Path) -> None:
    path = tmp_path / "phone.sqlite"
    path.write_bytes(WRITTEN_BY_V1)
    (tmp_path / "phone.sqlite.backup").write_bytes(WRITTEN_BY_V1)
    Database(path).close()
    path.unlink()
    with closing(Database(path)) as database:
        assert database.notice == RECREATED
        assert PermissionStore(database).history.entries("wx1")


@pytest.mark.parametrize("at", range(len(MIGRATIONS[1]) + 1))
def test_the_step_from_version_1_happens_whole_or_not_at_all(tmp_path: Path, at: int) -> None:
    path = tmp_path / "phone.sqlite"
    path.write_bytes(WRITTEN_BY_V1)
    broken = (*MIGRATIONS[1][:at], "INSERT INTO nowhere VALUES (1)", *MIGRATIONS[1][at:])
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        before = list(connection.iterdump())
        with pytest.raises(sqlite3.OperationalError, match="nowhere"):
            migrate(connection, (MIGRATIONS[0], broken))
        assert list(connection.iterdump()) == before
        migrate(connection)
        assert is_as_expected(connection)
    check_what_was_kept(tmp_path)


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


def test_tables_that_are_not_exactly_ours_are_noticed(
    connection: sqlite3.Connection, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    migrate(connection)
    assert is_as_expected(connection)
    connection.execute("CREATE INDEX extra ON decisions (scope)")
    assert not is_as_expected(connection)
    assert list(tmp_path.iterdir()) == [], "the comparison leaves nothing behind"


def test_every_check_of_every_table_is_looked_at_when_a_file_is_opened(
    connection: sqlite3.Connection,
) -> None:
    migrate(connection)
    connection.execute("INSERT INTO programs VALUES ('wx1', 'One', NULL, x'2e', 1, NULL)")
    connection.execute("INSERT INTO storage VALUES ('wx1', x'61', x'31')")
    assert rows_make_sense(connection)
    connection.execute("PRAGMA ignore_check_constraints = ON")
    for wrong, right in (
        ("UPDATE programs SET owned = 2", "UPDATE programs SET owned = 0"),
        ("UPDATE programs SET id = ''", "UPDATE programs SET id = 'wx1'"),
        ("UPDATE storage SET program = ''", "UPDATE storage SET program = 'wx1'"),
    ):
        connection.execute(wrong)
        assert not rows_make_sense(connection)
        connection.execute(right)
        assert rows_make_sense(connection)


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


@pytest.mark.parametrize(
    "row",
    [
        "(-1, 'a', 'develop', 's', 'prompt', 'undecided', 'granted')",
        "(1 << 47, 'a', 'develop', 's', 'prompt', 'undecided', 'granted')",
        "('1', '', 'develop', 's', 'prompt', 'undecided', 'granted')",
        "(1, 'a', 'beta', 's', 'prompt', 'undecided', 'granted')",
        "(1, 'a', 'develop', '', 'prompt', 'undecided', 'granted')",
        "(1, 'a', 'develop', 's', 'outside', 'undecided', 'granted')",
        "(1, 'a', 'develop', 's', 'deletion', 'undecided', 'granted')",
        "(1, 'a', 'develop', 's', 'prompt', 'Granted', 'denied')",
        "(1, 'a', 'develop', 's', 'prompt', 'granted', NULL)",
    ],
)
def test_an_entry_that_makes_no_sense_cannot_be_written(
    connection: sqlite3.Connection, row: str
) -> None:
    migrate(connection)
    with pytest.raises(sqlite3.IntegrityError):
        connection.execute(f"INSERT INTO history VALUES {row}")
