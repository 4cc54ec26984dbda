"""The words of a permission: who asks, what was decided, who decided it."""

from dataclasses import dataclass
from enum import Enum


class Decision(Enum):
    """The state of a scope; the values are the words of store, command line and wire."""

    UNDECIDED = "undecided"
    GRANTED = "granted"
    DENIED = "denied"


class Actor(Enum):
    """Who caused a change; the values are the words of the history.

    EARLIER stands in the history only: somebody decided before there was one. DELETION and OUTSIDE
    do not stand there: a deleted program has no history, and another process wrote its own entry.
    """

    PROMPT = "prompt"
    SETTINGS = "settings"
    COMMAND = "command"
    SCRIPT = "script"
    EARLIER = "earlier"
    DELETION = "deletion"
    OUTSIDE = "outside"


@dataclass(frozen=True)
class Subject:
    """A program in one of its versions: `develop`, `trial` or `release`, each on its own."""

    program: str
    version: str


@dataclass(frozen=True)
class Change:
    """A decision that is on disk by now; UNDECIDED when it was taken back."""

    subject: Subject
    scope: str
    decision: Decision
    actor: Actor
