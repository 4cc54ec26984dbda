"""A packed program comes into the library, is replaced by a newer one, and goes as a whole."""

import os
import random
import subprocess
import sys
from contextlib import closing, suppress
from pathlib import Path

import pytest

from miniapp_host.memory.database import Database
from miniapp_host.memory.store_error import StoreError
from miniapp_host.permissions.decisions import Actor, Decision, Subject
from miniapp_host.permissions.store import PermissionStore
from miniapp_host.programs.archive import ArchiveError
from miniapp_host.programs.library import Library, Program
from miniapp_host.programs.manifest import ManifestError
from miniapp_host.programs.package import Package
from miniapp_host.programs.tree import PackageError
from miniapp_host.programs.unpacking import install_archive, replaced_notice
from tests.programs.archives import APPID, entry, pack, pack_with, program
from tests.programs.conftest import write_file
from tests.removals import wait_for_removals

SUBJECT = Subject(APPID, "develop")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "my program.zip"


def install(library: Library, file: Path) -> Program:
    installed, _ = install_archive(library, file)
    return installed


def files_in(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*"))


@pytest.mark.parametrize("top", ["", "program-main/"])
def test_an_archive_becomes_a_copy_of_the_phones_own(
    library: Library, programs_dir: Path, file: Path, top: str
) -> None:
    installed = install(library, pack(file, program(**{"logo.png": "picture"}), top))
    assert (installed.id, installed.name, installed.owned) == (APPID, "Packed", True)
    assert (installed.folder / "app.json").exists()
    assert installed.icon == installed.folder / "logo.png"
    file.unlink()
    assert Package.open(installed.folder).manifest.pages == ("pages/index",)
    (place,) = programs_dir.iterdir()
    assert place in installed.folder.parents


def test_a_programs_root_may_lie_deeper_as_its_project_says(library: Library, file: Path) -> None:
    files = {f"dist/{name}": content for name, content in program().items()}
    project = {"appid": APPID, "miniprogramRoot": "dist/"}
    installed = install(library, pack(file, {**files, "project.config.json": project}, "top/"))
    assert Package.open(installed.folder).root == installed.folder / "dist"


def test_a_newer_archive_keeps_decisions_and_files(
    library: Library, database: Database, programs_dir: Path, file: Path
) -> None:
    store = PermissionStore(database)
    before = install(library, pack(file, program(), "one/"))
    store.decide(SUBJECT, "scope.camera", Decision.GRANTED, Actor.PROMPT)
    write_file(library.files_dir(APPID) / "own.txt", "mine")
    file.unlink()
    after = install(library, pack(file, program(**{"pages/new.js": "Page({})"}), "two/"))
    assert store.decisions(SUBJECT) == {"scope.camera": Decision.GRANTED}
    assert (library.files_dir(APPID) / "own.txt").exists()
    assert not before.folder.exists()
    assert (after.folder / "pages/new.js").exists()
    (place,) = programs_dir.iterdir()
    assert {path.name for path in place.iterdir()} == {"files", after.folder.parents[1].name}


def test_an_archive_of_another_appid_inherits_nothing(
    library: Library, database: Database, file: Path
) -> None:
    store = PermissionStore(database)
    install(library, pack(file, program()))
    store.decide(SUBJECT, "scope.camera", Decision.GRANTED, Actor.PROMPT)
    other = install(library, pack(file, program("wxffffffffffffffff")))
    assert store.decisions(Subject(other.id, "develop")) == {}
    assert len(library.programs()) == 2


def test_a_program_without_an_appid_is_known_by_its_archive(
    library: Library, file: Path, tmp_path: Path
) -> None:
    first = install(library, pack(file, program(None)))
    assert first.id.startswith("local_")
    assert Package.open(first.folder, known_as=first.id).appid == first.id
    assert install(library, pack(file, program(None, "Renamed"))).id == first.id
    assert install(library, pack(tmp_path / "other.zip", program(None))).id != first.id


def test_a_program_without_a_name_is_called_as_its_archive(library: Library, file: Path) -> None:
    files = {**program(), "project.config.json": {"appid": APPID}}
    installed = install(library, pack(file, files))
    assert installed.name == "my-program"
    assert Package.open(installed.folder).name == "my-program"


def test_a_deleted_archive_leaves_nothing(library: Library, programs_dir: Path, file: Path) -> None:
    install(library, pack(file, program(), "top/"))
    library.delete(APPID)
    assert list(programs_dir.iterdir()) == []
    assert file.exists()


@pytest.mark.parametrize(
    ("files", "error"),
    [
        ({"readme.txt": "nothing else"}, ManifestError),
        ({"app.json": "{", "project.config.json": "{}"}, ManifestError),
        ({"project.config.json": "{"}, ManifestError),
        ({"project.config.json": {"miniprogramRoot": "../../.."}, "app.json": "{}"}, ManifestError),
    ],
)
def test_what_is_no_program_leaves_the_older_one_and_no_litter(
    library: Library,
    programs_dir: Path,
    file: Path,
    files: dict[str, str],
    error: type[Exception],
) -> None:
    before = install(library, pack(file, program()))
    there = files_in(programs_dir)
    with pytest.raises(error):
        install(library, pack(file, files))
    assert library.programs() == (before,)
    assert files_in(programs_dir) == there


def test_a_refused_archive_leaves_no_litter(
    library: Library, programs_dir: Path, file: Path
) -> None:
    with pytest.raises(ArchiveError):
        install(library, pack_with(file, (entry("../evil"), b"evil")))
    assert not programs_dir.exists() or files_in(programs_dir) == []


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a disk that can be filled")
def test_a_full_disk_leaves_the_older_one_and_says_so(
    library: Library, programs_dir: Path, file: Path, tmp_path: Path
) -> None:
    before = install(library, pack(file, program()))
    there = files_in(programs_dir)
    large = pack(tmp_path / "large.zip", program(**{"large.bin": os.urandom(300_000)}))
    code = (
        "import resource, signal, sys; from pathlib import Path\n"
        "from tests.programs.test_unpacking import run_in_little_room\n"
        "run_in_little_room(Path(sys.argv[1]), Path(sys.argv[2]))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path), str(large)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert "could not be unpacked into the phone" in done.stdout, done.stderr
    assert library.program(APPID) == before
    assert files_in(programs_dir) == there


def run_in_little_room(folder: Path, file: Path) -> None:
    """Install where no file may be longer than 200 kB, and print what is told."""
    import resource
    import signal

    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    with closing(Database(folder / "phone.sqlite")) as database:
        library = Library(database, folder / "programs")
        resource.setrlimit(resource.RLIMIT_FSIZE, (200_000, 200_000))
        with suppress(StoreError):
            try:
                install(library, file)
            except StoreError as told:
                print(told)


def test_an_archive_that_takes_anothers_place_is_told(library: Library, file: Path) -> None:
    before = install(library, pack(file, program(name="Bank")))
    assert replaced_notice(*install_archive(library, file)) is None
    notice = replaced_notice(*install_archive(library, pack(file, program(name="Bonk"))))
    assert notice is not None
    assert notice.startswith(f"Bonk has the appid {APPID} of Bank and took its place.")
    assert before.id == APPID


def test_an_archive_in_the_place_of_a_persons_folder_is_told(
    library: Library, file: Path, tmp_path: Path
) -> None:
    for name, content in program().items():
        write_file(tmp_path / "folder" / name, content)
    library.enter(Package.open(tmp_path / "folder"))
    notice = replaced_notice(*install_archive(library, pack(file, program())))
    assert notice is not None
    assert str(tmp_path / "folder") in notice
    assert (tmp_path / "folder/app.json").exists()


@pytest.mark.parametrize(
    "reference", ["../../outside.txt", "/../outside.txt", "..", "pages/../../outside.txt"]
)
def test_an_installed_program_reads_nothing_outside_its_folder(
    library: Library, file: Path, reference: str
) -> None:
    installed = install(library, pack(file, program(), "top/"))
    write_file(installed.folder.parent / "outside.txt", "secret")
    package = Package.open(installed.folder)
    with pytest.raises((PackageError, FileNotFoundError)):
        package.read(reference)
    (installed.folder / "link.txt").symlink_to(installed.folder.parent / "outside.txt")
    assert not Package.open(installed.folder).has("link.txt")


def test_a_kill_at_any_moment_leaves_the_old_version_or_the_new_one(
    tmp_path: Path, programs_dir: Path
) -> None:
    for version in (1, 2):
        files = {f"f{at}.txt": f"{version}" for at in range(60)}
        pack(tmp_path / f"{version}.zip", program(**files), f"v{version}/")
    with closing(Database(tmp_path / "phone.sqlite")) as database:
        install(Library(database, programs_dir), tmp_path / "1.zip")
    rnd = random.Random(12)
    for _ in range(12):
        with subprocess.Popen(
            [sys.executable, "-m", "tests.programs.test_unpacking", str(tmp_path)],
            stdout=subprocess.PIPE,
        ) as process:
            assert process.stdout is not None
            process.stdout.readline()
            with suppress(subprocess.TimeoutExpired):
                process.wait(rnd.uniform(0, 0.3))
            process.kill()
        with closing(Database(tmp_path / "phone.sqlite")) as database:
            installed = Library(database, programs_dir).program(APPID)
        assert installed is not None
        assert_whole(installed.folder)
        wait_for_removals()
        (place,) = programs_dir.iterdir()
        (copy,) = place.iterdir()
        assert copy in installed.folder.parents


def assert_whole(folder: Path) -> None:
    (version,) = {(folder / f"f{at}.txt").read_text("utf-8") for at in range(60)}
    assert version in ("1", "2")
    assert (folder / "app.json").exists()


def _install_for_ever(folder: Path) -> None:
    with closing(Database(folder / "phone.sqlite")) as database:
        library = Library(database, folder / "programs")
        print("begins", flush=True)
        while True:
            for version in (1, 2):
                install(library, folder / f"{version}.zip")


if __name__ == "__main__":
    _install_for_ever(Path(sys.argv[1]))
