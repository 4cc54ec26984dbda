"""What Qt has deleted is told nothing more, in whatever order Qt deletes."""

import gc

import pytest
import shiboken6
from PySide6.QtCore import QObject

from miniapp_host.shell.kit.bound_watch import bound_watch
from miniapp_host.watchers import Watchers


class Ear(QObject):
    """Touches its own C++ half when it hears: that fails once Qt has deleted it."""

    def __init__(self, watchers: Watchers[str], heard: list[str], parent: QObject | None) -> None:
        super().__init__(parent)
        self._heard = heard
        self.unwatch = bound_watch(self, watchers.watch, self._on_news)

    def _on_news(self, news: str) -> None:
        self.setObjectName(news)
        self._heard.append(news)


def test_it_hears_until_it_stops() -> None:
    watchers: Watchers[str] = Watchers()
    heard: list[str] = []
    ear = Ear(watchers, heard, None)
    watchers.announce("rain")
    ear.unwatch()
    ear.unwatch()
    watchers.announce("snow")
    assert heard == ["rain"]
    assert len(watchers) == 0


@pytest.mark.parametrize("ear_first", [True, False])
def test_it_hears_nothing_once_its_parent_has_taken_it_along(ear_first: bool) -> None:
    watchers: Watchers[str] = Watchers()
    heard: list[str] = []
    parent = QObject()
    ears = [] if ear_first else [QObject(parent)]
    ears.append(Ear(watchers, heard, parent))
    shiboken6.delete(parent)
    watchers.announce("rain")
    assert heard == []
    assert len(watchers) == 0


def test_it_hears_nothing_once_nobody_keeps_it() -> None:
    watchers: Watchers[str] = Watchers()
    heard: list[str] = []
    Ear(watchers, heard, None)
    gc.collect()
    watchers.announce("rain")
    assert heard == []
    assert len(watchers) == 0
