"""Reads the condition of a step: a table with one key, the kind, and a table of its facts."""

from collections.abc import Callable, Mapping

from miniapp_host.api.calls.journal import How
from miniapp_host.devices.switches import Switch
from miniapp_host.permissions.decisions import Actor, Decision
from miniapp_host.permissions.scopes import SCOPES
from miniapp_host.texts import Sentence
from miniapp_host.walkthroughs.conditions import (
    CHOSEN,
    CallCondition,
    Condition,
    DecisionCondition,
    PageCondition,
    ProgramCondition,
    PromptCondition,
    SwitchCondition,
    TextCondition,
)
from miniapp_host.walkthroughs.entries import Entry, Table, WalkthroughError
from miniapp_host.walkthroughs.happenings import Turn

_SWITCHES = {switch.value.rpartition(".")[2]: switch for switch in Switch}
_SCOPE_IDS = tuple(scope.id for scope in SCOPES)


def read_condition(entry: Entry, about_scope: bool) -> Condition:
    """The condition of `when` or `never`; raises WalkthroughError.

    `about_scope`: the walkthrough has a chosen scope that the condition may name.
    """
    table = entry.table(tuple(KINDS))
    if len(table.keys) != 1:
        problem = Sentence("it must hold one condition")
        remedy = Sentence("Write one of: {words}.", words=", ".join(KINDS))
        raise entry.error(problem, remedy)
    (kind,) = table.keys
    keys, make = KINDS[kind]
    facts = table.entry(kind).table(keys)
    _check_scope(facts, about_scope)
    return make(facts)


def no_scope(entry: Entry) -> WalkthroughError:
    """The error of what speaks of a chosen scope where there is none."""
    problem = Sentence("this walkthrough is about no scope")
    return entry.error(problem, Sentence('Write programs = { scope = "any" } at the top.'))


def _check_scope(facts: Table, about_scope: bool) -> None:
    for key in ("scope", "of"):
        entry = facts.find(key)
        if entry is not None and entry.value == CHOSEN and not about_scope:
            raise no_scope(entry)


def _prompt(facts: Table) -> Condition:
    return PromptCondition(_scope(facts), _flag(facts, "purpose"))


def _call(facts: Table) -> Condition:
    how, errno = facts.find("how"), facts.find("errno")
    return CallCondition(
        name=_string(facts, "name"),
        scope=_scope(facts),
        hows=tuple(map(How, how.words([one.value for one in How]))) if how else (),
        err_msg=_string(facts, "errMsg"),
        ok=_flag(facts, "ok"),
        errno=errno.number() if errno else None,
        joined=_flag(facts, "joined"),
    )


def _page(facts: Table) -> Condition:
    return PageCondition(facts.entry("path").string())


def _text(facts: Table) -> Condition:
    return TextCondition(facts.entry("says").string(), _string(facts, "path"))


def _decision(facts: Table) -> Condition:
    states = facts.entry("is").words([one.value for one in Decision])
    actors = facts.find("by")
    return DecisionCondition(
        scope=_scope(facts),
        states=tuple(map(Decision, states)),
        actors=tuple(map(Actor, actors.words([one.value for one in Actor]))) if actors else (),
    )


def _switch(facts: Table) -> Condition:
    word = facts.entry("of").word((CHOSEN, *_SWITCHES))
    return SwitchCondition(_SWITCHES.get(word), facts.entry("on").flag())


def _program(facts: Table) -> Condition:
    return ProgramCondition(Turn(facts.entry("is").word([one.value for one in Turn])))


def _scope(facts: Table) -> str | None:
    entry = facts.find("scope")
    return entry.word((CHOSEN, *_SCOPE_IDS)) if entry else None


def _string(facts: Table, key: str) -> str | None:
    entry = facts.find(key)
    return entry.string() if entry else None


def _flag(facts: Table, key: str) -> bool | None:
    entry = facts.find(key)
    return entry.flag() if entry else None


KINDS: Mapping[str, tuple[tuple[str, ...], Callable[[Table], Condition]]] = {
    "prompt": (("scope", "purpose"), _prompt),
    "call": (("name", "scope", "how", "errMsg", "ok", "errno", "joined"), _call),
    "page": (("path",), _page),
    "text": (("says", "path"), _text),
    "decision": (("scope", "is", "by"), _decision),
    "switch": (("of", "on"), _switch),
    "program": (("is",), _program),
}
"""By kind: the keys of its table, and what makes the condition of it."""
