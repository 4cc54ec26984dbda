"""The phone's clock, so that nothing here waits by itself; Qt's timers satisfy it in the shell."""

from collections.abc import Callable
from typing import Protocol


class Clock(Protocol):
    """Tells the time and calls back; callbacks come on the phone's own thread."""

    def now(self) -> float:
        """Seconds since 1970 (UTC)."""
        ...

    def after(self, seconds: float, callback: Callable[[], None]) -> Callable[[], None]:
        """Calls back once; the result cancels that, also when it is too late."""
        ...

    def every(self, seconds: float, callback: Callable[[], None]) -> Callable[[], None]:
        """Calls back again and again, the first time after one interval; the result ends it."""
        ...
