"""The inspector's frame: panels made when asked for, chosen by mouse and keys, keeping its keys."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QMenu, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from miniapp_host.shell.inspector.inspector import LEAST_WIDTH, Inspector
from miniapp_host.shell.inspector.panel import Panel
from miniapp_host.shell.inspector.tab_strip import Tab
from miniapp_host.texts import Texts
from tests.shell.program_parts import click, shown

NAMES = ("calls", "permissions", "pending", "console", "network", "storage", "elements", "device")


class NotedPanel(Panel):
    """A panel that notes when it is seen."""

    def __init__(self, name: str, texts: Texts) -> None:
        super().__init__(name, name.title(), texts)
        self.notes: list[str] = []
        self.tools.add_filter()
        self.set_body(QPushButton(name))

    def begin(self) -> None:
        self.notes.append("begin")

    def end(self) -> None:
        self.notes.append("end")


class Outside(QWidget):
    """What the inspector stands in: it hears the keys that nobody inside took."""

    def __init__(self) -> None:
        super().__init__()
        self.keys: list[int] = []
        self.room = QVBoxLayout(self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self.keys.append(event.key())


@pytest.fixture
def made() -> list[str]:
    return []


@pytest.fixture
def outside(qtbot: QtBot) -> Outside:
    window = Outside()
    qtbot.addWidget(window)
    return window


@pytest.fixture
def inspector(outside: Outside, made: list[str], texts: Texts, qtbot: QtBot) -> Inspector:
    def make(name: str) -> QWidget:
        made.append(name)
        return NotedPanel(name, texts)

    tool = Inspector([Tab(name, name.title()) for name in NAMES], make, texts)
    outside.room.addWidget(tool)
    outside.resize(1200, 500)
    tool.show_panel("calls")
    outside.show()
    outside.activateWindow()
    qtbot.waitUntil(outside.isActiveWindow)
    return tool


def press(inspector: Inspector, key: Qt.Key, modifier: Qt.KeyboardModifier) -> None:
    QTest.keyClick(inspector.window().focusWidget() or inspector, key, modifier)


def test_a_panel_is_made_when_it_is_first_shown(inspector: Inspector, made: list[str]) -> None:
    assert made == ["calls"]
    click(inspector, "inspectorTab_console")
    click(inspector, "inspectorTab_calls")
    click(inspector, "inspectorTab_console")
    assert made == ["calls", "console"]
    assert inspector.current == "console"
    assert shown(inspector, "panel_console")
    assert not shown(inspector, "panel_calls")


def test_a_panel_knows_when_it_is_seen(inspector: Inspector, outside: Outside) -> None:
    calls = inspector.panel("calls")
    assert isinstance(calls, NotedPanel)
    click(inspector, "inspectorTab_console")
    click(inspector, "inspectorTab_calls")
    inspector.hide()
    assert calls.notes == ["begin", "end", "begin", "end"]


def test_numbers_and_page_keys_choose_panels(inspector: Inspector) -> None:
    inspector.panel("calls").setFocus()
    control = Qt.KeyboardModifier.ControlModifier
    press(inspector, Qt.Key.Key_4, control)
    assert inspector.current == "console"
    press(inspector, Qt.Key.Key_PageUp, control)
    assert inspector.current == "pending"
    press(inspector, Qt.Key.Key_PageDown, control)
    press(inspector, Qt.Key.Key_PageDown, control)
    assert inspector.current == "network"


def test_arrows_move_along_the_tabs(inspector: Inspector) -> None:
    inspector.findChild(QWidget, "inspectorTab_calls").setFocus()
    press(inspector, Qt.Key.Key_Left, Qt.KeyboardModifier.NoModifier)
    assert inspector.current == "device"
    press(inspector, Qt.Key.Key_Right, Qt.KeyboardModifier.NoModifier)
    assert inspector.current == "calls"


def test_no_key_leaves_it(inspector: Inspector, outside: Outside) -> None:
    inspector.panel("calls").setFocus()
    for key in (Qt.Key.Key_Escape, Qt.Key.Key_Left, Qt.Key.Key_Home, Qt.Key.Key_A):
        press(inspector, key, Qt.KeyboardModifier.AltModifier)
        press(inspector, key, Qt.KeyboardModifier.NoModifier)
    assert outside.keys == []


def test_tab_goes_round_inside(inspector: Inspector, outside: Outside) -> None:
    stranger = QLineEdit()
    outside.room.addWidget(stranger)
    stranger.show()
    inspector.findChild(QWidget, "inspectorTab_calls").setFocus()
    for _ in range(40):
        press(inspector, Qt.Key.Key_Tab, Qt.KeyboardModifier.NoModifier)
        assert inspector.isAncestorOf(inspector.window().focusWidget())


def test_find_leads_to_the_panels_filter(inspector: Inspector) -> None:
    inspector.panel("calls").setFocus()
    press(inspector, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert inspector.window().focusWidget().objectName() == "callsFilter"


def test_tabs_that_do_not_fit_are_in_a_menu(
    inspector: Inspector, outside: Outside, qtbot: QtBot
) -> None:
    outside.resize(LEAST_WIDTH, 500)
    assert not shown(inspector, "inspectorTab_device")
    click(inspector, "inspectorMoreTabs")
    menu = inspector.findChild(QMenu, "inspectorTabMenu")
    entries = {action.text(): action for action in menu.actions()}
    assert "Device" in entries
    entries["Device"].trigger()
    menu.close()
    assert inspector.current == "device"
    assert shown(inspector, "inspectorTab_device")


def test_a_tab_shows_its_panels_number(inspector: Inspector) -> None:
    tab = inspector.findChild(QWidget, "inspectorTab_calls")
    narrow = tab.sizeHint().width()
    panel = inspector.panel("calls")
    assert isinstance(panel, Panel)
    panel.counted.emit(12)
    assert tab.sizeHint().width() > narrow


def test_the_number_of_a_panel_that_nobody_sees_can_be_forgotten(inspector: Inspector) -> None:
    tabs = [inspector.findChild(QWidget, f"inspectorTab_{name}") for name in ("calls", "console")]
    plain = [tab.sizeHint().width() for tab in tabs]
    click(inspector, "inspectorTab_console")
    for name in ("calls", "console"):
        panel = inspector.panel(name)
        assert isinstance(panel, Panel)
        panel.counted.emit(12)
    inspector.forget_counts()
    assert tabs[0].sizeHint().width() == plain[0]
    assert tabs[1].sizeHint().width() > plain[1]


def test_a_tab_that_has_the_focus_passes_it_to_the_next_current_one(
    inspector: Inspector, outside: Outside
) -> None:
    outside.resize(LEAST_WIDTH, 500)
    control = Qt.KeyboardModifier.ControlModifier
    inspector.findChild(QWidget, "inspectorTab_calls").setFocus()
    press(inspector, Qt.Key.Key_8, control)
    assert inspector.window().focusWidget().objectName() == "inspectorTab_device"
    press(inspector, Qt.Key.Key_7, control)
    assert inspector.window().focusWidget().objectName() == "inspectorTab_elements"


def test_an_empty_panel_says_what_would_be_there(inspector: Inspector) -> None:
    panel = inspector.panel("calls")
    assert isinstance(panel, Panel)
    panel.say_empty("No calls", "They come.")
    panel.show_empty(True)
    assert shown(inspector, "callsEmpty")
    panel.show_empty(False)
    assert not shown(inspector, "callsEmpty")


def test_it_says_what_it_is_to_a_screen_reader(
    inspector: Inspector, chinese: Texts, qtbot: QtBot
) -> None:
    assert inspector.accessibleName() == "Inspector"
    assert inspector.panel("calls").accessibleName() == "Calls"
    make: Callable[[str], QWidget] = lambda name: NotedPanel(name, chinese)  # noqa: E731
    other = Inspector([Tab("calls", "调用")], make, chinese)
    qtbot.addWidget(other)
    assert other.accessibleName() == "调试器"
