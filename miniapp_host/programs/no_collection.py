"""Keeps Python's garbage collection out of a thread that works beside the phone's.

A collection runs in whatever thread allocates, and Qt's objects must go in the thread that made
them: one that is collected elsewhere ends the process.
"""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def no_collection() -> Iterator[None]:
    """Collect nothing meanwhile, in no thread; of two at once the first to end lets it go on."""
    gc.disable()
    try:
        yield
    finally:
        gc.enable()
