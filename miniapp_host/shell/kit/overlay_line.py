"""Keeps a program from piling up overlays: few are shown, some wait, and no more than that."""

from collections import deque
from collections.abc import Callable

from PySide6.QtCore import QObject

from miniapp_host.shell.kit.overlay import Overlay

MOST_SHOWN = 3
"""On the phone a second dialog covers the first; nobody needs more of them at a time."""
MOST_WAITING = 50


class OverlayLine(QObject):
    """First in, first shown; whoever is shown leaves its place by closing."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._shown: list[Overlay] = []
        self._waiting: deque[Callable[[], Overlay]] = deque()

    def join(self, make: Callable[[], Overlay]) -> bool:
        """Opens what `make` makes, at once or later; False where even waiting takes no more."""
        if len(self._waiting) >= MOST_WAITING:
            return False
        self._waiting.append(make)
        self._admit()
        return True

    def clear(self) -> None:
        """Nobody waits any more, and what is shown holds no place."""
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
