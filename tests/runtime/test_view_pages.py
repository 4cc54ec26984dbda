"""Pages over pages: each in its own frame, one in front, the others kept as they were."""

import json

import pytest

from tests.conftest import OpenProgram
from tests.driver import PageDriver

GO = {
    "index.wxml": '<view id="go" bindtap="go">go</view><view style="height:3000px"></view>',
    "index.js": "Page({go() { wx.navigateTo({url: '/pages/next/next'}) }})",
    "index.wxss": "page { background: rgb(1, 2, 3) }",
    "pages/next/next.wxml": '<view id="back" bindtap="back">next</view>',
    "pages/next/next.js": "Page({back() { wx.navigateBack() }})",
}


def sheets(page: PageDriver) -> list[str]:
    """How each page stands, in the order in which they were opened."""
    return list(
        page.run("[...document.querySelectorAll('.sheet')].map((one) => one.dataset.state)")
    )


def test_a_page_slides_over_another_which_is_then_out_of_sight(run_program: OpenProgram) -> None:
    page = run_program(GO)
    page.tap("#go")
    page.wait(lambda: sheets(page) == ["away", "shown"], "second page alone in sight")
    assert page.text("#back") == "next"
    page.tap("#back")
    page.wait(lambda: sheets(page) == ["shown"], "first page again, the second gone")


def test_a_page_below_keeps_where_it_was_scrolled(run_program: OpenProgram) -> None:
    page = run_program(
        {
            **GO,
            "index.wxml": '<view style="height:3000px"></view><view id="go" bindtap="go">go</view>',
        }
    )
    page.tap("#go")
    page.wait_text("#back", "next")
    page.tap("#back")
    page.wait_for("#go")
    page.wait(lambda: page.in_page("page.documentElement.scrollTop") > 1000, "scrolled as before")


def test_each_page_has_its_own_styles(run_program: OpenProgram) -> None:
    page = run_program(GO)
    assert page.style("body", "background-color") == "rgb(1, 2, 3)"
    page.tap("#go")
    page.wait_for("#back")
    assert page.style("body", "background-color") != "rgb(1, 2, 3)"


def test_a_page_that_is_covered_can_still_be_changed_and_measured(run_program: OpenProgram) -> None:
    page = run_program(
        {
            **GO,
            "index.wxml": '<view id="go" bindtap="go" style="height:{{height}}px">{{told}}</view>',
            "index.js": "Page({data: {height: 40, told: 'go'}, go() { wx.navigateTo({url: '/pages/next/next'});"
            " setTimeout(() => this.setData({height: 70}, () => this.createSelectorQuery().select('#go')"
            ".boundingClientRect((rect) => this.setData({told: 'height ' + rect.height})).exec()), 600) }})",
        }
    )
    page.tap("#go")
    page.wait_for("#back")
    first = (
        "document.querySelector('.sheet iframe').contentDocument.querySelector('#go').textContent"
    )
    page.wait(lambda: page.run(first) == "height 70", "measured while away")
    assert sheets(page) == ["away", "shown"]


def test_tab_pages_are_kept(run_program: OpenProgram) -> None:
    tabs = [{"pagePath": f"pages/{name}/{name}", "text": name} for name in ("index", "other")]
    page = run_program(
        {
            "app.json": json.dumps(
                {"pages": [tab["pagePath"] for tab in tabs], "tabBar": {"list": tabs}}
            ),
            "index.wxml": '<view id="go" bindtap="go">{{n}}</view>',
            "index.js": "Page({data: {n: 1}, go() { this.setData({n: 2}); wx.switchTab({url: '/pages/other/other'}) }})",
            "pages/other/other.wxml": '<view id="home" bindtap="home">other</view>',
            "pages/other/other.js": "Page({home() { wx.switchTab({url: '/pages/index/index'}) }})",
        }
    )
    page.tap("#go")
    page.wait_for("#home")
    page.tap("#home")
    page.wait_text("#go", "2")
    assert sheets(page) == ["shown", "away"]


def test_relaunching_leaves_nothing_of_the_pages_before(run_program: OpenProgram) -> None:
    page = run_program(
        {
            **GO,
            "pages/next/next.js": "Page({back() { wx.reLaunch({url: '/pages/index/index'}) }})",
        }
    )
    page.tap("#go")
    page.wait_text("#back", "next")
    page.tap("#back")
    page.wait(lambda: sheets(page) == ["shown"], "one page only")
    assert page.exists("#go")


def test_nobody_minds_a_page_that_is_changed_after_it_was_closed(run_program: OpenProgram) -> None:
    page = run_program(
        {
            **GO,
            "pages/next/next.wxml": '<view id="back" bindtap="back">{{n}}<text wx:if="{{n}}">more</text></view>',
            "pages/next/next.js": "Page({data: {n: 0}, back() { wx.navigateBack(); setTimeout(() => {"
            " this.setData({n: 1}); console.log('changed') }, 400) }})",
        }
    )
    page.tap("#go")
    page.wait_text("#back", "0")
    page.tap("#back")
    page.wait_log("changed")
    page.wait(lambda: sheets(page) == ["shown"], "second page gone")
    assert page.errors() == []


def colours(page: PageDriver) -> set[str]:
    """The colours in the four corners and at the top of the page as it is on the screen."""
    page.wait_drawn()
    image = page.program.view.grab().toImage()
    right, bottom = image.width() - 5, image.height() - 5
    places = [(5, 5), (right, 5), (right // 2, 5), (5, bottom), (right, bottom)]
    return {image.pixelColor(*place).name() for place in places}


@pytest.mark.parametrize(
    "style", ["height: 100%", "", "min-height: 100vh; margin: 20px", "height: 40px"]
)
def test_the_background_of_a_page_fills_all_of_it(run_program: OpenProgram, style: str) -> None:
    page = run_program(
        {
            "index.wxml": '<view style="margin-top: 150px">a margin comes first</view>',
            "index.wxss": f"page {{ background-color: #ffd27f; {style} }}",
        }
    )
    assert colours(page) == {"#ffd27f"}


def test_page_meta_colours_what_the_page_leaves_empty(run_program: OpenProgram) -> None:
    page = run_program(
        {
            "index.wxml": '<page-meta root-background-color="#112233" />'
            '<view style="margin-top: 150px">a margin comes first</view>'
        }
    )
    assert colours(page) == {"#112233"}
