"""The menu behind "···": one choice, told once the sheet has left."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from miniapp_host.shell.kit.program_icon import ProgramFace
from miniapp_host.shell.program.capsule_menu import CapsuleMenu, MenuItem
from miniapp_host.texts import Texts
from tests.shell.program_parts import click

FACE = ProgramFace("wx1", "Nearby")


def menu_on(screen: QWidget, texts: Texts) -> CapsuleMenu:
    menu = CapsuleMenu(screen, FACE, "Development version", texts)
    menu.open()
    return menu


@pytest.mark.parametrize("item", list(MenuItem))
def test_each_item_says_its_name(
    item: MenuItem, screen: QWidget, texts: Texts, qtbot: QtBot
) -> None:
    menu = menu_on(screen, texts)
    with qtbot.waitSignal(menu.chosen) as chosen:
        click(menu, f"menu{item.name.title().replace('_', '')}")
    assert chosen.args == [item]


def test_cancel_escape_and_the_mask_choose_nothing(
    screen: QWidget, texts: Texts, qtbot: QtBot
) -> None:
    for leave in (
        lambda menu: click(menu, "menuCancel"),
        lambda menu: QTest.keyClick(menu, Qt.Key.Key_Escape),
        lambda menu: QTest.mouseClick(menu, Qt.MouseButton.LeftButton, pos=menu.pos()),
    ):
        menu = menu_on(screen, texts)
        with qtbot.assertNotEmitted(menu.chosen), qtbot.waitSignal(menu.finished):
            leave(menu)


def test_a_second_click_while_it_leaves_is_void(
    make_screen: Callable[..., QWidget], texts: Texts, qtbot: QtBot
) -> None:
    screen = make_screen(motion=True)
    menu = menu_on(screen, texts)
    qtbot.waitSignal(menu.opened).wait()
    heard: list[MenuItem] = []
    menu.chosen.connect(heard.append)
    with qtbot.waitSignal(menu.finished):
        click(menu, "menuAbout")
        click(menu, "menuDelete")
    assert heard == [MenuItem.ABOUT]


def test_it_fits_a_low_screen(make_screen: Callable[..., QWidget], texts: Texts) -> None:
    screen = make_screen(height=480)
    menu = menu_on(screen, texts)
    assert menu.panel.geometry().top() >= 0
