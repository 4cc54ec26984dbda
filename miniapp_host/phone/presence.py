"""Whether a program is visible; what it is told alternates strictly between hide and show.

It is seen while it is in front and no page of the phone's own lies over it.
"""

from collections.abc import Callable
from enum import IntEnum


class HideReason(IntEnum):
    """Why a program is hidden, as `App.onHide` and `wx.onAppHide` tell it."""

    LEFT = 0
    OTHER_PROGRAM = 1
    NATIVE_PAGE = 2


class Presence:
    """The visibility of one run of a program; it calls back at every change after `begin`."""

    def __init__(
        self, on_shown: Callable[[], None], on_hidden: Callable[[HideReason], None]
    ) -> None:
        self._on_shown = on_shown
        self._on_hidden = on_hidden
        self._away: HideReason | None = None
        self._covered = False
        self.running = False
        self._told_shown = True

    def begin(self) -> None:
        """The program's script has run; the program counts as shown from now on."""
        self.running = True
        self._tell()

    def come_forward(self) -> None:
        """The program comes to the front."""
        self._away = None
        self._tell()

    def go_back(self, reason: HideReason) -> None:
        """The program goes to the background."""
        self._away = reason
        self._tell()

    def cover(self, covered: bool) -> None:
        """A page of the phone's own covers the program, or does not any more."""
        self._covered = covered
        self._tell()

    @property
    def _hidden_by(self) -> HideReason | None:
        return HideReason.NATIVE_PAGE if self._away is None and self._covered else self._away

    def _tell(self) -> None:
        reason = self._hidden_by
        shown = reason is None
        if not self.running or shown is self._told_shown:
            return
        self._told_shown = shown
        if reason is None:
            self._on_shown()
        else:
            self._on_hidden(reason)
