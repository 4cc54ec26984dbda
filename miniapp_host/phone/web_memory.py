"""Watches the phone's own memory while pages of the web are shown, which can fill it.

Chromium keeps a page's blobs, and what it caches and stores, in the phone's process: two gigabytes
of each, and no flag makes that less.
"""

import mmap
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

MOST_GROWN = 160 << 20
"""The bytes that the phone may grow by before the pages are ended; meanwhile they fill more."""
_LOOK_MS = 50
_STATM = Path("/proc/self/statm")


class WebMemory(QObject):
    """Looks while it is told to; only where the system tells at once what is in memory (Linux)."""

    filled = Signal()
    """The phone has grown by more than MOST_GROWN."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._least = 0
        self._timer = QTimer(self, interval=_LOOK_MS)
        self._timer.timeout.connect(self._on_timer_timeout)

    def watch(self, wanted: bool) -> None:
        """Begin or end to look; a call that changes nothing does nothing."""
        if not wanted:
            self._timer.stop()
        elif not self._timer.isActive() and _STATM.exists():
            self._least = _own_bytes()
            self._timer.start()

    def _on_timer_timeout(self) -> None:
        now = _own_bytes()
        self._least = min(self._least, now)
        if now - self._least > MOST_GROWN:
            self._least = now
            self.filled.emit()


def _own_bytes() -> int:
    """What is in memory and shared with no other process, such as those that draw."""
    _size, resident, shared, *_ = _STATM.read_text("ascii").split()
    return (int(resident) - int(shared)) * mmap.PAGESIZE
