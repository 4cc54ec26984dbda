"""Sizes, durations and times of the panels in a few letters."""

from datetime import datetime

_STEPS = ((1024 * 1024, "MB"), (1024, "kB"))


def said_size(count: int) -> str:
    """A number of bytes: `0 B`, `1.5 kB`, `2.0 MB`."""
    for step, unit in _STEPS:
        if count >= step:
            return f"{count / step:.1f} {unit}"
    return f"{count} B"


def said_seconds(seconds: float) -> str:
    """A duration: `12 ms`, `1.25 s`."""
    return f"{seconds * 1000:.0f} ms" if seconds < 1 else f"{seconds:.2f} s"


def said_time(at: float) -> str:
    """The local time of day, to the millisecond."""
    return f"{datetime.fromtimestamp(at):%H:%M:%S.%f}"[:-3]
