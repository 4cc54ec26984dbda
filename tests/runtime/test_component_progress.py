"""<progress>: how far, and growing there."""

from tests.conftest import OpenProgram
from tests.runtime.hearing import hearing_page, inner, wait_heard

WIDTH = "part('inner').offsetWidth / part('bar').offsetWidth"


def test_it_shows_the_percentage(run_program: OpenProgram) -> None:
    page = run_program({"index.wxml": '<progress id="p" percent="20" show-info />'})
    assert round(inner(page, "#p", WIDTH), 2) == 0.2
    assert inner(page, "#p", "part('number').textContent") == "20%"


def test_an_active_one_grows_and_says_when_it_is_there(run_program: OpenProgram) -> None:
    page = run_program(
        hearing_page(
            '<progress id="p" percent="{{percent}}" active duration="2" bindactiveend="hear" />'
            '<view id="go" bindtap="go">go</view>',
            data="{percent: 0}",
            methods="go() { this.setData({percent: 80}) },",
        )
    )
    page.tap("#go")
    page.wait(lambda: round(inner(page, "#p", WIDTH), 2) == 0.8, "the whole way")
    page.wait(lambda: {"curPercent": 80} in [wait_heard(page, "activeend")], "activeend")


def test_colours_and_width_are_the_programs(run_program: OpenProgram) -> None:
    page = run_program(
        {
            "index.wxml": '<progress id="p" percent="50" stroke-width="12" border-radius="6" '
            'activeColor="rgb(1, 2, 3)" backgroundColor="rgb(4, 5, 6)" />'
        }
    )
    assert inner(page, "#p", "part('bar').offsetHeight") == 12
    assert inner(page, "#p", "part('inner').style.backgroundColor") == "rgb(1, 2, 3)"
    assert inner(page, "#p", "part('bar').style.backgroundColor") == "rgb(4, 5, 6)"
