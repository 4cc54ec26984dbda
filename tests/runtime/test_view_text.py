"""The page in front tells what it shows while somebody wants to know."""

from tests.conftest import OpenProgram
from tests.driver import PageDriver

PROGRAM = {
    "index.wxml": '<view id="count" bindtap="count">{{count}} cups</view>'
    '<view id="go" bindtap="go">go on</view><view hidden>unseen</view>',
    "index.js": "Page({data: {count: 0}, count() { this.setData({count: this.data.count + 1}) },"
    " go() { wx.navigateTo({url: '/pages/next/next'}) }})",
    "pages/next/next.wxml": "<view>the next page</view>",
}


def texts_of(page: PageDriver) -> list[str]:
    """What the page tells from now on."""
    told: list[str] = []
    page.program.view.text_shown.connect(told.append)
    page.program.view.watch_text(True)
    page.wait(lambda: bool(told), "the first text")
    return told


def test_it_tells_at_once_and_at_every_change(run_program: OpenProgram) -> None:
    page = run_program(PROGRAM)
    told = texts_of(page)
    assert "0 cups" in told[0]
    assert "unseen" not in told[0]
    page.tap("#count")
    page.wait(lambda: "1 cups" in told[-1], "the new number")


def test_it_follows_the_page_in_front(run_program: OpenProgram) -> None:
    page = run_program(PROGRAM)
    told = texts_of(page)
    page.tap("#go")
    page.wait(lambda: told[-1].strip() == "the next page", "the next page's text")
    page.program.view.link.tell("back")
    page.wait(lambda: "0 cups" in told[-1], "the first page's text")


def test_it_says_the_same_once_and_nothing_when_nobody_asks(run_program: OpenProgram) -> None:
    page = run_program(PROGRAM)
    told = texts_of(page)
    page.program.view.watch_text(False)
    page.tap("#count")
    page.wait_text("#count", "1 cups")
    page.wait_drawn()
    assert len(told) == 1
    page.program.view.watch_text(True)
    page.wait(lambda: len(told) == 2, "the text of now")
    assert "1 cups" in told[1]


def test_who_asks_before_the_page_is_there_is_told_when_it_is(run_program: OpenProgram) -> None:
    page = run_program(PROGRAM)
    page.program.restart(page.program.session.package)
    told: list[str] = []
    page.program.view.text_shown.connect(told.append)
    page.program.view.watch_text(True)
    page.wait(lambda: any("0 cups" in one for one in told), "the text of the new run")
