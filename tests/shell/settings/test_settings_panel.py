from collections.abc import Iterator

import pytest
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QWidget
from pytestqt.qtbot import QtBot

from miniapp_host.memory.database import Database
from miniapp_host.memory.store_error import StoreError
from miniapp_host.permissions.decisions import Actor, Decision, Subject
from miniapp_host.permissions.store import PermissionStore
from miniapp_host.shell.kit.cell import CellGroup
from miniapp_host.shell.kit.label import PlainLabel
from miniapp_host.shell.settings.settings_model import SettingsModel
from miniapp_host.shell.settings.settings_panel import SettingsPanel
from miniapp_host.shell.sheets.modal import ModalDialog
from miniapp_host.texts import Texts

LEFT = Qt.MouseButton.LeftButton
SUBJECT = Subject("wx1", "develop")
LOCATION, ALBUM, USER = "scope.userLocation", "scope.writePhotosAlbum", "scope.userInfo"
GRANTED, DENIED, UNDECIDED = Decision.GRANTED, Decision.DENIED, Decision.UNDECIDED


class FullDisk(PermissionStore):
    """Cannot write while `full`."""

    full = False

    def decide(self, subject: Subject, scope: str, decision: Decision, actor: Actor) -> None:
        if self.full:
            raise StoreError("The disk is full.", "Free some space and try again.")
        super().decide(subject, scope, decision, actor)


@pytest.fixture
def store() -> Iterator[FullDisk]:
    database = Database(None)
    store = FullDisk(database)
    store.decide(SUBJECT, LOCATION, GRANTED, Actor.PROMPT)
    store.decide(SUBJECT, ALBUM, DENIED, Actor.PROMPT)
    yield store
    database.close()


@pytest.fixture
def panel(screen: QWidget, store: FullDisk, texts: Texts) -> SettingsPanel:
    panel = SettingsPanel(screen, "Weather", SettingsModel(store, SUBJECT, texts), texts)
    panel.open()
    return panel


def switch(panel: QWidget, scope: str) -> QAbstractButton:
    found = panel.findChild(QAbstractButton, f"switch_{scope}")
    assert isinstance(found, QAbstractButton)
    return found


def click(panel: QWidget, name: str, qtbot: QtBot) -> None:
    found = panel.findChild(QAbstractButton, name)
    assert isinstance(found, QAbstractButton)
    qtbot.mouseClick(found, LEFT)


def question(screen: QWidget) -> ModalDialog | None:
    open_ones = [found for found in screen.findChildren(ModalDialog) if found.isVisible()]
    return open_ones[0] if open_ones else None


def answer(screen: QWidget, name: str, qtbot: QtBot) -> None:
    asked = question(screen)
    assert asked is not None
    click(asked, name, qtbot)


def test_it_lists_what_was_decided_as_it_stands(panel: SettingsPanel) -> None:
    assert switch(panel, LOCATION).isChecked()
    assert not switch(panel, ALBUM).isChecked()
    assert panel.findChild(QAbstractButton, f"switch_{USER}") is None
    group = panel.findChild(CellGroup, "scopes")
    assert group is not None
    assert group.title.text() == "Allow “Weather” to use my following permissions"


def test_switching_on_is_written_at_once(
    panel: SettingsPanel, store: FullDisk, qtbot: QtBot
) -> None:
    qtbot.mouseClick(switch(panel, ALBUM), LEFT)
    assert store.decision(SUBJECT, ALBUM) is GRANTED
    assert switch(panel, ALBUM).isChecked()


def test_the_first_switching_off_of_a_visit_asks_and_the_next_do_not(
    panel: SettingsPanel, screen: QWidget, store: FullDisk, qtbot: QtBot
) -> None:
    store.decide(SUBJECT, USER, GRANTED, Actor.PROMPT)
    qtbot.mouseClick(switch(panel, LOCATION), LEFT)
    assert store.decision(SUBJECT, LOCATION) is GRANTED
    assert switch(panel, LOCATION).isChecked()
    answer(screen, "modalConfirm", qtbot)
    assert store.decision(SUBJECT, LOCATION) is DENIED
    assert not switch(panel, LOCATION).isChecked()
    qtbot.mouseClick(switch(panel, USER), LEFT)
    assert store.decision(SUBJECT, USER) is DENIED


def test_thinking_better_of_it_changes_nothing_and_asks_again(
    panel: SettingsPanel, screen: QWidget, store: FullDisk, qtbot: QtBot
) -> None:
    for name in ("modalCancel", "modalConfirm"):
        assert switch(panel, LOCATION).isChecked()
        qtbot.mouseClick(switch(panel, LOCATION), LEFT)
        answer(screen, name, qtbot)
    assert store.decision(SUBJECT, LOCATION) is DENIED


def test_what_was_taken_back_while_it_asked_stays_so(
    panel: SettingsPanel, screen: QWidget, store: FullDisk, qtbot: QtBot
) -> None:
    qtbot.mouseClick(switch(panel, LOCATION), LEFT)
    store.decide(SUBJECT, LOCATION, UNDECIDED, Actor.COMMAND)
    answer(screen, "modalConfirm", qtbot)
    assert store.decision(SUBJECT, LOCATION) is UNDECIDED


def test_a_decision_made_elsewhere_moves_the_switch(panel: SettingsPanel, store: FullDisk) -> None:
    store.decide(SUBJECT, ALBUM, GRANTED, Actor.COMMAND)
    assert switch(panel, ALBUM).isChecked()
    store.decide(SUBJECT, USER, GRANTED, Actor.PROMPT)
    assert switch(panel, USER).isChecked()


def test_when_nothing_is_decided_any_more_it_says_so(
    panel: SettingsPanel, store: FullDisk, qtbot: QtBot
) -> None:
    empty = panel.findChild(QWidget, "settingsEmpty")
    group = panel.findChild(CellGroup, "scopes")
    assert empty is not None
    assert group is not None
    assert not empty.isVisible()
    store.forget("wx1")
    assert empty.isVisible()
    assert not group.isVisible()
    store.decide(SUBJECT, USER, GRANTED, Actor.PROMPT)
    assert not empty.isVisible()


def test_what_could_not_be_saved_is_said_and_the_switch_stays(
    panel: SettingsPanel, screen: QWidget, store: FullDisk, qtbot: QtBot
) -> None:
    store.full = True
    qtbot.mouseClick(switch(panel, ALBUM), LEFT)
    shown = question(screen)
    assert shown is not None
    content = shown.findChild(PlainLabel, "modalContent")
    assert content is not None
    assert content.text() == "The disk is full. Free some space and try again."
    assert not switch(panel, ALBUM).isChecked()


@pytest.mark.parametrize("name", ["about", "restart", "delete"])
def test_what_else_can_be_done_is_a_click(panel: SettingsPanel, qtbot: QtBot, name: str) -> None:
    with qtbot.waitSignal(getattr(panel, f"{name}_requested")):
        click(panel, name, qtbot)


@pytest.mark.parametrize("how", ["back", "escape"])
def test_going_back_closes_it_once_and_stops_listening(
    panel: SettingsPanel, store: FullDisk, qtbot: QtBot, how: str
) -> None:
    closed: list[bool] = []
    panel.closed.connect(lambda: closed.append(True))
    with qtbot.waitSignal(panel.closed):
        if how == "back":
            qtbot.mouseClick(panel.back, LEFT)
        else:
            qtbot.keyClick(panel, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not shiboken6.isValid(panel))
    store.decide(SUBJECT, USER, GRANTED, Actor.PROMPT)
    assert closed == [True]


def test_the_screen_may_go_with_it(
    screen: QWidget, store: FullDisk, texts: Texts, qtbot: QtBot
) -> None:
    part = QWidget(screen)
    part.show()
    panel = SettingsPanel(part, "Weather", SettingsModel(store, SUBJECT, texts), texts)
    panel.open()
    part.deleteLater()
    qtbot.waitUntil(lambda: not shiboken6.isValid(panel))
    store.decide(SUBJECT, USER, GRANTED, Actor.PROMPT)


def test_it_can_be_used_by_keyboard(panel: SettingsPanel, store: FullDisk, qtbot: QtBot) -> None:
    album = switch(panel, ALBUM)
    for _ in range(10):
        qtbot.keyClick(panel.window().focusWidget() or panel, Qt.Key.Key_Tab)
        if album.hasFocus():
            break
    qtbot.keyClick(album, Qt.Key.Key_Space)
    assert store.decision(SUBJECT, ALBUM) is GRANTED


def test_a_hostile_name_is_only_text_and_hides_nothing(
    screen: QWidget, store: FullDisk, texts: Texts
) -> None:
    name = "<b>\u202e" + "x" * 5_000
    panel = SettingsPanel(screen, name, SettingsModel(store, SUBJECT, texts), texts)
    panel.open()
    group = panel.findChild(CellGroup, "scopes")
    assert group is not None
    assert group.title.text().endswith("…” to use my following permissions")
    assert "\u202e" not in group.title.text()
    last = panel.findChild(QAbstractButton, "delete")
    assert last is not None
    assert last.mapTo(screen, last.rect().bottomRight()).y() < 844
    assert panel.content.width() == 390
