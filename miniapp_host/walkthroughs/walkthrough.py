"""A walkthrough as its file describes it: what to try on a program, step by step."""

from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from miniapp_host.permissions.scopes import Scope
from miniapp_host.texts import Text
from miniapp_host.walkthroughs.conditions import Condition

ANY = "any"


class Offer(Enum):
    """What a step lets the person do by one button, because the program has no way to it."""

    ASK = "ask"
    """Call wx.authorize for the chosen scope in the program's name."""
    FORGET = "forget"
    """Take the decision about the chosen scope back: it is undecided again."""
    RESTART = "restart"
    OPEN = "open"
    """Open the program again, also after it was deleted."""


@dataclass(frozen=True)
class Audience:
    """For which programs a walkthrough is.

    `appids`: only these; empty for all. `scopes`: the scopes of which a program must use one, and
    the person chooses which; None if the walkthrough is not about a scope.
    """

    appids: tuple[str, ...] = ()
    scopes: tuple[Scope, ...] | None = None


@dataclass(frozen=True)
class Step:
    """One thing to do. It passes by itself when `when` happens, and fails when `never` does.

    Without `when` only the person can say that it passed.
    """

    text: Text
    when: Condition | None = None
    never: Condition | None = None
    offer: Offer | None = None


@dataclass(frozen=True)
class Walkthrough:
    """A whole file; `name` is the file's name without its ending."""

    name: str
    file: Path
    title: Text
    about: Text
    audience: Audience
    steps: tuple[Step, ...]
