"""Refuses what clients wait for once the program says nothing any more, as in an endless loop."""

from collections.abc import Callable

from miniapp_host.devices.clock import Clock
from miniapp_host.web.link import RuntimeLink

BEAT_SECONDS = 10.0
PATIENCE = 3
"""The beats without a word; a program that is slow to begin says something meanwhile."""
SILENT = "the program does not answer: it may be in an endless loop"


class Silence:
    """Listens to a program for as long as something is asked of it."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._link: RuntimeLink | None = None
        self._heard = 0
        self._missed = 0
        self._end: Callable[[], None] | None = None

    def watch(self, link: RuntimeLink) -> None:
        """Listen to `link`, of which something was asked; a restart brings another one."""
        if link is self._link:
            return
        self._rest()
        self._link, self._heard, self._missed = link, link.heard, 0
        self._end = self._clock.every(BEAT_SECONDS, self._on_beat)

    def _rest(self) -> None:
        if self._end is not None:
            self._end()
        self._link = self._end = None

    def _on_beat(self) -> None:
        link = self._link
        if link is None or not link.waits:
            self._rest()
            return
        self._missed = self._missed + 1 if link.heard == self._heard else 0
        self._heard = link.heard
        if self._missed < PATIENCE:
            link.poke()
        else:
            self._rest()
            link.refuse(SILENT)
