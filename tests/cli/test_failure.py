"""Whatever can't start says so in one line, and to whom there is no terminal in a window."""

import os
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from miniapp_host.cli.failure import details_of
from miniapp_host.memory.database import Database
from miniapp_host.memory.store_error import StoreError
from tests.shell_words import ROOT, bare_environment, run


def newer(folder: Path) -> None:
    Database(folder / "phone.sqlite").close()
    with closing(sqlite3.connect(folder / "phone.sqlite")) as memory:
        memory.execute("PRAGMA user_version = 999")


def foreign(folder: Path) -> None:
    with closing(sqlite3.connect(folder / "phone.sqlite")) as memory:
        memory.execute("CREATE TABLE theirs (a)")
        memory.commit()


def locked(folder: Path) -> None:
    """Held by a connection that lives as long as the test."""
    Database(folder / "phone.sqlite").close()
    memory = sqlite3.connect(folder / "phone.sqlite", isolation_level=None)
    memory.execute("BEGIN EXCLUSIVE")
    HELD.append(memory)


HELD: list[sqlite3.Connection] = []


@pytest.mark.parametrize(
    ("spoil", "told"),
    [(newer, "newer"), (foreign, "phone.sqlite"), (locked, "Another window is using")],
)
def test_a_memory_that_can_not_be_used_is_one_line(
    data_dir: Path, spoil: Callable[[Path], None], told: str
) -> None:
    spoil(data_dir)
    done = run("--data-dir", str(data_dir), QT_QPA_PLATFORM="offscreen")
    while HELD:
        HELD.pop().close()
    assert done.returncode == 2
    assert done.stderr.count("\n") == 1
    assert told in done.stderr


def test_a_data_folder_that_can_not_be_made_is_one_line_with_a_way_out(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    done = run("--data-dir", str(tmp_path / "file" / "data"), QT_QPA_PLATFORM="offscreen")
    assert done.returncode == 2
    assert done.stderr.count("\n") == 1
    assert "--data-dir" in done.stderr


def test_a_folder_at_the_lock_s_place_is_named(data_dir: Path) -> None:
    (data_dir / "phone.lock").mkdir()
    for words in ((), ("programs", "list")):
        done = run(*words, "--data-dir", str(data_dir), QT_QPA_PLATFORM="offscreen")
        assert (done.returncode, done.stderr.count("\n")) == (2 if not words else 1, 1)
        assert f"{data_dir / 'phone.lock'} is no file" in done.stderr


@pytest.mark.parametrize("words", [(), ("--data-dir",)], ids=["program", "data"])
def test_on_a_terminal_there_is_one_line_and_no_window(
    tmp_path: Path, words: tuple[str, ...]
) -> None:
    """A window would need the screen that DISPLAY names, and there is none: it would say so."""
    pty = pytest.importorskip("pty")
    (tmp_path / "file").write_text("")
    nowhere = str(tmp_path / "file" / "nowhere")
    master, terminal = pty.openpty()
    done = subprocess.run(
        [sys.executable, "-m", "miniapp_host", *words, nowhere],
        stderr=terminal,
        cwd=ROOT,
        env=bare_environment() | {"DISPLAY": ":none"},
        timeout=60,
        check=False,
    )
    said = os.read(master, 4096).decode()
    for end in (master, terminal):
        os.close(end)
    assert done.returncode == 2
    assert said.count("\n") == 1
    assert str(tmp_path / "file") in said


@pytest.fixture
def said_by_desktop(tmp_path: Path) -> Callable[[], str]:
    """Puts a zenity first on the path, and tells what it was to show."""
    folder = tmp_path / "desktop"
    folder.mkdir()
    program = folder / "zenity"
    program.write_text(f'#!/bin/sh\nfor last; do :; done; printf %s "$last" > {folder}/said\n')
    program.chmod(0o755)

    def said() -> str:
        return (folder / "said").read_text("utf-8")

    return said


def started_by_double_click(
    tmp_path: Path, code: str = "", **more: str
) -> "subprocess.CompletedProcess[str]":
    """A start without a terminal; `code` runs before, and the screen that DISPLAY names is gone."""
    path = f"{tmp_path / 'desktop'}:{os.environ['PATH']}"
    start = "import sys; from miniapp_host.cli.main import main; sys.exit(main(sys.argv[1:]))"
    return subprocess.run(
        [sys.executable, "-c", f"{code}\n{start}", "--data-dir", str(tmp_path / "data")],
        cwd=ROOT,
        env=bare_environment() | {"DISPLAY": ":none", "PATH": path} | more,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


@pytest.mark.skipif(sys.platform != "linux", reason="programs of Linux desktops")
def test_where_qt_itself_can_not_start_a_program_of_the_desktop_says_so(
    tmp_path: Path, said_by_desktop: Callable[[], str]
) -> None:
    done = started_by_double_click(tmp_path)
    assert done.returncode == 2
    assert "Qt finds no screen" in done.stderr
    assert said_by_desktop().startswith("Qt finds no screen")
    started_by_double_click(tmp_path, LANG="zh_CN.UTF-8", LC_ALL="zh_CN.UTF-8")
    assert not said_by_desktop().isascii()


@pytest.mark.skipif(sys.platform != "linux", reason="programs of Linux desktops")
def test_a_fault_of_ours_is_shown_and_keeps_its_traceback(
    tmp_path: Path, said_by_desktop: Callable[[], str]
) -> None:
    gone = 'import sys; sys.modules["PySide6.QtWidgets"] = None'  # as if its file were gone
    done = started_by_double_click(tmp_path, gone)
    assert done.returncode == 1
    assert "ModuleNotFoundError" in done.stderr
    assert "has a fault" in said_by_desktop()


def test_details_name_the_causes_and_the_machine() -> None:
    try:
        raise StoreError("The disk is full.", "Free some space.") from OSError(28, "No space")
    except StoreError as error:
        details = details_of(error)
    assert "OSError: [Errno 28] No space" in details
    assert sys.version.split()[0] in details
