"""A tree over a value that changes under the person's eyes."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from miniapp_host.shell.inspector.value_model import Path
from miniapp_host.shell.inspector.value_tree import ValueTree
from miniapp_host.texts import Texts

VALUE = {"user": {"name": "Ada", "tags": ["a", "b"]}, "count": 1}


@pytest.fixture
def edits() -> list[tuple[Path, str]]:
    return []


@pytest.fixture
def tree(texts: Texts, edits: list[tuple[Path, str]], qtbot: QtBot) -> ValueTree:
    def edit(path: Path, text: str) -> str:
        edits.append((path, text))
        return "" if text != "wrong" else "No."

    made = ValueTree("values", texts, edit)
    qtbot.addWidget(made)
    made.resize(400, 300)
    made.show()
    made.show_value(VALUE)
    return made


def said(tree: ValueTree, *path: str | int) -> object:
    return tree.index_of(path, 1).data()


def start_editing(tree: ValueTree, *path: str | int) -> QLineEdit:
    tree.edit(tree.index_of(path, 1))
    return tree.findChild(QLineEdit)


def test_what_is_unfolded_stays_so_when_the_value_changes(tree: ValueTree) -> None:
    tree.expand(tree.index_of(("user",)))
    tree.expand(tree.index_of(("user", "tags")))
    tree.setCurrentIndex(tree.index_of(("user", "tags", 1)))
    tree.show_value({"first": 0, **VALUE, "count": 2})
    assert tree.isExpanded(tree.index_of(("user", "tags")))
    assert not tree.isExpanded(tree.index_of(("first",)))
    assert tree.currentIndex() == tree.index_of(("user", "tags", 1))
    assert said(tree, "count") == "2"


def test_what_is_gone_is_no_longer_current(tree: ValueTree) -> None:
    tree.setCurrentIndex(tree.index_of(("count",)))
    tree.show_value({"user": 1})
    assert tree.index_of(("count",)).isValid() is False
    assert tree.index_of(("user", "name")).isValid() is False


def test_what_is_typed_is_given_with_its_path(
    tree: ValueTree, edits: list[tuple[Path, str]], qtbot: QtBot
) -> None:
    editor = start_editing(tree, "user", "name")
    assert editor.text() == '"Ada"'
    editor.setText('"Grace"')
    QTest.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: edits == [(("user", "name"), '"Grace"')])


def test_lists_and_objects_are_not_typed_over(tree: ValueTree) -> None:
    for path in (("user",), ("user", "tags")):
        flags = tree.model().flags(tree.index_of(path, 1))
        assert not flags & Qt.ItemFlag.ItemIsEditable


def test_a_change_meanwhile_waits_for_the_end_of_typing(tree: ValueTree, qtbot: QtBot) -> None:
    editor = start_editing(tree, "count")
    tree.show_value({**VALUE, "count": 7})
    tree.show_value({**VALUE, "count": 8})
    assert editor.isVisible()
    QTest.keyClick(editor, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: said(tree, "count") == "8")


def test_delete_names_the_chosen_rows(tree: ValueTree, qtbot: QtBot) -> None:
    tree.expand(tree.index_of(("user",)))
    tree.setCurrentIndex(tree.index_of(("user", "name")))
    with qtbot.waitSignal(tree.delete_wished) as wished:
        QTest.keyClick(tree, Qt.Key.Key_Delete)
    assert wished.args == [(("user", "name"),)]


def test_the_ground_of_a_chosen_row_is_one_colour_from_edge_to_edge(tree: ValueTree) -> None:
    tree.setCurrentIndex(tree.index_of(("count",)))
    row = tree.visualRect(tree.currentIndex())
    picture = tree.viewport().grab().toImage()
    edges = (1, row.left() + 1, tree.viewport().width() - 2)
    colours = {picture.pixelColor(x, row.top() + 3).name() for x in edges}
    assert len(colours) == 1
    assert colours != {picture.pixelColor(1, row.bottom() + 40).name()}
