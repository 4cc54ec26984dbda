"""Whether a program is seen, and what it is told of that: always one hide, then one show.

It is seen while it is in front and no page of the phone's own lies over it.
"""

from collections.abc import Callable
from enum import IntEnum


class HideReason(IntEnum):
    """Why a program is not seen any more, as `App.onHide` and `wx.onAppHide` say it."""

    LEFT = 0
    OTHER_PROGRAM = 1
    NATIVE_PAGE = 2


class Presence:
    """Of one run of a program; calls back at every change, from `begin` on."""

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
        """The program's script has run; it starts out as shown."""
        self.running = True
        self._tell()

    def come_forward(self) -> None:
        """The program is in front."""
        self._away = None
        self._tell()

    def go_back(self, reason: HideReason) -> None:
        """The program is in the background."""
        self._away = reason
        self._tell()

    def cover(self, covered: bool) -> None:
        """Whether a page of the phone's own lies over the program."""
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
