"""What ends a process from outside ends a run in good order."""

import os
import signal
from collections.abc import Iterator
from threading import Event

import pytest
from pytestqt.qtbot import QtBot

from miniapp_host.phone.stop_signals import SIGNALS, stopped_by_signals

pytestmark = pytest.mark.skipif(os.name != "posix", reason="signals between processes")


def interrupt() -> None:
    """As Ctrl+C does. Another thread may be what the system tells: it takes a moment."""
    os.kill(os.getpid(), signal.SIGINT)
    Event().wait(10)


@pytest.mark.parametrize("one", SIGNALS, ids=lambda one: one.name)
def test_each_signal_stops_the_run_in_its_event_loop(qtbot: QtBot, one: signal.Signals) -> None:
    stopped: list[str] = []
    with stopped_by_signals(lambda: stopped.append("stopped")):
        os.kill(os.getpid(), one)
        assert stopped == []
        qtbot.waitUntil(lambda: stopped == ["stopped"])


@pytest.fixture
def python_hears_ctrl_c() -> Iterator[None]:
    """As in a process of its own; a worker of a test run may ignore it."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.usefixtures("python_hears_ctrl_c")
def test_a_second_signal_ends_at_once(qtbot: QtBot) -> None:
    stopped: list[str] = []
    with stopped_by_signals(lambda: stopped.append("stopped")):
        os.kill(os.getpid(), signal.SIGINT)
        qtbot.waitUntil(lambda: stopped == ["stopped"])
        with pytest.raises(KeyboardInterrupt):
            interrupt()


def test_signals_do_afterwards_what_they_did_before() -> None:
    before = [signal.getsignal(one) for one in SIGNALS]
    with stopped_by_signals(lambda: None):
        assert [signal.getsignal(one) for one in SIGNALS] != before
    assert [signal.getsignal(one) for one in SIGNALS] == before
