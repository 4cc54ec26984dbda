"""A table of the inspector: the newest in view until the person scrolls away, rows to copy."""

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from miniapp_host.shell.inspector.record_model import Column, RecordModel
from miniapp_host.shell.inspector.row_painter import escaped, fitted
from miniapp_host.shell.inspector.table import Table
from miniapp_host.shell.inspector.table_cell import Cut, TableCell
from miniapp_host.texts import Texts
from tests.shell.program_parts import click, shown


def same(number: int) -> int:
    return number


@pytest.fixture
def model() -> RecordModel[int]:
    columns = (
        Column[int]("Number", lambda number: TableCell(str(number))),
        Column[int]("Words", lambda number: TableCell(f"number\n{number}")),
    )
    return RecordModel(columns, same, most=100)


@pytest.fixture
def table(model: RecordModel[int], texts: Texts, qtbot: QtBot) -> Table:
    made = Table("numbers", model, texts)
    qtbot.addWidget(made)
    made.resize(400, 300)
    made.show()
    model.take(range(50))
    return made


def last_visible(table: Table) -> int:
    return table.rowAt(table.viewport().height() - 2)


def test_the_newest_row_is_in_view(table: Table, model: RecordModel[int]) -> None:
    assert last_visible(table) == 49
    model.take([50, 51])
    assert last_visible(table) == 51
    assert not shown(table, "newestPill")


def test_who_has_scrolled_away_is_left_alone_and_told(
    table: Table, model: RecordModel[int]
) -> None:
    table.verticalScrollBar().setValue(28 * 20)
    top = table.model().index(table.rowAt(2), 0).data()
    model.take(range(50, 120))  # the oldest twenty go
    assert table.model().index(table.rowAt(2), 0).data() == top
    click(table, "newestPill")
    assert last_visible(table) == model.rowCount() - 1
    assert not shown(table, "newestPill")


def test_a_table_in_no_order_of_time_shows_its_first_rows(
    table: Table, model: RecordModel[int]
) -> None:
    table.stay_at_top()
    model.set_records(range(50))
    table.scrollToTop()
    model.set_records(range(60))
    model.take([60])
    assert table.rowAt(2) == 0
    table.scrollToBottom()
    model.take([61])
    assert last_visible(table) == 60
    assert not shown(table, "newestPill")


def test_chosen_rows_are_copied_as_lines(table: Table) -> None:
    table.choose_row(3)
    QTest.keyClick(table, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "3\tnumber 3\n4\tnumber 4"


def test_it_says_which_record_is_chosen(table: Table, qtbot: QtBot) -> None:
    with qtbot.waitSignal(table.record_chosen) as told:
        table.choose_row(7)
    assert told.args == [7]
    with qtbot.waitSignal(table.record_activated) as opened:
        QTest.keyClick(table, Qt.Key.Key_Return)
    assert opened.args == [7]


def test_the_whole_row_under_the_mouse_is_marked(table: Table) -> None:
    place = table.visualRect(table.model().index(48, 0)).center()
    plain = table.viewport().grab().toImage()
    QTest.mouseMove(table.viewport(), place)
    marked = table.viewport().grab().toImage()
    beside = QPoint(380, place.y() + 10)
    assert marked.pixelColor(beside) != plain.pixelColor(beside)


def test_what_does_not_fit_is_cut_where_it_matters_least() -> None:
    path = "pages/somewhere/very/deep/in/the/program/index.js:12"
    assert fitted(TableCell(path, cut=Cut.START), 120).endswith("index.js:12")
    assert fitted(TableCell(path, cut=Cut.END), 120).startswith("pages/")
    middle = fitted(TableCell(path), 200)
    assert middle.startswith("pages")
    assert middle.endswith("12")


def test_a_hint_shows_a_programs_tags_as_they_are() -> None:
    assert escaped("<img src=x>\n&") == "<span>&lt;img src=x><br>&amp;</span>"


def ink(pixels: QImage, area: QRect) -> tuple[int, int]:
    """The first and the last column of `area` in which something is drawn."""
    ground = pixels.pixelColor(area.topRight() - QPoint(1, 0))
    drawn = [
        x
        for x in range(area.left(), area.right())
        if any(pixels.pixelColor(x, y) != ground for y in range(area.top(), area.bottom()))
    ]
    return drawn[0], drawn[-1]


def test_texts_stand_below_each_other_whether_there_is_a_sign_before_them(
    texts: Texts, qtbot: QtBot
) -> None:
    signs = ("error", "")
    column = Column[int]("", lambda row: TableCell("words", icon=signs[row], gutter=True), 200)
    model = RecordModel((column,), same)
    table = Table("signs", model, texts)
    qtbot.addWidget(table)
    table.show()
    model.take((0, 1))
    areas = [table.visualRect(model.index(row, 0)) for row in (0, 1)]
    pixels = table.viewport().grab().toImage()
    (signed, signed_end), (plain, plain_end) = (ink(pixels, area) for area in areas)
    assert signed_end == plain_end
    assert signed < plain


def test_the_title_of_numbers_stands_at_the_right_as_they_do(texts: Texts, qtbot: QtBot) -> None:
    columns = (
        Column[int]("Number", lambda one: TableCell(str(one), right=True), 150, right=True),
        Column[int]("Words", lambda one: TableCell("words"), stretches=True),
    )
    table = Table("numbers", RecordModel(columns, same), texts)
    qtbot.addWidget(table)
    table.resize(400, 300)
    table.show()
    header = table.horizontalHeader()
    pixels = header.viewport().grab().toImage()
    number, words = (
        QRect(header.sectionViewportPosition(at), 4, 146, 20) for at in range(len(columns))
    )
    assert ink(pixels, number)[0] > number.center().x()
    assert ink(pixels, words)[1] < words.center().x()
