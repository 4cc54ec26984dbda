"""A file is replaced whole or not at all, and only the person may read the new one."""

import os
import stat
from pathlib import Path

import pytest

from miniapp_host.memory.durable import replace_file


def write_new(file: Path) -> None:
    file.write_text("new", "utf-8")


def test_the_new_content_takes_the_place_of_the_old(tmp_path: Path) -> None:
    target = tmp_path / "file"
    target.write_text("old", "utf-8")
    replace_file(target, write_new)
    assert target.read_text("utf-8") == "new"
    assert list(tmp_path.iterdir()) == [tmp_path / "file"]


@pytest.mark.skipif(os.name != "posix", reason="modes are POSIX")
def test_the_new_file_is_for_the_person_only(tmp_path: Path) -> None:
    before: list[int] = []
    replace_file(tmp_path / "file", lambda new: before.append(stat.S_IMODE(new.stat().st_mode)))
    assert before == [0o600]
    assert stat.S_IMODE((tmp_path / "file").stat().st_mode) == 0o600


@pytest.mark.skipif(os.name != "posix", reason="folders are synced on POSIX only")
def test_the_content_is_on_disk_before_its_name_and_its_name_before_all_is_done(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target, sync, synced = tmp_path / "file", os.fsync, list[tuple[str, bool]]()

    def noting(handle: int) -> None:
        sync(handle)
        kind = "folder" if stat.S_ISDIR(os.fstat(handle).st_mode) else "content"
        synced.append((kind, target.exists()))

    monkeypatch.setattr(os, "fsync", noting)
    replace_file(target, write_new)
    assert synced == [("content", False), ("folder", True)]


def test_who_fails_to_write_leaves_the_old_file_and_nothing_else(tmp_path: Path) -> None:
    target = tmp_path / "file"
    target.write_text("old", "utf-8")

    def fail(new: Path) -> None:
        new.write_text("half", "utf-8")
        raise OSError("no space")

    with pytest.raises(OSError, match="no space"):
        replace_file(target, fail)
    assert target.read_text("utf-8") == "old"
    assert list(tmp_path.iterdir()) == [tmp_path / "file"]


def test_what_an_interrupted_replacing_left_is_no_hindrance(tmp_path: Path) -> None:
    (tmp_path / "file.new").write_text("half", "utf-8")
    replace_file(tmp_path / "file", lambda new: None)
    assert (tmp_path / "file").read_text("utf-8") == ""
    assert list(tmp_path.iterdir()) == [tmp_path / "file"]
