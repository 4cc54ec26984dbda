"""Keeps a program from piling up overlays: few are shown, some wait, and no more than that."""

from collections import deque
from collections.abc import Callable

from PySide6.QtCore import QObject

from miniapp_host.shell.kit.overlay import Overlay

MOST_SHOWN = 3
"""On the phone a second dialog covers the first; nobody needs more of them at a time."""
MOST_WAITING = 50


class OverlayLine(QObject):
    """A queue: overlays are shown in order, and one that closes makes room for the next."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._shown: list[Overlay] = []
        self._waiting: deque[Callable[[], Overlay]] = deque()

    def join(self, make: Callable[[], Overlay]) -> bool:
        """Open what `make` makes, now or later; False if the queue is full."""
        if len(self._waiting) >= MOST_WAITING:
            return False
        self._waiting.append(make)
        self._admit()
        return True

    def clear(self) -> None:
        """Empty the queue, and stop counting those that are shown."""
        self._waiting.clear()
        for overlay in self._shown:
            overlay.finished.disconnect(self._on_overlay_finished)
        self._shown.clear()

    def _admit(self) -> None:
        while self._waiting and len(self._shown) < MOST_SHOWN:
            overlay = self._waiting.popleft()()
            self._shown.append(overlay)
            overlay.finished.connect(self._on_overlay_finished)
            overlay.open()

    def _on_overlay_finished(self) -> None:
        self._shown = [overlay for overlay in self._shown if not overlay.isHidden()]
        self._admit()
