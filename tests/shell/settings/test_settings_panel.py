from collections.abc import Callable, Iterator

import pytest
import shiboken6
from PySide6.QtCore import QEvent, QModelIndex, QPoint, Qt
from PySide6.QtGui import QAccessible, QColor, QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from miniapp_host.memory.database import Database
from miniapp_host.memory.store_error import StoreError
from miniapp_host.permissions.decisions import Actor, Change, Decision, Subject
from miniapp_host.permissions.scopes import SCOPES
from miniapp_host.permissions.store import PermissionStore
from miniapp_host.shell.kit.cell import Group
from miniapp_host.shell.kit.label import PlainLabel
from miniapp_host.shell.kit.theme import LIGHT
from miniapp_host.shell.settings.scope_list import ScopeList
from miniapp_host.shell.settings.settings_model import Role, SettingsModel
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


def scopes(panel: QWidget) -> ScopeList:
    found = panel.findChild(ScopeList, "scopes")
    assert found is not None
    return found


def row(panel: QWidget, scope: str) -> QModelIndex:
    """The row of a scope; an invalid index if it is not listed."""
    model = scopes(panel).model()
    found = [model.index(at, 0) for at in range(model.rowCount())]
    return next((index for index in found if index.data(Role.SCOPE).id == scope), QModelIndex())


def is_on(panel: QWidget, scope: str) -> bool:
    """Whether the switch of a scope is painted as on, as its green track shows."""
    view, index = scopes(panel), row(panel, scope)
    assert index.isValid()
    if not view.viewport().rect().contains(view.switch_rect(index)):
        return False
    picture = view.viewport().grab(view.switch_rect(index)).toImage()
    return picture.scaled(52, 32).pixelColor(16, 2) == QColor(LIGHT.brand)


def press(panel: QWidget, scope: str, qtbot: QtBot) -> None:
    """Clicks the switch of a scope."""
    view = scopes(panel)
    ground = view.viewport()
    place = view.switch_rect(row(panel, scope)).center()
    qtbot.waitUntil(lambda: ground.rect().contains(place))
    qtbot.mouseClick(ground, LEFT, pos=place)


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
    assert is_on(panel, LOCATION)
    assert not is_on(panel, ALBUM)
    assert not row(panel, USER).isValid()
    group = panel.findChild(Group, "scopesGroup")
    assert group is not None
    assert group.title.text() == "Allow “Weather” to use my following permissions"


def test_switching_on_is_written_at_once(
    panel: SettingsPanel, store: FullDisk, qtbot: QtBot
) -> None:
    press(panel, ALBUM, qtbot)
    assert store.decision(SUBJECT, ALBUM) is GRANTED
    assert is_on(panel, ALBUM)


def test_the_first_switching_off_of_a_visit_asks_and_the_next_do_not(
    panel: SettingsPanel, screen: QWidget, store: FullDisk, qtbot: QtBot
) -> None:
    store.decide(SUBJECT, USER, GRANTED, Actor.PROMPT)
    press(panel, LOCATION, qtbot)
    assert store.decision(SUBJECT, LOCATION) is GRANTED
    assert is_on(panel, LOCATION)
    answer(screen, "modalConfirm", qtbot)
    assert store.decision(SUBJECT, LOCATION) is DENIED
    assert not is_on(panel, LOCATION)
    press(panel, USER, qtbot)
    assert store.decision(SUBJECT, USER) is DENIED


def test_thinking_better_of_it_changes_nothing_and_asks_again(
    panel: SettingsPanel, screen: QWidget, store: FullDisk, qtbot: QtBot
) -> None:
    for name in ("modalCancel", "modalConfirm"):
        assert is_on(panel, LOCATION)
        press(panel, LOCATION, qtbot)
        answer(screen, name, qtbot)
    assert store.decision(SUBJECT, LOCATION) is DENIED


def test_what_was_taken_back_while_it_asked_stays_so(
    panel: SettingsPanel, screen: QWidget, store: FullDisk, qtbot: QtBot
) -> None:
    press(panel, LOCATION, qtbot)
    store.decide(SUBJECT, LOCATION, UNDECIDED, Actor.COMMAND)
    answer(screen, "modalConfirm", qtbot)
    assert store.decision(SUBJECT, LOCATION) is UNDECIDED


def test_a_decision_made_elsewhere_moves_the_switch(
    panel: SettingsPanel, store: FullDisk, qtbot: QtBot
) -> None:
    store.decide(SUBJECT, ALBUM, GRANTED, Actor.COMMAND)
    assert is_on(panel, ALBUM)
    store.decide(SUBJECT, USER, GRANTED, Actor.PROMPT)
    qtbot.waitUntil(lambda: is_on(panel, USER))


def test_when_nothing_is_decided_any_more_it_says_so(
    panel: SettingsPanel, store: FullDisk, qtbot: QtBot
) -> None:
    empty = panel.findChild(QWidget, "settingsEmpty")
    group = panel.findChild(Group, "scopesGroup")
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
    press(panel, ALBUM, qtbot)
    shown = question(screen)
    assert shown is not None
    content = shown.findChild(PlainLabel, "modalContent")
    assert content is not None
    assert content.text() == "The disk is full. Free some space and try again."
    assert not is_on(panel, ALBUM)


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


def tab_to(panel: SettingsPanel, scope: str, qtbot: QtBot) -> None:
    """Presses Tab until the keyboard is on the row of a scope."""
    view = scopes(panel)
    for _ in range(10):
        qtbot.keyClick(panel.window().focusWidget() or panel, Qt.Key.Key_Tab)
        if view.hasFocus() and view.currentIndex() == row(panel, scope):
            return
    raise AssertionError(f"Tab does not reach {scope}")


def test_it_can_be_used_by_keyboard(panel: SettingsPanel, store: FullDisk, qtbot: QtBot) -> None:
    tab_to(panel, ALBUM, qtbot)
    qtbot.keyClick(scopes(panel), Qt.Key.Key_Space)
    assert store.decision(SUBJECT, ALBUM) is GRANTED


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_arrows_move_between_the_rows_and_enter_toggles(
    panel: SettingsPanel, store: FullDisk, qtbot: QtBot, key: Qt.Key
) -> None:
    tab_to(panel, LOCATION, qtbot)
    qtbot.keyClick(scopes(panel), Qt.Key.Key_Down)
    qtbot.keyClick(scopes(panel), key)
    assert store.decision(SUBJECT, ALBUM) is GRANTED


def test_tab_goes_from_row_to_row_and_on_to_what_can_be_done_and_back(
    panel: SettingsPanel, qtbot: QtBot
) -> None:
    def tab(key: Qt.Key = Qt.Key.Key_Tab) -> str:
        qtbot.keyClick(panel.window().focusWidget() or panel, key)
        focused = panel.window().focusWidget()
        assert focused is not None
        if focused is scopes(panel):
            return str(scopes(panel).currentIndex().data())
        return focused.objectName()

    forward = [tab() for _ in range(4)]
    assert forward == ["back", "Location", "Save to album", "about"]
    assert [tab(Qt.Key.Key_Backtab) for _ in range(3)] == ["Save to album", "Location", "back"]


def test_a_key_held_down_toggles_once(panel: SettingsPanel, store: FullDisk, qtbot: QtBot) -> None:
    tab_to(panel, ALBUM, qtbot)
    heard: list[Change] = []
    store.watch(heard.append)
    held = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Space, Qt.KeyboardModifier.NoModifier)
    again = QKeyEvent(
        QEvent.Type.KeyPress, Qt.Key.Key_Space, Qt.KeyboardModifier.NoModifier, " ", True
    )
    for event in (held, again, again):
        QApplication.sendEvent(scopes(panel), event)
    assert [change.decision for change in heard] == [GRANTED]


def test_only_the_keyboard_rings_the_switch(panel: SettingsPanel, qtbot: QtBot) -> None:
    def ringed(scope: str) -> bool:
        view = scopes(panel)
        picture = view.viewport().grab().toImage()
        edge = view.switch_rect(row(panel, scope)).topLeft() + QPoint(26, 1)
        colour = picture.pixelColor(edge * picture.devicePixelRatioF())
        return colour == QColor(LIGHT.link)

    press(panel, ALBUM, qtbot)
    assert not ringed(ALBUM)
    tab_to(panel, LOCATION, qtbot)
    assert ringed(LOCATION)
    assert not ringed(ALBUM)
    press(panel, ALBUM, qtbot)
    assert not ringed(LOCATION)


def test_only_a_press_and_release_on_one_switch_counts(
    panel: SettingsPanel, store: FullDisk, qtbot: QtBot
) -> None:
    view = scopes(panel)
    ground = view.viewport()
    on_album = view.switch_rect(row(panel, ALBUM)).center()
    on_location = view.switch_rect(row(panel, LOCATION)).center()
    on_title = QPoint(100, on_album.y())
    qtbot.mouseClick(ground, LEFT, pos=on_title)
    for start, end in ((on_title, on_album), (on_location, on_album), (on_album, on_title)):
        qtbot.mousePress(ground, LEFT, pos=start)
        qtbot.mouseRelease(ground, LEFT, pos=end)
    qtbot.mouseClick(ground, Qt.MouseButton.RightButton, pos=on_album)
    assert store.decision(SUBJECT, ALBUM) is DENIED
    qtbot.mouseDClick(ground, LEFT, pos=on_album)
    qtbot.mouseRelease(ground, LEFT, pos=on_album)
    assert store.decision(SUBJECT, ALBUM) is GRANTED


def test_the_pointer_is_a_hand_over_a_switch_only(panel: SettingsPanel, qtbot: QtBot) -> None:
    ground = scopes(panel).viewport()
    box = scopes(panel).switch_rect(row(panel, ALBUM))
    qtbot.mouseMove(ground, box.center())
    qtbot.waitUntil(lambda: ground.cursor().shape() is Qt.CursorShape.PointingHandCursor)
    qtbot.mouseMove(ground, QPoint(100, box.center().y()))
    qtbot.waitUntil(lambda: ground.cursor().shape() is Qt.CursorShape.ArrowCursor)


def test_a_screen_reader_hears_title_state_and_every_change(
    panel: SettingsPanel, store: FullDisk
) -> None:
    listed = QAccessible.queryAccessibleInterface(scopes(panel))
    heading = "Allow “Weather” to use my following permissions"
    assert (listed.role(), listed.text(QAccessible.Text.Name)) == (QAccessible.Role.List, heading)
    assert listed.childCount() == 2
    names = [listed.child(at).text(QAccessible.Text.Name) for at in range(2)]
    assert names == ["Location", "Save to album"]
    album = listed.child(1)
    assert album.role() is QAccessible.Role.ListItem
    assert (bool(album.state().checkable), bool(album.state().checked)) == (True, False)
    store.decide(SUBJECT, ALBUM, GRANTED, Actor.COMMAND)
    assert album.state().checked


def test_a_long_list_scrolls_to_the_row_of_the_keyboard(
    make_screen: Callable[..., QWidget], store: FullDisk, texts: Texts, qtbot: QtBot
) -> None:
    for scope in SCOPES:
        store.decide(SUBJECT, scope.id, GRANTED, Actor.COMMAND)
    screen = make_screen(height=480)
    panel = SettingsPanel(screen, "Weather", SettingsModel(store, SUBJECT, texts), texts)
    panel.open()
    view = scopes(panel)
    assert view.height() == 56 * len(SCOPES)
    tab_to(panel, LOCATION, qtbot)
    qtbot.keyClick(view, Qt.Key.Key_End)
    last = view.switch_rect(view.currentIndex())
    assert view.currentIndex().row() == len(SCOPES) - 1
    assert screen.rect().contains(view.viewport().mapTo(screen, last.center()))


def test_a_change_made_elsewhere_slides_the_knob(
    make_screen: Callable[..., QWidget], store: FullDisk, texts: Texts, qtbot: QtBot
) -> None:
    screen = make_screen(motion=True)
    panel = SettingsPanel(screen, "Weather", SettingsModel(store, SUBJECT, texts), texts)
    panel.open()
    qtbot.waitUntil(lambda: panel.shown_share == 1.0)
    assert not is_on(panel, ALBUM)
    store.decide(SUBJECT, ALBUM, GRANTED, Actor.COMMAND)
    assert not is_on(panel, ALBUM)
    qtbot.waitUntil(lambda: is_on(panel, ALBUM))


def test_a_hostile_name_is_only_text_and_hides_nothing(
    screen: QWidget, store: FullDisk, texts: Texts
) -> None:
    name = "<b>\u202e" + "x" * 5_000
    panel = SettingsPanel(screen, name, SettingsModel(store, SUBJECT, texts), texts)
    panel.open()
    group = panel.findChild(Group, "scopesGroup")
    assert group is not None
    assert group.title.text().endswith("…” to use my following permissions")
    assert "\u202e" not in group.title.text()
    last = panel.findChild(QAbstractButton, "delete")
    assert last is not None
    assert last.mapTo(screen, last.rect().bottomRight()).y() < 844
    assert panel.content.width() == 390
