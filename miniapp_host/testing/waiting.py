"""Waits for what a person would wait for, and says what is there instead when it does not come."""

import time
from collections.abc import Callable

from PySide6.QtTest import QTest

from miniapp_host.testing.wait_error import WaitError

__tracebackhide__ = True  # a failure's traceback ends in the test

PATIENCE_SECONDS = 10.0
_LOOK_MS = 5


def wait_until(
    holds: Callable[[], bool], describe: Callable[[], str], seconds: float = PATIENCE_SECONDS
) -> None:
    """Let the phone run until `holds()`.

    Raises WaitError with the text of `describe()` after `seconds`.
    """
    end = time.monotonic() + seconds
    while not holds():
        if time.monotonic() > end:
            raise WaitError(describe())
        QTest.qWait(_LOOK_MS)


def let_run(seconds: float) -> None:
    """Let the phone run for a while; only for what must be seen not to happen, and for show."""
    QTest.qWait(round(seconds * 1000))
