"""Records as a table: by key, filtered, bounded, and right for Qt's own checker."""

import random
from dataclasses import dataclass

import pytest
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from miniapp_host.shell.inspector.record_model import MATCHED_AT_ONCE, Column, RecordModel
from miniapp_host.shell.inspector.table_cell import Role, TableCell


@dataclass(frozen=True)
class Call:
    number: int
    result: str = ""


def number_of(call: Call) -> int:
    return call.number


COLUMNS = (
    Column[Call]("Number", lambda call: TableCell(str(call.number), right=True)),
    Column[Call]("Result", lambda call: TableCell(call.result)),
)


@pytest.fixture
def model(qtmodeltester: ModelTester) -> RecordModel[Call]:
    made = RecordModel(COLUMNS, number_of, most=5)
    qtmodeltester.check(made)
    return made


def texts(model: RecordModel[Call]) -> list[str]:
    return [f"{call.number}{call.result}" for call in model.shown]


def test_new_records_stand_last_and_known_ones_are_replaced(model: RecordModel[Call]) -> None:
    model.take([Call(1), Call(2), Call(1, " ok")])
    model.take([Call(2, " fail"), Call(3)])
    assert texts(model) == ["1 ok", "2 fail", "3"]
    assert model.index(1, 1).data() == " fail"
    assert model.index(1, 0).data(Role.RECORD) == Call(2, " fail")


def test_the_oldest_go_when_there_are_too_many(model: RecordModel[Call]) -> None:
    for number in range(8):
        model.take([Call(number)])
    assert texts(model) == ["3", "4", "5", "6", "7"]
    model.take([Call(number) for number in range(20, 40)])
    assert texts(model) == ["35", "36", "37", "38", "39"]


def test_a_filter_holds_back_what_it_does_not_let_through(model: RecordModel[Call]) -> None:
    model.take([Call(1, " ok"), Call(2), Call(3, " ok")])
    model.show_only(lambda call: call.result == " ok")
    assert texts(model) == ["1 ok", "3 ok"]
    model.take([Call(2, " ok"), Call(3), Call(4)])
    assert texts(model) == ["1 ok", "2 ok"]
    model.show_only(None)
    assert texts(model) == ["1 ok", "2 ok", "3", "4"]


def test_records_can_be_removed_found_and_cleared(model: RecordModel[Call]) -> None:
    model.take([Call(1), Call(2), Call(3)])
    model.remove([2, 9])
    assert texts(model) == ["1", "3"]
    assert (model.row_of(3), model.row_of(2)) == (1, None)
    model.clear()
    assert (model.rowCount(), model.total) == (0, 0)


def test_whatever_comes_in_whatever_order_the_rows_are_right(
    model: RecordModel[Call], qtmodeltester: ModelTester
) -> None:
    """Qt's checker watches every insertion and removal while a plain list plays the same."""
    chance = random.Random(7)
    kept: dict[int, Call] = {}
    only = False
    for _ in range(400):
        batch = [
            Call(chance.randrange(40), chance.choice(["", "!"]))
            for _ in range(chance.randrange(1, 4))
        ]
        for call in batch:
            kept[call.number] = call
        while len(kept) > 5:
            del kept[next(iter(kept))]
        model.take(batch)
        if chance.random() < 0.2:
            only = not only
            model.show_only((lambda call: call.result == "!") if only else None)
        expected = [call for call in kept.values() if not only or call.result == "!"]
        assert list(model.shown) == expected


def test_a_filter_looks_at_a_few_records_in_each_turn_and_at_each_once(
    qtmodeltester: ModelTester, qtbot: QtBot
) -> None:
    model = RecordModel(COLUMNS, number_of, most=4 * MATCHED_AT_ONCE)
    qtmodeltester.check(model)
    looked: list[int] = []

    def accepts(call: Call) -> bool:
        looked.append(call.number)
        return call.number % 2 == 0

    model.set_records(Call(number) for number in range(3 * MATCHED_AT_ONCE))
    qtbot.waitUntil(lambda: len(model.shown) == 3 * MATCHED_AT_ONCE)
    model.show_only(accepts)
    assert len(looked) == MATCHED_AT_ONCE
    last = 3 * MATCHED_AT_ONCE
    model.take([Call(last), Call(2, "changed"), Call(last - 2, "changed")])
    qtbot.waitUntil(lambda: model.shown[-1] == Call(last))
    assert [call.number for call in model.shown] == list(range(0, last + 1, 2))
    assert [call.result for call in model.shown].count("changed") == 2


def test_what_is_dropped_before_the_filter_has_looked_is_not_shown(qtbot: QtBot) -> None:
    most = 2 * MATCHED_AT_ONCE
    model = RecordModel(COLUMNS, number_of, most=most)
    model.set_records(Call(number) for number in range(most))
    model.take([Call(number) for number in range(most, 2 * most)])
    qtbot.waitUntil(lambda: len(model.shown) == most)
    assert [call.number for call in model.shown] == list(range(most, 2 * most))


def test_records_that_begin_to_pass_are_shown_in_one_step(qtbot: QtBot) -> None:
    model = RecordModel(COLUMNS, number_of)
    model.take([Call(number) for number in range(300)])
    model.show_only(lambda call: call.result == "ok" or call.number in (0, 299))
    steps: list[int] = []
    model.rowsInserted.connect(lambda _, first, last: steps.append(last - first + 1))
    model.take([Call(number, "ok") for number in range(200, 100, -1)])
    assert steps == [100]
    assert [call.number for call in model.shown] == [0, *range(101, 201), 299]
