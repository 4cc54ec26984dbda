"""Keeps Python's garbage collection out of a thread that works beside the phone's.

A collection runs in whatever thread allocates, and Qt's objects must go in the thread that made
them: one that is collected elsewhere ends the process.
"""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock

_lock = Lock()
_inside: set[object] = set()


@contextmanager
def no_collection() -> Iterator[None]:
    """Collect nothing meanwhile, in no thread; the last of several at once lets it go on."""
    mark = object()
    with _lock:
        _inside.add(mark)
        gc.disable()
    try:
        yield
    finally:
        with _lock:
            _inside.remove(mark)
            if not _inside:
                gc.enable()
