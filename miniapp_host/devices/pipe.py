"""What is on its way between phone and server: in order, and as slowly as the conditions say."""

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass

from miniapp_host.devices.clock import Clock
from miniapp_host.devices.conditions import NetworkConditions
from miniapp_host.devices.gate import Gate
from miniapp_host.devices.network import Cancel

PIECE = 8 * 1024
"""Bytes that pass at once on a slow line; a fast one passes more, so that timers stay few."""
_PIECE_SECONDS = 0.05
MOST_HELD = 1024 * 1024
"""The bytes that wait in a pipe before its gate is shut; it is opened again at half of them."""
_COST = 500
"""The bytes of an item besides what it carries, so that there can't be any number of empty ones."""
_LONGEST_QUEUE = 3600.0
"""Seconds; a line that is taken for longer was taken before the clock was set back."""


class Line:
    """The one line that all traffic of the phone in one direction shares."""

    def __init__(self, conditions: NetworkConditions, clock: Clock) -> None:
        self.conditions = conditions
        self.clock = clock
        self._free_at = 0.0

    @property
    def limited(self) -> bool:
        """Whether anything takes time now."""
        return self.conditions.present.limited

    @property
    def piece(self) -> int:
        """The bytes that pass at once."""
        return max(PIECE, round(self.conditions.present.rate * 1000 * _PIECE_SECONDS))

    def take(self, size: int) -> float:
        """Occupy the line with `size` bytes; the seconds until they have passed."""
        now, rate = self.clock.now(), self.conditions.present.rate * 1000
        if not rate:
            self._free_at = now
            return 0.0
        start = now if self._free_at > now + _LONGEST_QUEUE else max(now, self._free_at)
        self._free_at = start + size / rate
        return self._free_at - now


@dataclass(frozen=True)
class _Item:
    """`size` bytes that may pass from `ready_at` on, and what happens when they have passed."""

    size: int
    ready_at: float
    deliver: Callable[[], None]


class Pipe:
    """Items of one exchange, delivered one after the other; at once while nothing is slow.

    `gate` is shut while much waits.
    """

    def __init__(self, line: Line, gate: Gate | None = None) -> None:
        self._line = line
        self._gate = gate or Gate()
        self.held = 0
        """The bytes that wait, and some for each item."""
        self._items: deque[_Item] = deque()
        self._stop: Cancel | None = None
        self._closed = False

    def put(self, deliver: Callable[[], None], size: int = 0, *, latency: bool = False) -> None:
        """Deliver after all that was put before; `latency` adds the delay of the network."""
        if self._closed:
            return
        if self._stop is None and not self._items and not self._line.limited:
            deliver()
            return
        wait = self._line.conditions.present.latency_ms / 1000 if latency else 0.0
        self._items.append(_Item(size, self._line.clock.now() + wait, deliver))
        self.held += size + _COST
        if self.held > MOST_HELD:
            self._gate.shut()
        if self._stop is None:
            self._start()

    def close(self) -> None:
        """Deliver nothing more, whatever was or will be put; the gate is open again."""
        self._closed = True
        self._items.clear()
        self.held = 0
        if self._stop is not None:
            self._stop()
            self._stop = None
        self._gate.open()

    def _start(self) -> None:
        """Waits for the first item: its delay, then its place on the line."""
        item = self._items[0]
        wait = max(0.0, item.ready_at - self._line.clock.now())
        passing = self._line.take(item.size) if item.size else 0.0
        self._stop = self._line.clock.after(max(wait, passing), self._pass)

    def _pass(self) -> None:
        self._stop = None
        item = self._items.popleft()
        self.held -= item.size + _COST
        item.deliver()
        if self.held <= MOST_HELD // 2:
            self._gate.open()
        # What was delivered may have put more, or have closed the pipe.
        if self._items and self._stop is None:
            self._start()
