from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from miniapp_host.api.calls.screen import ActionSheet
from miniapp_host.shell.kit.label import PlainLabel
from miniapp_host.shell.kit.theme import LIGHT
from miniapp_host.shell.sheets.action_sheet import ActionSheetDialog, SheetItem
from miniapp_host.texts import Texts

LEFT = Qt.MouseButton.LeftButton
Choices = list[int | None]


def sheet_on(
    screen: QWidget, texts: Texts, *items: str, alert: str = ""
) -> tuple[ActionSheetDialog, Choices]:
    record = ActionSheet(items or ("A", "B", "C"), "#000000", alert)
    dialog = ActionSheetDialog(screen, record, texts)
    choices: Choices = []
    dialog.chosen.connect(choices.append)
    dialog.open()
    return dialog, choices


def item(dialog: QWidget, name: str) -> SheetItem:
    found = dialog.findChild(SheetItem, name)
    assert isinstance(found, SheetItem)
    return found


@pytest.mark.parametrize("at", [0, 1, 2])
def test_a_click_chooses(screen: QWidget, texts: Texts, qtbot: QtBot, at: int) -> None:
    dialog, choices = sheet_on(screen, texts)
    with qtbot.waitSignal(dialog.finished):
        qtbot.mouseClick(item(dialog, f"actionSheetItem_{at}"), LEFT)
    assert choices == [at]


def test_what_cannot_be_undone_is_red(screen: QWidget, texts: Texts) -> None:
    record = ActionSheet(("Open", "Delete"), "#000000", destructive=1)
    dialog = ActionSheetDialog(screen, record, texts)
    dialog.open()
    assert has_red(item(dialog, "actionSheetItem_1"))
    assert not has_red(item(dialog, "actionSheetItem_0"))


def has_red(widget: QWidget) -> bool:
    picture = widget.grab().toImage()
    places = [(x, y) for x in range(picture.width()) for y in range(picture.height())]
    colours = (picture.pixelColor(*place) for place in places)
    return any(one.red() > 200 and one.green() < 120 for one in colours)


def test_cancel_escape_and_the_mask_choose_nothing(
    screen: QWidget, texts: Texts, qtbot: QtBot
) -> None:
    dialog, cancelled = sheet_on(screen, texts)
    qtbot.mouseClick(item(dialog, "actionSheetCancel"), LEFT)
    dialog, escaped = sheet_on(screen, texts)
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    dialog, missed = sheet_on(screen, texts)
    qtbot.mouseClick(dialog, LEFT, pos=QPoint(195, 100))
    assert cancelled == escaped == missed == [None]


def test_it_answers_once(make_screen: Callable[..., QWidget], texts: Texts, qtbot: QtBot) -> None:
    screen = make_screen(motion=True)
    dialog, choices = sheet_on(screen, texts)
    qtbot.mouseClick(item(dialog, "actionSheetItem_1"), LEFT)
    qtbot.mouseClick(item(dialog, "actionSheetItem_2"), LEFT)
    dialog.reject()
    assert choices == [1]


def test_tab_and_enter_choose_too(screen: QWidget, texts: Texts, qtbot: QtBot) -> None:
    dialog, choices = sheet_on(screen, texts)
    qtbot.keyClick(dialog, Qt.Key.Key_Tab)
    first = item(dialog, "actionSheetItem_0")
    assert first.hasFocus()
    qtbot.keyClick(first, Qt.Key.Key_Return)
    assert choices == [0]


def test_cells_are_56_high_with_a_gap_before_cancel(screen: QWidget, texts: Texts) -> None:
    dialog, _ = sheet_on(screen, texts)
    assert item(dialog, "actionSheetItem_0").height() == 56
    assert dialog.panel.height() == 3 * 56 + 8 + 56 + 34
    assert dialog.panel.geometry().bottom() == 843


@pytest.mark.parametrize("height", [844, 480])
def test_however_long_everything_is_cancel_is_in_sight(
    screen: QWidget, texts: Texts, height: int
) -> None:
    screen.resize(390, height)
    dialog, _ = sheet_on(screen, texts, *["long\n" * 500] * 6, alert="<b>why</b> " * 500)
    cancel = item(dialog, "actionSheetCancel")
    assert dialog.panel.width() == 390
    assert cancel.mapTo(screen, cancel.rect().bottomLeft()).y() < height
    assert dialog.panel.height() <= height * 0.75


def test_the_alert_text_is_plain(screen: QWidget, texts: Texts) -> None:
    dialog, _ = sheet_on(screen, texts, alert="<b>why</b>")
    heading = dialog.findChild(PlainLabel, "actionSheetAlert")
    assert heading is not None
    assert heading.text() == "<b>why</b>"


def test_cancel_speaks_the_persons_language(screen: QWidget, chinese: Texts) -> None:
    dialog, _ = sheet_on(screen, chinese)
    assert item(dialog, "actionSheetCancel").text() == "取消"


def test_what_is_chosen_now_has_a_mark(qtbot: QtBot, screen: QWidget, texts: Texts) -> None:
    sheet = ActionSheetDialog(screen, ActionSheet(("One", "Two"), current=1), texts)
    with qtbot.waitSignal(sheet.opened):
        sheet.open()
    one, two = sheet.findChildren(SheetItem)[:2]
    assert (one.isChecked(), two.isChecked()) == (False, True)
    mark = QColor(LIGHT.brand).rgb()
    assert [_has(one, mark), _has(two, mark)] == [False, True]


def _has(widget: QWidget, colour: int) -> bool:
    picture = widget.grab().toImage()
    return any(
        picture.pixel(x, y) == colour
        for x in range(picture.width())
        for y in range(picture.height())
    )
