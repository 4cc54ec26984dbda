"""Who wants to hear of one kind of change: the only observer of the Qt-free half."""

from collections.abc import Callable
from typing import Generic, TypeVar

T = TypeVar("T")


class Watchers(Generic[T]):
    """Callbacks in the order they came; each hears every announcement until it unwatches."""

    def __init__(self) -> None:
        self._callbacks: dict[object, Callable[[T], None]] = {}

    def watch(self, callback: Callable[[T], None]) -> Callable[[], None]:
        """Call `callback` at every announcement; returns how to stop."""
        ticket = object()
        self._callbacks[ticket] = callback

        def unwatch() -> None:
            self._callbacks.pop(ticket, None)

        return unwatch

    def announce(self, news: T) -> None:
        """Tell everyone who still watches when their turn comes."""
        for ticket in tuple(self._callbacks):
            if callback := self._callbacks.get(ticket):
                callback(news)
