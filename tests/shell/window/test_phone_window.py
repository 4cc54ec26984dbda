"""The phone: one program in front, the launcher beneath, home and back."""

import pytest
import shiboken6
from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from miniapp_host.shell.kit.buttons import Button
from miniapp_host.shell.kit.page import Page
from miniapp_host.shell.kit.theme import DARK, set_motion, theme_of
from miniapp_host.shell.program.chrome import Chrome
from miniapp_host.shell.program.program_screen import ProgramScreen
from miniapp_host.shell.window.phone_window import PhoneWindow
from miniapp_host.texts import Texts
from tests.shell.in_front import in_front
from tests.shell.program_parts import FakeParts, click, phone_window, shown


@pytest.fixture
def phone(qtbot: QtBot, texts: Texts) -> PhoneWindow:
    return in_front(phone_window(texts), qtbot)


def program_on(texts: Texts) -> ProgramScreen:
    program = FakeParts(texts).screen()
    program.show_chrome(Chrome(title="Nearby", can_go_back=True))
    program.show_page()
    return program


def test_it_has_all_of_a_phones_shape_where_nobody_sees_the_screen(phone: PhoneWindow) -> None:
    assert phone.screen().availableGeometry().height() < 844
    assert phone.fitting_size() == QSize(390, 844)


def test_a_button_that_hides_itself_hands_its_focus_to_no_other(
    phone: PhoneWindow, qtbot: QtBot
) -> None:
    launcher = phone.screen_widget.findChild(QWidget, "launcher")
    assert phone.focusWidget() is launcher
    one, two = Button("One", parent=launcher), Button("Two", parent=launcher)
    for button in (one, two):
        button.show()
    one.clicked.connect(one.hide)
    qtbot.mouseClick(one, Qt.MouseButton.LeftButton)
    assert phone.focusWidget() is launcher
    assert not two.ringed


def test_without_a_program_the_launcher_is_in_front(phone: PhoneWindow) -> None:
    assert phone.front is None
    assert shown(phone, "launcher")
    assert not shown(phone, "homeIndicator")


def test_a_program_covers_the_whole_glass(phone: PhoneWindow, texts: Texts, qtbot: QtBot) -> None:
    program = program_on(texts)
    with qtbot.waitSignal(phone.program_shown) as told:
        phone.show_program(program)
    assert told.args == ["wx1"]
    assert phone.front is program
    assert phone.windowTitle() == "Nearby - MiniApp Host"
    assert program.geometry() == phone.screen_widget.rect()
    assert not shown(phone, "launcher")


def test_the_home_indicator_sends_it_to_the_background(
    phone: PhoneWindow, texts: Texts, qtbot: QtBot
) -> None:
    program = program_on(texts)
    phone.show_program(program)
    with qtbot.waitSignal(phone.program_hidden) as told:
        click(phone, "homeIndicator")
    assert told.args == ["wx1"]
    assert phone.front is None
    assert not program.isVisible()
    assert shown(phone, "launcher")
    with qtbot.waitSignal(phone.program_shown):
        phone.show_program(program)
    assert program.isVisible()


def test_what_a_program_has_right_above_the_home_indicator_is_the_programs(
    phone: PhoneWindow, texts: Texts
) -> None:
    program = program_on(texts)
    phone.show_program(program)
    glass = phone.screen_widget
    above = glass.childAt(glass.width() // 2, glass.height() - 20)
    assert above is program or program.isAncestorOf(above)


def test_only_the_program_in_front_is_visible(
    phone: PhoneWindow, texts: Texts, qtbot: QtBot
) -> None:
    first, second = program_on(texts), program_on(texts)
    phone.show_program(first)
    with qtbot.waitSignals([phone.program_hidden, phone.program_shown]):
        phone.show_program(second)
    assert not first.isVisible()
    assert second.isVisible()
    with qtbot.assertNotEmitted(phone.program_shown):
        phone.show_program(second)


def test_a_closed_program_is_gone_and_says_nothing_more(
    phone: PhoneWindow, texts: Texts, qtbot: QtBot
) -> None:
    program = program_on(texts)
    phone.show_program(program)
    with qtbot.assertNotEmitted(phone.program_hidden), qtbot.assertNotEmitted(program.closed):
        phone.remove_program(program, program.deleteLater)
        click(program, "capsuleClose")
    qtbot.waitUntil(lambda: not shiboken6.isValid(program))
    assert phone.front is None
    assert shown(phone, "launcher")


def test_a_program_closed_in_the_background_leaves_the_front_alone(
    phone: PhoneWindow, texts: Texts, qtbot: QtBot
) -> None:
    first, second = program_on(texts), program_on(texts)
    phone.show_program(first)
    phone.show_program(second)
    phone.remove_program(first, first.deleteLater)
    assert phone.front is second


@pytest.mark.parametrize(
    ("key", "modifier"),
    [
        (Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier),
    ],
)
def test_the_keyboard_goes_back(
    phone: PhoneWindow,
    texts: Texts,
    qtbot: QtBot,
    key: Qt.Key,
    modifier: Qt.KeyboardModifier,
) -> None:
    program = program_on(texts)
    phone.show_program(program)
    with qtbot.waitSignal(program.back_requested):
        QTest.keyClick(program, key, modifier)


def test_the_mouses_back_button_goes_back(phone: PhoneWindow, texts: Texts, qtbot: QtBot) -> None:
    program = program_on(texts)
    phone.show_program(program)
    with qtbot.waitSignal(program.back_requested):
        QTest.mouseClick(phone.windowHandle(), Qt.MouseButton.BackButton, pos=QPoint(200, 400))


def test_back_closes_a_page_of_the_host(phone: PhoneWindow, texts: Texts, qtbot: QtBot) -> None:
    program = program_on(texts)
    phone.show_program(program)
    page = Page(phone.screen_widget, "Settings", "Back")
    page.open()
    with qtbot.assertNotEmitted(program.back_requested), qtbot.waitSignal(page.finished):
        QTest.keyClick(page, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)


def test_back_closes_what_the_launcher_asks(phone: PhoneWindow, qtbot: QtBot) -> None:
    launcher = phone.screen_widget.findChild(QWidget, "launcher")
    page = Page(launcher, "Sure?", "Back")
    page.open()
    with qtbot.waitSignal(page.finished):
        QTest.mouseClick(phone.windowHandle(), Qt.MouseButton.BackButton, pos=QPoint(200, 400))


def test_alt_home_is_the_home_indicator(phone: PhoneWindow, texts: Texts, qtbot: QtBot) -> None:
    program = program_on(texts)
    phone.show_program(program)
    with qtbot.waitSignal(phone.program_hidden):
        QTest.keyClick(program, Qt.Key.Key_Home, Qt.KeyboardModifier.AltModifier)


def test_a_plain_left_arrow_is_the_pages_own(
    phone: PhoneWindow, texts: Texts, qtbot: QtBot
) -> None:
    program = program_on(texts)
    phone.show_program(program)
    with qtbot.assertNotEmitted(program.back_requested):
        QTest.keyClick(program, Qt.Key.Key_Left)


def test_a_theme_reaches_everything_on_the_glass(phone: PhoneWindow, texts: Texts) -> None:
    program = program_on(texts)
    phone.show_program(program)
    phone.set_theme(DARK)
    assert theme_of(program).dark
    assert theme_of(phone.screen_widget.findChild(QWidget, "launcher")).dark


def test_the_phone_can_be_lower_and_everything_follows(
    phone: PhoneWindow, texts: Texts, qtbot: QtBot
) -> None:
    program = program_on(texts)
    phone.show_program(program)
    phone.resize(390, 600)
    qtbot.waitUntil(lambda: program.height() == 600)
    assert program.metrics().screen_height == 600


def test_with_motion_a_program_rises_without_blocking(
    phone: PhoneWindow, texts: Texts, qtbot: QtBot
) -> None:
    set_motion(phone, True)
    program = program_on(texts)
    phone.show_program(program)
    assert program.y() > 0
    assert phone.front is program
    qtbot.waitUntil(lambda: program.y() == 0)
    phone.leave_program()
    assert shown(phone, "launcher")
    qtbot.waitUntil(lambda: not program.isVisible())


def test_closing_the_window_is_told(phone: PhoneWindow, qtbot: QtBot) -> None:
    with qtbot.waitSignal(phone.closed):
        phone.close()


@pytest.mark.parametrize(("asked", "given"), [(500, 500), (1, 480), (-7, 480)])
def test_it_takes_the_height_that_it_is_asked_for_as_near_as_it_can(
    phone: PhoneWindow, asked: int, given: int
) -> None:
    phone.take_height(asked)
    assert (phone.width(), phone.height()) == (390, given)
    phone.take_height(10_000)
    assert phone.height() == phone.fitting_size().height()
