"""The phone's clock rings when it should, and nothing of a timer is left when it is over."""

import gc
import weakref

import pytest
from PySide6.QtCore import QObject, QTimer
from pytestqt.qtbot import QtBot

from miniapp_host.phone.qt_clock import QtClock


@pytest.fixture
def clock() -> QtClock:
    return QtClock()


def test_it_rings_once_later(clock: QtClock, qtbot: QtBot) -> None:
    rung: list[str] = []
    clock.after(0.01, lambda: rung.append("once"))
    assert rung == []
    qtbot.waitUntil(lambda: rung == ["once"])
    qtbot.waitUntil(lambda: timers_of(clock) == 0)


def test_it_rings_again_and_again_until_it_is_ended(clock: QtClock, qtbot: QtBot) -> None:
    rung: list[str] = []
    end = clock.every(0.001, lambda: rung.append("again"))
    qtbot.waitUntil(lambda: len(rung) > 3)
    end()
    rung.clear()
    end()
    qtbot.waitUntil(lambda: timers_of(clock) == 0)
    assert rung == []


@pytest.mark.parametrize("again", [True, False])
def test_a_method_rings_though_nobody_else_keeps_its_object(
    clock: QtClock, qtbot: QtBot, again: bool
) -> None:
    rung: list[str] = []

    class Bell:
        def ring(self) -> None:
            rung.append("kept")

    end = (clock.every if again else clock.after)(0.001, Bell().ring)
    gc.collect()
    qtbot.waitUntil(lambda: "kept" in rung)
    end()


def test_what_is_ended_before_it_rings_is_not_kept(clock: QtClock, qtbot: QtBot) -> None:
    class Waiting:
        def ring(self) -> None:
            raise AssertionError

    waiting = Waiting()
    gone = weakref.ref(waiting)
    end = clock.after(60, lambda waiting=waiting: waiting.ring())  # type: ignore[misc]
    del waiting
    end()
    qtbot.waitUntil(lambda: timers_of(clock) == 0)
    gc.collect()
    assert gone() is None


def test_ending_what_has_rung_is_no_fault(clock: QtClock, qtbot: QtBot) -> None:
    rung: list[str] = []
    end = clock.after(0, lambda: rung.append("once"))
    qtbot.waitUntil(lambda: timers_of(clock) == 0)
    end()
    assert rung == ["once"]


def timers_of(clock: QObject) -> int:
    return len(clock.findChildren(QTimer))
