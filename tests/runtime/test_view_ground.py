"""The home indicator is drawn for what a page paints below it, not for what its json says."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor

from miniapp_host.phone.phone import Phone
from miniapp_host.shell.settings.appearance import ThemeChoice
from tests.conftest import OpenProgram
from tests.driver import PageDriver

FOOT = '<view class="page">Words</view><view class="foot">The end</view>'
FOOT_STYLE = ".page { height: 150vh } .foot { height: 100vh; background: #101010 }"


def wait_ground(page: PageDriver, *, dark: bool) -> None:
    def holds() -> bool:
        return (QColor(page.program.screen.ground).lightness() < 128) is dark

    page.wait(holds, f"a {'dark' if dark else 'light'} ground")


@pytest.mark.parametrize(
    "style",
    [
        "page { background: #000 }",
        "page { background: #fff } .all { height: 100vh; background: rgb(20 30 40 / 80%) }",
        "page { background: linear-gradient(#223, #101018) }",
        "page { background: #111 } .all { height: 100vh; background: rgb(255 255 255 / 10%) }",
        ".all { height: 100vh; background: linear-gradient(#fff, #eee, #ddd, #222) }",
        ".all { height: 100vh; background: linear-gradient(to top, #222, #ddd, #eee, #fff) }",
        ".all { height: 100vh; background: linear-gradient(to right, #fff, #222, #fff) }",
        ".all { height: 100vh; background: radial-gradient(at 60% 30%, #fff, #eee, #ddd, #222) }",
        ".all { height: 400vh; background: linear-gradient(#fff, #222, #fff, #fff, #fff) }",
    ],
)
def test_a_page_that_paints_itself_dark(run_program: OpenProgram, style: str) -> None:
    page = run_program({"index.wxml": '<view class="all">Words</view>', "index.wxss": style})
    wait_ground(page, dark=True)


def test_a_page_that_says_it_is_dark_and_paints_itself_light(run_program: OpenProgram) -> None:
    page = run_program(
        {
            "index.wxml": "<view>Words</view>",
            "index.json": '{"backgroundColor": "#000000"}',
            "index.wxss": "page { background: #f5f6f8 }",
        }
    )
    wait_ground(page, dark=False)


def test_what_is_scrolled_below_it(run_program: OpenProgram) -> None:
    page = run_program({"index.wxml": FOOT, "index.wxss": FOOT_STYLE})
    wait_ground(page, dark=False)
    page.in_page("page.documentElement.scrollTo(0, 9999)")
    wait_ground(page, dark=True)
    page.in_page("page.documentElement.scrollTo(0, 0)")
    wait_ground(page, dark=False)


def test_a_sheet_in_the_page_is_as_the_phone(run_program: OpenProgram, phone: Phone) -> None:
    phone.appearance.choose_theme(ThemeChoice.DARK)
    page = run_program(
        {
            "index.wxml": '<picker id="pick" range="{{[1, 2]}}"><view id="open">Pick</view></picker>',
            "index.wxss": "page { background: white }",
        }
    )
    wait_ground(page, dark=False)
    page.tap("#open")
    wait_ground(page, dark=True)
    page.press(Qt.Key.Key_Escape)
    wait_ground(page, dark=False)


def test_what_the_program_changes(run_program: OpenProgram) -> None:
    page = run_program(
        {
            "index.wxml": '<view class="{{night ? \'night\' : \'\'}}" bindtap="turn" id="turn">Turn</view>',
            "index.wxss": "view { height: 100vh; background: white } .night { background: black }",
            "index.js": "Page({ data: { night: false },"
            " turn() { this.setData({ night: !this.data.night }) } })",
        }
    )
    for dark in (True, False):
        page.tap("#turn")
        wait_ground(page, dark=dark)
