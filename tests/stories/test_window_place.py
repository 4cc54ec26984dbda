"""The window stands where the person put it, and is as high as they made it, over restarts."""

import json
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QSize
from PySide6.QtGui import QSurface
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from miniapp_host.devices.display import Form
from miniapp_host.phone.phone import Phone
from tests.conftest import MakePhone, OpenProgram
from tests.program_folder import write_program

OUT_OF_SIGHT = [
    {"screen": "a screen that was unplugged", "left": 5000, "top": 3000},
    {"screen": "a screen that was unplugged", "left": -900, "top": -700},
    {"screen": "", "left": 10**30, "top": 0},
]
DAMAGED = [7, "left", [], {"spot": 3}, {"spot": {"left": "1"}, "height": "600"}, {"height": -4}]


def drag_to(window: QWidget, place: QPoint) -> None:
    """The desktop moves the frame, as the person drags its title bar."""
    window.windowHandle().setFramePosition(place)
    QApplication.processEvents()
    assert window.pos() == place


def drag_edge(phone: Phone, size: QSize, qtbot: QtBot) -> None:
    """The desktop resizes the window, as the person drags its edge."""
    phone.window.windowHandle().resize(size)
    qtbot.waitUntil(lambda: phone.memory.preferences.get("window") is not None)


def keep(data_dir: Path, window: object) -> None:
    (data_dir / "preferences.json").write_text(json.dumps({"window": window, "samples": True}))


def test_the_window_stands_where_it_was_put(make_phone: MakePhone) -> None:
    first = make_phone()
    drag_to(first.window, QPoint(130, 70))
    first.window.close()
    assert make_phone().window.pos() == QPoint(130, 70)


def test_its_place_is_kept_while_the_phone_runs(make_phone: MakePhone, qtbot: QtBot) -> None:
    phone = make_phone()
    drag_to(phone.window, QPoint(130, 70))
    kept = phone.memory.preferences
    qtbot.waitUntil(lambda: kept.get("window") is not None)
    spot = {"screen": phone.window.screen().name(), "left": 130, "top": 70}
    assert kept.get("window") == {"spot": spot, "height": None, "maximized": False}


def test_of_a_window_that_nobody_moved_nothing_is_kept(make_phone: MakePhone) -> None:
    phone = make_phone()
    phone.window.close()
    assert phone.memory.preferences.get("window") is None


@pytest.mark.parametrize("spot", OUT_OF_SIGHT)
def test_where_no_screen_is_any_more_it_comes_onto_one_that_is(
    make_phone: MakePhone, data_dir: Path, spot: object
) -> None:
    keep(data_dir, {"spot": spot, "height": 600})
    window = make_phone().window
    assert window.screen().availableGeometry().contains(window.frameGeometry().topLeft())
    assert window.screen().availableGeometry().right() >= window.frameGeometry().right()


def test_a_place_that_can_be_taken_hold_of_stays_though_a_part_of_it_is_not_seen(
    make_phone: MakePhone,
) -> None:
    first = make_phone()
    beyond = QPoint(first.window.screen().availableGeometry().right() - 200, 100)
    drag_to(first.window, beyond)
    first.window.close()
    assert make_phone().window.pos() == beyond


@pytest.mark.parametrize("window", DAMAGED)
def test_damaged_words_about_it_count_for_nothing(
    make_phone: MakePhone, data_dir: Path, window: object
) -> None:
    keep(data_dir, window)
    assert make_phone().window.height() == make_phone().window.fitting_size().height()


def test_a_lower_phone_stays_lower_whatever_comes_and_goes(
    make_phone: MakePhone, open_folder: OpenProgram, tmp_path: Path, qtbot: QtBot
) -> None:
    first = make_phone()
    drag_edge(first, QSize(390, 610), qtbot)
    page = open_folder(first, write_program(tmp_path / "program", {"index.wxml": "<view/>"}))
    assert first.window.size() == QSize(390, 610)
    assert page.program.screen.height() == 610
    first.window.leave_program()
    assert first.window.size() == QSize(390, 610)
    first.window.close()
    second = make_phone()
    assert second.window.size() == QSize(390, 610)
    drag_edge(second, QSize(390, 844), qtbot)
    second.window.close()
    assert make_phone().window.height() == second.window.fitting_size().height()


def test_the_height_that_a_program_wanted_is_not_the_persons(make_phone: MakePhone) -> None:
    first = make_phone()
    first.window.take_height(560)
    drag_to(first.window, QPoint(40, 50))
    first.window.close()
    assert make_phone().window.height() == first.window.fitting_size().height()


def test_a_workbench_comes_back_as_it_was(make_phone: MakePhone, qtbot: QtBot) -> None:
    first = make_phone()
    first.tools.open_inspector()
    drag_edge(first, QSize(900, 700), qtbot)
    drag_to(first.window, QPoint(20, 30))
    first.window.close()
    second = make_phone()
    assert shown_inspector(second).window() is second.window
    assert second.window.height() == 700
    assert second.window.pos() == QPoint(20, 30)


def test_a_maximized_workbench_comes_back_maximized(make_phone: MakePhone, qtbot: QtBot) -> None:
    first = make_phone()
    first.tools.open_inspector()
    first.window.showMaximized()
    qtbot.waitUntil(first.window.isMaximized)
    first.window.close()
    second = make_phone()
    assert second.window.isMaximized()
    second.tools.workbench.place.close()
    assert not second.window.isMaximized()
    assert second.window.width() == 390


def test_a_detached_inspector_comes_back_where_it_stood(
    make_phone: MakePhone, qtbot: QtBot
) -> None:
    first = make_phone()
    first.tools.open_inspector()
    first.tools.workbench.place.set_detached(True)
    drag_to(shown_inspector(first), QPoint(60, 90))
    first.window.close()
    second = make_phone()
    assert shown_inspector(second).isWindow()
    assert shown_inspector(second).pos() == QPoint(60, 90)


def test_another_phone_is_brought_onto_the_screen(make_phone: MakePhone) -> None:
    phone = make_phone()
    room = phone.window.screen().availableGeometry()
    drag_to(phone.window, QPoint(room.right() - 100, 0))
    phone.memory.display.choose(Form.LARGE)
    assert phone.window.frameGeometry().right() <= room.right()
    assert phone.window.width() <= room.width()


def test_a_program_comes_into_the_very_window_that_was_there(
    make_phone: MakePhone, open_folder: OpenProgram, tmp_path: Path
) -> None:
    phone = make_phone()
    native, identity = phone.window.windowHandle(), phone.window.winId()
    assert native.surfaceType() is QSurface.SurfaceType.OpenGLSurface
    open_folder(phone, write_program(tmp_path / "program", {"index.wxml": "<view/>"}))
    assert phone.window.windowHandle() is native
    assert phone.window.winId() == identity


def shown_inspector(phone: Phone) -> QWidget:
    inspector = phone.tools.workbench.inspector
    assert inspector is not None
    return inspector
