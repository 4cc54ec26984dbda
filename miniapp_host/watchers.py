"""The list of callbacks that want to hear of one kind of change; the Qt-free code has no other."""

import logging
from collections.abc import Callable
from typing import Generic, TypeVar

T = TypeVar("T")

Unwatch = Callable[[], None]
"""Ends a watch; calling it again does nothing."""

_log = logging.getLogger(__name__)


class Watchers(Generic[T]):
    """Callbacks in the order they came; each hears every announcement until it is removed."""

    def __init__(self) -> None:
        self._callbacks: dict[object, Callable[[T], None]] = {}

    def __len__(self) -> int:
        """The number of callbacks that watch now."""
        return len(self._callbacks)

    def watch(self, callback: Callable[[T], None]) -> Unwatch:
        """Call `callback` at every announcement; the returned function ends that."""
        ticket = object()
        self._callbacks[ticket] = callback

        def unwatch() -> None:
            self._callbacks.pop(ticket, None)

        return unwatch

    def announce(self, news: T) -> None:
        """Call everyone who still watches when their turn comes, even if one of them raises.

        What is announced has happened: a callback's mistake is logged, and whoever announces goes
        on as if there were none.
        """
        for ticket in tuple(self._callbacks):
            if callback := self._callbacks.get(ticket):
                _tell(callback, news)


class Notice:
    """Says that something has changed: once, until somebody has looked at what it is now.

    However many changes come meanwhile, each costs one comparison. Whoever watches calls `seen`
    just before it looks; what changes from then on is told again.
    """

    def __init__(self) -> None:
        self._watchers: Watchers[None] = Watchers()
        self.due = False
        """Whether the next change is told."""

    def watch(self, callback: Callable[[None], None]) -> Unwatch:
        """Call `callback` at the first change from now on, and at the first after each look."""
        self.due = True
        return self._watchers.watch(callback)

    def seen(self) -> None:
        """Somebody looks now."""
        self.due = len(self._watchers) > 0

    def give(self) -> None:
        """Something has changed."""
        if self.due:
            self.due = False
            self._watchers.announce(None)


def _tell(callback: Callable[[T], None], news: T) -> None:
    try:
        callback(news)
    except Exception:  # noqa: BLE001 - our own mistake must not reach who announces
        _log.exception("a watcher failed when it heard of a %s", type(news).__name__)
