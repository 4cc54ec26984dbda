"""What must happen for a step to pass or fail; one record per kind of condition.

Each says whether a happening meets it. Where the scope is CHOSEN, the one counts that the person
chose for the walkthrough. A None leaves a fact open.
"""

import re
from dataclasses import dataclass
from typing import Protocol

from miniapp_host.api.calls.journal import CallRecord, How
from miniapp_host.devices.switches import Switch
from miniapp_host.permissions.decisions import Actor, Decision
from miniapp_host.permissions.scopes import scope_named
from miniapp_host.walkthroughs.happenings import (
    Decided,
    Happening,
    PageSeen,
    PromptSeen,
    Switched,
    TextSeen,
    Turn,
)

CHOSEN = "chosen"


class Condition(Protocol):
    """One condition of a step."""

    def met_by(self, happening: Happening, chosen: str | None, /) -> bool:
        """Whether `happening` meets it; `chosen` is the id of the walkthrough's scope."""
        ...


@dataclass(frozen=True)
class PromptCondition:
    """A prompt is on the screen, with a purpose or without."""

    scope: str | None = None
    purpose: bool | None = None

    def met_by(self, happening: Happening, chosen: str | None) -> bool:
        return (
            isinstance(happening, PromptSeen)
            and _is_scope(self.scope, happening.scope, chosen)
            and self.purpose in (None, bool(happening.purpose))
        )


@dataclass(frozen=True)
class CallCondition:
    """A call was answered so; of how it is decided an answer need not be waited for.

    In `name` and `err_msg` a `*` stands for anything.
    """

    name: str | None = None
    scope: str | None = None
    hows: tuple[How, ...] = ()
    err_msg: str | None = None
    ok: bool | None = None
    errno: int | None = None
    joined: bool | None = None

    def met_by(self, happening: Happening, chosen: str | None) -> bool:
        return (
            isinstance(happening, CallRecord)
            and (self.name is None or is_like(self.name, happening.name))
            and _is_scope(self.scope, happening.scope, chosen)
            and (not self.hows or happening.how in self.hows)
            and self.joined in (None, happening.joined)
            and self._is_answer(happening)
        )

    @property
    def _needs_answer(self) -> bool:
        of_answer = (self.err_msg, self.ok, self.errno) != (None, None, None)
        return of_answer or not (self.hows or self.joined)

    def _is_answer(self, call: CallRecord) -> bool:
        if call.result is None:
            return not self._needs_answer
        return (
            (self.err_msg is None or is_like(self.err_msg, call.result))
            and self.ok in (None, call.result.endswith(":ok"))
            and self.errno in (None, call.errno)
        )


@dataclass(frozen=True)
class PageCondition:
    """A page is in front; a path without a query means it with any query."""

    path: str

    def met_by(self, happening: Happening, _chosen: str | None) -> bool:
        return isinstance(happening, PageSeen) and is_page(self.path, happening.page)


@dataclass(frozen=True)
class TextCondition:
    """The page in front shows a text, whatever the page or only on one."""

    says: str
    path: str | None = None

    def met_by(self, happening: Happening, _chosen: str | None) -> bool:
        return (
            isinstance(happening, TextSeen)
            and self.says in happening.text
            and (self.path is None or is_page(self.path, happening.page))
        )


@dataclass(frozen=True)
class DecisionCondition:
    """A scope is in one of these states; with `actors`, one of them has just made it so."""

    scope: str | None
    states: tuple[Decision, ...]
    actors: tuple[Actor, ...] = ()

    def met_by(self, happening: Happening, chosen: str | None) -> bool:
        return (
            isinstance(happening, Decided)
            and _is_scope(self.scope, happening.scope, chosen)
            and happening.decision in self.states
            and (not self.actors or happening.actor in self.actors)
        )


@dataclass(frozen=True)
class SwitchCondition:
    """One of the phone's own switches is on or off; None is any that the chosen scope needs."""

    switch: Switch | None
    on: bool

    def met_by(self, happening: Happening, chosen: str | None) -> bool:
        if not isinstance(happening, Switched) or happening.on is not self.on:
            return False
        if self.switch is None:
            return happening.switch in switches_of(chosen)
        return happening.switch is self.switch


@dataclass(frozen=True)
class ProgramCondition:
    """Something happened to the program as a whole."""

    turn: Turn

    def met_by(self, happening: Happening, _chosen: str | None) -> bool:
        return happening is self.turn


def switches_of(scope_id: str | None) -> frozenset[Switch]:
    """The phone's own switches that some interface of the scope needs."""
    scope = scope_named(scope_id) if scope_id is not None else None
    guards = scope.guards if scope is not None else ()
    return frozenset(guard.switch for guard in guards if guard.switch is not None)


def is_like(pattern: str, text: str) -> bool:
    """Whether all of `text` is what `pattern` says, its `*` standing for anything."""
    parts = map(re.escape, pattern.split("*"))
    return re.fullmatch(".*".join(parts), text, re.S) is not None


def is_page(pattern: str, page: str) -> bool:
    """Whether a page (path?query) is the one that a pattern of the file means."""
    whole = page.strip("/")
    return is_like(pattern.strip("/"), whole if "?" in pattern else whole.partition("?")[0])


def _is_scope(wanted: str | None, scope: str | None, chosen: str | None) -> bool:
    return wanted is None or scope == (chosen if wanted == CHOSEN else wanted)
