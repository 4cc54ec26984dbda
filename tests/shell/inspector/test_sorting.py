"""Rows sorted by a column: by clicks on the titles, and right whatever comes meanwhile."""

import random
from dataclasses import dataclass
from functools import partial

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


class Flood:
    """Rounds of files, of which the last `most` numbers are kept."""

    def __init__(self, batch: int, most: int) -> None:
        self._chance = random.Random(3)
        self._batch, self._most = batch, most
        self.kept: dict[int, File] = {}

    def round(self) -> list[File]:
        """The files of the next round; some have numbers that came before."""
        number, size = partial(self._chance.randrange, 4 * self._batch), self._chance.randrange
        batch = [File(number(), "", size(50)) for _ in range(self._batch)]
        for file in batch:
            self.kept[file.number] = file
        while len(self.kept) > self._most:
            del self.kept[next(iter(self.kept))]
        return batch

    def comes_to_pass(self, share: float) -> bool:
        return self._chance.random() < share


def sorted_by_size(kept: dict[int, File], order: Qt.SortOrder) -> list[File]:
    """What passes the filter, as sorting a list gives it; of one size the oldest stands first."""
    ages = {number: at for at, number in enumerate(kept)}
    sign = 1 if order is UP else -1
    passing = (file for file in kept.values() if is_large(file))
    return sorted(passing, key=lambda file: (sign * file.size, ages[file.number]))


def is_large(file: File) -> bool:
    return file.size > 20


@pytest.fixture
def watched(qtmodeltester: ModelTester) -> RecordModel[File]:
    """A model that Qt's tester watches: it looks at all rows at every change, so there are few."""
    made = RecordModel(COLUMNS, number_of, most=20, at_once=10)
    qtmodeltester.check(made)
    return made


@pytest.fixture
def large() -> RecordModel[File]:
    return RecordModel(COLUMNS, number_of, most=2 * MATCHED_AT_ONCE)


@pytest.mark.parametrize("order", [UP, DOWN])
@pytest.mark.parametrize(("kind", "batch"), [("watched", 10), ("large", MATCHED_AT_ONCE)])
def test_a_filtered_and_sorted_flood_is_what_sorting_a_list_gives(
    order: Qt.SortOrder, kind: str, batch: int, request: pytest.FixtureRequest, qtbot: QtBot
) -> None:
    model: RecordModel[File] = request.getfixturevalue(kind)
    model.sort(SIZE, order)
    flood = Flood(batch, 2 * batch)
    for _ in range(30):
        model.take(flood.round())
        if flood.comes_to_pass(0.2):
            model.show_only(is_large)
    model.show_only(is_large)
    qtbot.waitUntil(lambda: not model._unmatched)
    assert list(model.shown) == sorted_by_size(flood.kept, order)


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
