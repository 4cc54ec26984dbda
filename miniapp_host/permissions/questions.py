"""What the broker says of an open question: for whom, for how many calls, since when, and where."""

from dataclasses import dataclass
from datetime import datetime
from enum import Enum

from miniapp_host.permissions.prompts import Prompt


class Place(Enum):
    """Where an open question stands."""

    SHOWN = "shown"
    IN_LINE = "in line"
    HELD_BACK = "held back"
    """Its program is in the background."""


@dataclass(frozen=True)
class Question:
    """One open question as it stands now: `calls` wait for it, since `since` (UTC)."""

    prompt: Prompt
    calls: int
    since: datetime
    place: Place
