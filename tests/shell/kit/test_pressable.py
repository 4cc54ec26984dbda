from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from miniapp_host.shell.kit.buttons import Button


def button_on(screen: QWidget) -> Button:
    button = Button("Press", parent=screen)
    button.resize(button.sizeHint())
    button.show()
    return button


def test_enter_and_space_press_what_has_the_focus(screen: QWidget, qtbot: QtBot) -> None:
    button = button_on(screen)
    button.setFocus(Qt.FocusReason.TabFocusReason)
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
        with qtbot.waitSignal(button.clicked):
            qtbot.keyClick(button, key)


def test_a_key_that_is_held_down_presses_nothing(screen: QWidget, qtbot: QtBot) -> None:
    button = button_on(screen)
    button.setFocus(Qt.FocusReason.TabFocusReason)
    with qtbot.assertNotEmitted(button.clicked):
        for key in (Qt.Key.Key_Return, Qt.Key.Key_Space):
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                held = QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, "", True)
                QApplication.sendEvent(button, held)


def test_the_ring_is_for_those_who_came_by_keyboard(screen: QWidget, qtbot: QtBot) -> None:
    button = button_on(screen)
    button.setFocus(Qt.FocusReason.MouseFocusReason)
    assert not button.ringed
    button.clearFocus()
    button.setFocus(Qt.FocusReason.TabFocusReason)
    assert button.ringed
    button.clearFocus()
    assert not button.ringed


def test_it_is_never_a_default_button(screen: QWidget) -> None:
    assert not isinstance(button_on(screen), QPushButton)


def test_the_pointer_shows_what_can_be_pressed(screen: QWidget) -> None:
    button = button_on(screen)
    assert button.cursor().shape() is Qt.CursorShape.PointingHandCursor
    button.setEnabled(False)
    assert button.cursor().shape() is Qt.CursorShape.ArrowCursor


def test_hover_press_and_disabled_look_different(screen: QWidget, qtbot: QtBot) -> None:
    button = button_on(screen)
    resting = button.grab().toImage()
    button.setDown(True)
    pressed = button.grab().toImage()
    button.setDown(False)
    button.setEnabled(False)
    assert resting != pressed
    assert button.grab().toImage() not in (resting, pressed)
