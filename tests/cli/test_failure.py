"""Whatever can't start says so in one line, and to whom there is no terminal in a window."""

import os
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from miniapp_host.cli.failure import details_of, needs_window
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


@pytest.mark.parametrize("words", [["nowhere"], ["--data-dir", "/dev/null/data"]])
def test_on_a_terminal_there_is_one_line_and_no_window(words: list[str]) -> None:
    """A window would need the screen that DISPLAY names, and there is none: it would say so."""
    pty = pytest.importorskip("pty")
    master, terminal = pty.openpty()
    done = subprocess.run(
        [sys.executable, "-m", "miniapp_host", *words],
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
    assert words[-1] in said


BROKEN_START = """
import sys
import miniapp_host.automation
sys.modules["miniapp_host.automation.start"] = None  # as if its file were gone
from miniapp_host.cli.main import main
sys.exit(main([]))
"""


def test_a_fault_of_ours_looks_for_a_window_and_keeps_its_traceback() -> None:
    """Qt says that it has no screen: a window was wanted."""
    done = subprocess.run(
        [sys.executable, "-c", BROKEN_START],
        cwd=ROOT,
        env=bare_environment() | {"DISPLAY": ":none"},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert "ModuleNotFoundError" in done.stderr
    assert "Qt finds no screen" in done.stderr
    assert done.returncode == 2


def test_details_name_the_causes_and_the_machine() -> None:
    try:
        raise StoreError("The disk is full.", "Free some space.") from OSError(28, "No space")
    except StoreError as error:
        details = details_of(error)
    assert "OSError: [Errno 28] No space" in details
    assert sys.version.split()[0] in details


SCREEN = {"DISPLAY": ":0"}


@pytest.mark.parametrize(
    ("environment", "wanted"),
    [
        (SCREEN, True),
        ({"WAYLAND_DISPLAY": "wayland-0"}, True),
        ({}, sys.platform in ("win32", "darwin")),
        (SCREEN | {"QT_QPA_PLATFORM": "offscreen"}, False),
    ],
)
def test_a_window_needs_a_screen(environment: dict[str, str], wanted: bool) -> None:
    assert needs_window((None, None, None), environment) is wanted


def test_whoever_has_a_terminal_needs_no_window() -> None:
    pty = pytest.importorskip("pty")
    master, terminal = pty.openpty()
    with open(terminal) as stream, open(os.devnull) as mute:  # noqa: PTH123
        assert not needs_window((mute, mute, stream), SCREEN)
        assert needs_window((mute, mute, None), SCREEN)
    os.close(master)
