"""Style sheets of programs: what their selectors mean in our page."""

import json

from miniapp_host.phone.phone import Phone
from miniapp_host.shell.settings.appearance import ThemeChoice
from tests.conftest import OpenProgram
from tests.driver import PageDriver

RED = "rgb(255, 0, 0)"
BLUE = "rgb(0, 0, 255)"


def colour(page: PageDriver, selector: str) -> str:
    return page.style(selector, "color")


def test_tags_classes_ids_and_pseudo_classes_mean_the_programs_elements(
    run_program: OpenProgram,
) -> None:
    page = run_program(
        {
            "index.wxml": '<view id="a">a</view><view class="b" id="b"><text id="c">c</text></view>'
            '<view id="d" class="last">d</view>',
            "index.wxss": "#a { color: red } .b > text { color: blue } view:nth-child(3) { color: red }"
            "page { --own: 3px } .last { margin-top: var(--own) }",
        }
    )
    assert [colour(page, one) for one in ("#a", "#c", "#d")] == [RED, BLUE, RED]
    assert page.style("#d", "margin-top") == "3px"


def test_escaped_class_names_and_attributes_are_found(run_program: OpenProgram) -> None:
    page = run_program(
        {
            "index.wxml": '<view id="a" class="w-1/2">a</view><view id="b" data-kind="big.view">b</view>',
            "index.wxss": ".w-1\\/2 { color: red } [data-kind='big.view'] { color: blue }",
        }
    )
    assert [colour(page, "#a"), colour(page, "#b")] == [RED, BLUE]


def test_rpx_is_a_share_of_the_width_in_sheets_and_in_inline_styles(
    run_program: OpenProgram,
) -> None:
    page = run_program(
        {
            "index.wxml": '<view id="a" style="width: 375rpx">a</view><view id="b" class="b">b</view>',
            "index.wxss": ".b { width: 375rpx }",
        }
    )
    half = float(page.in_page("page.documentElement.clientWidth")) / 2
    assert page.box("#a")["width"] == page.box("#b")["width"] == half


def test_the_page_is_as_high_as_the_window_and_paints_all_of_it(run_program: OpenProgram) -> None:
    page = run_program(
        {
            "index.wxml": '<view id="a" style="height: 100%">a</view>',
            "index.wxss": "page { height: 100%; background: red; display: flex; flex-direction: column }",
        }
    )
    assert page.box("#a")["height"] == page.in_page("page.defaultView.innerHeight")


def test_a_components_classes_are_its_own(run_program: OpenProgram) -> None:
    page = run_program(
        {
            "index.wxml": '<view id="out" class="x">out</view><part id="part" />',
            "index.wxss": ".x { color: red }",
            "index.json": '{"usingComponents": {"part": "/parts/part"}}',
            "parts/part.wxml": '<view class="x" id="in">in</view>',
            "parts/part.wxss": ".x { color: blue } :host { display: block; padding: 7px }",
            "parts/part.js": "Component({})",
            "parts/part.json": '{"component": true}',
        }
    )
    assert [colour(page, "#out"), colour(page, "#in")] == [RED, BLUE]
    assert page.style("#part", "padding-top") == "7px"
    assert page.style("#part", "display") == "block"


def test_media_queries_and_key_frames_work_as_they_are(run_program: OpenProgram) -> None:
    page = run_program(
        {
            "index.wxml": '<view id="a" class="a">a</view>',
            "index.wxss": "@media (min-width: 100px) { .a { color: red; animation: move 9s } }"
            "@keyframes move { from { opacity: .5 } to { opacity: .5 } }",
        }
    )
    assert colour(page, "#a") == RED
    assert page.style("#a", "opacity") == "0.5"


def test_the_insides_of_built_in_components_can_be_restyled_by_the_phones_names(
    run_program: OpenProgram,
) -> None:
    page = run_program(
        {
            "index.wxml": '<swiper id="s" class="mine" indicator-dots><swiper-item>a</swiper-item>'
            "<swiper-item>b</swiper-item></swiper>",
            "index.wxss": ".mine .wx-swiper-dots .wx-swiper-dot-active { width: 20px }",
        }
    )
    widths = (
        "[...find('#s').shadowRoot.querySelectorAll('#dots > i')].map((dot) => dot.offsetWidth)"
    )
    assert page.in_page(widths) == [20, 8]


THEMED = {
    "index.wxml": '<view id="a">a</view>',
    "index.wxss": "@media (prefers-color-scheme: dark) { view { color: red } }",
}


def test_a_programs_own_class_may_be_called_like_an_inside(run_program: OpenProgram) -> None:
    page = run_program(
        {
            "index.wxml": '<view id="a" class="wx-image_x1">a</view>'
            '<view class="wx-row"><view id="b" class="wx-switch-inputs">b</view></view>',
            "index.wxss": ".wx-image_x1 { color: red } .wx-row .wx-switch-inputs { color: blue }",
        }
    )
    assert [colour(page, "#a"), colour(page, "#b")] == [RED, BLUE]


def test_a_program_with_a_dark_theme_follows_the_phone(run_program: OpenProgram) -> None:
    app = {"pages": ["pages/index/index"], "darkmode": True}
    page = run_program({**THEMED, "app.json": json.dumps(app)})
    page.program.view.link.emit("themeChange", {"theme": "dark"})
    page.wait(lambda: colour(page, "#a") == RED, "dark colours")
    assert page.attribute("html", "data-theme") == "dark"
    page.program.view.link.emit("themeChange", {"theme": "light"})
    page.wait(lambda: colour(page, "#a") != RED, "light colours")


def test_a_program_opened_on_a_dark_phone_is_dark_from_the_start(
    phone: Phone, run_program: OpenProgram
) -> None:
    phone.appearance.choose_theme(ThemeChoice.DARK)
    app = {
        "pages": ["pages/index/index"],
        "darkmode": True,
        "themeLocation": "theme.json",
        "window": {"navigationBarBackgroundColor": "@bar", "backgroundColor": "@bar"},
    }
    theme = {"light": {"bar": "#ffffff"}, "dark": {"bar": "#123456"}}
    page = run_program({**THEMED, "app.json": json.dumps(app), "theme.json": json.dumps(theme)})
    page.wait(lambda: colour(page, "#a") == RED, "dark colours")
    assert page.program.screen.ground == "#123456"


def test_a_program_without_a_dark_theme_stays_light(run_program: OpenProgram) -> None:
    page = run_program(
        {**THEMED, "index.js": "Page({onShow() { wx.onThemeChange(() => console.log('heard')) }})"}
    )
    page.program.view.link.emit("themeChange", {"theme": "dark"})
    page.wait_log("heard")
    assert page.attribute("html", "data-theme") == "light"
    assert colour(page, "#a") != RED


def test_a_sheet_that_is_not_balanced_leaves_the_one_that_imports_it_alone(
    run_program: OpenProgram,
) -> None:
    page = run_program(
        {
            "index.wxml": "".join(f'<view id="{one}" class="{one}">a</view>' for one in "abcde"),
            "index.wxss": '@import "/open.wxss"; .b { color: blue } @import "/stray.wxss" screen;'
            " .e { color: blue }",
            "open.wxss": ".a { color: red",
            "stray.wxss": "} .c { color: red } .d { color: red }",
        }
    )
    black = colour(page, "#c")
    assert black not in (RED, BLUE)
    assert [colour(page, f"#{one}") for one in "abcde"] == [RED, BLUE, black, RED, BLUE]
    told = [f"{one.file}:{one.line} {one.text}" for one in page.program.screen.console.entries]
    assert told == ['open.wxss:1 "{" is not closed', 'stray.wxss:1 "}" closes nothing']
