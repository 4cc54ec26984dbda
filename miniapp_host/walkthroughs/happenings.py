"""What can happen on the phone while somebody walks through a program.

Calls are told as the journal's `CallRecord`s; everything else has a record here.
"""

from dataclasses import dataclass
from enum import Enum

from miniapp_host.api.calls.journal import CallRecord
from miniapp_host.devices.switches import Switch
from miniapp_host.permissions.decisions import Actor, Decision


class Turn(Enum):
    """What became of the program as a whole; the values are the words of the files."""

    STARTED = "started"
    RESTARTED = "restarted"
    CLOSED = "closed"
    DELETED = "deleted"
    LEFT = "left"
    """It went to the background, and still runs."""
    CAME_BACK = "came back"


@dataclass(frozen=True)
class PromptSeen:
    """A prompt is on the screen; `purpose` is what the program says there, empty if nothing."""

    scope: str
    purpose: str


@dataclass(frozen=True)
class PageSeen:
    """A page is in front, told as path?query."""

    page: str


@dataclass(frozen=True)
class TextSeen:
    """The page in front shows this text."""

    page: str
    text: str


@dataclass(frozen=True)
class Decided:
    """The state of a scope; `actor` made it so just now, None if it was so before."""

    scope: str
    decision: Decision
    actor: Actor | None = None


@dataclass(frozen=True)
class Switched:
    """The position of one of the phone's own switches."""

    switch: Switch
    on: bool


Happening = CallRecord | PromptSeen | PageSeen | TextSeen | Decided | Switched | Turn
