"""A file is replaced whole or not at all, and only the person may read the new one."""

import os
import stat
import subprocess
import sys
import time
from pathlib import Path

import pytest

from miniapp_host.memory.durable import alone_in, place_file, remove_unfinished, replace_file


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


def test_of_two_writers_at_a_time_the_last_wins_and_neither_fails(tmp_path: Path) -> None:
    target = tmp_path / "file"

    def write_while_another_does(new: Path) -> None:
        replace_file(target, write_new)
        assert target.read_text("utf-8") == "new"
        new.write_text("mine", "utf-8")

    replace_file(target, write_while_another_does)
    assert target.read_text("utf-8") == "mine"
    assert list(tmp_path.iterdir()) == [target]


def test_what_a_killed_writer_left_is_removed_and_nothing_else(tmp_path: Path) -> None:
    script = """
import os, sys
from pathlib import Path
from miniapp_host.memory.durable import alone_in, place_file, remove_unfinished, replace_file
def die(new):
    new.write_text("half")
    os.kill(os.getpid(), 9)
replace_file(Path(sys.argv[1]), die)
"""
    target, other = tmp_path / "file [1]", tmp_path / "other.new"
    target.write_text("old", "utf-8")
    other.touch()
    subprocess.run([sys.executable, "-c", script, str(target)], check=False)
    assert len(list(tmp_path.iterdir())) == 3
    remove_unfinished(target)
    assert sorted(tmp_path.iterdir()) == [target, other]
    assert target.read_text("utf-8") == "old"


def test_what_is_being_written_lies_beside_its_target(tmp_path: Path) -> None:
    seen: list[Path] = []
    replace_file(tmp_path / "file", seen.append)
    (new,) = seen
    assert new.parent == tmp_path
    assert new.match("file.*.new")


def test_what_can_not_be_removed_keeps_nothing_else(tmp_path: Path) -> None:
    (tmp_path / "file.1.new").mkdir()
    (tmp_path / "file.2.new").touch()
    remove_unfinished(tmp_path / "file")
    assert list(tmp_path.iterdir()) == [tmp_path / "file.1.new"]


@pytest.mark.skipif(os.name != "posix", reason="locks are POSIX")
def test_what_is_being_written_is_not_removed(tmp_path: Path) -> None:
    target = tmp_path / "file"

    def write_while_another_starts(new: Path) -> None:
        new.write_text("new", "utf-8")
        remove_unfinished(target)
        assert new.exists()

    replace_file(target, write_while_another_starts)
    assert target.read_text("utf-8") == "new"


def test_a_new_file_appears_whole_and_takes_no_place_that_is_taken(tmp_path: Path) -> None:
    target = tmp_path / "file"

    def write_while_another_does(new: Path) -> None:
        new.write_text("mine", "utf-8")
        assert not target.exists()
        place_file(target, write_new)

    place_file(target, write_while_another_does)
    place_file(target, lambda new: new.write_text("late", "utf-8") and None)
    assert target.read_text("utf-8") == "new"
    assert list(tmp_path.iterdir()) == [target]


@pytest.mark.skipif(os.name != "posix", reason="locks are POSIX")
def test_who_is_alone_is_waited_for_but_not_for_ever(tmp_path: Path) -> None:
    with alone_in(tmp_path):
        before = time.monotonic()
        with alone_in(tmp_path):
            waited = time.monotonic() - before
    assert 0.5 <= waited < 5
    before = time.monotonic()
    with alone_in(tmp_path):
        assert time.monotonic() - before < 0.5
