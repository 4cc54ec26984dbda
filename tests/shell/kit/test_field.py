"""The field to type into: what was typed, the cross, and what cannot be used."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from miniapp_host.shell.kit.field import Field
from miniapp_host.texts import Texts
from tests.shell.program_parts import click, shown


@pytest.fixture
def field(screen: QWidget, texts: Texts) -> Field:
    made = Field("name", "Search", texts, icon="search")
    QVBoxLayout(screen).addWidget(made)
    made.show()
    return made


def line_of(field: Field) -> QLineEdit:
    return field.findChild(QLineEdit, "name")


def test_each_letter_is_told(field: Field, qtbot: QtBot) -> None:
    with qtbot.waitSignal(field.text_changed) as changed:
        QTest.keyClicks(line_of(field), "a")
    assert changed.args == ["a"]
    assert field.text == "a"


def test_what_the_host_writes_is_not_told(field: Field, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(field.text_changed):
        field.set_text("written")
    assert field.text == "written"
    assert shown(field, "nameClear")


def test_the_cross_is_there_only_while_there_is_something(field: Field) -> None:
    assert not shown(field, "nameClear")
    QTest.keyClicks(line_of(field), "a")
    click(field, "nameClear")
    assert field.text == ""
    assert not shown(field, "nameClear")


def test_escape_empties_it(field: Field) -> None:
    QTest.keyClicks(line_of(field), "abc")
    QTest.keyClick(line_of(field), Qt.Key.Key_Escape)
    assert field.text == ""


def test_enter_submits(field: Field, qtbot: QtBot) -> None:
    QTest.keyClicks(line_of(field), "abc")
    with qtbot.waitSignal(field.submitted) as submitted:
        QTest.keyClick(line_of(field), Qt.Key.Key_Return)
    assert submitted.args == ["abc"]


def test_a_click_anywhere_on_it_puts_the_cursor_in(field: Field) -> None:
    QTest.mouseClick(field, Qt.MouseButton.LeftButton)
    assert line_of(field).hasFocus()


def test_what_cannot_be_used_has_a_red_edge(field: Field) -> None:
    plain = field.grab().toImage()
    field.mark_wrong(True)
    assert field.grab().toImage() != plain


def test_code_is_written_in_letters_of_one_width(field: Field) -> None:
    words = QFontMetrics(line_of(field).font())
    assert words.horizontalAdvance("iiii") < words.horizontalAdvance("mmmm")
    field.write_code()
    code = QFontMetrics(line_of(field).font())
    assert code.horizontalAdvance("iiii") == code.horizontalAdvance("mmmm")
