"""How the cost of reading grows with what is read, in processor time and not by the clock.

Whatever else runs on the machine can only add to it, so of several rounds the least counts. The
two sizes that are compared are three doublings apart: what disturbs one of them hardly matters.
"""

import gc
import time
from collections.abc import Callable

BAR = 2.3
"""Twice the input may cost at most this many times as much."""
_DOUBLINGS = 3
_ROUNDS = 8


def growth(prepare: Callable[[int], Callable[[], object]], size: int) -> float:
    """By how much the cost of reading grows when the input doubles: 2 if the cost is linear.

    It is the mean from `size / 4` to `2 * size`; `prepare` makes the reading of a size. It stops
    measuring once the growth is within the bar.
    """
    small = large = float("inf")
    grown = float("inf")
    for _ in range(_ROUNDS):
        small = min(small, _cost(prepare(2 * size >> _DOUBLINGS)))
        large = min(large, _cost(prepare(2 * size)))
        grown = float((large / small) ** (1 / _DOUBLINGS))
        if grown <= BAR:
            break
    return grown


def _cost(read: Callable[[], object]) -> float:
    gc.collect()
    gc.disable()
    start = time.process_time()
    try:
        read()
        return time.process_time() - start
    finally:
        gc.enable()
