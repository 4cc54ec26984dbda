"""Scrolling of the whole page: by wheel and hand, what the program hears, and the pull that refreshes."""

import json

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication

from tests.conftest import OpenProgram
from tests.driver import PageDriver
from tests.runtime.hearing import click_at, drag, point_in

SCRIPT = """Page({ data: {top: 0, ends: 0, pulls: 0, taps: 0},
  onPageScroll(event) { this.setData({top: event.scrollTop}) },
  onReachBottom() { this.setData({ends: this.data.ends + 1}) },
  onPullDownRefresh() { this.setData({pulls: this.data.pulls + 1}) },
  tap() { this.setData({taps: this.data.taps + 1}) },
  stop() { wx.stopPullDownRefresh() },
  go() { wx.pageScrollTo({scrollTop: 500, duration: 100}) } })"""
LONG = {
    "index.wxml": '<view id="told" style="position:fixed">{{top}} ends {{ends}} pulls {{pulls}} taps {{taps}}</view>'
    '<view id="go" bindtap="go" style="padding-top:40px">go</view><view id="stop" bindtap="stop">stop</view>'
    '<view id="long" style="height:2000px" bindtap="tap">long</view>',
    "index.js": SCRIPT,
}


RESTS = "document.querySelector('.sheet[data-state=shown] iframe').getAnimations().length === 0"


def wheel(page: PageDriver, place: QPoint, down: int) -> None:
    """Turns the wheel over what is drawn; the page round trip lets Chromium scroll."""
    page.wait_drawn()
    where = QPointF(place)
    event = QWheelEvent(
        where,
        page.surface.mapToGlobal(where),
        QPoint(0, -down),
        QPoint(0, -down),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(page.surface, event)
    page.run("1")


def top_of(page: PageDriver) -> float:
    return float(page.in_page("page.documentElement.scrollTop"))


def test_the_wheel_scrolls_and_the_program_hears_where_to(run_program: OpenProgram) -> None:
    page = run_program(LONG)
    wheel(page, QPoint(200, 300), 300)
    page.wait(lambda: top_of(page) > 0, "scrolled")
    page.wait(lambda: (page.text("#told") or "").startswith(f"{top_of(page):g} "), "heard of it")


def test_a_dragging_mouse_scrolls_as_a_finger_does_and_taps_nothing(
    run_program: OpenProgram,
) -> None:
    page = run_program(LONG)
    drag(page, QPoint(200, 450), QPoint(200, 250))
    page.wait(lambda: top_of(page) >= 150, "scrolled by the hand")
    assert "taps 0" in (page.text("#told") or "")


def test_the_bottom_is_told_once_per_arrival(run_program: OpenProgram) -> None:
    page = run_program(LONG)
    page.in_page("(page.documentElement.scrollTop = 100000, 1)")
    page.wait_text("#told", "ends 1")
    page.in_page("(page.documentElement.scrollTop -= 10, 1)")
    page.in_page("(page.documentElement.scrollTop = 500, 1)")
    page.wait_text("#told", "500 ends 1")
    page.in_page("(page.documentElement.scrollTop = 100000, 1)")
    page.wait_text("#told", "ends 2")


def test_the_program_scrolls_the_page(run_program: OpenProgram) -> None:
    page = run_program(LONG)
    page.tap("#go")
    page.wait(lambda: top_of(page) == 500, "scrolled by the program")


def test_a_page_is_pulled_down_to_refresh_until_the_program_stops_it(
    run_program: OpenProgram,
) -> None:
    page = run_program({**LONG, "index.json": json.dumps({"enablePullDownRefresh": True})})
    moved = "document.querySelector('.sheet[data-state=shown] iframe').style.transform"
    drag(page, QPoint(200, 200), QPoint(200, 400))
    page.wait_text("#told", "pulls 1")
    assert page.run(moved) == "translateY(60px)"
    page.wait(lambda: page.run(RESTS), "page at rest")
    click_at(page, page.middle_of("#stop") + QPoint(0, 60))
    page.wait(lambda: page.run(moved) == "", "page back in its place")


def test_a_short_pull_refreshes_nothing(run_program: OpenProgram) -> None:
    page = run_program({**LONG, "index.json": json.dumps({"enablePullDownRefresh": True})})
    drag(page, QPoint(200, 200), QPoint(200, 260))
    assert "pulls 0" in (page.text("#told") or "")


def test_a_page_that_may_not_be_pulled_stays(run_program: OpenProgram) -> None:
    page = run_program(LONG)
    drag(page, QPoint(200, 200), QPoint(200, 400))
    assert "pulls 0" in (page.text("#told") or "")


def test_behind_a_caught_touchmove_nothing_scrolls(run_program: OpenProgram) -> None:
    page = run_program(
        {
            **LONG,
            "index.wxml": LONG["index.wxml"]
            + '<view id="mask" catchtouchmove="stop" style="position:fixed;top:0;left:0;width:100%;height:100%"></view>',
        }
    )
    wheel(page, QPoint(200, 300), 300)
    drag(page, QPoint(200, 450), QPoint(200, 250))
    assert top_of(page) == 0
    assert page.style("#mask", "touch-action") == "none"


def test_a_page_that_does_not_scroll_does_not(run_program: OpenProgram) -> None:
    page = run_program({**LONG, "index.json": json.dumps({"disableScroll": True})})
    wheel(page, point_in(page, "#long", 0.5, 0.1), 300)
    drag(page, QPoint(200, 450), QPoint(200, 250))
    assert top_of(page) == 0


def test_a_program_may_lock_its_page(run_program: OpenProgram) -> None:
    page = run_program({**LONG, "index.wxss": "page { overflow: hidden }"})
    wheel(page, QPoint(200, 300), 300)
    drag(page, QPoint(200, 450), QPoint(200, 250))
    assert top_of(page) == 0


def test_a_page_says_of_itself_how_it_looks_and_where_it_is(run_program: OpenProgram) -> None:
    page = run_program(
        {
            "index.wxml": "<page-meta page-style=\"{{locked ? 'overflow: hidden' : 'color: red'}}\" scroll-top=\"{{top}}\""
            ' scroll-duration="20" bindscrolldone="done" /><view id="go" bindtap="go">{{told}}</view>'
            '<view style="height: 3000px"></view>',
            "index.js": "Page({data: {locked: false, told: 'go'}, go() { this.setData({locked: !this.data.locked, top: 300}) },"
            " done() { this.setData({told: 'done'}) }})",
        }
    )
    assert page.style("#go", "color") == "rgb(255, 0, 0)"
    page.tap("#go")
    page.wait_text("#go", "done")
    assert top_of(page) == 300
    wheel(page, QPoint(200, 300), 300)
    assert top_of(page) == 300


GROWING = {
    "index.wxml": '<view style="height: {{height}}px" /><view id="long" style="height: 3000px" />',
    "index.js": "Page({data: {height: 100}, onReady() {"
    " wx.pageScrollTo({scrollTop: 300, duration: 0, complete: () => this.grow()}) },"
    " grow() { wx.createSelectorQuery().selectViewport().scrollOffset(({scrollTop}) => {"
    " if (scrollTop !== 300) return this.grow();"
    " this.setData({height: 200}, () => console.log('grown')) }).exec() } })",
}


def test_content_that_grows_above_does_not_scroll_the_page(run_program: OpenProgram) -> None:
    page = run_program(GROWING)
    page.wait_log("grown")
    page.wait_drawn()
    assert page.box("#long")["top"] == 200 - 300
    assert page.in_page("page.documentElement.scrollTop") == 300
