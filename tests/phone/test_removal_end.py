"""A phone collects again as soon as what it removes beside its window is gone."""

import gc
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from miniapp_host.phone.removal_end import RemovalEnd
from miniapp_host.programs.background_removal import BackgroundRemoval


class Patient(BackgroundRemoval):
    """Whoever removes waits for nothing at all."""

    at_once_seconds = 0.0


@pytest.fixture
def removal(tmp_path: Path, qtbot: QtBot) -> Iterator[BackgroundRemoval]:
    made, parent = Patient(tmp_path), QObject()
    end = RemovalEnd(made, parent)
    yield made
    end.close()
    made.wait()


def test_it_goes_on_when_everything_is_removed(
    removal: BackgroundRemoval, tmp_path: Path, qtbot: QtBot
) -> None:
    folder = tmp_path / "program"
    folder.mkdir()
    for number in range(3_000):
        (folder / f"{number}").touch()
    removal.take(folder)
    assert not gc.isenabled()
    qtbot.waitUntil(gc.isenabled)
    assert not list(tmp_path.iterdir())
