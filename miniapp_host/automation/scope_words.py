"""What people write for scopes and decisions, beside the words of the store."""

from collections.abc import Iterable, Mapping

from miniapp_host.automation.verb_error import no_such
from miniapp_host.permissions.decisions import Decision
from miniapp_host.permissions.scopes import SCOPES, Scope
from miniapp_host.permissions.scopes import scope_named as known_scope
from miniapp_host.texts import Sentence

ALL = "all"
_PREFIX = "scope."
_IDS = tuple(scope.id for scope in SCOPES)
_DECISIONS = {
    **{decision.value: decision for decision in Decision},
    "revoked": Decision.DENIED,
    "unset": Decision.UNDECIDED,
    "prompt": Decision.UNDECIDED,
}


def scope_of(word: str) -> Scope:
    """A scope, which may be written without "scope."; raises VerbError."""
    full = word if word.startswith(_PREFIX) else _PREFIX + word
    found = known_scope(full)
    if found is None:
        raise no_such(Sentence("scope"), full, _IDS)
    return found


def scope_named(word: str) -> str:
    """The id of a scope, which may be written without "scope."; raises VerbError."""
    return scope_of(word).id


def scopes_named(words: Iterable[str]) -> tuple[str, ...]:
    """The ids of scopes, each once; "all" stands for every scope. Raises VerbError."""
    named = (_IDS if word == ALL else (scope_named(word),) for word in words)
    return tuple(dict.fromkeys(scope for scopes in named for scope in scopes))


def decision_named(word: str) -> Decision:
    """The decision that a word stands for; raises VerbError."""
    found = _DECISIONS.get(word)
    if found is None:
        # A test may have written True for a state: the text of any value is looked up.
        raise no_such(Sentence("state"), str(word), _DECISIONS)
    return found


def states_named(words: Mapping[str, str]) -> dict[str, Decision]:
    """Decisions by scope id; a scope of its own goes before "all". Raises VerbError."""
    general = {ALL: words[ALL]} if ALL in words else {}
    ordered = {**general, **{scope: word for scope, word in words.items() if scope != ALL}}
    return {
        scope: decision_named(word)
        for named, word in ordered.items()
        for scope in scopes_named([named])
    }
