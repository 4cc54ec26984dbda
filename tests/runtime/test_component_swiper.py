"""<swiper>: turned by hand, by itself and by the program."""

import pytest

from tests.conftest import OpenProgram
from tests.driver import PageDriver
from tests.runtime.hearing import drag, heard, hearing_page, inner, point_in, wait_heard

LEAVES = "".join(
    f'<swiper-item><view id="leaf{at}">leaf {at}</view></swiper-item>' for at in range(3)
)


def swiper(attributes: str) -> str:
    return (
        f'<swiper id="s" style="height: 150px" duration="60" bindchange="hear" bindanimationfinish="hear"'
        f" {attributes}>{LEAVES}</swiper>"
    )


def swipe(page: PageDriver, forward: bool = True) -> None:
    ends = (point_in(page, "#s", 0.8), point_in(page, "#s", 0.2))
    drag(page, *(ends if forward else ends[::-1]))


def seen(page: PageDriver, at: int) -> bool:
    """Is that leaf the one in sight?"""
    return bool(page.box(f"#leaf{at}")["left"] == page.box("#s")["left"])


def test_a_swipe_turns_to_the_next_leaf_and_back(run_program: OpenProgram) -> None:
    page = run_program(hearing_page(swiper("")))
    swipe(page)
    assert wait_heard(page, "change") == {"current": 1, "currentItemId": "", "source": "touch"}
    wait_heard(page, "animationfinish")
    assert seen(page, 1)
    swipe(page, forward=False)
    assert wait_heard(page, "change", count=2)["current"] == 0


def test_a_short_slow_move_turns_nothing(run_program: OpenProgram) -> None:
    page = run_program(hearing_page(swiper("")))
    drag(page, point_in(page, "#s", 0.5), point_in(page, "#s", 0.48), steps=20)
    page.wait(lambda: seen(page, 0), "back in its place")
    assert heard(page, "change") == []


def test_it_stops_at_its_ends_but_a_ring_goes_on(run_program: OpenProgram) -> None:
    page = run_program(hearing_page(swiper("")))
    swipe(page, forward=False)
    wait_heard(page, "animationfinish")
    assert heard(page, "change") == []


def test_a_ring_has_no_end(run_program: OpenProgram) -> None:
    page = run_program(hearing_page(swiper("circular")))
    swipe(page, forward=False)
    assert wait_heard(page, "change")["current"] == 2
    wait_heard(page, "animationfinish")
    assert seen(page, 2)
    swipe(page)
    assert wait_heard(page, "change", count=2)["current"] == 0


def test_it_turns_by_itself(run_program: OpenProgram) -> None:
    page = run_program(hearing_page(swiper('autoplay interval="150"')))
    assert wait_heard(page, "change")["source"] == "autoplay"
    page.wait(
        lambda: [d["current"] for d in heard(page, "change")][:4] == [1, 2, 0, 1], "a whole round"
    )


def test_the_program_turns_it(run_program: OpenProgram) -> None:
    page = run_program(
        hearing_page(
            swiper('current="{{at}}"') + '<view id="go" bindtap="go">go</view>',
            data="{at: 1}",
            methods="go() { this.setData({at: 2}) },",
        )
    )
    assert seen(page, 1)
    assert heard(page, "change") == []
    page.tap("#go")
    assert wait_heard(page, "change") == {"current": 2, "currentItemId": "", "source": ""}
    wait_heard(page, "animationfinish")
    assert seen(page, 2)


def test_the_program_turns_it_though_its_first_frame_never_came(run_program: OpenProgram) -> None:
    listening = hearing_page(
        swiper('current="{{at}}"') + '<view id="go" bindtap="go">{{ready}}</view>',
        data="{at: 1, ready: 'not yet'}",
        methods="onReady() { this.setData({ready: 'go'}) }, go() { this.setData({at: 2}) },",
    )
    first = '<navigator id="next" url="/pages/index/index">next</navigator>'
    page = run_program({**listening, "pages/first/first.wxml": first}, "pages/first/first")
    page.run("(realFrame = requestAnimationFrame, requestAnimationFrame = () => 0, 1)")
    page.tap("#next")
    page.wait_text("#go", "go")
    page.run("(requestAnimationFrame = realFrame, 1)")
    page.tap("#go")
    assert wait_heard(page, "change")["current"] == 2


def test_it_may_stand_upright(run_program: OpenProgram) -> None:
    page = run_program(hearing_page(swiper("vertical")))
    drag(page, point_in(page, "#s", 0.5, 0.9), point_in(page, "#s", 0.5, 0.1))
    assert wait_heard(page, "change")["current"] == 1


def test_a_drag_across_scrolls_the_page_instead(run_program: OpenProgram) -> None:
    page = run_program(hearing_page(swiper("") + '<view style="height: 2000px"></view>'))
    drag(page, point_in(page, "#s", 0.5, 0.9), point_in(page, "#s", 0.5, 0.1))
    page.wait(lambda: page.in_page("page.documentElement.scrollTop") > 0, "page scrolled")
    assert heard(page, "change") == []


def test_leaves_may_be_made_shorter_than_the_window(run_program: OpenProgram) -> None:
    page = run_program(
        {
            "index.wxml": swiper('class="cards"'),
            "index.wxss": ".cards swiper-item { width: 200px !important; left: 50px }",
        }
    )
    box = page.box("#s")
    assert [page.box(f"#leaf{at}")["left"] for at in range(3)] == [50, 250, 450]
    assert page.box("#leaf0")["width"] == 200
    drag(page, point_in(page, "#s", 0.8), point_in(page, "#s", 0.2))
    page.wait(lambda: page.box("#leaf1")["left"] == 50, "the second leaf where the first was")
    assert box["width"] > 300


def test_a_leaf_keeps_its_size_against_a_rule_that_is_not_important(
    run_program: OpenProgram,
) -> None:
    page = run_program(
        {
            "index.wxml": swiper('class="cards"'),
            "index.wxss": ".cards swiper-item { width: 200px; height: 10px }",
        }
    )
    assert page.box("#leaf0")["width"] == page.box("#s")["width"]


def test_neighbours_look_in_and_several_may_be_seen(run_program: OpenProgram) -> None:
    page = run_program(
        {
            "index.wxml": swiper(
                'previous-margin="20px" next-margin="30px" display-multiple-items="2"'
            ),
        }
    )
    width = page.box("#s")["width"]
    assert page.box("#leaf0")["left"] == 20
    assert page.box("#leaf0")["width"] == pytest.approx((width - 50) / 2)


def test_dots_say_how_many_and_which(run_program: OpenProgram) -> None:
    page = run_program(hearing_page(swiper('indicator-dots indicator-active-color="rgb(1, 2, 3)"')))
    on = "[...part('dots').children].map((dot) => dot.hasAttribute('data-on'))"
    assert inner(page, "#s", on) == [True, False, False]
    swipe(page)
    wait_heard(page, "change")
    assert inner(page, "#s", on) == [False, True, False]


def test_leaves_that_come_later_are_taken_in(run_program: OpenProgram) -> None:
    page = run_program(
        {
            "index.wxml": '<swiper id="s" indicator-dots current="1"><swiper-item wx:for="{{list}}" wx:key="*this">'
            '<view id="leaf{{item}}">{{item}}</view></swiper-item></swiper>',
            "index.js": "Page({data: {list: []}, onReady() { setTimeout(() => this.setData({list: [0, 1]}), 50) }})",
        }
    )
    page.wait_for("#leaf1")
    page.wait(lambda: seen(page, 1), "the second leaf in sight")


def test_a_tap_on_a_leaf_is_a_tap(run_program: OpenProgram) -> None:
    page = run_program(
        hearing_page(
            '<swiper id="s"><swiper-item><view id="leaf" bindtap="hear">leaf</view></swiper-item></swiper>'
        )
    )
    page.tap("#leaf")
    wait_heard(page, "tap")
