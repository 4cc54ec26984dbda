from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from miniapp_host.shell.kit.switch import Switch
from miniapp_host.shell.kit.theme import LIGHT


def colour_at_the_left(switch: Switch) -> QColor:
    return switch.grab().toImage().scaled(switch.size()).pixelColor(12, 3)


def switch_on(screen: QWidget, *, checked: bool = False) -> Switch:
    switch = Switch("Location", checked=checked, parent=screen)
    switch.move(100, 100)
    switch.show()
    return switch


def test_a_click_anywhere_on_it_turns_it(screen: QWidget, qtbot: QtBot) -> None:
    switch = switch_on(screen)
    with qtbot.waitSignal(switch.toggled, check_params_cb=lambda on: on is True):
        qtbot.mouseClick(switch, Qt.MouseButton.LeftButton)
    assert switch.isChecked()


def test_space_turns_it(screen: QWidget, qtbot: QtBot) -> None:
    switch = switch_on(screen, checked=True)
    switch.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(switch, Qt.Key.Key_Space)
    assert not switch.isChecked()


def test_its_knob_slides_and_arrives(make_screen: Callable[..., QWidget], qtbot: QtBot) -> None:
    screen = make_screen(motion=True)
    switch = switch_on(screen)
    switch.setChecked(True)
    assert colour_at_the_left(switch) != QColor(LIGHT.brand)
    qtbot.waitUntil(lambda: colour_at_the_left(switch) == QColor(LIGHT.brand))


def test_it_is_52_by_32_and_says_its_name(screen: QWidget) -> None:
    switch = switch_on(screen)
    assert switch.size().toTuple() == (52, 32)
    assert switch.accessibleName() == "Location"
