"""Halts Python's garbage collection while a thread works beside the phone's.

A collection runs in whatever thread allocates; one that meets Qt's objects in another thread than
theirs ends the process. So only the phone's thread lets it go on, after the other one's work: the
first thing that is allocated after a halt starts a collection.
"""

import gc
from threading import Lock

_lock = Lock()
_halts: set[object] = set()


def halt_collection() -> object:
    """Collect nothing, in no thread, until `end_halt` gets what this returns."""
    halt = object()
    with _lock:
        _halts.add(halt)
        gc.disable()
    return halt


def end_halt(halt: object) -> None:
    """End a halt, in whatever thread; one that has ended is none."""
    with _lock:
        _halts.discard(halt)


def let_collection_go_on() -> None:
    """Collect again if no halt is left; for the phone's thread alone."""
    with _lock:
        if not _halts and not gc.isenabled():
            gc.collect(0)  # here: what is due now would else be done by whoever allocates next
            gc.enable()
