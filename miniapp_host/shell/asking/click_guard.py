"""Keeps a click that was aimed at something else off a button that has just appeared.

Starts anew whenever what the person sees has just changed: shown, uncovered, window activated,
moved, resized or no longer minimised, theme changed; and at each press that comes too early.
"""

import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject

from miniapp_host.shell.kit.layers import is_covered
from miniapp_host.shell.kit.overlay import Overlay

LONGEST_MS = 10_000
"""How long presses and changes on end can keep it up, so that nobody is locked out."""
_DISTURBED = (
    QEvent.Type.Move,
    QEvent.Type.Resize,
    QEvent.Type.Show,
    QEvent.Type.WindowActivate,
    QEvent.Type.WindowStateChange,
    QEvent.Type.PaletteChange,
)


class ClickGuard(QObject):
    """Watches `overlay` and its window: `passed` after `guard_ms` without a change; 0 is always.

    In a window that is not active it never passes: the first click there only activates.
    """

    def __init__(
        self, overlay: Overlay, guard_ms: int, now: Callable[[], float] = time.monotonic
    ) -> None:
        """`now` gives seconds of a clock that never goes back."""
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
        return not self._guard_ms or (self._overlay.window().isActiveWindow() and self._waited)

    def press(self) -> bool:
        """Whether a press that happens now counts; one that does not starts the wait anew."""
        counts = self.passed
        if not counts:
            self._restart()
        return counts

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._overlay and event.type() is QEvent.Type.Show:
            self._first = None
        if watched is self._overlay and event.type() is QEvent.Type.MouseButtonPress:
            self.press()
        elif event.type() in _DISTURBED:
            self._restart()
        return super().eventFilter(watched, event)

    @property
    def _waited(self) -> bool:
        """Whether the wait that began last is over."""
        if self._first is None:
            return False
        calm, since_first = self._since(self._latest), self._since(self._first)
        return calm >= self._guard_ms or since_first >= max(LONGEST_MS, self._guard_ms)

    def _restart(self) -> None:
        overlay = self._overlay
        if overlay.shown_share < 1.0 or not overlay.isVisible() or is_covered(overlay):
            return
        if self._waited or self._first is None:
            self._first = self._now()
        self._latest = self._now()

    def _since(self, moment: float) -> float:
        return (self._now() - moment) * 1000
