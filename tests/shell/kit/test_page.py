from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from miniapp_host.shell.kit.label import PlainLabel
from miniapp_host.shell.kit.page import Page


def page_on(screen: QWidget) -> Page:
    page = Page(screen, "About", "Back")
    page.body.addWidget(PlainLabel("word " * 3_000, lines=0))
    page.open()
    return page


def test_the_chevron_goes_back(screen: QWidget, qtbot: QtBot) -> None:
    page = page_on(screen)
    with qtbot.waitSignal(page.finished):
        qtbot.mouseClick(page.back, Qt.MouseButton.LeftButton)


def test_escape_goes_back(screen: QWidget, qtbot: QtBot) -> None:
    page = page_on(screen)
    with qtbot.waitSignal(page.finished):
        qtbot.keyClick(page, Qt.Key.Key_Escape)


def test_its_title_is_in_the_middle_of_the_screen(screen: QWidget) -> None:
    page = page_on(screen)
    title = page.findChild(PlainLabel)
    assert isinstance(title, PlainLabel)
    middle = title.mapTo(screen, title.rect().center())
    assert abs(middle.x() - 195) <= 1
    assert 44 <= middle.y() < 88


def test_what_is_long_scrolls_under_the_bar(screen: QWidget, qtbot: QtBot) -> None:
    page = page_on(screen)
    qtbot.waitUntil(lambda: page.content.height() > 844)
    assert page.content.width() == 390
