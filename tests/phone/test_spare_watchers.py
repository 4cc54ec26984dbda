"""A watcher of folders serves one after another, and never two at a time."""

from collections.abc import Iterator
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from miniapp_host.phone.folder_watch import FolderWatch
from miniapp_host.phone.spare_watchers import SpareWatchers


@pytest.fixture
def spare(qapp: QObject) -> Iterator[SpareWatchers]:
    made = SpareWatchers()
    yield made
    made.close()


def test_what_a_deleted_user_has_left_watches_nothing_of_theirs(
    spare: SpareWatchers, tmp_path: Path
) -> None:
    user = QObject()
    watcher = spare.take(user)
    watcher.addPath(str(tmp_path))
    shiboken6.delete(user)
    assert spare.take(QObject()) is watcher
    assert not watcher.directories()


def test_who_still_watches_keeps_their_watcher(spare: SpareWatchers) -> None:
    users = QObject(), QObject()
    first, second = map(spare.take, users)
    assert first is not second


def test_a_folder_is_watched_with_what_another_has_left(
    spare: SpareWatchers, tmp_path: Path, qtbot: QtBot
) -> None:
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        watch = FolderWatch(tmp_path / name, None, spare)
        with qtbot.waitSignal(watch.saved):
            (tmp_path / name / "app.js").write_text("App({})")
        shiboken6.delete(watch)
