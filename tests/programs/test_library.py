"""Programs come, are listed and go as a whole (permissions.md, 2)."""

import os
from collections.abc import Callable
from contextlib import closing, suppress
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest

from miniapp_host.memory.database import Database
from miniapp_host.memory.store_error import StoreError
from miniapp_host.programs.library import Library, Program
from miniapp_host.programs.manifest import ManifestError
from miniapp_host.programs.package import Package
from tests.programs.coming_and_going import APPID
from tests.programs.conftest import Content, write_file
from tests.removals import wait_for_removals

Make = Callable[..., Path]


@pytest.fixture
def make(tmp_path: Path) -> Make:
    """Writes a small program into a folder of the person's; `files` are added."""

    def made(
        folder: str = "mine", appid: str | None = APPID, name: str = "Mine", **files: Content
    ) -> Path:
        project = {"projectname": name} | ({"appid": appid} if appid else {})
        everything: dict[str, Content] = {
            "app.json": {"pages": ["pages/index"]},
            "pages/index.wxml": "<view/>",
            "pages/index.js": "Page({})",
            "project.config.json": project,
            "logo.png": b"picture",
        }
        for path, content in (everything | files).items():
            write_file(tmp_path / folder / path, content)
        return tmp_path / folder

    return made


def entered(library: Library, folder: Path) -> Program:
    return library.enter(Package.open(folder))


def clash_of(library: Library, folder: Path) -> Program | None:
    return library.clash(Package.open(folder))


def copies(programs_dir: Path) -> list[Path]:
    return sorted(file.parent for file in programs_dir.glob("*/*/app.json"))


def is_empty(programs_dir: Path) -> bool:
    wait_for_removals()
    return not programs_dir.exists() or list(programs_dir.iterdir()) == []


# Coming


def test_a_new_phone_has_no_programs(library: Library) -> None:
    assert library.programs() == ()
    assert library.program("wx1") is None


def test_an_opened_folder_is_entered_and_stays_the_persons(
    library: Library, make: Make, programs_dir: Path
) -> None:
    folder = make()
    program = entered(library, folder)
    assert (program.id, program.name, program.owned) == (APPID, "Mine", False)
    assert program.folder == folder.resolve()
    assert program.icon == folder.resolve() / "logo.png"
    assert library.programs() == (program,)
    assert is_empty(programs_dir)


def test_an_installed_program_is_a_copy_inside_the_phone(
    library: Library, make: Make, programs_dir: Path
) -> None:
    program = library.install(make())
    assert (program.id, program.name, program.owned) == (APPID, "Mine", True)
    assert programs_dir.resolve() in program.folder.parents
    assert (program.folder / "pages/index.js").read_text("utf-8") == "Page({})"
    assert program.icon is not None
    assert program.icon.read_bytes() == b"picture"
    assert program.folder in program.icon.parents


def test_entries_outlive_the_phone_and_may_move_with_it(tmp_path: Path, make: Make) -> None:
    old, new = tmp_path / "old", tmp_path / "new"
    old.mkdir()
    with closing(Database(old / "phone.sqlite")) as database:
        Library(database, old / "programs").install(make())
    old.rename(new)
    with closing(Database(new / "phone.sqlite")) as database:
        program = Library(database, new / "programs").program(APPID)
        assert program is not None
        assert (program.folder / "app.json").exists()
        assert program.icon is not None
        assert program.icon.exists()


def test_installing_again_replaces_the_copy_and_keeps_the_files(
    library: Library, make: Make, programs_dir: Path
) -> None:
    before = library.install(make())
    files = library.files_dir(APPID)
    write_file(files / "own.txt", "mine")
    after = library.install(make(name="Mine 2", **{"pages/index.js": "Page({a: 1})"}))
    assert after.name == "Mine 2"
    assert (after.folder / "pages/index.js").read_text("utf-8") == "Page({a: 1})"
    assert copies(programs_dir) == [after.folder]
    assert not before.folder.exists()
    assert (files / "own.txt").exists()
    assert len(library.programs()) == 1


def test_a_program_without_an_appid_keeps_its_identity_when_installed_again(
    library: Library, make: Make
) -> None:
    folder = make(appid=None)
    assert library.install(folder).id == library.install(folder).id
    assert entered(library, make("another", appid=None)).id != library.programs()[0].id


def test_what_no_program_needs_and_what_leads_out_is_not_copied(
    library: Library, make: Make, tmp_path: Path
) -> None:
    write_file(tmp_path / "outside" / "secret", "secret")
    folder = make(**{"node_modules/x/index.js": "", ".git/config": "", "a/node_modules/y.js": ""})
    (folder / "link").symlink_to(tmp_path / "outside" / "secret")
    (folder / "folder-link").symlink_to(tmp_path / "outside")
    copy = library.install(folder).folder
    names = {path.name for path in copy.rglob("*")}
    assert not names & {"node_modules", ".git", "link", "folder-link", "secret"}


@pytest.mark.skipif(os.name != "posix", reason="modes are POSIX")
def test_a_copy_is_an_ordinary_file_whatever_the_modes_where_it_came_from(
    library: Library, make: Make, programs_dir: Path
) -> None:
    folder = make()
    (folder / "pages/index.js").chmod(0o444)
    (folder / "logo.png").chmod(0o4777)
    copy = library.install(folder).folder
    for file in (copy / "pages/index.js", copy / "logo.png"):
        assert file.stat().st_mode & 0o7777 == plain_mode(programs_dir)
    for place in (copy, copy / "pages"):
        assert place.stat().st_mode & 0o7777 == 0o700


def plain_mode(folder: Path) -> int:
    """The mode of a file that anybody makes without asking for one."""
    file = folder / "plain"
    file.touch()
    mode = file.stat().st_mode & 0o7777
    file.unlink()
    return mode


@pytest.mark.skipif(os.name != "posix", reason="modes are POSIX")
def test_a_program_from_a_read_only_place_can_be_deleted_again(
    library: Library, make: Make, programs_dir: Path
) -> None:
    folder = make()
    (folder / "pages").chmod(0o555)
    program = library.install(folder)
    (folder / "pages").chmod(0o755)
    assert (program.folder / "pages").stat().st_mode & 0o700 == 0o700
    library.delete(APPID)
    assert is_empty(programs_dir)


def test_a_folder_that_is_no_program_is_not_entered(library: Library, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    with pytest.raises(ManifestError):
        entered(library, tmp_path / "empty")
    with pytest.raises(ManifestError):
        library.install(tmp_path / "empty")
    assert library.programs() == ()


def test_an_installation_that_cannot_be_kept_leaves_the_old_one_and_no_litter(
    database: Database, library: Library, make: Make, programs_dir: Path
) -> None:
    before = library.install(make())
    ((pages,),) = database.execute("PRAGMA page_count")
    database.execute(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(StoreError, match="disk is full"):
        library.install(make(name="x" * 100_000))
    assert library.programs() == (before,)
    assert copies(programs_dir) == [before.folder]


@pytest.mark.skipif(os.name != "posix", reason="pipes are POSIX")
def test_a_program_that_cannot_be_copied_is_said_so_and_leaves_no_litter(
    library: Library, make: Make, programs_dir: Path
) -> None:
    folder = make()
    os.mkfifo(folder / "pipe")
    with pytest.raises(StoreError, match="could not be copied"):
        library.install(folder)
    assert library.programs() == ()
    assert copies(programs_dir) == []


# Two folders, one appid


def test_one_appid_in_two_folders_is_one_program_and_is_told(library: Library, make: Make) -> None:
    first, second = make("first"), make("second")
    entered(library, first)
    clash = clash_of(library, second)
    assert clash is not None
    assert clash.folder == first.resolve()
    assert entered(library, second).folder == second.resolve()
    assert len(library.programs()) == 1


def test_opening_the_same_folder_again_is_no_clash(library: Library, make: Make) -> None:
    assert clash_of(library, make()) is None
    entered(library, make())
    assert clash_of(library, make()) is None


def test_programs_without_an_appid_never_clash(library: Library, make: Make) -> None:
    entered(library, make("first", appid=None))
    assert clash_of(library, make("second", appid=None)) is None


def test_a_persons_folder_takes_the_place_of_the_installed_copy(
    library: Library, make: Make, programs_dir: Path
) -> None:
    library.install(make("sample"))
    program = entered(library, make("mine"))
    assert not program.owned
    assert copies(programs_dir) == []
    assert library.programs() == (program,)


# Order


def test_the_last_used_comes_first_and_the_never_used_last(
    database: Database, programs_dir: Path, make: Make
) -> None:
    noon = datetime(2026, 5, 1, 12, tzinfo=UTC)
    east = timezone(timedelta(hours=8))
    moments = iter([noon, (noon + timedelta(minutes=1)).astimezone(east)])
    library = Library(database, programs_dir, lambda: next(moments))
    for number in range(4):
        entered(library, make(f"p{number}", appid=f"wx{number:016}"))
    library.used(f"wx{2:016}")
    library.used(f"wx{1:016}")
    assert [program.id[-1] for program in library.programs()] == ["1", "2", "0", "3"]
    assert library.programs()[1].last_used == noon
    assert library.programs()[2].last_used is None


def test_opening_again_keeps_when_it_was_used(library: Library, make: Make) -> None:
    entered(library, make())
    library.used(APPID)
    used = library.programs()[0].last_used
    assert used is not None
    assert entered(library, make()).last_used == used


@pytest.mark.expects_log
def test_a_full_disk_is_no_reason_not_to_open_a_program(
    database: Database, library: Library, make: Make
) -> None:
    entered(library, make())
    database.execute("PRAGMA query_only = ON")
    library.used(APPID)
    assert library.programs()[0].last_used is None


# Going


def test_deleting_an_installed_program_removes_entry_copy_and_files(
    library: Library, make: Make, programs_dir: Path
) -> None:
    library.install(make())
    write_file(library.files_dir(APPID) / "own.txt", "mine")
    library.delete(APPID)
    assert library.programs() == ()
    assert is_empty(programs_dir)


def test_deleting_a_persons_program_leaves_the_folder_and_removes_its_files(
    library: Library, make: Make, programs_dir: Path
) -> None:
    folder = make()
    before = sorted(folder.rglob("*"))
    entered(library, folder)
    write_file(library.files_dir(APPID) / "own.txt", "mine")
    library.delete(APPID)
    assert library.programs() == ()
    assert sorted(folder.rglob("*")) == before
    assert is_empty(programs_dir)


def test_deleting_one_program_leaves_the_others(library: Library, make: Make) -> None:
    other = library.install(make("other", appid="wx9999999999999999"))
    write_file(library.files_dir(other.id) / "own.txt", "mine")
    library.install(make())
    library.delete(APPID)
    library.delete("never there")
    assert library.programs() == (other,)
    assert (other.folder / "app.json").exists()
    assert (library.files_dir(other.id) / "own.txt").exists()


def test_nothing_is_removed_before_the_deletion_is_kept(
    database: Database, library: Library, make: Make
) -> None:
    program = library.install(make())
    with database.transaction():
        library.delete(APPID)
        assert (program.folder / "app.json").exists()
    assert not program.folder.exists()


def test_a_deletion_that_fails_leaves_everything(
    database: Database, library: Library, make: Make
) -> None:
    program = library.install(make())
    heard: list[str] = []
    library.watch(heard.append)
    with suppress(ZeroDivisionError), database.transaction():
        library.delete(APPID)
        _ = 1 / 0
    assert library.programs() == (program,)
    assert (program.folder / "app.json").exists()
    assert heard == []


def test_what_a_crash_left_of_a_deletion_is_removed_at_the_next_start(
    database: Database, library: Library, make: Make, programs_dir: Path
) -> None:
    library.install(make())
    (place,) = programs_dir.iterdir()
    database.execute("DELETE FROM programs")
    database.execute("INSERT INTO removals VALUES (?)", (place.name,))
    Library(database, programs_dir)
    assert is_empty(programs_dir)
    assert database.execute("SELECT * FROM removals") == []


def test_what_a_crash_left_of_a_copy_leaves_no_empty_folder(
    database: Database, make: Make, programs_dir: Path
) -> None:
    (programs_dir / "mine-1" / "half").mkdir(parents=True)
    (programs_dir / "other-1" / "half").mkdir(parents=True)
    (programs_dir / "other-1" / "files").mkdir()
    database.execute("INSERT INTO removals VALUES ('mine-1/half'), ('other-1/half')")
    Library(database, programs_dir)
    wait_for_removals()
    assert sorted(programs_dir.rglob("*")) == [
        programs_dir / "other-1",
        programs_dir / "other-1" / "files",
    ]


@pytest.mark.parametrize("name", ["", ".", "..", "../mine", "a/../..", "a/../../mine"])
def test_whatever_is_listed_nothing_outside_is_ever_removed(
    database: Database, make: Make, programs_dir: Path, name: str
) -> None:
    folder = make()
    programs_dir.mkdir()
    write_file(programs_dir / "kept", "kept")
    database.execute("INSERT INTO removals VALUES (?)", (name,))
    Library(database, programs_dir)
    assert (folder / "app.json").exists()
    assert (programs_dir / "kept").exists()


def test_an_absolute_path_that_is_listed_is_not_removed(
    database: Database, make: Make, programs_dir: Path
) -> None:
    folder = make()
    database.execute("INSERT INTO removals VALUES (?)", (str(folder),))
    Library(database, programs_dir)
    assert (folder / "app.json").exists()


def test_a_program_that_is_installed_again_finds_nothing_of_the_old_one(
    library: Library, make: Make
) -> None:
    library.install(make())
    write_file(library.files_dir(APPID) / "own.txt", "mine")
    library.delete(APPID)
    library.install(make())
    assert not library.files_dir(APPID).exists()


def test_while_something_of_the_old_program_resists_removal_it_cannot_come_back(
    database: Database, library: Library, make: Make, programs_dir: Path
) -> None:
    place = library.files_dir(APPID).parent
    write_file(place, "a file is not removed as a folder is")
    library.delete(APPID)
    with pytest.raises(StoreError, match="still there"):
        entered(library, make())
    with pytest.raises(StoreError, match="still there"):
        library.install(make())
    place.unlink()
    assert entered(library, make()).id == APPID


def test_files_of_programs_whose_appids_differ_only_in_case_are_apart(library: Library) -> None:
    folders = {library.files_dir(appid) for appid in ("wxAbc", "wxabc", "wx/abc", "wx-abc", "wx.")}
    assert len({str(folder).lower() for folder in folders}) == 5


@pytest.mark.parametrize(
    "appid", ["../..", "/etc", "a/b", "\x00", "con", "", "x" * 5_000, "\ud800"]
)
def test_no_appid_leads_out_of_the_programs_folder(
    library: Library, programs_dir: Path, appid: str
) -> None:
    folder = library.files_dir(appid)
    assert folder.parent.parent == programs_dir.resolve()
    assert len(folder.parent.name) < 64


@pytest.mark.expects_log
def test_folders_that_cannot_be_struck_off_the_list_are_no_reason_not_to_start(
    database: Database, programs_dir: Path
) -> None:
    database.execute("INSERT INTO removals VALUES ('left')")
    database.execute("PRAGMA query_only = ON")
    assert Library(database, programs_dir).programs() == ()


# Telling


def test_every_change_is_told_with_the_programs_id(library: Library, make: Make) -> None:
    heard: list[str] = []
    unwatch = library.watch(heard.append)
    library.install(make())
    entered(library, make("other", appid="wx9999999999999999"))
    library.used(APPID)
    library.delete(APPID)
    unwatch()
    library.delete("wx9999999999999999")
    assert heard == [APPID, "wx9999999999999999", APPID, APPID]


def test_when_a_deletion_is_told_the_folder_is_gone(library: Library, make: Make) -> None:
    program = library.install(make())
    there: list[bool] = []
    library.watch(lambda _: there.append(program.folder.exists()))
    library.delete(APPID)
    assert there == [False]


# Kills
