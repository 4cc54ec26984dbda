"""Ends what nobody sees any more, bit by bit, so that nobody waits for it.

Chromium may take seconds to end a page of many frames.
"""

from collections import deque
from collections.abc import Iterator

from PySide6.QtCore import QObject, QTimer

PAUSE_MS = 20
"""Before each step; Qt paints what has changed within 5 ms."""

_DONE = object()


class Endings(QObject):
    """Takes one step in a turn of the event loop, until all that were added are done."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._left: deque[Iterator[None]] = deque()
        self._turn = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._turn.timeout.connect(self._on_turn)

    def add(self, steps: Iterator[None]) -> None:
        """Take these steps after all that were added before."""
        self._left.append(steps)
        if not self._turn.isActive():
            self._turn.start()

    def finish(self) -> None:
        """Take all steps at once."""
        while self._left:
            deque(self._left.popleft(), maxlen=0)

    def _on_turn(self) -> None:
        if self._left and next(self._left[0], _DONE) is _DONE:
            self._left.popleft()
        if self._left:
            self._turn.start()
