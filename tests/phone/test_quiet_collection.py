"""Full searches for dead cycles: left alone while programs wait for many answers."""

import gc
import weakref
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from miniapp_host.api.calls.dispatcher import CallCount
from miniapp_host.phone.quiet_collection import ENOUGH, MANY_CALLS, QuietCollection


class Thing:
    """Refers to itself: only a search frees it."""

    def __init__(self) -> None:
        self.me = self


class Calls:
    """The calls of programs, and how often that was asked; `more` begin between two looks."""

    def __init__(self, more: int = 0, waiting: int = 0) -> None:
        self.more = more
        self.waiting = waiting
        self.looks = 0

    def count(self) -> CallCount:
        self.looks += 1
        return CallCount(self.more * self.looks, self.waiting)


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


@pytest.mark.parametrize("busy", [Calls(waiting=MANY_CALLS), Calls(more=MANY_CALLS)])
def test_a_dead_cycle_goes_once_the_phone_is_quiet(
    qtbot: QtBot, dead: "weakref.ref[Thing]", busy: Calls
) -> None:
    parent = QObject()
    QuietCollection(busy.count, parent, every_ms=1)
    qtbot.waitUntil(lambda: busy.looks >= 3)
    assert dead() is not None
    busy.more = busy.waiting = 0
    qtbot.waitUntil(lambda: dead() is None)


def test_nothing_is_searched_before_it_is_worth_it(
    qtbot: QtBot, dead: "weakref.ref[Thing]"
) -> None:
    gc.collect()
    assert dead() is None
    thing = Thing()
    gc.collect(1)
    young, parent, calls = weakref.ref(thing), QObject(), Calls()
    del thing
    QuietCollection(calls.count, parent, every_ms=1)
    qtbot.waitUntil(lambda: calls.looks >= 3)
    assert young() is not None
