"""The panel Storage over a program's keys: shown as they change, changed from here."""

import json
from collections.abc import Iterator
from contextlib import closing

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QToolTip
from pytestqt.qtbot import QtBot

from miniapp_host.memory.database import Database
from miniapp_host.programs.storage import ENTRY_LIMIT, ProgramStorage
from miniapp_host.shell.inspector.value_tree import ValueTree
from miniapp_host.shell.kit.label import PlainLabel
from miniapp_host.shell.panels.values.storage_panel import StoragePanel
from miniapp_host.texts import Texts
from tests.shell.program_parts import click, shown

OURS = "wx-ours"


@pytest.fixture
def storage() -> Iterator[ProgramStorage]:
    with closing(Database(None)) as database:
        yield ProgramStorage(database)


@pytest.fixture
def panel(storage: ProgramStorage, texts: Texts, qtbot: QtBot) -> StoragePanel:
    storage.set(OURS, "user", '{"name":"Ada","tags":["a","b","c"]}')
    storage.set(OURS, "count", "1")
    storage.set("wx-other", "secret", "1")
    made = StoragePanel(storage, lambda: OURS, texts)
    qtbot.addWidget(made)
    made.resize(600, 400)
    made.show()
    return made


def tree(panel: StoragePanel) -> ValueTree:
    return panel.findChild(ValueTree)


def keys(panel: StoragePanel) -> list[str]:
    model = tree(panel).model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def types(qtbot: QtBot, panel: StoragePanel, text: str, *path: str | int) -> None:
    """Opens the editor at a path, types and presses Enter."""
    tree(panel).edit(tree(panel).index_of(path, 1))
    editor = tree(panel).findChild(QLineEdit)
    editor.setText(text)
    QTest.keyClick(editor, Qt.Key.Key_Return)
    # Qt takes what was typed in a later turn, and deletes the editor after that.
    qtbot.waitUntil(lambda: tree(panel).findChild(QLineEdit) is None, timeout=3000)


def wait_tip(qtbot: QtBot, text: str) -> None:
    """Until a tooltip says so; then it is taken away."""
    qtbot.waitUntil(lambda: text in QToolTip.text(), timeout=3000)
    QToolTip.hideText()


def stored(storage: ProgramStorage, key: str) -> object:
    text = storage.get(OURS, key)
    return None if text is None else json.loads(text)


def test_it_shows_the_programs_own_keys_and_their_size(panel: StoragePanel) -> None:
    assert keys(panel) == ["user", "count"]
    assert panel.findChild(PlainLabel, "storageUsed").text() == "1 of 10,240 kB"


def test_what_the_program_changes_appears_at_once(
    qtbot: QtBot, panel: StoragePanel, storage: ProgramStorage
) -> None:
    storage.set(OURS, "count", "2")
    storage.set(OURS, "new", '"x"')
    storage.remove(OURS, "user")
    qtbot.waitUntil(lambda: keys(panel) == ["count", "new"], timeout=3000)
    assert tree(panel).index_of(("count",), 1).data() == "2"
    storage.clear(OURS)
    qtbot.waitUntil(lambda: panel.is_empty, timeout=3000)


def test_a_value_is_changed_in_place_and_the_rest_stays(
    qtbot: QtBot, panel: StoragePanel, storage: ProgramStorage
) -> None:
    types(qtbot, panel, "5", "count")
    types(qtbot, panel, "Grace", "user", "name")
    assert stored(storage, "count") == 5
    assert stored(storage, "user") == {"name": "Grace", "tags": ["a", "b", "c"]}
    qtbot.waitUntil(lambda: tree(panel).index_of(("user", "name"), 1).data() == '"Grace"')


def test_what_is_of_another_kind_is_refused_and_told(
    qtbot: QtBot, panel: StoragePanel, storage: ProgramStorage
) -> None:
    types(qtbot, panel, "many", "count")
    assert stored(storage, "count") == 1
    wait_tip(qtbot, "Type a number.")


def test_a_value_that_finds_no_room_is_told(
    qtbot: QtBot, panel: StoragePanel, storage: ProgramStorage
) -> None:
    types(qtbot, panel, "x" * (ENTRY_LIMIT + 1), "user", "name")
    wait_tip(qtbot, "There is no room")
    assert stored(storage, "user") == {"name": "Ada", "tags": ["a", "b", "c"]}


def test_keys_and_entries_are_deleted(
    qtbot: QtBot, panel: StoragePanel, storage: ProgramStorage
) -> None:
    view = tree(panel)
    view.expand(view.index_of(("user",)))
    view.expand(view.index_of(("user", "tags")))
    view.setCurrentIndex(view.index_of(("user", "tags", 0)))
    chosen = view.selectionModel()
    rows = chosen.SelectionFlag.Rows | chosen.SelectionFlag.Select
    chosen.select(view.index_of(("user", "tags", 2)), rows)
    chosen.select(view.index_of(("count",)), rows)
    QTest.keyClick(view, Qt.Key.Key_Delete)
    assert stored(storage, "user") == {"name": "Ada", "tags": ["b"]}
    assert storage.get(OURS, "count") is None
    qtbot.waitUntil(lambda: keys(panel) == ["user"], timeout=3000)


def test_a_key_whose_value_is_null_is_deleted(panel: StoragePanel, storage: ProgramStorage) -> None:
    storage.set(OURS, "nothing", "null")
    panel.follow()
    tree(panel).setCurrentIndex(tree(panel).index_of(("nothing",)))
    QTest.keyClick(tree(panel), Qt.Key.Key_Delete)
    assert storage.get(OURS, "nothing") is None


def test_a_key_is_added(qtbot: QtBot, panel: StoragePanel, storage: ProgramStorage) -> None:
    click(panel, "storageAdd")
    for name, text in (("storageNewKey", "flags"), ("storageNewValue", '{"on": true}')):
        QTest.keyClicks(panel.findChild(QLineEdit, name), text)
    click(panel, "storageAddEntry")
    assert stored(storage, "flags") == {"on": True}
    qtbot.waitUntil(lambda: "flags" in keys(panel), timeout=3000)
    QTest.keyClick(panel.findChild(QLineEdit, "storageNewKey"), Qt.Key.Key_Escape)
    assert not shown(panel, "storageNewKey")


def add(panel: StoragePanel, *path: str | int, **typed: str) -> None:
    """Presses + with the value at a path chosen, and types key and value."""
    tree(panel).setCurrentIndex(tree(panel).index_of(path))
    click(panel, "storageAdd")
    for name, text in typed.items():
        QTest.keyClicks(panel.findChild(QLineEdit, f"storageNew{name}"), text)
    QTest.keyClick(panel.findChild(QLineEdit, "storageNewValue"), Qt.Key.Key_Return)


def test_entries_are_added_where_the_person_looks(
    panel: StoragePanel, storage: ProgramStorage
) -> None:
    tree(panel).expand(tree(panel).index_of(("user",)))
    add(panel, "user", "name", Key="age", Value="7")
    assert stored(storage, "user") == {"name": "Ada", "tags": ["a", "b", "c"], "age": 7}
    tree(panel).expand(tree(panel).index_of(("user", "tags")))
    add(panel, "user", "tags", Value="d")
    assert not shown(panel, "storageNewKey")
    assert panel.findChild(PlainLabel, "storageNewPlace").text() == "In user › tags"
    user = {"name": "Ada", "tags": ["a", "b", "c", "d"], "age": 7}
    assert stored(storage, "user") == user
    add(panel, "count", Key="beside", Value="[]")
    assert (stored(storage, "beside"), stored(storage, "count")) == ([], 1)
    panel.follow()
    add(panel, "beside", Value="first")
    assert stored(storage, "beside") == ["first"], "an empty list is not unfolded"


def test_the_filter_looks_at_keys_and_values(panel: StoragePanel) -> None:
    assert panel.tools.filter is not None
    for word, found in (
        ("ADA", ["user"]),
        ("coun", ["count"]),
        ("nothing", []),
        ("", ["user", "count"]),
    ):
        panel.tools.filter.set_text(word)
        panel.tools.filter_changed.emit(word)
        assert keys(panel) == found


def test_all_keys_are_removed_and_copied(panel: StoragePanel, storage: ProgramStorage) -> None:
    click(panel, "storageCopyAll")
    assert json.loads(QGuiApplication.clipboard().text())["count"] == 1
    click(panel, "storageClear")
    assert storage.entries(OURS) == ()
    assert storage.get("wx-other", "secret") == "1"


def test_a_panel_that_is_not_seen_watches_nothing(
    panel: StoragePanel, storage: ProgramStorage
) -> None:
    panel.hide()
    storage.set(OURS, "unseen", "1")
    assert keys(panel) == ["user", "count"]
    panel.show()
    assert keys(panel) == ["user", "count", "unseen"]


def test_clicks_on_the_titles_sort_by_key_and_by_value(
    panel: StoragePanel, storage: ProgramStorage
) -> None:
    for key, text in (("Zed", "10"), ("apple", '"b"'), ("nine", "9")):
        storage.set(OURS, key, text)
    panel.follow()
    header = tree(panel).header()
    orders = []
    for column in (0, 0, 0, 1):
        left = header.sectionViewportPosition(column)
        place = QPoint(left + 20, header.height() // 2)
        QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=place)
        orders.append(keys(panel))
    assert orders == [
        ["apple", "count", "nine", "user", "Zed"],
        ["Zed", "user", "nine", "count", "apple"],
        ["user", "count", "Zed", "apple", "nine"],
        ["count", "nine", "Zed", "apple", "user"],
    ]
