"""A saved file is noticed, in large folders too, and a large folder is opened without a wait."""

from functools import partial
from pathlib import Path
from time import thread_time

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from miniapp_host.phone.folder_watch import SETTLE_MS, FolderWatch


@pytest.fixture
def large(tmp_path: Path) -> Path:
    for folder in range(60):
        place = tmp_path / f"pictures{folder}"
        place.mkdir()
        for number in range(100):
            (place / f"{number}.png").write_bytes(b"picture")
    (tmp_path / "app.js").write_text("App({})")
    return tmp_path


def write_soon(file: Path) -> None:
    """Writes it in the next turns: the clock of a file system ticks but every 10 ms."""
    QTimer.singleShot(15, partial(file.write_text, "App({later: true})"))


def test_a_source_in_a_large_folder_that_is_written_where_it_stands_is_noticed(
    large: Path, qtbot: QtBot
) -> None:
    watch = FolderWatch(large)
    with qtbot.waitSignal(watch.saved):
        write_soon(large / "app.js")


def test_a_picture_in_a_large_folder_that_is_replaced_is_noticed(large: Path, qtbot: QtBot) -> None:
    watch = FolderWatch(large)
    with qtbot.waitSignal(watch.saved):
        (large / "new.png").write_bytes(b"another picture")
        (large / "new.png").replace(large / "pictures7" / "7.png")


def test_a_picture_in_a_small_folder_that_is_written_where_it_stands_is_noticed(
    tmp_path: Path, qtbot: QtBot
) -> None:
    (tmp_path / "icon.png").write_bytes(b"picture")
    watch = FolderWatch(tmp_path)
    with qtbot.waitSignal(watch.saved):
        (tmp_path / "icon.png").write_bytes(b"another picture")


def test_a_large_folder_is_watched_in_the_time_of_its_reading(large: Path, qtbot: QtBot) -> None:
    began = thread_time()
    FolderWatch(large)
    assert thread_time() - began < 0.05


def test_what_is_saved_while_a_large_folder_is_first_looked_through_is_noticed(
    large: Path, qtbot: QtBot
) -> None:
    watch = FolderWatch(large)
    with qtbot.waitSignal(watch.saved):
        write_soon(large / "app.js")
    with qtbot.assertNotEmitted(watch.saved, wait=2 * SETTLE_MS):
        pass


def test_a_link_to_a_folder_is_not_followed(tmp_path: Path, qtbot: QtBot) -> None:
    (tmp_path / "program").mkdir()
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "program" / "link").symlink_to(tmp_path / "elsewhere")
    watch = FolderWatch(tmp_path / "program")
    with qtbot.assertNotEmitted(watch.saved, wait=2 * SETTLE_MS):
        (tmp_path / "elsewhere" / "file").write_text("not the program's")
