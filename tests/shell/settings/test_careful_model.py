from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from miniapp_host.memory.database import Database
from miniapp_host.permissions.decisions import Actor, Decision, Subject
from miniapp_host.permissions.scopes import Scope, scope_named
from miniapp_host.permissions.store import PermissionStore
from miniapp_host.shell.settings.careful_model import CarefulModel
from miniapp_host.shell.settings.settings_model import Role, SettingsModel
from miniapp_host.texts import Texts

SUBJECT = Subject("wx1", "develop")
LOCATION, ALBUM = "scope.userLocation", "scope.writePhotosAlbum"
GRANTED, DENIED, UNDECIDED = Decision.GRANTED, Decision.DENIED, Decision.UNDECIDED


@pytest.fixture
def store() -> Iterator[PermissionStore]:
    database = Database(None)
    store = PermissionStore(database)
    store.decide(SUBJECT, LOCATION, GRANTED, Actor.PROMPT)
    store.decide(SUBJECT, ALBUM, GRANTED, Actor.PROMPT)
    yield store
    database.close()


@pytest.fixture
def model(store: PermissionStore, texts: Texts) -> CarefulModel:
    return CarefulModel(SettingsModel(store, SUBJECT, texts))


def location() -> Scope:
    scope = scope_named(LOCATION)
    assert scope is not None
    return scope


def test_it_is_a_sound_model(
    model: CarefulModel, store: PermissionStore, qtmodeltester: ModelTester
) -> None:
    qtmodeltester.check(model)
    store.decide(SUBJECT, LOCATION, UNDECIDED, Actor.COMMAND)
    store.decide(SUBJECT, LOCATION, DENIED, Actor.COMMAND)
    assert [model.index(row, 0).data() for row in range(2)] == ["Save to album", "Location"]


@pytest.mark.parametrize(
    ("value", "role"),
    [
        (Qt.CheckState.Unchecked, Role.ALLOWED),
        (Qt.CheckState.Unchecked.value, Role.ALLOWED),
        (DENIED, Role.DECISION),
    ],
)
def test_the_first_denying_has_to_be_confirmed(
    model: CarefulModel, store: PermissionStore, qtbot: QtBot, value: object, role: Role
) -> None:
    with qtbot.waitSignal(model.confirmation_needed) as needed:
        assert not model.setData(model.index_of(LOCATION), value, role)
    assert needed.args == [location()]
    assert store.decision(SUBJECT, LOCATION) is GRANTED


@pytest.mark.parametrize(
    ("value", "role"), [(Qt.CheckState.Checked, Role.ALLOWED), (UNDECIDED, Role.DECISION)]
)
def test_what_denies_nothing_is_done_at_once(
    model: CarefulModel, store: PermissionStore, qtbot: QtBot, value: object, role: Role
) -> None:
    with qtbot.assertNotEmitted(model.confirmation_needed):
        assert model.setData(model.index_of(LOCATION), value, role)


def test_confirmed_it_denies_and_asks_no_more(
    model: CarefulModel, store: PermissionStore, qtbot: QtBot
) -> None:
    model.turn_off(location())
    with qtbot.assertNotEmitted(model.confirmation_needed):
        assert model.setData(model.index_of(ALBUM), Qt.CheckState.Unchecked, Role.ALLOWED)
    assert [store.decision(SUBJECT, scope) for scope in (LOCATION, ALBUM)] == [DENIED, DENIED]


def test_what_is_no_longer_listed_is_not_denied(
    model: CarefulModel, store: PermissionStore
) -> None:
    store.decide(SUBJECT, LOCATION, UNDECIDED, Actor.COMMAND)
    model.turn_off(location())
    assert store.decision(SUBJECT, LOCATION) is UNDECIDED
    assert not model.index_of(LOCATION).isValid()
