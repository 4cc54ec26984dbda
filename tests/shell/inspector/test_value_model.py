"""A value of JSON as a tree: unfolded step by step, bounded, and editable where it is asked for."""

import pytest
from PySide6.QtCore import QModelIndex, Qt
from pytestqt.modeltest import ModelTester

from miniapp_host.shell.inspector.value_model import MOST_CHILDREN, Path, ValueModel
from miniapp_host.shell.inspector.value_text import said_value


@pytest.fixture
def model(qtmodeltester: ModelTester) -> ValueModel:
    made = ValueModel(("Key", "Value"))
    made.set_value({"list": [1, {"deep": None}], "text": "ä", "empty": {}})
    qtmodeltester.check(made)
    return made


def child(model: ValueModel, *rows: int, column: int = 1) -> QModelIndex:
    index = QModelIndex()
    for row in rows:
        index = model.index(row, 0, index)
    return index.siblingAtColumn(column)


def test_every_entry_has_its_key_and_its_value(model: ValueModel) -> None:
    assert child(model, 0, column=0).data() == "list"
    assert child(model, 0).data() == "(2) [1, {…}]"
    assert child(model, 0, 1, 0).data() == "null"
    assert child(model, 1).data() == '"ä"'
    assert model.hasChildren(child(model, 0, column=0))
    assert not model.hasChildren(child(model, 2, column=0))


def test_a_plain_value_is_one_row(model: ValueModel) -> None:
    model.set_value(42)
    assert (model.rowCount(), child(model, 0).data()) == (1, "42")


def test_a_long_list_says_how_much_it_leaves_out(model: ValueModel) -> None:
    model.set_value(list(range(MOST_CHILDREN + 7)))
    assert model.rowCount() == MOST_CHILDREN + 1
    assert child(model, MOST_CHILDREN).data() == '"+7"'


def test_only_values_can_be_edited_and_only_where_someone_takes_them() -> None:
    taken: list[tuple[Path, str]] = []

    def take(path: Path, text: str) -> bool:
        taken.append((path, text))
        return True

    model = ValueModel(("Key", "Value"), edit=take)
    model.set_value({"a": [True]})
    leaf, branch = child(model, 0, 0), child(model, 0)
    assert model.flags(leaf) & Qt.ItemFlag.ItemIsEditable
    assert not model.flags(branch) & Qt.ItemFlag.ItemIsEditable
    assert model.setData(leaf, "false")
    assert taken == [(("a", 0), "false")]


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ({"a": 1, "b": [1, 2]}, "{a: 1, b: Array(2)}"),
        (list(range(9)), "(9) [0, 1, 2, 3, 4, …]"),
        ("line\nend", '"line\\nend"'),
        (True, "true"),
        (1.5, "1.5"),
    ],
)
def test_a_value_is_said_in_one_line(value: object, said: str) -> None:
    assert said_value(value) == said
