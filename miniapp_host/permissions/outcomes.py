"""How a request for a scope ended, and who hears of it."""

from collections.abc import Callable
from enum import Enum


class Outcome(Enum):
    """How a request ended; only GRANTED lets the interface run.

    UNRECORDED: the store could not be read or written, so nothing was granted.
    """

    GRANTED = "granted"
    REFUSED = "refused"
    DISMISSED = "dismissed"
    UNRECORDED = "unrecorded"


Waiter = Callable[[Outcome], None]
