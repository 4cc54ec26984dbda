"""Sets several scopes of a program at once, by the words that tests and command line use."""

from collections.abc import Mapping

from miniapp_host.permissions.decisions import Actor, Decision, Subject
from miniapp_host.permissions.scopes import SCOPES, scope_named
from miniapp_host.permissions.store import PermissionStore

ALL = "all"


def set_states(store: PermissionStore, subject: Subject, states: Mapping[str, str]) -> None:
    """Set each scope to granted, denied or undecided; the scope `all` goes before the others.

    Raises ValueError for an unknown scope or state, and then sets nothing; StoreError.
    """
    wanted = [
        (scope, decision_named(state))
        for name, state in sorted(states.items(), key=lambda one: one[0] != ALL)
        for scope in scopes_named(name)
    ]
    for scope, decision in wanted:
        store.decide(subject, scope, decision, Actor.SCRIPT)


def scopes_named(name: str) -> list[str]:
    """The ids that a name means: one scope, with or without "scope.", or `all`.

    Raises ValueError if there is no such scope.
    """
    return [one.id for one in SCOPES] if name == ALL else [scope_id(name)]


def scope_id(name: str) -> str:
    """The id of a scope that is named with or without "scope."; raises ValueError if unknown."""
    found = scope_named(name) or scope_named(f"scope.{name}")
    if found is None:
        known = ", ".join(one.id for one in SCOPES)
        raise ValueError(f"there is no scope {name!r}: use one of {known}")
    return found.id


def decision_named(word: str) -> Decision:
    """The decision of a word; raises ValueError for another one."""
    words = {one.value: one for one in Decision}
    if word not in words:
        raise ValueError(f"{word!r} is no state: use one of {', '.join(words)}")
    return words[word]
