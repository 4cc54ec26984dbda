"""The phone's clock and timers; the Qt-free code waits only by them, Qt's timers implement them."""

from collections.abc import Callable
from typing import Protocol


class Clock(Protocol):
    """Tells the time and calls back; callbacks come on the phone's own thread."""

    def now(self) -> float:
        """Seconds since 1970 (UTC)."""
        ...

    def after(self, seconds: float, callback: Callable[[], None]) -> Callable[[], None]:
        """Call back once, after so many seconds; the result cancels that, at any time."""
        ...

    def every(self, seconds: float, callback: Callable[[], None]) -> Callable[[], None]:
        """Call back every so many seconds, first after one interval; the result ends that."""
        ...
