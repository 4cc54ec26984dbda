from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from miniapp_host.shell.kit.scroll import BAR, Scroll


def scroll_of(screen: QWidget, height: int) -> Scroll:
    content = QWidget()
    content.setMinimumHeight(height)
    scroll = Scroll(content, screen)
    scroll.resize(300, 200)
    scroll.show()
    return scroll


def test_its_bar_is_thin_and_there_only_when_there_is_more(screen: QWidget, qtbot: QtBot) -> None:
    short, long = scroll_of(screen, 100), scroll_of(screen, 900)
    qtbot.waitUntil(long.bar.isVisible)
    assert not short.bar.isVisible()
    assert long.bar.width() == BAR
    assert long.viewport().width() == short.viewport().width() == 300


def test_it_scrolls_to_the_end(screen: QWidget, qtbot: QtBot) -> None:
    scroll = scroll_of(screen, 900)
    bar = scroll.bar
    qtbot.waitUntil(lambda: bar.maximum() == 700)
    before = scroll.grab().toImage()
    bar.setValue(700)
    assert scroll.grab().toImage() != before
