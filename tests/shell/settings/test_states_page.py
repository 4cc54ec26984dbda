"""Every scope's state, set by a tester: the store has it, and who set it."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from miniapp_host.memory.database import Database
from miniapp_host.memory.store_error import StoreError
from miniapp_host.permissions.decisions import Actor, Decision, Subject
from miniapp_host.permissions.scopes import SCOPES
from miniapp_host.permissions.store import PermissionStore
from miniapp_host.shell.settings.states_page import StatesPage
from miniapp_host.shell.sheets.action_sheet import SheetItem
from miniapp_host.texts import Texts
from tests.shell.program_parts import click, shown

SUBJECT, OTHER = Subject("wx1", "develop"), Subject("wx2", "develop")
LOCATION, ALBUM = "scope.userLocation", "scope.writePhotosAlbum"


@pytest.fixture
def database() -> Iterator[Database]:
    database = Database(None)
    yield database
    database.close()


@pytest.fixture
def store(database: Database) -> PermissionStore:
    store = PermissionStore(database)
    store.decide(SUBJECT, ALBUM, Decision.DENIED, Actor.PROMPT)
    return store


def opened(screen: QWidget, store: PermissionStore, texts: Texts) -> StatesPage:
    page = StatesPage(screen, "Weather", store, SUBJECT, texts)
    page.list_scopes(SCOPES, lambda: store.take_back(SUBJECT, Actor.SETTINGS))
    page.open()
    return page


@pytest.fixture
def page(screen: QWidget, store: PermissionStore, texts: Texts) -> StatesPage:
    return opened(screen, store, texts)


def state(page: StatesPage, scope: str) -> str:
    cell = page.findChild(QWidget, f"state_{scope}")
    return cell.findChildren(QLabel)[-1].text()


def pick(screen: QWidget, words: str) -> None:
    (item,) = [
        one for one in screen.findChildren(SheetItem) if one.text() == words and one.isVisible()
    ]
    click(screen, item.objectName())


def test_every_scope_is_listed_with_its_state(page: StatesPage) -> None:
    states = {scope.id: state(page, scope.id) for scope in SCOPES}
    assert states.pop(ALBUM) == "Rejected"
    assert set(states.values()) == {"Not decided"}


@pytest.mark.parametrize(
    ("words", "decision", "said"),
    [
        ("Allow", Decision.GRANTED, "Allowed"),
        ("Reject", Decision.DENIED, "Rejected"),
        ("Ask again", Decision.UNDECIDED, "Not decided"),
    ],
)
def test_each_state_can_be_set_and_the_settings_did_it(
    screen: QWidget,
    page: StatesPage,
    store: PermissionStore,
    words: str,
    decision: Decision,
    said: str,
) -> None:
    scope = ALBUM if decision is Decision.UNDECIDED else LOCATION
    click(page, f"state_{scope}")
    pick(screen, words)
    assert store.decision(SUBJECT, scope) is decision
    assert state(page, scope) == said
    last = store.history.last(SUBJECT, scope)
    assert last
    assert (last.actor, last.new) == (Actor.SETTINGS, decision)


def test_cancelling_sets_nothing(screen: QWidget, page: StatesPage, store: PermissionStore) -> None:
    click(page, f"state_{ALBUM}")
    click(screen, "actionSheetCancel")
    assert store.decision(SUBJECT, ALBUM) is Decision.DENIED


def test_what_is_decided_elsewhere_is_shown_and_another_programs_is_not(
    page: StatesPage, store: PermissionStore
) -> None:
    store.decide(SUBJECT, LOCATION, Decision.GRANTED, Actor.COMMAND)
    store.decide(OTHER, ALBUM, Decision.GRANTED, Actor.COMMAND)
    assert (state(page, LOCATION), state(page, ALBUM)) == ("Allowed", "Rejected")


def test_everything_is_asked_again_after_a_question(
    screen: QWidget, page: StatesPage, store: PermissionStore, qtbot: QtBot
) -> None:
    store.decide(SUBJECT, LOCATION, Decision.GRANTED, Actor.PROMPT)
    store.decide(OTHER, LOCATION, Decision.GRANTED, Actor.PROMPT)
    click(page, "askAgainForAll")
    click(screen, "modalCancel")
    assert len(store.decisions(SUBJECT)) == 2
    qtbot.waitUntil(lambda: not shown(screen, "modal"))
    click(page, "askAgainForAll")
    click(screen, "modalConfirm")
    assert store.decisions(SUBJECT) == {}
    assert store.decisions(OTHER) == {LOCATION: Decision.GRANTED}
    assert {state(page, scope.id) for scope in SCOPES} == {"Not decided"}


def test_what_cannot_be_written_is_told_and_stays_as_it_was(
    screen: QWidget, page: StatesPage, database: Database, store: PermissionStore, qtbot: QtBot
) -> None:
    database.execute("PRAGMA query_only = 1")
    click(page, f"state_{ALBUM}")
    pick(screen, "Allow")
    qtbot.waitUntil(lambda: shown(screen, "modal"))
    assert state(page, ALBUM) == "Rejected"
    assert store.decision(SUBJECT, ALBUM) is Decision.DENIED
    click(screen, "modalConfirm")
    qtbot.waitUntil(lambda: not shown(screen, "modal"))
    click(page, "askAgainForAll")
    click(screen, "modalConfirm")
    assert store.decision(SUBJECT, ALBUM) is Decision.DENIED


def test_a_state_that_cannot_be_read_is_not_guessed(
    screen: QWidget, database: Database, store: PermissionStore, texts: Texts
) -> None:
    class Unreadable(PermissionStore):
        def decision(self, subject: Subject, scope: str) -> Decision:
            raise StoreError("The disk could not be read or written.", "Check the disk.")

    page = opened(screen, Unreadable(database), texts)
    assert state(page, ALBUM) == "?"


def test_it_speaks_chinese(screen: QWidget, store: PermissionStore, chinese: Texts) -> None:
    page = opened(screen, store, chinese)
    assert [state(page, scope.id).isascii() for scope in SCOPES] == [False] * len(SCOPES)
    for words in ("Allowed", "Rejected", "Not decided", "Allow", "Reject", "Ask again"):
        assert not chinese(words).isascii()
