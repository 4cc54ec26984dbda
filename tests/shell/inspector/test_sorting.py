"""Rows sorted by a column: by clicks on the titles, and right whatever comes meanwhile."""

import random
from dataclasses import dataclass

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from miniapp_host.shell.inspector.record_model import MATCHED_AT_ONCE, Column, RecordModel
from miniapp_host.shell.inspector.table import Table
from miniapp_host.shell.inspector.table_cell import TableCell
from miniapp_host.texts import Texts

UP, DOWN = Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder
NAME, SIZE = 0, 1


@dataclass(frozen=True)
class File:
    number: int
    name: str
    size: float


def number_of(file: File) -> int:
    return file.number


def size_of(file: File) -> float:
    return file.size


COLUMNS = (
    Column[File]("Name", lambda file: TableCell(file.name)),
    Column[File]("Size", lambda file: TableCell(f"{file.size} kB"), value=size_of),
)
FILES = (File(1, "tea", 10), File(2, "Ale", 9), File(3, "tea", 100), File(4, "cake", 1))


@pytest.fixture
def model(qtmodeltester: ModelTester) -> RecordModel[File]:
    made = RecordModel(COLUMNS, number_of)
    qtmodeltester.check(made)
    made.take(FILES)
    return made


def numbers(model: RecordModel[File]) -> list[int]:
    return [file.number for file in model.shown]


def test_texts_are_sorted_whatever_their_case_and_numbers_by_their_size(
    model: RecordModel[File],
) -> None:
    for column, order, expected in (
        (NAME, UP, [2, 4, 1, 3]),
        (NAME, DOWN, [1, 3, 4, 2]),
        (SIZE, UP, [4, 2, 1, 3]),
        (SIZE, DOWN, [3, 1, 2, 4]),
        (-1, UP, [1, 2, 3, 4]),
    ):
        model.sort(column, order)
        assert numbers(model) == expected


def test_what_comes_or_changes_goes_to_its_place(model: RecordModel[File]) -> None:
    model.sort(SIZE, DOWN)
    model.take([File(5, "pie", 50), File(4, "cake", 1000), File(1, "tea", 10)])
    assert numbers(model) == [4, 3, 5, 1, 2]
    model.remove([3, 2])
    assert numbers(model) == [4, 5, 1]
    assert [model.row_of(number) for number in (4, 1, 3)] == [0, 2, None]


def test_the_oldest_go_wherever_they_stand() -> None:
    model = RecordModel(COLUMNS, number_of, most=3)
    model.sort(NAME, UP)
    for number, name in enumerate("daecb"):
        model.take([File(number, name, 0)])
    assert [file.name for file in model.shown] == ["b", "c", "e"]


@pytest.mark.parametrize("order", [UP, DOWN])
def test_a_filtered_and_sorted_flood_is_what_sorting_a_list_gives(
    order: Qt.SortOrder, qtmodeltester: ModelTester, qtbot: QtBot
) -> None:
    chance, most = random.Random(3), 2 * MATCHED_AT_ONCE
    model = RecordModel(COLUMNS, number_of, most=most)
    qtmodeltester.check(model)
    model.sort(SIZE, order)
    kept: dict[int, File] = {}
    for turn in range(4):  # Qt's tester looks at all rows after each change
        batch = [
            File(chance.randrange(2000), "", chance.randrange(50)) for _ in range(MATCHED_AT_ONCE)
        ]
        for file in batch:
            kept[file.number] = file
        while len(kept) > most:
            del kept[next(iter(kept))]
        model.take(batch)
        if turn == 1:
            model.show_only(lambda file: file.size > 20)
    qtbot.waitUntil(lambda: not model._unmatched)
    ages = {number: at for at, number in enumerate(kept)}
    sign = 1 if order is UP else -1
    expected = sorted(
        (file for file in kept.values() if file.size > 20),
        key=lambda file: (sign * file.size, ages[file.number]),
    )
    assert list(model.shown) == expected


@pytest.fixture
def table(model: RecordModel[File], texts: Texts, qtbot: QtBot) -> Table:
    made = Table("filesTable", model, texts)
    qtbot.addWidget(made)
    made.resize(400, 200)
    made.show()
    return made


def click_title(table: Table, column: int) -> None:
    header = table.horizontalHeader()
    place = QPoint(header.sectionViewportPosition(column) + 20, header.height() // 2)
    QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=place)


def test_clicks_on_a_title_sort_up_then_down_then_not_any_more(
    table: Table, model: RecordModel[File]
) -> None:
    orders = []
    for _ in range(3):
        click_title(table, NAME)
        orders.append(numbers(model))
    assert orders == [[2, 4, 1, 3], [1, 3, 4, 2], [1, 2, 3, 4]]


def test_the_chosen_row_stays_chosen_and_in_view(table: Table, model: RecordModel[File]) -> None:
    model.take(File(number, "x", 0) for number in range(10, 300))
    chosen: list[object] = []
    table.choose_row(0)
    table.record_chosen.connect(chosen.append)
    click_title(table, SIZE)
    assert table.current_record() == FILES[0]
    assert table.viewport().rect().contains(table.visualRect(table.currentIndex()))
    assert chosen == []


def test_a_sorted_table_stays_where_it_is_when_rows_come(
    table: Table, model: RecordModel[File]
) -> None:
    click_title(table, NAME)
    model.take(File(number, "zzz", 0) for number in range(10, 300))
    assert table.verticalScrollBar().value() == 0
    click_title(table, NAME)
    click_title(table, NAME)
    assert table.verticalScrollBar().value() == table.verticalScrollBar().maximum()
