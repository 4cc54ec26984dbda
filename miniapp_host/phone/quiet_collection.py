"""Python's full searches for dead cycles, at moments at which nobody feels them."""

import gc
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer

if TYPE_CHECKING:
    from miniapp_host.api.calls.dispatcher import CallCount

EVERY_MS = 20_000
ENOUGH = 50
"""Smaller searches after which a full one is worth its time: some 350,000 objects more."""
MANY_CALLS = 500
"""Calls that have come since the last look, or that wait: of those that wait a full search looks
at some 60 objects each, and in vain."""


class QuietCollection(QObject):
    """Searches now and then, but not while programs make many calls or wait for many answers.

    With 10,000 that wait a search takes a third of a second. It goes on until `parent` is deleted.
    """

    def __init__(
        self, count: Callable[[], "CallCount | None"], parent: QObject, every_ms: int = EVERY_MS
    ) -> None:
        """`count` gives the calls until now; None while no program is open."""
        super().__init__(parent)
        self._count = count
        self._begun = 0
        timer = QTimer(self, interval=every_ms)
        timer.setTimerType(Qt.TimerType.VeryCoarseTimer)
        timer.timeout.connect(self._on_timer_timeout)
        timer.start()

    def _on_timer_timeout(self) -> None:
        *_, smaller = gc.get_count()
        if self._is_quiet() and smaller >= ENOUGH and gc.isenabled():
            gc.collect()

    def _is_quiet(self) -> bool:
        count, before = self._count(), self._begun
        if count is None:
            return True
        self._begun = count.begun
        return count.begun - before < MANY_CALLS and count.waiting < MANY_CALLS
