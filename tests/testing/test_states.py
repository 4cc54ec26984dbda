from collections.abc import Iterator
from pathlib import Path

import pytest

from miniapp_host.memory.database import Database
from miniapp_host.permissions.decisions import Decision
from miniapp_host.permissions.scopes import SCOPES
from miniapp_host.permissions.store import PermissionStore
from miniapp_host.testing.states import scope_id, set_states
from tests.permissions.conftest import NOTES as SUBJECT


@pytest.fixture
def store(tmp_path: Path) -> Iterator[PermissionStore]:
    database = Database(tmp_path / "memory.db")
    yield PermissionStore(database)
    database.close()


def test_a_scope_is_named_with_or_without_its_prefix() -> None:
    assert scope_id("userLocation") == scope_id("scope.userLocation") == "scope.userLocation"


def test_all_goes_before_what_is_named(store: PermissionStore) -> None:
    set_states(store, SUBJECT, {"scope.record": "denied", "all": "granted"})
    decided = store.decisions(SUBJECT)
    assert decided.pop("scope.record") is Decision.DENIED
    assert set(decided.values()) == {Decision.GRANTED}
    assert len(decided) == len(SCOPES) - 1


@pytest.mark.parametrize("states", [{"scope.record": "allowed"}, {"scope.records": "granted"}])
def test_an_unknown_word_changes_nothing(store: PermissionStore, states: dict[str, str]) -> None:
    with pytest.raises(ValueError, match="use one of"):
        set_states(store, SUBJECT, {"scope.userLocation": "granted", **states})
    assert store.decisions(SUBJECT) == {}
