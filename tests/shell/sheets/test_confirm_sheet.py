"""The sheet that says what a program wants done, and asks."""

from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget

from miniapp_host.api.calls.screen import Confirmation, Matter
from miniapp_host.shell.kit.theme import DARK, palette
from miniapp_host.shell.sheets.confirm_sheet import ConfirmSheet
from miniapp_host.texts import Text, Texts
from tests.shell.program_parts import click, shown

WHAT = Confirmation(
    matter=Matter.CALL,
    title=Text("Make a call", "拨打电话"),
    facts=((Text("Number", "号码"), "10086\u202e\n<b>free</b>"),),
    confirm=Text("Call", "呼叫"),
    note=Text("Not a real one.", "不会真的拨出。"),
)


@pytest.fixture
def heard() -> list[Any]:
    return []


@pytest.fixture
def sheet(screen: QWidget, texts: Texts, heard: list[Any]) -> ConfirmSheet:
    made = ConfirmSheet(screen, WHAT, texts)
    made.answered.connect(heard.append)
    made.open()
    return made


def words(sheet: QWidget) -> list[str]:
    return [label.text() for label in sheet.findChildren(QLabel)]


@pytest.mark.parametrize(("button", "agreed"), [("confirmYes", True), ("confirmNo", False)])
def test_each_button_says_its_answer_once(
    sheet: ConfirmSheet, heard: list[Any], button: str, agreed: bool
) -> None:
    click(sheet, button)
    sheet.reject()
    assert heard == [agreed]


def test_escape_is_a_no(sheet: ConfirmSheet, heard: list[Any]) -> None:
    QTest.keyClick(sheet, Qt.Key.Key_Escape)
    assert heard == [False]


def test_a_click_beside_it_is_a_no(sheet: ConfirmSheet, heard: list[Any]) -> None:
    QTest.mouseClick(sheet, Qt.MouseButton.LeftButton, pos=QPoint(200, 40))
    assert heard == [False]


def test_enter_does_not_agree_by_itself(sheet: ConfirmSheet, heard: list[Any]) -> None:
    QTest.keyClick(sheet, Qt.Key.Key_Return)
    assert heard == []


def test_the_programs_words_are_shown_literally_on_one_line(sheet: ConfirmSheet) -> None:
    fact = sheet.findChild(QLabel, "fact_0")
    assert fact.text() == "10086 <b>free</b>"
    assert fact.textFormat() is Qt.TextFormat.PlainText


def test_it_speaks_chinese(screen: QWidget, chinese: Texts) -> None:
    made = ConfirmSheet(screen, WHAT, chinese)
    made.open()
    assert {"拨打电话", "号码", "不会真的拨出。"} <= set(words(made))


def test_without_a_note_there_is_none(screen: QWidget, texts: Texts) -> None:
    bare = Confirmation(WHAT.matter, WHAT.title, WHAT.facts, WHAT.confirm)
    made = ConfirmSheet(screen, bare, texts)
    made.open()
    assert not shown(made, "confirmNote")


def test_every_line_of_a_long_fact_is_seen(screen: QWidget, texts: Texts) -> None:
    facts = ((Text("Company", "公司"), "word " * 30),) * 3
    long = Confirmation(WHAT.matter, WHAT.title, facts, WHAT.confirm)
    made = ConfirmSheet(screen, long, texts)
    made.open()
    for row in range(3):
        fact = made.findChild(QLabel, f"fact_{row}")
        assert fact.height() >= fact.heightForWidth(fact.width())


def test_it_is_drawn_in_both_themes(screen: QWidget, sheet: ConfirmSheet) -> None:
    light = sheet.grab().toImage()
    screen.setPalette(palette(DARK))
    assert sheet.grab().toImage() != light
