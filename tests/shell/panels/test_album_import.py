"""Many files come into the album one turn after the other, and can be stopped."""

import itertools
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from miniapp_host.devices.album import Album
from miniapp_host.shell.panels.device.album_import import AlbumImport
from miniapp_host.texts import ToldError


class Told:
    """Does what is attempted, and keeps what went wrong."""

    def __init__(self) -> None:
        self.problems: list[str] = []

    def attempt(self, change: Callable[[], object]) -> bool:
        try:
            change()
        except ToldError as problem:
            self.problems.append(str(problem))
            return False
        return True


@pytest.fixture
def album(tmp_path: Path) -> Album:
    return Album(tmp_path / "album")


@pytest.fixture
def told() -> Told:
    return Told()


@pytest.fixture
def parent() -> QObject:
    return QObject()


@pytest.fixture
def slow(album: Album, told: Told, parent: QObject) -> AlbumImport:
    """Each look at the clock is a second later: one file a turn."""
    seconds = itertools.count()
    return AlbumImport(album, told.attempt, parent, now=lambda: float(next(seconds)))


def test_a_few_are_there_at_once(album: Album, told: Told, parent: QObject) -> None:
    one, *others = album.pictures()
    AlbumImport(album, told.attempt, parent, now=lambda: 0.0).take([one, one, one])
    assert len(album.pictures()) == 4 + len(others)


def test_many_come_in_turns_and_say_how_many_are_done(
    slow: AlbumImport, album: Album, qtbot: QtBot
) -> None:
    one = album.pictures()[0]
    steps: list[tuple[int, int]] = []
    slow.moved.connect(lambda: steps.append((slow.done, slow.total)))
    slow.take([one] * 3)
    assert slow.runs
    qtbot.waitUntil(lambda: not slow.runs)
    assert steps == [(1, 3), (2, 3), (3, 3)]


def test_stopped_it_keeps_what_is_there(slow: AlbumImport, album: Album, qtbot: QtBot) -> None:
    before = album.pictures()
    slow.take([before[0]] * 3)
    slow.stop()
    assert not slow.runs
    qtbot.wait(20)
    assert len(album.pictures()) == len(before) + 1


def test_a_file_that_is_no_picture_ends_it_and_is_told(
    slow: AlbumImport, album: Album, told: Told, tmp_path: Path
) -> None:
    text = tmp_path / "a.txt"
    text.write_text("no picture")
    slow.take([text, album.pictures()[0]])
    assert not slow.runs
    assert told.problems == ["a.txt is neither a picture nor an MP4 video"]
