"""Python's full searches for dead cycles, at moments at which nobody feels them."""

import gc
from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, QTimer

EVERY_MS = 20_000
ENOUGH = 50
"""Smaller searches after which a full one is worth its time: some 350,000 objects more."""
MANY_WAITING = 500
"""Calls of programs without an answer: each is 60 objects that a full search looks at in vain."""


class QuietCollection(QObject):
    """Searches now and then, but not while many calls wait: of 10,000 it takes a third of a second.

    It does so until `parent` is deleted.
    """

    def __init__(
        self, waiting: Callable[[], int], parent: QObject, every_ms: int = EVERY_MS
    ) -> None:
        """`waiting` gives the number of calls that wait."""
        super().__init__(parent)
        self._waiting = waiting
        timer = QTimer(self, interval=every_ms)
        timer.setTimerType(Qt.TimerType.VeryCoarseTimer)
        timer.timeout.connect(self._on_timer_timeout)
        timer.start()

    def _on_timer_timeout(self) -> None:
        *_, smaller = gc.get_count()
        if smaller >= ENOUGH and gc.isenabled() and self._waiting() < MANY_WAITING:
            gc.collect()
