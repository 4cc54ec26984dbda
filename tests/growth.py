"""How the cost of reading grows with what is read, in processor time and not by the clock.

Whatever else runs on the machine can only add to it, so of several rounds the least counts.
"""

import gc
import time
from collections.abc import Callable

BAR = 2.3
"""Twice the input may cost at most this many times as much."""
_ROUNDS = 8


def growth(prepare: Callable[[int], Callable[[], object]], size: int) -> tuple[float, float]:
    """The seconds that reading costs at `size` and at twice that; `prepare` makes the reading.

    It stops measuring once the two are within the bar.
    """
    once = twice = float("inf")
    for _ in range(_ROUNDS):
        once = min(once, _cost(prepare(size)))
        twice = min(twice, _cost(prepare(2 * size)))
        if twice <= BAR * once:
            break
    return once, twice


def _cost(read: Callable[[], object]) -> float:
    gc.collect()
    gc.disable()
    start = time.process_time()
    try:
        read()
        return time.process_time() - start
    finally:
        gc.enable()
