"""What people write for scopes and decisions, beside the words of the store."""

from collections.abc import Iterable, Mapping

from miniapp_host.automation.verb_error import Fault, VerbError
from miniapp_host.nearest import did_you_mean
from miniapp_host.permissions.decisions import Decision
from miniapp_host.permissions.scopes import SCOPES

ALL = "all"
_PREFIX = "scope."
_IDS = tuple(scope.id for scope in SCOPES)
_DECISIONS = {
    **{decision.value: decision for decision in Decision},
    "revoked": Decision.DENIED,
    "unset": Decision.UNDECIDED,
    "prompt": Decision.UNDECIDED,
}


def scope_named(word: str) -> str:
    """The id of a scope, which may be written without "scope."; raises VerbError."""
    full = word if word.startswith(_PREFIX) else _PREFIX + word
    if full in _IDS:
        return full
    remedy = did_you_mean(full, _IDS, f"There are {', '.join(_IDS)}.")
    raise VerbError(f"There is no scope {word}. {remedy}", Fault.USAGE)


def scopes_named(words: Iterable[str]) -> tuple[str, ...]:
    """The ids of scopes, each once; "all" stands for every scope. Raises VerbError."""
    named = (_IDS if word == ALL else (scope_named(word),) for word in words)
    return tuple(dict.fromkeys(scope for scopes in named for scope in scopes))


def decision_named(word: str) -> Decision:
    """The decision that a word stands for; raises VerbError."""
    found = _DECISIONS.get(word)
    if found is None:
        remedy = did_you_mean(word, _DECISIONS, f"There are {', '.join(_DECISIONS)}.")
        raise VerbError(f"There is no state {word}. {remedy}", Fault.USAGE)
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
