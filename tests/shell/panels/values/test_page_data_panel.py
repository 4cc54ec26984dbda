"""The panel Page data over pages that the test tells of: what their components are called."""

from dataclasses import dataclass, field
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from miniapp_host.programs.page_data import PageData
from miniapp_host.shell.inspector.value_tree import ValueTree
from miniapp_host.shell.panels.values.page_data_panel import PageDataPanel
from miniapp_host.texts import Texts
from tests.shell.program_parts import click

BUTTON, CARD = "miniprogram_npm/lib/button/button", "components/goods-card/index"
OTHER_CARD = "packages/old/goods-card/index"


@pytest.fixture
def data() -> PageData:
    return PageData()


@pytest.fixture
def panel(data: PageData, texts: Texts, qtbot: QtBot) -> PageDataPanel:
    made = PageDataPanel(lambda: data, texts)
    qtbot.addWidget(made)
    made.show()
    return made


def page_with(*components: str) -> dict[str, Any]:
    told = [{"id": at, "is": path, "data": {"o": []}} for at, path in enumerate(components)]
    empty: dict[str, Any] = {"o": []}
    page = {"page": 1, "path": "pages/a/a", "query": {}, "data": empty, "components": told}
    return {"pages": [page], "stack": [1]}


def names(panel: PageDataPanel) -> list[str]:
    tree = panel.findChild(ValueTree, "pageDataTree")
    model = tree.model()
    return [str(model.index(row, 0).data()).strip() for row in range(model.rowCount())]


def test_a_component_is_called_by_its_file_and_folder_and_by_a_number(
    panel: PageDataPanel, data: PageData, qtbot: QtBot
) -> None:
    data.hear(page_with(CARD, BUTTON, CARD))
    expected = ["pages/a/a", "↳ goods-card/index", "↳ button/button", "↳ goods-card/index #2"]
    qtbot.waitUntil(lambda: names(panel) == expected)


def test_components_that_would_be_called_alike_have_their_whole_paths(
    panel: PageDataPanel, data: PageData, qtbot: QtBot
) -> None:
    data.hear(page_with(CARD, OTHER_CARD, BUTTON))
    expected = ["pages/a/a", f"↳ {CARD}", f"↳ {OTHER_CARD}", "↳ button/button"]
    qtbot.waitUntil(lambda: names(panel) == expected)


# -- what is added and deleted


@dataclass
class Told:
    """What the service is told to do, and what the person is told."""

    service: list[tuple[Any, ...]] = field(default_factory=list)
    person: list[str] = field(default_factory=list)


@pytest.fixture
def told(panel: PageDataPanel, data: PageData, texts: Texts, qtbot: QtBot) -> Told:
    """A page with `{a: {b: 1}, list: [1, 2, and 98 that were not sent]}` and a component in it."""
    heard = Told()
    data.start(lambda *message: heard.service.append(message))
    panel.told.connect(lambda said: heard.person.append(texts.said(said)))
    page = page_with(CARD)
    many = {"a": [1, 2], "more": 98}
    page["pages"][0]["data"] = {"o": [["a", {"o": [["b", 1]]}], ["list", many]]}
    data.hear(page)
    qtbot.waitUntil(lambda: len(names(panel)) == 2)
    return heard


def tree(panel: PageDataPanel) -> ValueTree:
    return panel.findChild(ValueTree, "pageDataTree")


def choose(panel: PageDataPanel, *path: str | int) -> None:
    for end in range(1, len(path)):
        tree(panel).expand(tree(panel).index_of(path[:end]))
    tree(panel).setCurrentIndex(tree(panel).index_of(path))


def add(panel: PageDataPanel, **typed: str) -> None:
    click(panel, "pageDataAdd")
    for name, text in typed.items():
        QTest.keyClicks(panel.findChild(QLineEdit, f"pageDataNew{name}"), text)
    click(panel, "pageDataAddEntry")


def test_a_field_is_added_to_the_page_in_front_and_to_what_is_chosen(
    panel: PageDataPanel, told: Told
) -> None:
    tree(panel).clearSelection()
    add(panel, Key="new", Value="true")
    choose(panel, "pages/a/a", "a", "b")
    add(panel, Key="c", Value="[3]")
    choose(panel, f"  ↳ {'/'.join(CARD.split('/')[-2:])}")
    add(panel, Key="own", Value="word")
    assert told.service == [
        ("setData", 1, None, ["new"], True),
        ("setData", 1, None, ["a", "c"], [3]),
        ("setData", 1, 0, ["own"], "word"),
    ]


def test_an_entry_is_added_to_the_end_of_a_list(panel: PageDataPanel, told: Told) -> None:
    choose(panel, "pages/a/a", "list", 0)
    add(panel, Value="9")
    assert told.service == [("addData", 1, None, ["list"], 9)]


def test_entries_are_deleted_from_the_end(panel: PageDataPanel, told: Told) -> None:
    choose(panel, "pages/a/a", "list", 0)
    tree(panel).expand(tree(panel).index_of(("pages/a/a", "a")))
    chosen = tree(panel).selectionModel()
    rows = chosen.SelectionFlag.Rows | chosen.SelectionFlag.Select
    for path in (("list", 1), ("list", 2), ("a", "b")):
        chosen.select(tree(panel).index_of(("pages/a/a", *path)), rows)
    QTest.keyClick(tree(panel), Qt.Key.Key_Delete)
    assert told.service == [
        ("removeData", 1, None, ["list", 1]),
        ("removeData", 1, None, ["list", 0]),
        ("removeData", 1, None, ["a", "b"]),
    ]
    assert told.person == []


def test_a_field_of_the_page_itself_stays_and_the_person_is_told_why(
    panel: PageDataPanel, told: Told
) -> None:
    choose(panel, "pages/a/a", "a")
    QTest.keyClick(tree(panel), Qt.Key.Key_Delete)
    assert told.service == []
    assert told.person == ["setData can’t take a field away; give it the value null."]
