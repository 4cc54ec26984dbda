"""Which files of a program are listed, under which names, and which may be deleted."""

from pathlib import Path

import pytest

from miniapp_host.programs.file_list import ListedFile, Place, delete_file, list_files
from miniapp_host.programs.files import ProgramFiles
from miniapp_host.programs.package import Package
from miniapp_host.texts import ToldError
from tests.program_folder import write_program


@pytest.fixture
def package(tmp_path: Path) -> Package:
    return Package.open(write_program(tmp_path / "program", {"index.wxml": "<view/>"}))


@pytest.fixture
def files(tmp_path: Path) -> ProgramFiles:
    return ProgramFiles(tmp_path / "files")


def write(file: Path, content: bytes = b"x") -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content)


def named(listed: tuple[ListedFile, ...], place: Place) -> list[str]:
    return [one.name for one in listed if one.place is place]


def test_the_packages_files_are_there_before_the_program_wrote_any(
    package: Package, files: ProgramFiles
) -> None:
    listed = list_files(package, files)
    assert {one.place for one in listed} == {Place.PACKAGE}
    assert set(named(listed, Place.PACKAGE)) == set(package.files)
    assert "app.json" in package.files


def test_files_have_the_names_that_the_program_knows_them_by(
    package: Package, files: ProgramFiles
) -> None:
    write(files.user_folder / "deep" / "notes.txt", b"hello")
    temporary, temporary_url = files.new_temporary(".png")
    saved, saved_url = files.new_saved(".jpg")
    write(temporary)
    write(saved)
    listed = list_files(package, files)
    assert named(listed, Place.USER) == ["wxfile://usr/deep/notes.txt"]
    assert named(listed, Place.TEMPORARY) == [temporary_url]
    assert named(listed, Place.SAVED) == [saved_url]
    for one in listed:
        if one.place is not Place.PACKAGE:
            assert files.resolve(one.name) == one.file
    assert next(one.size for one in listed if one.place is Place.USER) == 5


def test_marks_that_only_the_phone_sees_are_not_listed(
    package: Package, files: ProgramFiles
) -> None:
    files.set_mark("privacy-1")
    assert {one.place for one in list_files(package, files)} == {Place.PACKAGE}


def test_only_what_the_program_made_is_deleted(package: Package, files: ProgramFiles) -> None:
    write(files.user_folder / "notes.txt")
    *of_package, own = list_files(package, files)
    delete_file(own)
    delete_file(own)  # what is gone stays so
    assert not own.file.exists()
    with pytest.raises(ToldError):
        delete_file(of_package[0])
    assert of_package[0].file.exists()


def test_what_cannot_be_deleted_is_told(package: Package, files: ProgramFiles) -> None:
    write(files.user_folder / "notes.txt")
    *_, own = list_files(package, files)
    own.file.unlink()
    own.file.mkdir()
    with pytest.raises(ToldError, match=r"notes\.txt can't be deleted"):
        delete_file(own)


def test_a_programs_own_files_come_before_its_npm_packages_and_what_tools_keep_there(
    tmp_path: Path, files: ProgramFiles
) -> None:
    written = (".github/a.yml", ".eslintrc.js", "miniprogram_npm/tea/index.js", "zoo.js")
    contents = {"index.wxml": "<view/>", **dict.fromkeys(written, "")}
    program = write_program(tmp_path / "program", contents)
    names = named(list_files(Package.open(program), files), Place.PACKAGE)
    assert names[0] == "app.js"
    last = ["zoo.js", "miniprogram_npm/tea/index.js", ".eslintrc.js", ".github/a.yml"]
    assert names[-4:] == last
