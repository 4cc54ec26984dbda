"""Waits for what a person would wait for, and says what is there instead when it does not come."""

import math
import time
from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, Qt, QTimer

from miniapp_host.testing.wait_error import WaitError

__tracebackhide__ = True  # a failure's traceback ends in the test

PATIENCE_SECONDS = 10.0
_LOOK_SECONDS = 0.005
"""The longest time between two looks while nothing happens."""
_FLAG = QEventLoop.ProcessEventsFlag


def wait_until(
    holds: Callable[[], bool], describe: Callable[[], str], seconds: float = PATIENCE_SECONDS
) -> None:
    """Let the phone run until `holds()`, asked whenever something has happened.

    Asking takes half of the time at most. Raises WaitError with the text of `describe()` after
    `seconds`.
    """
    begun = time.monotonic()
    end = begun + seconds
    while not holds():
        now = time.monotonic()
        if now > end:
            raise WaitError(describe())
        _run(min(now - begun, _LOOK_SECONDS), _LOOK_SECONDS)
        begun = time.monotonic()


def let_run(seconds: float) -> None:
    """Let the phone run for a while; only for what must be seen not to happen, and for show."""
    _run(seconds, seconds)


def _run(least: float, most: float) -> None:
    """Lets the phone run until something has happened, for so many seconds.

    What happens is heard at once. QTest.qWait looks for events and then sleeps: a page that asks
    for one file after another would wait for the end of that sleep each time.
    """
    end = QTimer(singleShot=True, timerType=Qt.TimerType.PreciseTimer)
    end.start(math.ceil(most * 1000))
    until = time.monotonic() + least
    while end.isActive():
        QCoreApplication.processEvents(_FLAG.AllEvents | _FLAG.WaitForMoreEvents)
        # Without an event loop nothing is deleted by itself.
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        if least < most and time.monotonic() >= until:
            return
