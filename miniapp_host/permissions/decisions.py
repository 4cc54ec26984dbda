"""The words of a permission: who asks, what was decided, who decided it."""

from dataclasses import dataclass
from enum import Enum


class Decision(Enum):
    """The state of a scope; the values are the words of store, command line and wire."""

    UNDECIDED = "undecided"
    GRANTED = "granted"
    DENIED = "denied"


class Actor(Enum):
    """Who caused a change."""

    PROMPT = "prompt"
    SETTINGS = "settings"
    COMMAND = "command"
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
