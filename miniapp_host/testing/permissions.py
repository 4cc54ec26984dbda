"""The decisions about the program under test: what the person decided before, or takes back."""

from collections.abc import Mapping

from miniapp_host.automation.scope_words import ALL, scope_named, states_named
from miniapp_host.permissions.decisions import Actor
from miniapp_host.testing.tested_phone import TestedPhone


class Permissions:
    """Reads and sets states: granted, denied or undecided; a scope is named as in `wx` or short.

    `all` means every scope. An open prompt for a scope that is granted or denied is closed with
    that answer. Raises VerbError for an unknown scope or state, and then changes nothing.
    """

    def __init__(self, tested: TestedPhone) -> None:
        self._tested = tested

    def grant(self, *scopes: str) -> None:
        """Set the scopes to granted."""
        self.set(dict.fromkeys(scopes, "granted"))

    def deny(self, *scopes: str) -> None:
        """Set the scopes to denied."""
        self.set(dict.fromkeys(scopes, "denied"))

    def reset(self, *scopes: str) -> None:
        """Set the scopes to undecided, all of them if none is named: the next call asks again."""
        self.set(dict.fromkeys(scopes or (ALL,), "undecided"))

    def set(self, states: Mapping[str, str]) -> None:
        """Set several, e.g. `{"all": "granted", "scope.camera": "denied"}`; `all` goes first."""
        decisions = states_named(states)
        self._tested.phone.store.decide_all(self._tested.subject, decisions, Actor.SCRIPT)

    def state(self, scope: str) -> str:
        """`granted`, `denied` or `undecided`."""
        return self._tested.phone.store.decision(self._tested.subject, scope_named(scope)).value
