import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from miniapp_host.shell.asking.click_guard import ClickGuard
from miniapp_host.shell.kit.layers import Layer
from miniapp_host.shell.kit.sheet import HalfSheet
from miniapp_host.shell.kit.theme import DARK, palette
from miniapp_host.shell.sheets.modal import ModalDialog
from miniapp_host.shell.sheets.notice import show_notice
from miniapp_host.texts import Texts


class Watch:
    """A clock that stands still until it is moved."""

    def __init__(self) -> None:
        self.seconds = 1_000.0

    def __call__(self) -> float:
        return self.seconds

    def wait(self, seconds: float) -> None:
        self.seconds += seconds


@pytest.fixture
def watch() -> Watch:
    return Watch()


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


@pytest.mark.parametrize("event", [QEvent.Type.WindowActivate, QEvent.Type.Move])
def test_it_starts_anew_when_the_window_comes_forward_or_moves(
    screen: QWidget, sheet: HalfSheet, guard: ClickGuard, watch: Watch, event: QEvent.Type
) -> None:
    sheet.open()
    watch.wait(0.6)
    QApplication.sendEvent(screen, QEvent(event))
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
    screen: QWidget, sheet: HalfSheet, guard: ClickGuard, watch: Watch
) -> None:
    sheet.open()
    watch.wait(60)
    screen.hide()
    screen.show()
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
