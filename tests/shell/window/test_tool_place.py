"""A tool beside the phone: the window grows, the phone does not; detached and attached again."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from miniapp_host.devices.display import Shape
from miniapp_host.shell.kit.theme import DARK, LIGHT, theme_of
from miniapp_host.shell.window.desk import Side
from miniapp_host.shell.window.phone_window import PhoneWindow
from miniapp_host.shell.window.placement import Placement
from miniapp_host.shell.window.tool_place import ToolPlace
from miniapp_host.texts import Texts
from tests.shell.program_parts import phone_window
from tests.shell.window.test_phone_window import program_on

WIDTH = Shape().width


class Tool(QWidget):
    """A tool that wants some room."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("tool")
        self.setMinimumWidth(200)


@pytest.fixture
def phone(qtbot: QtBot, texts: Texts) -> PhoneWindow:
    made = phone_window(texts)
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def place(phone: PhoneWindow) -> ToolPlace:
    return ToolPlace(phone, Side.RIGHT, Tool, Placement(width=260))


def test_a_closed_tool_is_not_even_made(place: ToolPlace, phone: PhoneWindow) -> None:
    assert place.tool is None
    assert phone.width() == WIDTH


def test_the_window_grows_and_the_phone_stays_as_it_is(
    place: ToolPlace, phone: PhoneWindow, qtbot: QtBot
) -> None:
    before = phone.screen_widget.size()
    place.open()
    qtbot.waitUntil(lambda: place.tool is not None and place.tool.width() == 260)
    assert phone.width() > WIDTH + 260
    assert phone.screen_widget.size() == before
    place.close()
    assert (phone.width(), phone.screen_widget.size()) == (WIDTH, before)
    assert phone.maximumWidth() == WIDTH


def test_a_wider_window_gives_the_room_to_the_tool(
    place: ToolPlace, phone: PhoneWindow, qtbot: QtBot
) -> None:
    place.open()
    phone.resize(780, 780)
    qtbot.waitUntil(lambda: place.tool is not None and place.tool.width() > 370)
    assert phone.screen_widget.width() == WIDTH


def test_a_window_higher_than_the_phone_shows_ground_around_it(
    place: ToolPlace, phone: PhoneWindow, qtbot: QtBot
) -> None:
    place.open()
    phone.resize(780, 1000)
    qtbot.waitUntil(lambda: phone.height() == 1000)
    assert phone.screen_widget.height() == 844
    assert phone.screen_widget.y() == (1000 - 844) // 2


def test_a_program_that_wants_another_height_gets_it_beside_a_tool(
    place: ToolPlace, phone: PhoneWindow
) -> None:
    place.open()
    phone.take_height(600)
    assert phone.screen_widget.height() == 600
    assert phone.height() > 600
    place.close()
    assert phone.height() == 600
    phone.resize(WIDTH, 700)
    assert phone.screen_widget.height() == 700


def test_another_phone_beside_a_tool_gets_its_own_size_in_one_step(
    place: ToolPlace, phone: PhoneWindow, texts: Texts, qtbot: QtBot
) -> None:
    program = program_on(texts)
    phone.show_program(program)
    place.open()
    qtbot.waitUntil(lambda: place.tool is not None and place.tool.width() == 260)
    heard: list[tuple[int, int]] = []
    program.resized.connect(lambda: heard.append((program.width(), program.height())))
    phone.take_shape(Shape(430, 640))
    assert heard == [(430, 640)]
    place.close()
    assert (phone.width(), phone.height()) == (430, 640)
    assert heard == [(430, 640)]


def test_detached_it_is_a_window_of_its_own_in_the_phones_colours(
    place: ToolPlace, phone: PhoneWindow
) -> None:
    place.open()
    place.set_detached(True)
    tool = place.tool
    assert tool is not None
    assert tool.isWindow()
    assert tool.isVisible()
    assert phone.width() == WIDTH
    phone.set_theme(DARK)
    assert theme_of(tool).dark
    place.set_detached(False)
    assert tool.window() is phone
    phone.set_theme(LIGHT)
    assert not theme_of(tool).dark


def test_its_own_window_stands_on_the_desktop(place: ToolPlace, phone: PhoneWindow) -> None:
    phone.move(-50, -30)
    place.open()
    place.set_detached(True)
    assert place.tool is not None
    desktop = phone.screen().availableGeometry()
    assert desktop.contains(place.tool.frameGeometry().topLeft())
    assert place.tool.frameGeometry().right() <= desktop.right() + 1
    place.close()


def test_closing_its_window_closes_it(place: ToolPlace, qtbot: QtBot) -> None:
    place.open()
    place.set_detached(True)
    assert place.tool is not None
    with qtbot.waitSignal(place.changed) as told:
        place.tool.close()
    assert told.args == [Placement(open=False, detached=True, width=260)]
    place.open()
    assert place.tool.isVisible()
    place.close()


def test_its_width_is_told_once_it_has_settled(
    place: ToolPlace, phone: PhoneWindow, qtbot: QtBot
) -> None:
    place.open()
    with qtbot.waitSignal(place.changed) as told:
        phone.resize(780, 700)
    placement = told.args[0]
    assert place.tool is not None
    assert placement.width == place.tool.width()


def test_the_width_of_a_maximized_window_is_not_kept(
    place: ToolPlace, phone: PhoneWindow, qtbot: QtBot
) -> None:
    place.open()
    qtbot.waitUntil(lambda: place.tool is not None and place.tool.width() == 260)
    phone.setWindowState(Qt.WindowState.WindowMaximized)
    qtbot.waitUntil(lambda: place.tool is not None and place.tool.width() > 300)
    with qtbot.assertNotEmitted(place.changed, wait=600):
        pass
    place.close()
    assert place.placement.width == 260
    assert not phone.isMaximized()
    assert phone.width() == WIDTH


def test_two_tools_stand_on_both_sides(place: ToolPlace, phone: PhoneWindow, qtbot: QtBot) -> None:
    other = ToolPlace(phone, Side.LEFT, Tool, Placement(width=210))
    place.open()
    other.open()
    glass = phone.screen_widget
    qtbot.waitUntil(lambda: glass.mapTo(phone, QPoint(0, 0)).x() > 200)
    assert place.tool is not None
    assert place.tool.mapTo(phone, QPoint(0, 0)).x() > glass.mapTo(phone, QPoint(0, 0)).x()
    place.close()
    other.close()
    assert phone.width() == WIDTH


def test_a_tool_can_be_thrown_away_and_made_anew(place: ToolPlace, phone: PhoneWindow) -> None:
    place.open()
    first = place.tool
    place.drop()
    assert place.tool is None
    assert phone.width() == WIDTH
    place.open()
    assert place.tool is not first


def test_the_mouses_back_button_over_a_tool_is_not_the_phones(
    place: ToolPlace, phone: PhoneWindow, texts: Texts, qtbot: QtBot
) -> None:
    program = program_on(texts)
    phone.show_program(program)
    place.open()
    qtbot.waitUntil(lambda: place.tool is not None and place.tool.width() == 260)
    with qtbot.assertNotEmitted(program.back_requested):
        press_back(phone, QPoint(WIDTH + 100, 200))
    with qtbot.waitSignal(program.back_requested):
        press_back(phone, QPoint(100, 200))


def press_back(phone: PhoneWindow, place: QPoint) -> None:
    where = QPointF(place)
    button = Qt.MouseButton.BackButton
    event = QMouseEvent(
        QMouseEvent.Type.MouseButtonPress,
        where,
        where,
        button,
        button,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(phone.windowHandle(), event)


def test_a_handle_between_them_moves_the_edge(
    place: ToolPlace, phone: PhoneWindow, qtbot: QtBot
) -> None:
    place.open()
    phone.resize(780, 700)
    qtbot.waitUntil(lambda: place.tool is not None and place.tool.width() > 370)
    handle = phone.findChild(QWidget, "desk").handle(1)
    QTest.mousePress(handle, Qt.MouseButton.LeftButton)
    QTest.mouseMove(handle, QPoint(60, 100))
    QTest.mouseRelease(handle, Qt.MouseButton.LeftButton, pos=QPoint(60, 100))
    assert place.tool is not None
    assert place.tool.width() < 370
    assert phone.screen_widget.width() == WIDTH
    assert phone.screen_widget.x() > 0
