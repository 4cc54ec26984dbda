"""<scroll-view>: scrolled by hand, wheel and program; what it tells; its pull to refresh."""

import pytest
from PySide6.QtCore import QPoint

from tests.conftest import OpenProgram
from tests.driver import PageDriver
from tests.runtime.hearing import drag, heard, hearing_page, inner, point_in, wait_heard
from tests.runtime.test_view_scrolling import wheel

ROWS = "".join(f'<view id="row{at}" style="height: 50px">row {at}</view>' for at in range(20))
LISTENS = 'bindscroll="hear" bindscrolltolower="hear" bindscrolltoupper="hear"'


def list_of(attributes: str) -> str:
    return (
        f'<scroll-view id="list" scroll-y style="height: 200px" {attributes}>{ROWS}</scroll-view>'
    )


def offset(page: PageDriver, side: str = "scrollTop") -> float:
    return float(inner(page, "#list", f"part('port').{side}"))


def test_the_wheel_scrolls_it_and_not_the_page(run_program: OpenProgram) -> None:
    page = run_program(hearing_page(list_of(LISTENS) + '<view style="height: 2000px"></view>'))
    wheel(page, point_in(page, "#list"), 100)
    detail = wait_heard(page, "scroll")
    assert detail["scrollHeight"] == 1000
    assert page.in_page("page.documentElement.scrollTop") == 0


def test_a_dragging_mouse_scrolls_it(run_program: OpenProgram) -> None:
    page = run_program(hearing_page(list_of(LISTENS)))
    drag(page, point_in(page, "#list", 0.5, 0.9), point_in(page, "#list", 0.5, 0.1))
    page.wait(lambda: offset(page) >= 100, "scrolled by the hand")


def test_the_ends_are_told_when_they_come_near(run_program: OpenProgram) -> None:
    page = run_program(hearing_page(list_of(LISTENS)))
    inner(page, "#list", "(part('port').scrollTop = 800, 1)")
    assert wait_heard(page, "scrolltolower") == {"direction": "bottom"}
    inner(page, "#list", "(part('port').scrollTop = 0, 1)")
    assert wait_heard(page, "scrolltoupper") == {"direction": "top"}


def test_an_end_is_told_however_young_the_page_is(run_program: OpenProgram) -> None:
    page = run_program(hearing_page(list_of(LISTENS)))
    page.run("(performance.now = () => 100, 1)")
    inner(page, "#list", "(part('port').scrollTop = 800, 1)")
    wait_heard(page, "scrolltolower")


def test_without_its_direction_it_does_not_scroll(run_program: OpenProgram) -> None:
    page = run_program({"index.wxml": list_of("").replace("scroll-y", "")})
    drag(page, point_in(page, "#list", 0.5, 0.9), point_in(page, "#list", 0.5, 0.1))
    assert offset(page) == 0


def test_the_program_scrolls_it_to_a_place_or_a_child(run_program: OpenProgram) -> None:
    page = run_program(
        {
            "index.wxml": list_of('scroll-top="{{top}}" scroll-into-view="{{child}}"')
            + '<view id="place" bindtap="place">place</view><view id="child" bindtap="child">child</view>',
            "index.js": "Page({data: {top: 30, child: ''}, place() { this.setData({top: 120}) },"
            " child() { this.setData({child: 'row7'}) }})",
        }
    )
    page.wait(lambda: offset(page) == 30, "first place")
    page.tap("#place")
    page.wait(lambda: offset(page) == 120, "second place")
    page.tap("#child")
    page.wait(lambda: offset(page) == 350, "the child at the top")


def test_it_scrolls_sideways(run_program: OpenProgram) -> None:
    page = run_program(
        hearing_page(
            '<scroll-view id="list" scroll-x style="white-space: nowrap" bindscrolltolower="hear">'
            + '<view style="display: inline-block; width: 300px; height: 40px">x</view>' * 3
            + "</scroll-view>"
        )
    )
    drag(page, point_in(page, "#list", 0.9), point_in(page, "#list", 0.3))
    page.wait(lambda: offset(page, "scrollLeft") >= 150, "scrolled by the hand")
    inner(page, "#list", "(part('port').scrollLeft = 600, 1)")
    assert wait_heard(page, "scrolltolower") == {"direction": "right"}


def test_it_grows_to_its_height_limit_only(run_program: OpenProgram) -> None:
    page = run_program(
        {
            "index.wxml": f'<scroll-view id="list" scroll-y style="max-height: 120px">{ROWS}</scroll-view>'
        }
    )
    assert page.box("#list")["height"] == 120
    assert inner(page, "#list", "part('port').scrollHeight > part('port').clientHeight")


def test_flex_lays_out_its_children_when_enabled(run_program: OpenProgram) -> None:
    boxes = '<view id="a" style="width: 50px">a</view><view id="b" style="width: 50px">b</view>'
    page = run_program(
        {
            "index.wxml": f'<scroll-view enable-flex scroll-x style="display: flex">{boxes}</scroll-view>',
        }
    )
    assert page.box("#b")["left"] == page.box("#a")["left"] + 50


REFRESHER = "bindrefresherpulling='hear' bindrefresherrefresh='hear' bindrefresherrestore='hear' bindrefresherabort='hear'"


def test_a_pull_refreshes_it_until_the_program_is_done(run_program: OpenProgram) -> None:
    page = run_program(
        hearing_page(
            list_of(f'refresher-enabled refresher-triggered="{{{{busy}}}}" {REFRESHER}')
            + '<view id="done" bindtap="done">done</view>',
            data="{busy: false}",
            methods="done() { this.setData({busy: true}); this.setData({busy: false}) },",
        )
    )
    top = point_in(page, "#list", 0.5, 0.1)
    drag(page, top, top + QPoint(0, 130))
    wait_heard(page, "refresherrefresh")
    assert heard(page, "refresherpulling")
    assert inner(page, "#list", "part('port').style.transform") == "translateY(45px)"
    page.tap("#done")
    wait_heard(page, "refresherrestore")
    assert inner(page, "#list", "part('port').style.transform") == ""


def test_a_short_pull_is_given_up(run_program: OpenProgram) -> None:
    page = run_program(hearing_page(list_of(f"refresher-enabled {REFRESHER}")))
    top = point_in(page, "#list", 0.5, 0.1)
    drag(page, top, top + QPoint(0, 40))
    wait_heard(page, "refresherabort")
    assert heard(page, "refresherrefresh") == []


def test_the_program_may_start_a_refresh(run_program: OpenProgram) -> None:
    page = run_program(
        hearing_page(
            list_of(f'refresher-enabled refresher-triggered="{{{{busy}}}}" {REFRESHER}')
            + '<view id="go" bindtap="go">go</view>',
            data="{busy: false}",
            methods="go() { this.setData({busy: !this.data.busy}) },",
        )
    )
    page.tap("#go")
    wait_heard(page, "refresherrefresh")
    page.tap("#go")
    wait_heard(page, "refresherrestore")


@pytest.mark.parametrize(("asked", "expected"), [("", 300), ("scroll-anchoring", 400)])
def test_content_that_grows_above_moves_it_only_with_scroll_anchoring(
    run_program: OpenProgram, asked: str, expected: int
) -> None:
    page = run_program(
        {
            "index.wxml": f'<scroll-view id="list" scroll-y {asked} style="height: 200px">'
            '<view style="height: {{height}}px" /><view style="height: 3000px">b</view>'
            '</scroll-view><view id="grow" bindtap="grow">grow</view>',
            "index.js": "Page({data: {height: 100}, grow() {"
            " this.setData({height: 200}, () => console.log('grown')) }})",
        }
    )
    inner(page, "#list", "(part('port').scrollTop = 300, 1)")
    page.wait_drawn()
    page.tap("#grow")
    page.wait_log("grown")
    page.wait_drawn()
    assert offset(page) == expected
