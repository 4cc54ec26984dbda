"""Keeps a click that was aimed at something else off a button that has just appeared.

Starts anew whenever what the person sees has just changed: shown, uncovered, window activated,
moved or resized, theme changed; but never holds out longer than 10 s on end.
"""

import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject

from miniapp_host.shell.kit.layers import is_covered
from miniapp_host.shell.kit.overlay import Overlay

LONGEST_MS = 10_000
_DISTURBED = (
    QEvent.Type.Move,
    QEvent.Type.Resize,
    QEvent.Type.WindowActivate,
    QEvent.Type.PaletteChange,
)


class ClickGuard(QObject):
    """Watches `overlay` and its window: `passed` after `guard_ms` without a change; 0 is always."""

    def __init__(
        self, overlay: Overlay, guard_ms: int, now: Callable[[], float] = time.monotonic
    ) -> None:
        super().__init__(overlay)
        self._overlay = overlay
        self._guard_ms = guard_ms
        self._now = now
        self._first: float | None = None
        self._latest = 0.0
        overlay.opened.connect(self._restart)
        overlay.uncovered.connect(self._restart)
        overlay.installEventFilter(self)
        overlay.window().installEventFilter(self)

    @property
    def passed(self) -> bool:
        """Whether a click may count now."""
        if not self._guard_ms:
            return True
        if self._first is None:
            return False
        calm, since_first = self._since(self._latest), self._since(self._first)
        return calm >= self._guard_ms or since_first >= max(LONGEST_MS, self._guard_ms)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._overlay and event.type() == QEvent.Type.Show:
            self._first = None
            self._restart()
        elif event.type() in _DISTURBED:
            self._restart()
        return super().eventFilter(watched, event)

    def _restart(self) -> None:
        overlay = self._overlay
        if overlay.shown_share < 1.0 or not overlay.isVisible() or is_covered(overlay):
            return
        self._latest = self._now()
        if self._first is None:
            self._first = self._latest

    def _since(self, moment: float) -> float:
        return (self._now() - moment) * 1000
