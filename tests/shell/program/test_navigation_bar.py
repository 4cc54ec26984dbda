"""The navigation bar: title clear of the capsule, back or home, a spinner."""

import pytest
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from miniapp_host.shell.kit.spinner import Spinner
from miniapp_host.shell.kit.theme import font
from miniapp_host.shell.program import capsule
from miniapp_host.shell.program.navigation_bar import NavigationBar
from miniapp_host.texts import Texts
from tests.shell.program_parts import click, shown


@pytest.fixture
def bar(screen: QWidget, texts: Texts) -> NavigationBar:
    made = NavigationBar(texts, screen)
    made.setGeometry(0, 44, 390, 44)
    made.show()
    return made


def test_a_long_title_is_cut_clear_of_the_capsule(bar: NavigationBar) -> None:
    bar.set_title("A title that goes on and on, far beyond what any phone could ever show")
    assert bar.shown_title().endswith("…")
    width = QFontMetrics(font(17, medium=True)).horizontalAdvance(bar.shown_title())
    assert 195 + width / 2 <= 390 - capsule.WIDTH - capsule.RIGHT
    assert bar.title.endswith("show")


def test_a_short_title_is_whole(bar: NavigationBar) -> None:
    bar.set_title("附近")
    assert bar.shown_title() == "附近"


def test_back_stands_where_home_would(bar: NavigationBar) -> None:
    bar.show_buttons(back=True, home=True)
    assert shown(bar, "navigationBack")
    assert not shown(bar, "navigationHome")


def test_the_buttons_say_what_they_are_for(bar: NavigationBar, qtbot: QtBot) -> None:
    bar.show_buttons(back=True, home=False)
    with qtbot.waitSignal(bar.back_clicked):
        click(bar, "navigationBack")
    bar.show_buttons(back=False, home=True)
    with qtbot.waitSignal(bar.home_clicked):
        click(bar, "navigationHome")


def test_nothing_stands_at_the_left_of_a_first_page(bar: NavigationBar) -> None:
    bar.show_buttons(back=False, home=False)
    assert not shown(bar, "navigationBack")
    assert not shown(bar, "navigationHome")


def test_the_spinner_turns_left_of_the_title(bar: NavigationBar) -> None:
    spinner = bar.findChild(Spinner)
    assert isinstance(spinner, Spinner)
    assert not spinner.isVisible()
    bar.set_title("Loading")
    bar.set_loading(True)
    width = QFontMetrics(font(17, medium=True)).horizontalAdvance("Loading")
    assert spinner.isVisible()
    assert spinner.geometry().right() < 195 - width / 2
