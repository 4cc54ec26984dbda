"""A program reaches its own files by their URLs, and nobody else's."""

import os
from pathlib import Path

import pytest

from miniapp_host.programs.files import ProgramFiles
from miniapp_host.programs.room import Room


@pytest.fixture
def files(tmp_path: Path) -> ProgramFiles:
    return ProgramFiles(tmp_path / "files")


def test_nothing_is_made_before_it_is_needed(files: ProgramFiles, tmp_path: Path) -> None:
    files.resolve("wxfile://usr/a.txt")
    files.drop_temporary()
    files.delete()
    assert list(tmp_path.iterdir()) == []


def test_a_temporary_file_can_be_written_and_found_by_its_url(files: ProgramFiles) -> None:
    path, url = files.new_temporary(".png")
    path.write_bytes(b"picture")
    assert url.startswith("wxfile://tmp_")
    assert url.endswith(".png")
    assert files.resolve(url) == path


def test_temporary_files_are_known_by_the_other_phones_address_too(files: ProgramFiles) -> None:
    path, url = files.new_temporary(".jpg")
    name = url.removeprefix("wxfile://tmp_")
    assert files.resolve(f"http://tmp/{name}") == files.resolve(f"wxfile://tmp/{name}") == path


def test_no_two_temporary_files_have_one_name(files: ProgramFiles) -> None:
    assert len({files.new_temporary()[1] for _ in range(100)}) == 100


@pytest.mark.parametrize("suffix", ["", "png", ".", "./../x", ".p/g", ".verylongsuffix", ".a\x00"])
def test_a_suffix_that_is_none_is_left_out(files: ProgramFiles, suffix: str) -> None:
    path, url = files.new_temporary(suffix)
    assert path.suffix == ""
    assert files.resolve(url) == path


def test_user_files_may_lie_in_folders(files: ProgramFiles) -> None:
    expected = files.user_folder / "notes" / "a.txt"
    assert files.resolve("wxfile://usr/notes/a.txt") == expected
    assert files.resolve("http://usr/notes/a.txt") == expected


@pytest.mark.parametrize("url", ["wxfile://usr", "wxfile://usr/"])
def test_the_user_folder_itself_has_an_address(files: ProgramFiles, url: str) -> None:
    assert files.resolve(url) == files.user_folder


@pytest.mark.parametrize("url", ["wxfile://store_a.png", "http://store/a.png"])
def test_saved_files_have_addresses_of_their_own(files: ProgramFiles, url: str) -> None:
    path = files.resolve(url)
    assert path is not None
    assert path != files.resolve("http://tmp/a.png")


@pytest.mark.parametrize(
    "url",
    [
        "",
        "a.png",
        "/etc/passwd",
        "file:///etc/passwd",
        "http://example.com/a.png",
        "http://tmpx/a.png",
        "wxfile://",
        "wxfile://other/a",
        "wxfile://tmp_",
        "wxfile://tmp_..",
        "wxfile://tmp_a/b",
        "wxfile://tmp_../usr/a",
        "wxfile://usr/..",
        "wxfile://usr/../tmp/a",
        "wxfile://usr/a/../../../b",
        "wxfile://usr//etc/passwd",
        "wxfile://usr/a\\..\\b",
        "wxfile://usr/c:/b",
        "wxfile://usr/a\x00b",
        "wxfile://usr/a\nb",
    ],
)
def test_what_is_not_the_programs_own_is_nothing(files: ProgramFiles, url: str) -> None:
    assert files.resolve(url) is None


@pytest.mark.skipif(os.name != "posix", reason="links need rights elsewhere")
def test_a_link_that_leads_out_is_not_followed(files: ProgramFiles, tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("secret", "utf-8")
    files.user_folder.mkdir(parents=True)
    (files.user_folder / "link").symlink_to(tmp_path / "secret")
    (files.user_folder / "up").symlink_to(tmp_path)
    assert files.resolve("wxfile://usr/link") is None
    assert files.resolve("wxfile://usr/up/secret") is None


def test_dropping_temporary_files_leaves_the_others(files: ProgramFiles) -> None:
    temporary, _ = files.new_temporary()
    temporary.write_text("t", "utf-8")
    files.user_folder.mkdir()
    (files.user_folder / "kept").write_text("k", "utf-8")
    files.drop_temporary()
    assert not temporary.exists()
    assert (files.user_folder / "kept").exists()


def test_deleting_leaves_nothing(files: ProgramFiles, tmp_path: Path) -> None:
    files.new_temporary()[0].write_text("t", "utf-8")
    files.delete()
    assert list(tmp_path.iterdir()) == []


def test_room_is_taken_until_there_is_none_and_is_there_again_after_files_are_removed(
    tmp_path: Path,
) -> None:
    files = ProgramFiles(tmp_path)
    files.user_folder.mkdir(parents=True)
    kept = files.user_folder / "a"
    assert files.take_room(60, 100)
    kept.write_bytes(bytes(60))
    assert not files.take_room(60, 100)
    assert files.take_room(40, 100)
    kept.unlink()
    assert files.take_room(100, 100)


def test_temporary_files_have_a_room_of_their_own(tmp_path: Path) -> None:
    files = ProgramFiles(tmp_path)
    path, _ = files.new_temporary()
    assert files.take_temporary_room(100, 100)
    path.write_bytes(bytes(100))
    assert not files.take_temporary_room(1, 100)
    assert files.take_room(100, 100)
    files.drop_temporary()
    assert files.take_temporary_room(100, 100)


def test_files_and_folders_are_counted_too_and_there_is_room_again_when_some_go(
    tmp_path: Path,
) -> None:
    room = Room((tmp_path / "kept",), most_files=3)
    for name in ("a", "b/c"):
        assert room.take(1, 100, len(Path(name).parts))
        path = tmp_path / "kept" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("x", "utf-8")
    assert not room.take(1, 100, 1)
    assert room.take(1, 100)
    (tmp_path / "kept/a").unlink()
    assert room.take(1, 100, 1)
