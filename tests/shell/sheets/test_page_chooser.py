"""Choosing a page of a program, with a query."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QWidget
from pytestqt.qtbot import QtBot

from miniapp_host.shell.sheets.page_chooser import PageChooser
from miniapp_host.texts import Texts
from tests.shell.program_parts import click, shown

PAGES = ("pages/index/index", "pages/shop/index", "pages/shop/cart", "pack/pages/about")


@pytest.fixture
def chooser(screen: QWidget, texts: Texts, qtbot: QtBot) -> PageChooser:
    chooser = PageChooser(screen, PAGES, texts)
    chooser.open()
    qtbot.waitUntil(lambda: shown(screen, "pageSearch"))
    return chooser


def listed(chooser: PageChooser) -> list[str]:
    return [page for page in PAGES if shown(chooser, f"page_{page}")]


def types(chooser: PageChooser, text: str) -> None:
    line = chooser.findChild(QWidget, "pageSearch")
    QTest.keyClicks(line, text)


def test_a_click_on_a_page_chooses_it(chooser: PageChooser, qtbot: QtBot) -> None:
    with qtbot.waitSignal(chooser.chosen) as chosen:
        click(chooser, "page_pages/shop/cart")
    assert chosen.args == ["pages/shop/cart"]


def test_what_is_typed_narrows_the_list_whatever_its_case(chooser: PageChooser) -> None:
    assert listed(chooser) == list(PAGES)
    types(chooser, "SHOP")
    assert listed(chooser) == ["pages/shop/index", "pages/shop/cart"]
    types(chooser, "zzz")
    assert listed(chooser) == []
    assert chooser.wanted is None


def test_enter_opens_the_one_page_that_is_left_with_the_query(
    chooser: PageChooser, qtbot: QtBot
) -> None:
    types(chooser, "/cart?id=5&from=test")
    with qtbot.waitSignal(chooser.chosen) as chosen:
        QTest.keyClick(chooser.findChild(QWidget, "pageSearch"), Qt.Key.Key_Return)
    assert chosen.args == ["pages/shop/cart?id=5&from=test"]


def test_the_query_goes_with_a_page_that_is_clicked(chooser: PageChooser, qtbot: QtBot) -> None:
    types(chooser, "?id=5")
    assert listed(chooser) == list(PAGES)
    with qtbot.waitSignal(chooser.chosen) as chosen:
        click(chooser, "page_pack/pages/about")
    assert chosen.args == ["pack/pages/about?id=5"]


def test_while_more_than_one_page_is_meant_enter_opens_none(
    chooser: PageChooser, qtbot: QtBot
) -> None:
    types(chooser, "index")
    button = chooser.findChild(QAbstractButton, "pageOpen")
    assert not button.isEnabled()
    with qtbot.assertNotEmitted(chooser.chosen):
        QTest.keyClick(chooser.findChild(QWidget, "pageSearch"), Qt.Key.Key_Return)


def test_a_page_that_is_typed_whole_is_meant_though_others_contain_it(
    screen: QWidget, texts: Texts, qtbot: QtBot
) -> None:
    chooser = PageChooser(screen, ("pages/a", "pages/ab"), texts)
    chooser.open()
    types(chooser, "pages/a")
    assert chooser.wanted == "pages/a"
    with qtbot.waitSignal(chooser.chosen):
        click(chooser, "pageOpen")
    with qtbot.assertNotEmitted(chooser.chosen):
        QTest.keyClick(chooser, Qt.Key.Key_Return)
