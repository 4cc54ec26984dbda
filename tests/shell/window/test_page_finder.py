"""The sheet of Ctrl+P: pages by a part of their path."""

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from miniapp_host.shell.inspector.table import Table
from miniapp_host.shell.window.page_finder import PageFinder
from miniapp_host.texts import Texts
from tests.shell.program_parts import shown

PAGES = [f"pages/page{number}/page{number}" for number in range(40)]


def test_the_first_pages_that_fit_stand_at_the_top_and_none_is_newest(
    screen: QWidget, texts: Texts, qtbot: QtBot
) -> None:
    finder = PageFinder(screen, PAGES, texts)
    finder.open()
    table = finder.findChild(Table, "pageList")
    assert table.rowAt(2) == 0
    field = finder.findChild(QLineEdit, "pageField")
    QTest.keyClicks(field, "page1")
    qtbot.waitUntil(lambda: table.model().rowCount() == 11)
    assert table.rowAt(2) == 0
    assert not shown(finder, "newestPill")
