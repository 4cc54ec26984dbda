import pytest

from miniapp_host.automation.scope_words import scope_named, states_named
from miniapp_host.automation.verb_error import Fault, VerbError
from miniapp_host.permissions.decisions import Decision
from miniapp_host.permissions.scopes import SCOPES


def test_a_scope_is_named_with_or_without_its_prefix() -> None:
    assert scope_named("userLocation") == scope_named("scope.userLocation") == "scope.userLocation"


def test_a_scope_that_is_named_goes_before_all() -> None:
    decided = states_named({"scope.record": "denied", "all": "granted"})
    assert decided.pop("scope.record") is Decision.DENIED
    assert set(decided.values()) == {Decision.GRANTED}
    assert len(decided) == len(SCOPES) - 1


@pytest.mark.parametrize(
    ("states", "meant"),
    [({"scope.record": "grantd"}, "granted"), ({"records": "granted"}, "scope.record")],
)
def test_a_misspelt_word_is_the_askers_fault_and_the_nearest_is_named(
    states: dict[str, str], meant: str
) -> None:
    with pytest.raises(VerbError, match=f"Did you mean {meant}") as told:
        states_named(states)
    assert told.value.fault is Fault.USAGE
