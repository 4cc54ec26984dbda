"""What a program learns of the page: places, scroll offsets, computed styles, and what comes into view."""

import json
from typing import Any

from tests.conftest import OpenProgram
from tests.driver import PageDriver


def told(page: PageDriver) -> Any:
    page.wait(lambda: (page.text("#told") or "") != "", "an answer")
    return json.loads(page.text("#told") or "")


def program(wxml: str, ask: str, wxss: str = "") -> dict[str, str]:
    """A page that runs `ask` when it is ready; `ask` calls tell(value)."""
    return {
        "index.wxml": f'{wxml}<text id="told">{{{{told}}}}</text>',
        "index.js": "Page({data: {told: ''}, onReady() { const page = this;"
        f" const tell = (value) => page.setData({{told: JSON.stringify(value)}});\n{ask}\n }}}})",
        "index.wxss": wxss,
    }


def test_a_rectangle_is_where_the_element_is(run_program: OpenProgram) -> None:
    page = run_program(
        program(
            '<view id="a" class="a">a</view>',
            "wx.createSelectorQuery().select('#a').boundingClientRect(tell).exec()",
            ".a { position: absolute; left: 30px; top: 40px; width: 50px; height: 60px }",
        )
    )
    rect = told(page)
    assert (rect["left"], rect["top"], rect["width"], rect["height"]) == (30, 40, 50, 60)
    assert rect["id"] == "a"


def test_a_length_in_rpx_is_its_part_of_the_width_to_the_last_pixel(
    run_program: OpenProgram,
) -> None:
    page = run_program(
        program(
            '<view class="x a"/><view class="x" style="width:100rpx"/><view class="x c"/>',
            "wx.createSelectorQuery().selectAll('.x').boundingClientRect((all) =>"
            " tell([wx.getWindowInfo().windowWidth, ...all.map(({ width }) => width)])).exec()",
            ".a { width: 100rpx } .c { width: calc(100% - 100rpx) }",
        )
    )
    assert told(page) == [390, 52, 52, 338]


def test_the_viewport_and_its_scroll_are_the_pages(run_program: OpenProgram) -> None:
    page = run_program(
        program(
            '<view style="height: 3000px"></view>',
            "wx.pageScrollTo({scrollTop: 200, duration: 0}); setTimeout(() => { const query = wx.createSelectorQuery();"
            " query.selectViewport().boundingClientRect(); query.selectViewport().scrollOffset();"
            " query.exec(tell) }, 50)",
        )
    )
    rect, scroll = told(page)
    assert [rect["left"], rect["top"]] == [0, 0]
    assert rect["height"] == page.in_page("page.defaultView.innerHeight")
    assert scroll["scrollTop"] == 200
    assert scroll["scrollHeight"] >= 3000


def test_fields_give_computed_styles_and_properties(run_program: OpenProgram) -> None:
    page = run_program(
        program(
            '<scroll-view id="a" scroll-y style="height: 40px; color: red"><view style="height: 90px">x</view></scroll-view>',
            "wx.createSelectorQuery().select('#a').fields({scrollOffset: true, size: true, computedStyle: ['color'],"
            " properties: ['scroll-y']}, tell).exec()",
        )
    )
    fields = told(page)
    assert fields["color"] == "rgb(255, 0, 0)"
    assert fields["height"] == 40
    assert fields["scrollHeight"] == 90
    assert fields["scroll-y"] is True


def test_an_observer_tells_when_something_comes_into_view(run_program: OpenProgram) -> None:
    page = run_program(
        program(
            '<view style="height: 1500px"></view><view id="far" style="height: 100px">far</view>',
            "wx.createIntersectionObserver().relativeToViewport({bottom: 0}).observe('#far', (entry) =>"
            " entry.intersectionRatio > 0 && tell([entry.id, entry.intersectionRatio > 0, entry.boundingClientRect.height]))",
        )
    )
    assert page.text("#told") == ""
    page.in_page("(page.documentElement.scrollTop = 1200, 1)")
    assert told(page) == ["far", True, 100]


def test_margins_move_the_edge_of_the_view(run_program: OpenProgram) -> None:
    page = run_program(
        program(
            '<view style="height: 1000px"></view><view id="far" style="height: 10px">far</view>',
            "wx.createIntersectionObserver().relativeToViewport({bottom: 600}).observe('#far', (entry) =>"
            " tell(entry.intersectionRatio))",
        )
    )
    assert told(page) == 1
