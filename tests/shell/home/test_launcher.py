"""The launcher: what a person finds, opens, adds and deletes there."""

from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from miniapp_host.shell.home.launcher import Launcher
from miniapp_host.shell.home.launcher_model import LauncherModel
from miniapp_host.shell.home.program_menu import Verb
from miniapp_host.shell.kit.label import PlainLabel
from miniapp_host.shell.kit.scroll import ThinBar
from miniapp_host.shell.kit.theme import LIGHT
from miniapp_host.shell.sheets.action_sheet import ActionSheetDialog, SheetItem
from miniapp_host.texts import Texts
from tests.shell.home.test_launcher_model import FakeProgram, FakeShelf
from tests.shell.program_parts import click, shown

NEARBY, HELLO = FakeProgram("wx1", "Nearby"), FakeProgram("wx2", "Hello", owned=False)


@pytest.fixture
def shelf() -> FakeShelf:
    return FakeShelf(NEARBY, HELLO)


@pytest.fixture
def model(shelf: FakeShelf) -> LauncherModel:
    return LauncherModel(shelf)


@pytest.fixture
def launcher(model: LauncherModel, screen: QWidget, texts: Texts) -> Launcher:
    made = Launcher(model, texts, screen)
    made.resize(screen.size())
    made.show()
    return made


def press(launcher: Launcher, at: QPoint) -> None:
    QTest.mouseClick(launcher.list.viewport(), Qt.MouseButton.LeftButton, pos=at)


def middle_of(launcher: Launcher, row: int) -> QPoint:
    return launcher.list.row_rect(launcher.list.model().index(row, 0)).center()


def more_of(launcher: Launcher, row: int) -> QPoint:
    return launcher.list.more_rect(launcher.list.model().index(row, 0)).center()


def pick(launcher: Launcher, words: str) -> None:
    """A click on the item of the sheet that has come up."""
    (item,) = [
        one for one in launcher.findChildren(SheetItem) if one.text() == words and one.isVisible()
    ]
    click(launcher, item.objectName())


def test_a_click_on_a_row_opens_its_program(launcher: Launcher, qtbot: QtBot) -> None:
    with qtbot.waitSignal(launcher.program_chosen) as chosen:
        press(launcher, middle_of(launcher, 1))
    assert chosen.args == ["wx2"]


def test_a_click_beside_the_card_opens_nothing(launcher: Launcher, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(launcher.program_chosen):
        press(launcher, QPoint(4, middle_of(launcher, 0).y()))


def test_a_press_that_is_dragged_to_another_row_opens_nothing(
    launcher: Launcher, qtbot: QtBot
) -> None:
    viewport = launcher.list.viewport()
    with qtbot.assertNotEmitted(launcher.program_chosen):
        QTest.mousePress(viewport, Qt.MouseButton.LeftButton, pos=middle_of(launcher, 0))
        QTest.mouseRelease(viewport, Qt.MouseButton.LeftButton, pos=middle_of(launcher, 1))


def test_enter_opens_the_row_that_the_arrows_reached(launcher: Launcher, qtbot: QtBot) -> None:
    launcher.list.setFocus()
    QTest.keyClick(launcher.list, Qt.Key.Key_Down)
    QTest.keyClick(launcher.list, Qt.Key.Key_Down)
    with qtbot.waitSignal(launcher.program_chosen) as chosen:
        QTest.keyClick(launcher.list, Qt.Key.Key_Return)
    assert chosen.args == ["wx2"]


def test_search_narrows_the_list_whatever_the_case(launcher: Launcher, qtbot: QtBot) -> None:
    search = launcher.findChild(QWidget, "launcherSearch")
    qtbot.keyClicks(search, "HEL")
    assert launcher.list.model().rowCount() == 1
    with qtbot.waitSignal(launcher.program_chosen) as chosen:
        press(launcher, middle_of(launcher, 0))
    assert chosen.args == ["wx2"]


def test_search_without_a_match_says_so_and_escape_empties_it(
    launcher: Launcher, qtbot: QtBot
) -> None:
    search = launcher.findChild(QWidget, "launcherSearch")
    qtbot.keyClicks(search, "zzz")
    assert shown(launcher, "nothingFound")
    assert not shown(launcher, "programList")
    QTest.keyClick(search, Qt.Key.Key_Escape)
    assert shown(launcher, "programList")


def test_the_cross_empties_the_search(launcher: Launcher, qtbot: QtBot) -> None:
    qtbot.keyClicks(launcher.findChild(QWidget, "launcherSearch"), "zzz")
    click(launcher, "launcherSearchClear")
    assert launcher.list.model().rowCount() == 2


def test_deleting_says_what_goes_and_what_stays(launcher: Launcher, qtbot: QtBot) -> None:
    press(launcher, more_of(launcher, 1))
    pick(launcher, "Delete")
    qtbot.waitUntil(lambda: shown(launcher, "modalConfirm"))
    content = launcher.findChild(PlainLabel, "modalContent").text()
    assert "permission decisions" in content
    assert "The folder you opened stays" in content
    with qtbot.waitSignal(launcher.wished) as deleted:
        click(launcher, "modalConfirm")
    assert deleted.args == ["wx2", Verb.DELETE]


def test_the_copy_of_an_installed_program_goes_too(launcher: Launcher, qtbot: QtBot) -> None:
    launcher.list.setCurrentIndex(launcher.list.model().index(0, 0))
    QTest.keyClick(launcher.list, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: shown(launcher, "modalConfirm"))
    assert "copy" in launcher.findChild(PlainLabel, "modalContent").text()


def test_cancelling_deletes_nothing(launcher: Launcher, qtbot: QtBot) -> None:
    for words in ("Delete", "Clear data…"):
        press(launcher, more_of(launcher, 0))
        pick(launcher, words)
        qtbot.waitUntil(lambda: shown(launcher, "modalCancel"))
        with qtbot.assertNotEmitted(launcher.wished):
            click(launcher, "modalCancel")
        qtbot.waitUntil(lambda: not shown(launcher, "modal"))


def test_clearing_data_says_what_goes_and_what_stays(launcher: Launcher, qtbot: QtBot) -> None:
    press(launcher, more_of(launcher, 1))
    pick(launcher, "Clear data…")
    qtbot.waitUntil(lambda: shown(launcher, "modalConfirm"))
    assert "Hello" in launcher.findChild(PlainLabel, "modalTitle").text()
    content = launcher.findChild(PlainLabel, "modalContent").text()
    assert "stored data" in content
    assert "decisions stay" in content
    with qtbot.waitSignal(launcher.wished) as cleared:
        click(launcher, "modalConfirm")
    assert cleared.args == ["wx2", Verb.CLEAR_DATA]


@pytest.mark.parametrize(
    ("words", "verb"),
    [
        ("Open", Verb.OPEN),
        ("Open at a page…", Verb.OPEN_AT_PAGE),
        ("Restart", Verb.RESTART),
        ("Ask again…", Verb.ASK_AGAIN),
        ("Close", Verb.CLOSE),
    ],
)
def test_each_item_of_the_menu_says_what_is_wished_for(
    launcher: Launcher, model: LauncherModel, qtbot: QtBot, words: str, verb: Verb
) -> None:
    model.set_running(frozenset({"wx1"}))
    press(launcher, more_of(launcher, 0))
    with qtbot.waitSignal(launcher.wished) as wished:
        pick(launcher, words)
    assert wished.args == ["wx1", verb]


def test_every_verb_has_its_chinese(chinese: Texts) -> None:
    assert [verb for verb in Verb if chinese(verb.value).isascii()] == []


def test_what_does_not_run_can_be_neither_restarted_nor_closed(launcher: Launcher) -> None:
    press(launcher, more_of(launcher, 0))
    items = [one.text() for one in launcher.findChildren(SheetItem)]
    assert items == [
        "Open",
        "Open at a page…",
        "Start as…",
        "Ask again…",
        "Clear data…",
        "Delete",
        "Cancel",
    ]


def test_a_program_that_goes_while_its_menu_is_open_is_wished_nothing(
    launcher: Launcher, model: LauncherModel, shelf: FakeShelf, qtbot: QtBot
) -> None:
    press(launcher, more_of(launcher, 0))
    shelf.put(HELLO)
    with qtbot.assertNotEmitted(launcher.wished):
        pick(launcher, "Open")


def test_the_right_button_offers_the_same_as_the_dots(launcher: Launcher, qtbot: QtBot) -> None:
    index = launcher.list.model().index(0, 0)
    launcher.list.more_requested.emit(index)
    with qtbot.waitSignal(launcher.wished) as chosen:
        click(launcher, "actionSheetItem_0")
    assert chosen.args == ["wx1", Verb.OPEN]


def test_a_folder_is_chosen_in_a_dialog_that_blocks_nothing(
    launcher: Launcher, qtbot: QtBot, tmp_path: Path
) -> None:
    click(launcher, "addFolder")
    click(launcher, "actionSheetItem_0")
    dialog = launcher.findChild(QFileDialog, "folderDialog")
    assert dialog.fileMode() is QFileDialog.FileMode.Directory
    with qtbot.waitSignal(launcher.folder_chosen) as chosen:
        dialog.fileSelected.emit(str(tmp_path))
    assert chosen.args == [tmp_path]
    dialog.close()


def test_an_archive_is_chosen_among_the_files_that_are_called_zip(
    launcher: Launcher, qtbot: QtBot, tmp_path: Path
) -> None:
    click(launcher, "addFolder")
    click(launcher, "actionSheetItem_1")
    dialog = launcher.findChild(QFileDialog, "archiveDialog")
    assert dialog.fileMode() is QFileDialog.FileMode.ExistingFile
    assert "*.zip" in dialog.nameFilters()[0]
    with qtbot.waitSignal(launcher.folder_chosen) as chosen:
        dialog.fileSelected.emit(str(tmp_path / "program.zip"))
    assert chosen.args == [tmp_path / "program.zip"]
    dialog.close()


def test_an_empty_phone_says_what_to_do(launcher: Launcher, shelf: FakeShelf, qtbot: QtBot) -> None:
    launcher.set_samples_missing(True)
    shelf.put()
    assert shown(launcher, "launcherEmpty")
    assert not shown(launcher, "launcherSearch")
    with qtbot.waitSignal(launcher.samples_requested):
        click(launcher, "emptyBringBackSamples")
    shelf.put(NEARBY)
    assert shown(launcher, "programList")


def test_samples_are_offered_only_where_some_are_missing(launcher: Launcher, qtbot: QtBot) -> None:
    assert not shown(launcher, "bringBackSamples")
    launcher.set_samples_missing(True)
    with qtbot.waitSignal(launcher.samples_requested):
        click(launcher, "bringBackSamples")


def test_the_gear_asks_for_the_settings(launcher: Launcher, qtbot: QtBot) -> None:
    with qtbot.waitSignal(launcher.settings_requested):
        click(launcher, "hostSettings")


def test_a_hundred_programs_with_long_names_scroll(
    launcher: Launcher, shelf: FakeShelf, qtbot: QtBot
) -> None:
    shelf.put(*(FakeProgram(f"wx{number}", "很长的名字" * 20) for number in range(100)))
    qtbot.waitUntil(lambda: launcher.list.verticalScrollBar().maximum() > 0)
    assert launcher.list.horizontalScrollBar().maximum() == 0
    assert not launcher.grab().isNull()


def test_a_list_that_scrolls_runs_to_the_edge_and_ends_above_it(
    launcher: Launcher, screen: QWidget
) -> None:
    screen.resize(390, 260)
    launcher.resize(screen.size())
    QApplication.processEvents()
    rows = launcher.list
    edge = rows.mapTo(launcher, QPoint(0, rows.height())).y()
    assert edge == launcher.height()
    rows.verticalScrollBar().setValue(rows.verticalScrollBar().maximum())
    last = rows.row_rect(rows.model().index(rows.model().rowCount() - 1, 0))
    assert last.bottom() < rows.viewport().height() - 16


@pytest.mark.parametrize("height", [844, 480])
def test_it_scrolls_to_what_came_after_a_sheet_had_come_and_gone(
    shelf: FakeShelf, launcher: Launcher, qtbot: QtBot, height: int
) -> None:
    launcher.resize(390, height)
    QTest.mouseClick(launcher.list.viewport(), Qt.MouseButton.LeftButton, pos=more_of(launcher, 0))
    (sheet,) = launcher.findChildren(ActionSheetDialog)
    sheet.reject()
    qtbot.waitUntil(lambda: not shiboken6.isValid(sheet))

    shelf.put(*shelf.listed, *(FakeProgram(f"wx1{number}", f"P{number}") for number in range(9)))
    (bar,) = launcher.list.findChildren(ThinBar)
    qtbot.waitUntil(bar.isVisible)
    bar.setValue(bar.maximum())
    last = launcher.list.model().rowCount() - 1
    assert launcher.list.viewport().rect().contains(middle_of(launcher, last))
    with qtbot.waitSignal(launcher.program_chosen) as chosen:
        press(launcher, middle_of(launcher, last))
    assert chosen.args == ["wx18"]


def test_a_row_under_the_pointer_is_seen_to_be_pointed_at(launcher: Launcher, qtbot: QtBot) -> None:
    def corner() -> tuple[int, int]:
        """The greys of a place without words in the first and in the second row."""
        picture = launcher.list.viewport().grab().toImage()
        rows = [launcher.list.row_rect(launcher.list.model().index(at, 0)) for at in (0, 1)]
        first, second = (row.topLeft() + QPoint(8, 38) for row in rows)
        return picture.pixelColor(first).lightness(), picture.pixelColor(second).lightness()

    QCursor.setPos(launcher.list.viewport().mapToGlobal(middle_of(launcher, 0)))
    QTest.mouseMove(launcher.list.viewport(), middle_of(launcher, 0))
    qtbot.waitUntil(lambda: corner()[1] - corner()[0] >= 8)


def test_the_keyboard_shows_its_row_and_the_mouse_none(launcher: Launcher) -> None:
    ring = QColor(LIGHT.link).rgb()

    def ringed() -> bool:
        picture = launcher.list.viewport().grab().toImage()
        return any(picture.pixel(100, y) == ring for y in range(picture.height()))

    launcher.list.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(launcher.list, Qt.Key.Key_Down)
    assert ringed()
    QTest.mousePress(launcher.list.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(60, 40))
    assert not ringed()
