"""Who wants to know when a device's state changes."""

from collections.abc import Callable
from typing import Generic, TypeVar

T = TypeVar("T")


class Announcement(Generic[T]):
    """Callbacks that hear each new value, in the order in which they began to watch."""

    def __init__(self) -> None:
        self._watchers: dict[object, Callable[[T], None]] = {}

    def watch(self, callback: Callable[[T], None]) -> Callable[[], None]:
        """Calls `callback` with every later value; the result ends that, however often called."""
        key = object()
        self._watchers[key] = callback

        def unwatch() -> None:
            self._watchers.pop(key, None)

        return unwatch

    def announce(self, value: T) -> None:
        """Tells everyone who watches now; who stops watching meanwhile is not told any more."""
        for key, callback in tuple(self._watchers.items()):
            if key in self._watchers:
                callback(value)
