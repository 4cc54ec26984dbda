"""Damage is never taken for consent, and never goes unsaid (permissions.md, 2)."""

import logging
import os
import resource
import shutil
import sqlite3
import stat
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from miniapp_host.memory.database import Database
from miniapp_host.memory.memory_file import Condition, MemoryFile
from miniapp_host.memory.recovery import EMPTIED, GONE, RECREATED, RESTORED, open_sound
from miniapp_host.memory.schema import APPLICATION_ID, VERSION
from miniapp_host.memory.store_error import StoreError
from miniapp_host.permissions.decisions import Actor, Decision, Subject
from miniapp_host.permissions.store import PermissionStore
from miniapp_host.programs.storage import ProgramStorage
from tests.memory.closed_memory import Memory, rows_of


def emptied(file: Path) -> None:
    os.truncate(file, 0)


def removed(file: Path) -> None:
    file.unlink()


@pytest.fixture
def memory(tmp_path: Path) -> Memory:
    return Memory(tmp_path)


def test_a_damaged_file_is_put_away_and_the_backup_takes_its_place(memory: Memory) -> None:
    data = memory.whole[:5000]
    memory.path.write_bytes(data)
    assert memory.reopened() == (memory.truth, RESTORED)
    assert [file.read_bytes() for file in memory.quarantined] == [data]
    assert memory.reopened() == (memory.truth, None)


def test_without_a_sound_backup_the_phone_starts_empty_and_keeps_both(memory: Memory) -> None:
    memory.path.write_bytes(memory.whole[:5000])
    memory.backup.write_bytes(memory.whole[:9000])
    assert memory.reopened() == ([], EMPTIED)
    assert [len(file.read_bytes()) for file in memory.quarantined] == [5000, 9000]


def test_what_lies_beside_a_damaged_file_is_put_away_with_it(memory: Memory) -> None:
    memory.path.write_bytes(b"x" * 5000)
    log = memory.folder / "phone.sqlite-wal"
    log.write_bytes(b"y" * 600)
    assert memory.reopened() == (memory.truth, RESTORED)
    (kept,) = memory.quarantined
    assert not log.exists()
    assert kept.with_name(kept.name + "-wal").read_bytes() == b"y" * 600


def test_only_the_last_five_damaged_files_are_kept(memory: Memory) -> None:
    for number in range(8):
        memory.path.write_bytes(b"damaged %d" % number)
        memory.reopened()
    assert [file.read_bytes()[-1:] for file in memory.quarantined] == [b"3", b"4", b"5", b"6", b"7"]


@pytest.fixture
def far_east(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The clock on the wall is fourteen hours ahead of UTC."""
    monkeypatch.setenv("TZ", "FAR-14")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


@pytest.mark.skipif(not hasattr(time, "tzset"), reason="the time zone is set on POSIX only")
@pytest.mark.usefixtures("far_east")
def test_a_damaged_file_is_named_by_a_time_that_no_journey_turns_back(memory: Memory) -> None:
    memory.path.write_bytes(b"damaged")
    memory.reopened()
    (file,) = memory.quarantined
    named = datetime.strptime(file.stem, "phone-%Y%m%dT%H%M%S.%f").replace(tzinfo=UTC)
    assert abs(datetime.now(UTC) - named) < timedelta(minutes=10)


def test_the_log_says_what_was_wrong_with_the_file_and_its_backup(
    memory: Memory, caplog: pytest.LogCaptureFixture
) -> None:
    memory.path.write_bytes(b"damaged")
    memory.backup.write_bytes(with_a_torn_schema(memory.whole))
    with caplog.at_level(logging.INFO, "miniapp_host.memory"):
        memory.reopened()
    assert caplog.messages == [
        f"{memory.path} is damaged: not a database",
        "the backup is damaged too: database disk image is malformed",
    ]


def test_damage_that_can_not_even_be_told_is_in_the_log_too(
    memory: Memory, caplog: pytest.LogCaptureFixture
) -> None:
    memory.path.write_bytes(memory.whole.replace(b"TABLE storage", b"\xffABLE storage"))
    with caplog.at_level(logging.INFO, "miniapp_host.memory"):
        assert memory.reopened() == (memory.truth, RESTORED)
    assert "can't decode byte 0xff" in caplog.text


def test_an_empty_file_beside_a_backup_is_a_loss_and_is_made_good(memory: Memory) -> None:
    memory.path.write_bytes(b"")
    assert memory.reopened() == (memory.truth, RECREATED)


def test_a_missing_file_beside_a_backup_is_a_loss_and_is_made_good(memory: Memory) -> None:
    memory.path.unlink()
    assert memory.reopened() == (memory.truth, RECREATED)


def test_an_empty_file_is_a_loss_though_there_is_no_backup(memory: Memory) -> None:
    memory.path.write_bytes(b"")
    memory.backup.unlink()
    assert memory.reopened() == ([], GONE)
    assert memory.reopened() == ([], None)


@pytest.mark.parametrize("lose", [emptied, removed])
def test_a_loss_after_a_grant_was_taken_back_is_said_though_the_backup_was_emptied(
    memory: Memory, lose: Callable[[Path], None]
) -> None:
    granted = next(row for row in memory.truth if row[3] == "granted")
    database = Database(memory.path)
    PermissionStore(database).decide(
        Subject(granted[0], granted[1]), granted[2], Decision.DENIED, Actor.SETTINGS
    )
    assert memory.backup.read_bytes() == b""
    found = memory.folder / "as after a crash"
    found.mkdir()
    shutil.copy(memory.path, found)
    shutil.copy(memory.backup, found)
    database.close()
    lose(found / memory.path.name)
    with closing(Database(found / memory.path.name)) as reopened:
        assert (rows_of(reopened), reopened.notice) == ([], GONE)


def test_rows_that_make_no_sense_are_damage(
    memory: Memory, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO, "miniapp_host.memory")
    with closing(sqlite3.connect(memory.path, isolation_level=None)) as connection:
        connection.execute("PRAGMA ignore_check_constraints = ON")
        connection.execute("INSERT INTO decisions VALUES ('wx1', 'develop', 's', 'maybe')")
    assert memory.reopened() == (memory.truth, RESTORED)
    assert caplog.messages == [f"{memory.path} is damaged: its rows are not sound"]


def test_tables_that_are_not_ours_are_damage(
    memory: Memory, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO, "miniapp_host.memory")
    with closing(sqlite3.connect(memory.path, isolation_level=None)) as connection:
        connection.execute("DROP TABLE storage")
    assert memory.reopened() == (memory.truth, RESTORED)
    assert caplog.messages == [f"{memory.path} is damaged: its tables are not sound"]


@pytest.mark.parametrize("empty_journal", [False, True])
def test_a_file_that_lacks_its_end_is_damaged_though_sqlite_fills_it_up(
    memory: Memory, empty_journal: bool
) -> None:
    database = Database(memory.path)
    ProgramStorage(database).set("wx", "key", '"' + "x" * 50_000 + '"')
    database.close()
    memory.path.write_bytes(memory.path.read_bytes()[:-1])
    if empty_journal:
        memory.path.with_name("phone.sqlite-journal").touch()
    assert memory.reopened() == (memory.truth, RESTORED)


@pytest.mark.parametrize("size", [b"\0\0", b"\0\1"])
def test_a_page_size_that_is_not_ours_is_damage(memory: Memory, size: bytes) -> None:
    data = bytearray(memory.whole)
    data[16:18] = size
    memory.path.write_bytes(data)
    assert MemoryFile(memory.path).condition() is Condition.DAMAGED
    assert memory.reopened() == (memory.truth, RESTORED)


@pytest.fixture
def broken_off(memory: Memory) -> Memory:
    """The phone's file as a crash leaves it: half changed, with a journal to take that back."""
    found = memory.folder / "found"
    found.mkdir()
    with closing(sqlite3.connect(memory.path, isolation_level=None)) as connection:
        connection.execute("PRAGMA cache_size = 1")
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("UPDATE decisions SET decision = 'granted'")
        connection.execute("CREATE TABLE other (a TEXT) STRICT")
        for number in range(200):
            row = (f"wx-new-{number}", "x" * 1000)
            connection.execute("INSERT INTO decisions VALUES (?, 'trial', ?, 'granted')", row)
        for name in ("phone.sqlite", "phone.sqlite-journal"):
            shutil.copy(memory.folder / name, found)
    for name in ("phone.sqlite", "phone.sqlite-journal"):
        (found / name).replace(memory.folder / name)
    return memory


def with_everything(file: Path) -> None:
    """Leaves it."""


def without_its_end(file: Path) -> None:
    os.truncate(file, file.stat().st_size - 1)


def with_a_torn_header(file: Path) -> None:
    with file.open("rb+") as stream:
        stream.write(bytes(16))


@pytest.mark.parametrize("damage", [with_everything, without_its_end, with_a_torn_header])
def test_what_a_crash_broke_off_is_taken_back_by_its_journal(
    broken_off: Memory, damage: Callable[[Path], None]
) -> None:
    assert broken_off.path.read_bytes() != broken_off.whole
    damage(broken_off.path)
    assert broken_off.reopened() == (broken_off.truth, None)
    assert broken_off.quarantined == []


@pytest.mark.parametrize("lose", [emptied, removed])
def test_a_journal_without_its_file_is_put_away_and_not_rolled_back_into_the_backup(
    broken_off: Memory, lose: Callable[[Path], None]
) -> None:
    lose(broken_off.path)
    assert broken_off.reopened() == (broken_off.truth, RESTORED)
    (journal,) = (broken_off.folder / "quarantine").glob("*-journal")
    assert journal.stat().st_size > 0


def test_a_new_phone_that_was_killed_before_its_first_commit_is_a_new_phone(
    tmp_path: Path,
) -> None:
    (tmp_path / "phone.sqlite.begun.new").touch()
    with closing(Database(tmp_path / "phone.sqlite")) as database:
        assert (rows_of(database), database.notice) == ([], None)


def header_with(memory: Memory, application: int, version: int) -> bytes:
    with closing(sqlite3.connect(memory.path, isolation_level=None)) as connection:
        connection.execute(f"PRAGMA application_id = {application}")
        connection.execute(f"PRAGMA user_version = {version}")
    return memory.path.read_bytes()


@pytest.mark.parametrize("version", [VERSION + 1, 2**24 + VERSION, 2**31 - 1])
def test_a_newer_phones_file_is_refused_and_left_alone(memory: Memory, version: int) -> None:
    newer = header_with(memory, APPLICATION_ID, version)
    with pytest.raises(StoreError) as caught:
        Database(memory.path)
    assert (caught.value.problem, caught.value.remedy, caught.value.detail) == (
        "The phone's memory was made by a newer version of MiniApp Host.",
        "Update MiniApp Host; nothing was changed.",
        str(memory.path),
    )
    assert memory.path.read_bytes() == newer
    assert memory.quarantined == []


def test_a_newer_phones_backup_is_not_taken_back_to_an_older_version(memory: Memory) -> None:
    newer = header_with(memory, APPLICATION_ID, VERSION + 1)
    memory.path.rename(memory.backup)
    with pytest.raises(StoreError, match="newer version"):
        Database(memory.path)
    assert memory.backup.read_bytes() == newer


@pytest.mark.parametrize("application", [0, 252006674])
def test_another_applications_file_is_refused_and_left_alone(
    tmp_path: Path, application: int
) -> None:
    path = tmp_path / "phone.sqlite"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE history (url TEXT)")
        connection.execute(f"PRAGMA application_id = {application}")
    content = path.read_bytes()
    with pytest.raises(StoreError) as caught:
        Database(path)
    assert (caught.value.problem, caught.value.remedy, caught.value.detail) == (
        "The file where the phone keeps its memory belongs to another program.",
        "Move it away and start again.",
        str(path),
    )
    assert path.read_bytes() == content
    assert [file.name for file in tmp_path.iterdir()] == ["phone.sqlite"]


def test_our_own_file_is_known_even_with_a_damaged_mark(memory: Memory) -> None:
    header_with(memory, 17, VERSION)
    assert memory.reopened() == (memory.truth, RESTORED)


def make_folder(path: Path) -> None:
    path.mkdir()


def make_dangling_link(path: Path) -> None:
    path.symlink_to(path.parent / "elsewhere.sqlite")


def make_pipe(path: Path) -> None:
    os.mkfifo(path)


@pytest.mark.skipif(os.name != "posix", reason="such things exist on POSIX only")
@pytest.mark.parametrize("make", [make_folder, make_dangling_link, make_pipe])
def test_what_is_no_file_is_refused_without_waiting(
    tmp_path: Path, make: Callable[[Path], None]
) -> None:
    make(tmp_path / "phone.sqlite")
    with pytest.raises(StoreError) as caught:
        Database(tmp_path / "phone.sqlite")
    assert (caught.value.problem, caught.value.remedy, caught.value.detail) == (
        "Something that is no file stands where the phone keeps its memory.",
        "Move it away and start again.",
        str(tmp_path / "phone.sqlite"),
    )
    assert len(list(tmp_path.iterdir())) == 1


def test_a_folder_that_is_not_there_is_said_so(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="Check that its folder exists") as caught:
        Database(tmp_path / "nowhere" / "phone.sqlite")
    assert str(tmp_path / "nowhere") in caught.value.detail


@pytest.mark.skipif(os.name != "posix", reason="modes are POSIX")
def test_everything_kept_is_for_the_person_only(memory: Memory) -> None:
    memory.path.write_bytes(b"damaged")
    mask = os.umask(0)
    try:
        memory.reopened()
        Database(memory.folder / "second.sqlite").close()
    finally:
        os.umask(mask)
    files = [file for file in memory.folder.iterdir() if file.is_file()]
    assert {stat.S_IMODE(file.stat().st_mode) for file in files} == {0o600}
    assert stat.S_IMODE((memory.folder / "quarantine").stat().st_mode) == 0o700


# The backup


def crash(memory: Memory, database: Database) -> None:
    """The folder as it would be found after a crash now, with a damaged file in it."""
    found = memory.folder / "found"
    found.mkdir()
    for file in (memory.path, memory.backup):
        if file.exists():
            shutil.copy(file, found)
    database.close()
    for file in (memory.path, memory.backup):
        file.unlink()
        if (found / file.name).exists():
            (found / file.name).rename(file)
    memory.path.write_bytes(b"damaged")


def test_closing_leaves_a_backup_with_everything(memory: Memory) -> None:
    database = Database(memory.path)
    PermissionStore(database).decide(Subject("wx", "trial"), "s", Decision.GRANTED, Actor.PROMPT)
    rows = rows_of(database)
    database.close()
    memory.path.write_bytes(b"damaged")
    assert memory.reopened() == (rows, RESTORED)


def test_a_backup_of_the_same_moment_may_lack_a_change_and_is_made_anew(
    memory: Memory,
) -> None:
    for file in (memory.path, memory.backup):
        os.utime(file, ns=(10**18, 10**18))
    before = memory.backup.stat().st_ino
    memory.reopened()
    assert memory.backup.stat().st_ino != before


def test_after_a_crash_the_next_start_makes_the_backup(memory: Memory) -> None:
    memory.backup.unlink()
    memory.reopened()
    memory.path.write_bytes(b"damaged")
    assert memory.reopened() == (memory.truth, RESTORED)


@pytest.mark.parametrize("decision", [Decision.DENIED, Decision.UNDECIDED])
def test_a_grant_that_was_withdrawn_never_comes_back_with_the_backup(
    memory: Memory, decision: Decision
) -> None:
    database = Database(memory.path)
    granted = next(row for row in memory.truth if row[3] == "granted")
    PermissionStore(database).decide(
        Subject(granted[0], granted[1]), granted[2], decision, Actor.SETTINGS
    )
    crash(memory, database)
    rows, notice = memory.reopened()
    assert notice == EMPTIED
    assert granted not in rows


def test_a_deleted_program_never_comes_back_with_the_backup(memory: Memory) -> None:
    database = Database(memory.path)
    PermissionStore(database).forget("wx0001")
    crash(memory, database)
    assert memory.reopened() == ([], EMPTIED)


def test_granting_leaves_the_backup_alone(memory: Memory) -> None:
    database = Database(memory.path)
    PermissionStore(database).decide(Subject("wx", "trial"), "s", Decision.GRANTED, Actor.PROMPT)
    crash(memory, database)
    assert memory.reopened() == (memory.truth, RESTORED)


def test_nothing_is_left_in_the_raw_files_of_what_was_deleted(memory: Memory) -> None:
    database = Database(memory.path)
    PermissionStore(database).forget("wx0042")
    database.close()
    assert b"wx0042" not in memory.path.read_bytes()
    assert b"wx0042" not in memory.backup.read_bytes()


@pytest.mark.expects_log
def test_a_file_that_vanishes_while_the_phone_runs_does_not_empty_the_backup(
    memory: Memory,
) -> None:
    database = Database(memory.path)
    memory.path.unlink()
    database.close()
    assert memory.reopened() == (memory.truth, RECREATED)


@pytest.mark.expects_log
def test_a_backup_that_cannot_be_made_is_no_reason_to_fail(
    memory: Memory, caplog: pytest.LogCaptureFixture
) -> None:
    memory.backup.unlink()
    memory.backup.mkdir()
    (memory.backup / "in the way").touch()
    os.utime(memory.backup, (0, 0))  # older than the file: a new one is due
    assert memory.reopened() == (memory.truth, None)
    assert memory.backup.is_dir()
    assert len(caplog.messages) == 2  # at the start and at the end
    for message in caplog.messages:
        assert message.startswith("no backup was made: [Errno")
        assert message.endswith(f"{str(memory.backup)!r}")


def test_what_a_killed_phone_left_half_written_goes_at_the_next_start(memory: Memory) -> None:
    for name in ("phone.sqlite.backup.new", "phone.sqlite.backup.x1y2.new", "phone.sqlite.a.new"):
        (memory.folder / name).write_bytes(b"half")
    assert memory.reopened() == (memory.truth, None)
    assert not list(memory.folder.glob("*.new"))


def test_a_damaged_file_that_cannot_be_put_away_is_left_and_said_so(memory: Memory) -> None:
    memory.path.write_bytes(b"damaged")
    (memory.folder / "quarantine").write_text("no folder", "utf-8")
    with pytest.raises(StoreError) as caught:
        Database(memory.path)
    assert caught.value.problem == "The phone's memory cannot be written."
    assert caught.value.remedy == "Check that its folder exists and belongs to you."
    assert str(memory.folder / "quarantine") in caught.value.detail
    assert memory.path.read_bytes() == b"damaged"
    assert memory.backup.exists()


def test_a_file_that_another_process_holds_is_left_alone_and_said_so(memory: Memory) -> None:
    with closing(sqlite3.connect(memory.path, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        before = time.monotonic()
        with pytest.raises(StoreError) as caught:
            open_sound(MemoryFile(memory.path), busy_seconds=0)
        assert time.monotonic() - before < 4, "SQLite's own patience is five seconds"
    assert caught.value.is_passing
    assert memory.path.read_bytes() == memory.whole
    assert memory.quarantined == []


def with_a_torn_schema(whole: bytes) -> bytes:
    """A header as it should be, but a schema's page that SQLite cannot read."""
    data = bytearray(whole)
    data[100] = 0  # the kind of the first page: no such kind is there
    return bytes(data)


def test_damage_that_only_sqlite_notices_is_repaired_when_it_opens(memory: Memory) -> None:
    torn = with_a_torn_schema(memory.whole)
    memory.path.write_bytes(torn)
    assert MemoryFile(memory.path).condition() is Condition.USABLE
    with (
        closing(sqlite3.connect(memory.path)) as connection,
        pytest.raises(sqlite3.DatabaseError) as caught,
    ):
        connection.execute("SELECT * FROM sqlite_schema")
    assert caught.value.sqlite_errorcode & 0xFF == sqlite3.SQLITE_CORRUPT
    assert memory.reopened() == (memory.truth, RESTORED)
    assert [kept.read_bytes() for kept in memory.quarantined] == [torn]


def test_without_a_backup_damage_that_only_sqlite_notices_empties_the_phone(
    memory: Memory,
) -> None:
    memory.path.write_bytes(with_a_torn_schema(memory.whole))
    memory.backup.write_bytes(with_a_torn_schema(memory.whole))
    assert memory.reopened() == ([], EMPTIED)
    assert len(memory.quarantined) == 2


@contextmanager
def full_disk() -> Iterator[None]:
    """No file can grow, as if the disk were full."""
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, limits[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)


@pytest.mark.parametrize("broken", [b"damaged", None], ids=["damaged", "missing"])
def test_a_backup_that_cannot_be_put_back_is_said_so_and_stays(
    memory: Memory, broken: bytes | None
) -> None:
    backup = memory.backup.read_bytes()
    memory.path.unlink()
    if broken is not None:
        memory.path.write_bytes(broken)
    with pytest.raises(StoreError, match="cannot be written") as caught, full_disk():
        Database(memory.path)
    assert "File too large" in caught.value.detail
    assert memory.backup.read_bytes() == backup
    assert not memory.path.exists()
    assert not list(memory.folder.glob("*.new"))


@pytest.mark.expects_log
def test_a_grant_is_not_withdrawn_while_the_backup_would_still_hold_it(
    memory: Memory,
) -> None:
    database = Database(memory.path)
    granted = next(row for row in memory.truth if row[3] == "granted")
    memory.backup.unlink()
    memory.backup.mkdir()  # cannot be removed as a file can
    with pytest.raises(StoreError) as caught:
        PermissionStore(database).decide(
            Subject(granted[0], granted[1]), granted[2], Decision.DENIED, Actor.SETTINGS
        )
    assert caught.value.problem == "The phone's memory cannot be written."
    assert caught.value.remedy == "Check that its folder exists and belongs to you."
    assert str(memory.backup) in caught.value.detail
    assert rows_of(database) == memory.truth
    database.close()


def test_a_grant_is_withdrawn_also_where_there_is_no_backup(memory: Memory) -> None:
    database = Database(memory.path)
    granted = next(row for row in memory.truth if row[3] == "granted")
    subject = Subject(granted[0], granted[1])
    memory.backup.unlink()
    store = PermissionStore(database)
    store.decide(subject, granted[2], Decision.DENIED, Actor.SETTINGS)
    assert store.decision(subject, granted[2]) is Decision.DENIED
    database.close()


def test_what_is_deleted_is_in_no_copy_of_the_file(memory: Memory) -> None:
    name = memory.truth[0][0]
    memory.path.write_bytes(memory.whole[:5000] + name.encode())
    assert memory.reopened() == (memory.truth, RESTORED)
    with closing(Database(memory.path)) as database:
        PermissionStore(database).forget(name)
        files = [file for file in memory.folder.rglob("*") if file.is_file()]
        assert memory.backup in files
        assert [file for file in files if name.encode() in file.read_bytes()] == []


def test_the_rows_of_the_history_are_looked_at_too(
    memory: Memory, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO, "miniapp_host.memory")
    with closing(sqlite3.connect(memory.path, isolation_level=None)) as connection:
        connection.execute("PRAGMA ignore_check_constraints = ON")
        connection.execute("UPDATE history SET at = -1 WHERE rowid = 50")
    assert memory.reopened() == (memory.truth, RESTORED)
    assert caplog.messages == [f"{memory.path} is damaged: its rows are not sound"]
