"""The tab bar: tabs, icons, badges, dots, and which one is chosen."""

from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from miniapp_host.shell.program.chrome import Tab, TabBarLook
from miniapp_host.shell.program.tab_bar import TabBar
from tests.shell.program_parts import click, shown


def png(colour: str, side: int = 81) -> bytes:
    picture = QImage(side, side, QImage.Format.Format_RGB32)
    picture.fill(QColor(colour))
    body = QByteArray()
    buffer = QBuffer(body)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    picture.save(buffer, "PNG")
    return bytes(body.data())


ICONS = {"red.png": png("#ff0000"), "blue.png": png("#0000ff", 600)}


def make(screen: QWidget, *tabs: Tab, chosen: int = 0) -> TabBar:
    bar = TabBar(ICONS.get, screen)
    bar.setGeometry(0, 760, 390, 84)
    bar.show()
    bar.show_look(TabBarLook(tabs, background="#ffffff"), chosen)
    return bar


def colours(widget: QWidget) -> set[str]:
    image = widget.grab().toImage()
    return {
        image.pixelColor(x, y).name()
        for x in range(0, image.width(), 3)
        for y in range(0, image.height(), 3)
    }


def test_a_click_names_the_tab(screen: QWidget, qtbot: QtBot) -> None:
    bar = make(screen, Tab("Home"), Tab("Me"))
    with qtbot.waitSignal(bar.tab_clicked) as clicked:
        click(bar, "tab_1")
    assert clicked.args == [1]


def test_the_chosen_tab_has_its_own_icon(screen: QWidget) -> None:
    tabs = (Tab("Home", "red.png", "blue.png"), Tab("Me", "red.png", "blue.png"))
    bar = make(screen, *tabs, chosen=1)
    first, second = (bar.findChild(QWidget, f"tab_{index}") for index in (0, 1))
    assert "#ff0000" in colours(first)
    assert "#0000ff" in colours(second)
    assert "#ff0000" not in colours(second)


def test_a_badge_and_a_dot_are_red(screen: QWidget) -> None:
    bar = make(screen, Tab("One", badge="12"), Tab("Two", dot=True), Tab("Three"), chosen=2)
    reds = ["#fa5151" in colours(bar.findChild(QWidget, f"tab_{index}")) for index in range(3)]
    assert reds == [True, True, False]


def test_a_missing_or_broken_icon_leaves_the_words(screen: QWidget) -> None:
    bar = TabBar(lambda path: b"no picture" if path else None, screen)
    bar.setGeometry(0, 760, 390, 84)
    bar.show_look(TabBarLook((Tab("Home", "broken.png"),)), 0)
    assert bar.findChild(QWidget, "tab_0").accessibleName() == "Home"


def test_tabs_come_and_go(screen: QWidget, qtbot: QtBot) -> None:
    bar = make(screen, Tab("One"), Tab("Two"), Tab("Three"))
    bar.show_look(TabBarLook((Tab("One"),)), 0)
    qtbot.waitUntil(lambda: not shown(bar, "tab_2"))
    assert bar.findChild(QWidget, "tab_0").width() == 390
