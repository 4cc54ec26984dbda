from collections.abc import Callable

import pytest
import shiboken6
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from miniapp_host.shell.kit.buttons import Button
from miniapp_host.shell.kit.layers import Layer
from miniapp_host.shell.kit.sheet import HalfSheet

MASK = QPoint(195, 100)


def sheet_on(
    screen: QWidget, layer: Layer = Layer.DIALOG, *, dismissable: bool = True
) -> HalfSheet:
    sheet = HalfSheet(screen, layer=layer, dismissable=dismissable)
    for text in ("One", "Two"):
        sheet.footer.addWidget(Button(text))
    sheet.open()
    return sheet


def field_on(screen: QWidget) -> QLineEdit:
    field = QLineEdit(screen)
    field.show()
    field.setFocus()
    return field


def focused_text() -> str:
    widget = QApplication.focusWidget()
    return widget.text() if isinstance(widget, Button) else type(widget).__name__


def test_it_is_a_part_of_the_screen_and_fills_it(screen: QWidget) -> None:
    sheet = sheet_on(screen)
    assert not sheet.isWindow()
    assert sheet.geometry() == screen.rect()
    screen.resize(390, 600)
    assert sheet.geometry() == screen.rect()
    assert sheet.panel.geometry().bottom() == screen.rect().bottom()


def test_escape_rejects_it(screen: QWidget, qtbot: QtBot) -> None:
    sheet = sheet_on(screen)
    with qtbot.waitSignal(sheet.rejected):
        qtbot.keyClick(sheet, Qt.Key.Key_Escape)


def test_a_click_on_the_mask_rejects_it(screen: QWidget, qtbot: QtBot) -> None:
    sheet = sheet_on(screen)
    with qtbot.waitSignal(sheet.rejected):
        qtbot.mouseClick(sheet, Qt.MouseButton.LeftButton, pos=MASK)


def test_where_the_mask_does_not_dismiss_a_click_on_it_does_nothing(
    screen: QWidget, qtbot: QtBot
) -> None:
    sheet = sheet_on(screen, dismissable=False)
    qtbot.mouseClick(sheet, Qt.MouseButton.LeftButton, pos=MASK)
    assert sheet.isVisible()


@pytest.mark.parametrize("button", [Qt.MouseButton.RightButton, Qt.MouseButton.MiddleButton])
def test_only_the_left_button_dismisses(
    screen: QWidget, qtbot: QtBot, button: Qt.MouseButton
) -> None:
    sheet = sheet_on(screen)
    qtbot.mouseClick(sheet, button, pos=MASK)
    assert sheet.isVisible()


def test_a_click_on_the_sheet_itself_does_not_dismiss(screen: QWidget, qtbot: QtBot) -> None:
    sheet = sheet_on(screen)
    qtbot.mouseClick(sheet.panel, Qt.MouseButton.LeftButton, pos=QPoint(195, 4))
    assert sheet.isVisible()


def test_a_press_that_began_on_the_sheet_does_not_dismiss(screen: QWidget, qtbot: QtBot) -> None:
    sheet = sheet_on(screen)
    qtbot.mousePress(sheet.panel, Qt.MouseButton.LeftButton, pos=QPoint(195, 4))
    qtbot.mouseRelease(sheet, Qt.MouseButton.LeftButton, pos=MASK)
    assert sheet.isVisible()


def test_it_goes_for_good_and_says_so_once(screen: QWidget, qtbot: QtBot) -> None:
    sheet = sheet_on(screen)
    results: list[int] = []
    sheet.finished.connect(results.append)
    sheet.accept()
    sheet.accept()
    sheet.reject()
    qtbot.waitUntil(lambda: not shiboken6.isValid(sheet))
    assert results == [1]


def test_nothing_below_it_hears_the_mouse(screen: QWidget, qtbot: QtBot) -> None:
    below = Button("Below", parent=screen)
    below.setGeometry(100, 80, 184, 48)
    below.show()
    sheet_on(screen, dismissable=False)
    with qtbot.assertNotEmitted(below.clicked):
        window = screen.windowHandle()
        assert window is not None
        QTest.mouseClick(window, Qt.MouseButton.LeftButton, pos=QPoint(190, 100))


def test_no_key_presses_anything_until_the_person_moves_the_focus(
    screen: QWidget, qtbot: QtBot
) -> None:
    sheet = sheet_on(screen)
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
        qtbot.keyClick(sheet, key)
    assert QApplication.focusWidget() is sheet
    assert sheet.isVisible()


def test_tab_goes_round_inside(screen: QWidget, qtbot: QtBot) -> None:
    field_on(screen)
    sheet_on(screen)
    seen = []
    for _ in range(3):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        seen.append(focused_text())
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Backtab)
    assert [*seen, focused_text()] == ["One", "Two", "One", "Two"]


def test_what_qt_made_below_it_stays_in_python_s_hands(screen: QWidget, qtbot: QtBot) -> None:
    below = QScrollArea(screen)
    below.show()
    bar = below.verticalScrollBar()
    sheet = sheet_on(screen)
    qtbot.keyClick(sheet, Qt.Key.Key_Tab)
    sheet.reject()
    qtbot.waitUntil(lambda: not shiboken6.isValid(sheet))
    bar.setRange(0, 7)
    assert bar.maximum() == 7


def test_who_takes_the_focus_from_outside_does_not_keep_it(screen: QWidget, qtbot: QtBot) -> None:
    field = field_on(screen)
    sheet = sheet_on(screen)
    field.setFocus()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is sheet)


def test_the_focus_goes_back_to_where_it_was(screen: QWidget, qtbot: QtBot) -> None:
    field = field_on(screen)
    sheet = sheet_on(screen)
    with qtbot.waitSignal(sheet.finished):
        sheet.reject()
    assert QApplication.focusWidget() is field


def test_what_opens_and_goes_while_another_window_is_active_leaves_the_focus_where_it_was(
    screen: QWidget, qtbot: QtBot
) -> None:
    first, field = Button("First", parent=screen), field_on(screen)
    first.show()
    other = QWidget()
    qtbot.addWidget(other)
    other.show()
    other.activateWindow()
    qtbot.waitUntil(other.isActiveWindow)
    sheet = sheet_on(screen)
    with qtbot.waitSignal(sheet.finished):
        sheet.reject()
    screen.activateWindow()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is field)


def test_what_opens_while_another_window_is_active_rings_no_button(
    screen: QWidget, qtbot: QtBot
) -> None:
    first = Button("First", parent=screen)
    first.show()
    first.setFocus(Qt.FocusReason.MouseFocusReason)
    other = QWidget()
    qtbot.addWidget(other)
    other.show()
    other.activateWindow()
    qtbot.waitUntil(other.isActiveWindow)
    prompt = sheet_on(screen, Layer.PROMPT)
    sheet_on(screen)
    assert not first.ringed
    screen.activateWindow()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is prompt)


@pytest.mark.parametrize("out", [QWidget.hide, lambda widget: widget.setEnabled(False)])
def test_a_button_that_goes_out_of_use_hands_its_focus_to_no_other(
    screen: QWidget, qtbot: QtBot, out: Callable[[QWidget], None]
) -> None:
    sheet = sheet_on(screen)
    one, two = sheet.findChildren(Button)
    one.clicked.connect(lambda: out(one))
    qtbot.mouseClick(one, Qt.MouseButton.LeftButton)
    assert QApplication.focusWidget() is sheet
    assert not two.ringed


def test_where_nothing_had_the_focus_no_button_gets_it(screen: QWidget, qtbot: QtBot) -> None:
    screen.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
    first = Button("First", parent=screen)
    first.show()
    sheet = sheet_on(screen)
    with qtbot.waitSignal(sheet.finished):
        sheet.reject()
    assert QApplication.focusWidget() is screen


def test_what_comes_up_beneath_a_prompt_leaves_it_the_focus(screen: QWidget, qtbot: QtBot) -> None:
    prompt = sheet_on(screen, Layer.PROMPT)
    dialog = sheet_on(screen, Layer.DIALOG)
    assert QApplication.focusWidget() is prompt
    with qtbot.waitSignal(prompt.finished):
        qtbot.keyClick(prompt, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is dialog)


def test_it_rises_then_it_is_open_and_it_leaves_before_it_is_finished(
    make_screen: Callable[..., QWidget], qtbot: QtBot
) -> None:
    screen = make_screen(motion=True)
    sheet = sheet_on(screen)
    assert sheet.panel.y() == screen.height()
    qtbot.waitSignal(sheet.opened).wait()
    assert sheet.panel.geometry().bottom() == screen.rect().bottom()
    with qtbot.waitSignal(sheet.finished):
        sheet.reject()
        assert sheet.isVisible()
        assert sheet.leaving
        sheet.accept()


def test_on_its_way_out_it_takes_clicks_and_gives_none_on(
    make_screen: Callable[..., QWidget], qtbot: QtBot
) -> None:
    screen = make_screen(motion=True)
    below = Button("Below", parent=screen)
    below.setGeometry(100, 730, 184, 48)
    below.show()
    sheet = sheet_on(screen)
    qtbot.waitSignal(sheet.opened).wait()
    own = sheet.findChildren(Button)[0]
    sheet.reject()
    window = screen.windowHandle()
    assert window is not None
    with qtbot.assertNotEmitted(below.clicked), qtbot.assertNotEmitted(own.clicked):
        for left in (110, 270):
            QTest.mouseClick(window, Qt.MouseButton.LeftButton, pos=QPoint(left, 750))


def test_while_it_rises_the_mask_does_not_dismiss(
    make_screen: Callable[..., QWidget], qtbot: QtBot
) -> None:
    screen = make_screen(motion=True)
    sheet = sheet_on(screen)
    qtbot.mouseClick(sheet, Qt.MouseButton.LeftButton, pos=MASK)
    assert not sheet.leaving


def test_the_mask_darkens_what_lies_below(screen: QWidget) -> None:
    before = screen.grab().toImage().pixelColor(MASK)
    sheet_on(screen)
    after = screen.grab().toImage().pixelColor(MASK)
    assert after.lightness() < before.lightness() / 2
    assert after != QColor("black")


def test_two_masks_darken_like_one(screen: QWidget) -> None:
    sheet_on(screen)
    one = screen.grab().toImage().pixelColor(MASK)
    sheet_on(screen)
    assert screen.grab().toImage().pixelColor(MASK) == one


def test_the_screen_may_go_while_it_is_open(screen: QWidget, qtbot: QtBot) -> None:
    part = QWidget(screen)
    part.resize(390, 844)
    part.show()
    sheet = sheet_on(part)
    results: list[int] = []
    sheet.finished.connect(results.append)
    part.deleteLater()
    qtbot.waitUntil(lambda: not shiboken6.isValid(sheet))
    assert results == []


def test_where_one_lies_over_another_the_lower_one_gets_the_focus_back(
    screen: QWidget, qtbot: QtBot
) -> None:
    lower = sheet_on(screen)
    qtbot.keyClick(lower, Qt.Key.Key_Tab)
    upper = sheet_on(screen)
    assert QApplication.focusWidget() is upper
    with qtbot.waitSignal(upper.finished):
        upper.reject()
    assert focused_text() == "One"
