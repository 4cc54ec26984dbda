from collections.abc import Iterator

import pytest
from PySide6.QtCore import QModelIndex, Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from miniapp_host.memory.database import Database
from miniapp_host.memory.store_error import StoreError
from miniapp_host.permissions.decisions import Actor, Change, Decision, Subject
from miniapp_host.permissions.scopes import scope_named
from miniapp_host.permissions.store import PermissionStore
from miniapp_host.shell.settings.settings_model import Role, SettingsModel
from miniapp_host.texts import Texts

SUBJECT = Subject("wx1", "develop")
LOCATION, ALBUM, USER = "scope.userLocation", "scope.writePhotosAlbum", "scope.userInfo"
GRANTED, DENIED, UNDECIDED = Decision.GRANTED, Decision.DENIED, Decision.UNDECIDED


class BrokenStore(PermissionStore):
    """Reads, but cannot write any more."""

    def decide(self, subject: Subject, scope: str, decision: Decision, actor: Actor) -> None:
        raise StoreError("The disk is full.", "Free some space.")


@pytest.fixture
def database() -> Iterator[Database]:
    database = Database(None)
    yield database
    database.close()


@pytest.fixture
def store(database: Database) -> PermissionStore:
    store = PermissionStore(database)
    store.decide(SUBJECT, LOCATION, GRANTED, Actor.PROMPT)
    store.decide(SUBJECT, ALBUM, DENIED, Actor.PROMPT)
    return store


@pytest.fixture
def model(store: PermissionStore, texts: Texts) -> Iterator[SettingsModel]:
    model = SettingsModel(store, SUBJECT, texts)
    yield model
    model.close()


def rows(model: SettingsModel) -> list[tuple[str, Decision]]:
    indexes = [model.index(row) for row in range(model.rowCount())]
    return [(index.data(Role.SCOPE).id, index.data(Role.DECISION)) for index in indexes]


def test_it_is_a_sound_model(model: SettingsModel, qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(model)


def test_an_empty_one_is_sound_too(
    database: Database, texts: Texts, qtmodeltester: ModelTester
) -> None:
    model = SettingsModel(PermissionStore(database), SUBJECT, texts)
    assert model.rowCount() == 0
    qtmodeltester.check(model)


def test_it_stays_sound_while_decisions_come_and_go(
    model: SettingsModel, store: PermissionStore, qtmodeltester: ModelTester
) -> None:
    qtmodeltester.check(model)
    store.decide(SUBJECT, USER, GRANTED, Actor.PROMPT)
    store.decide(SUBJECT, LOCATION, UNDECIDED, Actor.COMMAND)
    store.decide(SUBJECT, ALBUM, GRANTED, Actor.COMMAND)
    store.forget("wx1")
    assert model.rowCount() == 0


def test_a_row_is_a_decided_scope_in_the_order_of_the_decisions(model: SettingsModel) -> None:
    assert rows(model) == [(LOCATION, GRANTED), (ALBUM, DENIED)]
    first = model.index(0)
    assert first.data() == "Location"
    assert first.data(Role.SCOPE) is scope_named(LOCATION)
    assert first.data(Role.ALLOWED) == Qt.CheckState.Checked
    assert model.index(1).data(Role.ALLOWED) == Qt.CheckState.Unchecked


def test_it_speaks_the_persons_language(store: PermissionStore, chinese: Texts) -> None:
    model = SettingsModel(store, SUBJECT, chinese)
    assert model.index(0).data() == "位置信息"
    model.close()


def test_a_scope_nobody_here_knows_is_not_listed(store: PermissionStore, texts: Texts) -> None:
    store.decide(SUBJECT, "scope.fromTheFuture", GRANTED, Actor.COMMAND)
    model = SettingsModel(store, SUBJECT, texts)
    store.decide(SUBJECT, "scope.alsoUnknown", GRANTED, Actor.COMMAND)
    assert [scope for scope, _ in rows(model)] == [LOCATION, ALBUM]
    model.close()


@pytest.mark.parametrize(
    ("value", "role", "then"),
    [
        (Qt.CheckState.Unchecked, Role.ALLOWED, DENIED),
        (Qt.CheckState.Checked, Role.ALLOWED, GRANTED),
        (DENIED, Role.DECISION, DENIED),
        (UNDECIDED, Role.DECISION, UNDECIDED),
    ],
)
def test_a_change_is_written_by_the_settings(
    model: SettingsModel,
    store: PermissionStore,
    value: object,
    role: Role,
    then: Decision,
) -> None:
    heard: list[Change] = []
    store.watch(heard.append)
    assert model.setData(model.index(0), value, role)
    assert heard == [Change(SUBJECT, LOCATION, then, Actor.SETTINGS)]
    assert store.decision(SUBJECT, LOCATION) is then


def test_a_decision_made_elsewhere_redraws_its_row_and_no_other(
    model: SettingsModel, store: PermissionStore, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(model.dataChanged) as changed:
        store.decide(SUBJECT, ALBUM, GRANTED, Actor.COMMAND)
    first, last, roles = changed.args
    assert (first.row(), last.row()) == (1, 1)
    assert set(roles) == {Role.DECISION, Role.ALLOWED}
    assert rows(model)[1] == (ALBUM, GRANTED)


def test_a_first_decision_adds_a_row_at_the_end(
    model: SettingsModel, store: PermissionStore, qtbot: QtBot
) -> None:
    with (
        qtbot.waitSignal(model.rowsInserted) as inserted,
        qtbot.assertNotEmitted(model.dataChanged),
    ):
        store.decide(SUBJECT, USER, GRANTED, Actor.PROMPT)
    assert inserted.args == [QModelIndex(), 2, 2]
    assert rows(model)[2] == (USER, GRANTED)


def test_a_decision_taken_back_removes_its_row(
    model: SettingsModel, store: PermissionStore, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(model.rowsRemoved) as removed:
        store.decide(SUBJECT, LOCATION, UNDECIDED, Actor.COMMAND)
    assert removed.args == [QModelIndex(), 0, 0]
    assert rows(model) == [(ALBUM, DENIED)]


def test_taking_back_what_was_not_decided_changes_nothing(
    model: SettingsModel, store: PermissionStore, qtbot: QtBot
) -> None:
    with qtbot.assertNotEmitted(model.rowsRemoved):
        store.decide(SUBJECT, USER, UNDECIDED, Actor.COMMAND)


@pytest.mark.parametrize("other", [Subject("wx2", "develop"), Subject("wx1", "release")])
def test_another_programs_or_versions_decisions_are_not_its_own(
    model: SettingsModel, store: PermissionStore, qtbot: QtBot, other: Subject
) -> None:
    with qtbot.assertNotEmitted(model.rowsInserted), qtbot.assertNotEmitted(model.dataChanged):
        store.decide(other, USER, GRANTED, Actor.PROMPT)
        store.decide(other, LOCATION, DENIED, Actor.PROMPT)
    assert rows(model) == [(LOCATION, GRANTED), (ALBUM, DENIED)]


def test_closed_it_hears_nothing_more(
    model: SettingsModel, store: PermissionStore, qtbot: QtBot
) -> None:
    model.close()
    model.close()
    with qtbot.assertNotEmitted(model.rowsInserted):
        store.decide(SUBJECT, USER, GRANTED, Actor.PROMPT)


def test_what_cannot_be_written_is_said_and_changes_nothing(
    database: Database, store: PermissionStore, texts: Texts, qtbot: QtBot
) -> None:
    model = SettingsModel(BrokenStore(database), SUBJECT, texts)
    with qtbot.waitSignal(model.failed) as failed, qtbot.assertNotEmitted(model.dataChanged):
        assert not model.setData(model.index(0), Qt.CheckState.Unchecked, Role.ALLOWED)
    assert failed.args[0].problem == "The disk is full."
    assert rows(model)[0] == (LOCATION, GRANTED)
    model.close()


@pytest.mark.parametrize(
    ("value", "role"), [("denied", Role.DECISION), (True, Qt.ItemDataRole.EditRole)]
)
def test_what_is_no_decision_is_not_taken(model: SettingsModel, value: object, role: int) -> None:
    assert not model.setData(model.index(0), value, role)
    assert not model.setData(QModelIndex(), Qt.CheckState.Checked, Role.ALLOWED)
    assert rows(model) == [(LOCATION, GRANTED), (ALBUM, DENIED)]


def test_its_rows_can_be_checked_and_have_no_children(model: SettingsModel) -> None:
    assert model.index(0).flags() & Qt.ItemFlag.ItemIsUserCheckable
    assert model.flags(QModelIndex()) == Qt.ItemFlag.NoItemFlags
    assert model.rowCount(model.index(0)) == 0
