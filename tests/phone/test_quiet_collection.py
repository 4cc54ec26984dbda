"""Full searches for dead cycles: left alone while programs wait for many answers."""

import gc
import weakref
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from miniapp_host.phone.quiet_collection import ENOUGH, MANY_WAITING, QuietCollection


class Thing:
    """Refers to itself: only a search frees it."""

    def __init__(self) -> None:
        self.me = self


class Waiting:
    """So many calls wait, and so often that was asked."""

    def __init__(self, calls: int) -> None:
        self.calls = calls
        self.asked = 0

    def count(self) -> int:
        self.asked += 1
        return self.calls


@pytest.fixture
def dead() -> Iterator["weakref.ref[Thing]"]:
    """A dead cycle among the old objects; no search comes by itself."""
    before = gc.get_threshold()
    gc.set_threshold(before[0], before[1], 1_000_000)
    thing = Thing()
    for _ in range(ENOUGH):
        gc.collect(1)
    found = weakref.ref(thing)
    del thing
    yield found
    gc.set_threshold(*before)


def test_a_dead_cycle_goes_once_few_calls_wait(qtbot: QtBot, dead: "weakref.ref[Thing]") -> None:
    parent, waiting = QObject(), Waiting(MANY_WAITING)
    QuietCollection(waiting.count, parent, every_ms=1)
    qtbot.waitUntil(lambda: waiting.asked >= 3)
    assert dead() is not None
    waiting.calls = MANY_WAITING - 1
    qtbot.waitUntil(lambda: dead() is None)


def test_nothing_is_searched_before_it_is_worth_it(
    qtbot: QtBot, dead: "weakref.ref[Thing]"
) -> None:
    gc.collect()
    parent, waiting = QObject(), Waiting(0)
    QuietCollection(waiting.count, parent, every_ms=1)
    with qtbot.waitSignal(parent.destroyed):
        parent.deleteLater()
    assert waiting.asked == 0
    assert dead() is None
