"""What is said to be kept is kept: transactions, kills, other processes, full disks."""

from collections.abc import Iterator
from contextlib import ExitStack, closing, suppress
from pathlib import Path

import pytest

from miniapp_host.memory.database import Database
from miniapp_host.memory.store_error import StoreError

ROOT = Path(__file__).parent.parent.parent
ALL_ROWS = "SELECT program, version, scope, decision FROM decisions"


@pytest.fixture
def database() -> Iterator[Database]:
    with closing(Database(None)) as opened:
        yield opened


def put(database: Database, folder: str) -> None:
    database.execute("INSERT INTO removals VALUES (?)", (folder,))


def kept(database: Database) -> list[str]:
    return [folder for (folder,) in database.execute("SELECT folder FROM removals ORDER BY rowid")]


def put_too_much(database: Database) -> None:
    with database.transaction():
        put(database, "little")
        put(database, "x" * 100_000)


class OurFaultError(Exception):
    pass


# Opening


def test_a_new_phone_is_empty_and_says_nothing(tmp_path: Path) -> None:
    with closing(Database(tmp_path / "phone.sqlite")) as database:
        assert database.notice is None
        for table in ("decisions", "storage", "programs", "removals"):
            assert database.execute(f"SELECT * FROM {table}") == []


@pytest.mark.parametrize(
    ("pragma", "value"),
    [
        ("journal_mode", "delete"),
        ("synchronous", 3),
        ("busy_timeout", 5000),
        ("foreign_keys", 1),
        ("trusted_schema", 0),
        ("secure_delete", 1),
    ],
)
def test_every_connection_is_set_to_survive_a_power_cut(
    tmp_path: Path, pragma: str, value: object
) -> None:
    Database(tmp_path / "phone.sqlite").close()
    with closing(Database(tmp_path / "phone.sqlite")) as database:
        assert database.execute(f"PRAGMA {pragma}") == [(value,)]


def test_a_memory_that_need_not_outlast_a_power_cut_is_kept_without_waits(tmp_path: Path) -> None:
    path = tmp_path / "phone.sqlite"
    with closing(Database(path, waits_for_disk=False)) as database:
        assert database.execute("PRAGMA synchronous") == [(0,)]
        put(database, "kept")
    assert [*tmp_path.iterdir()] == [path]  # no backup
    with closing(Database(path)) as database:
        assert kept(database) == ["kept"]
        assert database.notice is None


def test_in_memory_nothing_is_written_anywhere(database: Database, tmp_path: Path) -> None:
    put(database, "one")
    database.drop_backup()
    assert (kept(database), database.notice) == (["one"], None)
    assert list(tmp_path.iterdir()) == []


def test_closing_twice_does_nothing_more(tmp_path: Path) -> None:
    database = Database(tmp_path / "phone.sqlite")
    database.close()
    database.close()


def test_an_unchanged_phone_is_not_backed_up_again(tmp_path: Path) -> None:
    backup = tmp_path / "phone.sqlite.backup"
    Database(tmp_path / "phone.sqlite").close()
    Database(tmp_path / "phone.sqlite").close()
    before = backup.stat()
    Database(tmp_path / "phone.sqlite").close()
    assert backup.stat().st_ino == before.st_ino


# Transactions


def test_a_transaction_keeps_all_of_it(database: Database) -> None:
    with database.transaction():
        put(database, "one")
        put(database, "two")
    assert kept(database) == ["one", "two"]


def test_a_transaction_that_fails_keeps_nothing_of_it(database: Database) -> None:
    with suppress(OurFaultError), database.transaction():
        put(database, "one")
        raise OurFaultError
    assert kept(database) == []


def test_an_inner_transaction_is_kept_with_the_outer(database: Database) -> None:
    with database.transaction():
        put(database, "outer")
        with database.transaction():
            put(database, "inner")
    assert kept(database) == ["outer", "inner"]


def test_an_inner_transaction_that_fails_takes_back_only_its_own(database: Database) -> None:
    with database.transaction():
        put(database, "before")
        with suppress(OurFaultError), database.transaction():
            put(database, "inner")
            raise OurFaultError
        put(database, "after")
    assert kept(database) == ["before", "after"]


def test_an_outer_transaction_that_fails_takes_back_the_inner_too(database: Database) -> None:
    with suppress(OurFaultError), database.transaction():
        with database.transaction():
            put(database, "inner")
        raise OurFaultError
    assert kept(database) == []


def test_after_a_failed_transaction_the_next_one_works(database: Database) -> None:
    with suppress(OurFaultError), database.transaction(), database.transaction():
        raise OurFaultError
    with database.transaction():
        put(database, "one")
    assert kept(database) == ["one"]


def test_a_transaction_that_sqlite_took_back_cannot_be_kept_in_part(database: Database) -> None:
    def interrupted() -> None:
        with database.transaction():
            put(database, "before")
            database.execute("ROLLBACK")
            put(database, "after")

    with pytest.raises(StoreError) as caught:
        interrupted()
    assert str(caught.value) == "The last change was taken back. Try again."
    assert kept(database) == []


def test_a_promise_outside_a_transaction_is_kept_at_once(database: Database) -> None:
    heard: list[str] = []
    database.after_commit(lambda: heard.append("now"))
    assert heard == ["now"]


def test_promises_wait_for_the_outermost_commit_and_keep_their_order(database: Database) -> None:
    heard: list[str] = []
    with database.transaction():
        database.after_commit(lambda: heard.append("one"))
        with database.transaction():
            database.after_commit(lambda: heard.append("two"))
        assert heard == []
    assert heard == ["one", "two"]


def test_promises_of_what_was_taken_back_are_dropped(database: Database) -> None:
    heard: list[str] = []
    with database.transaction():
        database.after_commit(lambda: heard.append("outer"))
        with suppress(OurFaultError), database.transaction():
            database.after_commit(lambda: heard.append("inner"))
            raise OurFaultError
    assert heard == ["outer"]


def test_a_promise_that_raises_keeps_no_other_from_being_kept(database: Database) -> None:
    heard: list[str] = []

    def broken() -> None:
        raise OurFaultError

    def keep() -> None:
        with database.transaction():
            put(database, "one")
            database.after_commit(broken)
            database.after_commit(lambda: heard.append("told"))

    with pytest.raises(OurFaultError):
        keep()
    assert heard == ["told"]
    assert kept(database) == ["one"]


# Errors


def test_a_full_disk_is_said_so_and_takes_the_transaction_back(tmp_path: Path) -> None:
    with closing(Database(tmp_path / "phone.sqlite")) as database:
        put(database, "before")
        ((pages,),) = database.execute("PRAGMA page_count")
        database.execute(f"PRAGMA max_page_count = {pages}")
        with pytest.raises(StoreError, match="disk is full") as caught:
            put_too_much(database)
        assert caught.value.remedy == "Free some space and try again."
        assert kept(database) == ["before"]


def test_a_wrong_statement_is_our_fault_and_no_store_error(database: Database) -> None:
    with pytest.raises(Exception, match="no such table") as caught:
        database.execute("SELECT * FROM nowhere")
    assert not isinstance(caught.value, StoreError)


def test_a_locked_file_is_said_so_after_the_wait(tmp_path: Path) -> None:
    with ExitStack() as opened:
        one = opened.enter_context(closing(Database(tmp_path / "phone.sqlite")))
        two = opened.enter_context(closing(Database(tmp_path / "phone.sqlite", busy_seconds=0.01)))
        with one.transaction():
            put(one, "one")
            with pytest.raises(StoreError, match="Another window"):
                put(two, "two")
        put(two, "three")
        assert kept(one) == kept(two) == ["one", "three"]


def test_another_connections_commit_changes_the_data_version(tmp_path: Path) -> None:
    with (
        closing(Database(tmp_path / "phone.sqlite")) as one,
        closing(Database(tmp_path / "phone.sqlite")) as two,
    ):
        before = one.data_version
        put(one, "ours")
        assert one.data_version == before
        put(two, "theirs")
        assert one.data_version != before


def test_what_was_deleted_is_written_out_of_the_file(tmp_path: Path) -> None:
    path = tmp_path / "phone.sqlite"
    with closing(Database(path)) as database:
        database.execute("PRAGMA secure_delete = OFF")
        put(database, "secret")
        database.execute("DELETE FROM removals")
        assert b"secret" in path.read_bytes()
        database.scrub("secret")
        assert b"secret" not in path.read_bytes()
        put(database, "other")
        assert kept(database) == ["other"]


def test_where_another_process_keeps_the_file_nothing_is_written_anew(tmp_path: Path) -> None:
    path = tmp_path / "phone.sqlite"
    with (
        closing(Database(path)) as theirs,
        closing(Database(path, busy_seconds=0.01)) as database,
    ):
        put(database, "mine")
        with theirs.transaction():
            database.scrub("mine")
        assert kept(database) == ["mine"]
