"""The panel Page data over pages that the test tells of: what their components are called."""

from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from miniapp_host.programs.page_data import PageData
from miniapp_host.shell.inspector.value_tree import ValueTree
from miniapp_host.shell.panels.values.page_data_panel import PageDataPanel
from miniapp_host.texts import Texts

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
