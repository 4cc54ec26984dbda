from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from miniapp_host.shell.asking.click_guard import ClickGuard
from miniapp_host.shell.kit.layers import Layer
from miniapp_host.shell.kit.sheet import HalfSheet
from miniapp_host.shell.kit.theme import DARK, palette
from miniapp_host.shell.sheets.modal import ModalDialog
from miniapp_host.shell.sheets.notice import show_notice
from miniapp_host.texts import Texts
from tests.shell.asking.conftest import Watch


@pytest.fixture
def sheet(screen: QWidget) -> HalfSheet:
    return HalfSheet(screen, layer=Layer.PROMPT)


@pytest.fixture
def guard(sheet: HalfSheet, watch: Watch) -> ClickGuard:
    return ClickGuard(sheet, 500, watch)


def test_it_holds_until_the_sheet_has_been_there_for_its_time(
    sheet: HalfSheet, guard: ClickGuard, watch: Watch
) -> None:
    watch.wait(60)
    assert not guard.passed
    sheet.open()
    watch.wait(0.499)
    assert not guard.passed
    watch.wait(0.001)
    assert guard.passed


def test_without_a_time_it_never_holds(sheet: HalfSheet, watch: Watch) -> None:
    assert ClickGuard(sheet, 0, watch).passed


CHANGES = [
    QEvent.Type.WindowActivate,
    QEvent.Type.Move,
    QEvent.Type.WindowStateChange,
    QEvent.Type.Show,
]
"""What the window hears when it comes forward, moves, or is no longer minimised."""


@pytest.mark.parametrize("event", CHANGES)
@pytest.mark.parametrize("seconds", [0.6, 60.0])
def test_it_starts_anew_when_the_window_changes_however_long_it_has_been_there(
    screen: QWidget,
    sheet: HalfSheet,
    guard: ClickGuard,
    watch: Watch,
    event: QEvent.Type,
    seconds: float,
) -> None:
    sheet.open()
    watch.wait(seconds)
    assert guard.passed
    QApplication.sendEvent(screen, QEvent(event))
    assert not guard.passed
    watch.wait(0.499)
    assert not guard.passed
    watch.wait(0.001)
    assert guard.passed


def test_a_press_that_comes_too_early_starts_it_anew(
    sheet: HalfSheet, guard: ClickGuard, watch: Watch
) -> None:
    sheet.open()
    watch.wait(0.4)
    assert not guard.press()
    watch.wait(0.4)
    assert not guard.press()
    watch.wait(0.5)
    assert guard.press()
    assert guard.passed


def test_a_press_on_the_mask_that_comes_too_early_starts_it_anew_too(
    sheet: HalfSheet, guard: ClickGuard, watch: Watch, qtbot: QtBot
) -> None:
    sheet.open()
    watch.wait(0.4)
    qtbot.mousePress(sheet, Qt.MouseButton.LeftButton, pos=QPoint(195, 100))
    watch.wait(0.4)
    assert not guard.passed
    watch.wait(0.1)
    assert guard.passed


def test_a_press_while_it_comes_up_is_none_to_wait_for(
    make_screen: Callable[..., QWidget], watch: Watch, qtbot: QtBot
) -> None:
    screen = make_screen(motion=True)
    sheet = HalfSheet(screen, layer=Layer.PROMPT)
    guard = ClickGuard(sheet, 500, watch)
    sheet.open()
    watch.wait(60)
    with qtbot.waitSignal(sheet.opened):
        assert not guard.press()
    watch.wait(0.499)
    assert not guard.passed
    watch.wait(0.001)
    assert guard.passed


@pytest.mark.parametrize("gap", [0.02, 0.3, 0.45])
def test_who_presses_without_end_gets_through_ten_seconds_after_it_came_up(
    sheet: HalfSheet, guard: ClickGuard, watch: Watch, gap: float
) -> None:
    sheet.open()
    came_up = watch()
    while not guard.press():
        assert watch() - came_up < 10
        watch.wait(gap)
    assert 10 <= watch() - came_up < 10 + gap


def test_in_a_window_that_is_not_active_no_press_counts_however_late(
    screen: QWidget,
    make_screen: Callable[..., QWidget],
    sheet: HalfSheet,
    guard: ClickGuard,
    watch: Watch,
    qtbot: QtBot,
) -> None:
    sheet.open()
    make_screen()
    qtbot.waitUntil(lambda: not screen.isActiveWindow())
    watch.wait(60)
    assert not guard.press()
    screen.activateWindow()
    qtbot.waitUntil(screen.isActiveWindow)
    assert not guard.press()
    watch.wait(0.5)
    assert guard.press()


def test_minimised_and_shown_again_it_holds_again(
    screen: QWidget, sheet: HalfSheet, guard: ClickGuard, watch: Watch, qtbot: QtBot
) -> None:
    sheet.open()
    watch.wait(60)
    screen.showMinimized()
    screen.showNormal()
    screen.activateWindow()
    qtbot.waitUntil(screen.isActiveWindow)
    assert not guard.passed
    watch.wait(0.5)
    assert guard.passed


def test_it_starts_anew_when_the_phone_is_resized(
    screen: QWidget, sheet: HalfSheet, guard: ClickGuard, watch: Watch
) -> None:
    sheet.open()
    watch.wait(0.6)
    screen.resize(390, 700)
    assert not guard.passed


def test_it_starts_anew_when_the_theme_changes(
    screen: QWidget, sheet: HalfSheet, guard: ClickGuard, watch: Watch
) -> None:
    sheet.open()
    watch.wait(0.6)
    screen.setPalette(palette(DARK))
    assert not guard.passed


def test_a_screen_that_never_rests_is_waited_for_ten_seconds_at_most(
    screen: QWidget, sheet: HalfSheet, guard: ClickGuard, watch: Watch
) -> None:
    sheet.open()
    for _ in range(33):
        assert not guard.passed
        watch.wait(0.3)
        QApplication.sendEvent(screen, QEvent(QEvent.Type.Move))
    watch.wait(0.2)
    assert guard.passed


def test_shown_again_it_holds_again_however_long_ago_the_first_time_was(
    screen: QWidget, watch: Watch
) -> None:
    program = QWidget(screen)
    program.resize(screen.size())
    program.show()
    sheet = HalfSheet(program, layer=Layer.PROMPT)
    guard = ClickGuard(sheet, 500, watch)
    sheet.open()
    watch.wait(60)
    assert guard.passed
    program.hide()
    program.show()
    assert not guard.passed
    watch.wait(0.5)
    assert guard.passed


def test_it_begins_once_what_lies_over_the_sheet_has_gone(
    screen: QWidget, sheet: HalfSheet, guard: ClickGuard, watch: Watch, texts: Texts, qtbot: QtBot
) -> None:
    show_notice(screen, "Read this first", texts)
    sheet.open()
    watch.wait(60)
    assert not guard.passed
    notice = screen.findChild(ModalDialog)
    assert isinstance(notice, ModalDialog)
    with qtbot.waitSignal(notice.finished):
        notice.accept()
    watch.wait(0.4)
    assert not guard.passed
    watch.wait(0.1)
    assert guard.passed


def test_what_goes_beneath_the_sheet_does_not_start_it_anew(
    screen: QWidget, sheet: HalfSheet, guard: ClickGuard, watch: Watch, qtbot: QtBot
) -> None:
    sheet.open()
    beneath = HalfSheet(screen, layer=Layer.DIALOG)
    beneath.open()
    watch.wait(0.5)
    with qtbot.waitSignal(beneath.finished):
        beneath.reject()
    assert guard.passed
