"""Components that hold, say or draw: text, rich-text, icon, canvas, cover-view, page-container and their like."""

import pytest

from tests.conftest import OpenProgram
from tests.runtime.hearing import click_at, heard, hearing_page, inner, point_in, wait_heard


def test_text_breaks_lines_and_may_be_selected(run_program: OpenProgram) -> None:
    page = run_program(
        {
            "index.wxml": '<text id="a">one\\ntwo</text><text id="b" user-select>three</text>',
        }
    )
    assert page.text("#a") == "one\ntwo"
    assert page.style("#a", "user-select") == "none"
    assert page.style("#b", "user-select") == "text"


def test_text_decodes_and_keeps_spaces_when_told(run_program: OpenProgram) -> None:
    page = run_program(
        {
            "index.wxml": '<text id="a" decode space="nbsp">{{words}}</text><view id="go" bindtap="go">go</view>',
            "index.js": "Page({data: {words: 'a  &lt;'}, go() { this.setData({words: 'b  &gt;'}) }})",
        }
    )
    assert page.in_page("find('#a').textContent") == "a\u00a0\u00a0<"
    page.tap("#go")
    page.wait(lambda: page.in_page("find('#a').textContent") == "b\u00a0\u00a0>", "new words")


def test_rich_text_draws_html_and_nodes(run_program: OpenProgram) -> None:
    page = run_program(
        {
            "index.wxml": '<rich-text id="a" nodes="{{html}}"></rich-text><rich-text id="b" nodes="{{nodes}}"></rich-text>',
            "index.js": "Page({data: {html: '<p class=\"x\">hi <b>there</b></p>', nodes: [{name: 'div',"
            " attrs: {class: 'x', style: 'width: 375rpx'}, children: [{type: 'text', text: 'node'}]}]}})",
            "index.wxss": ".x { color: red }",
        }
    )
    assert page.in_page("find('#a').innerHTML") == '<p class="x">hi <b>there</b></p>'
    assert page.style("#b .x", "color") == "rgb(255, 0, 0)"
    assert page.box("#b .x")["width"] == float(page.in_page("page.documentElement.clientWidth")) / 2


def test_entities_in_the_text_nodes_of_rich_text_are_read_and_tags_are_not(
    run_program: OpenProgram,
) -> None:
    page = run_program(
        {
            "index.wxml": '<rich-text id="a" nodes="{{nodes}}"/>',
            "index.js": "Page({data: {nodes: [{type: 'text', text: ' a&nbsp;&lt;&#65;&amp;lt; <i>b</i> & '}]}})",
        }
    )
    assert page.in_page("find('#a').textContent") == " a\u00a0<A&lt; <i>b</i> & "
    assert page.in_page("find('#a').children.length") == 0


def test_nothing_inside_rich_text_hears_by_itself(run_program: OpenProgram) -> None:
    page = run_program(
        hearing_page('<rich-text id="a" bindtap="hear" nodes="<b>bold</b>"></rich-text>')
    )
    page.tap("#a b")
    wait_heard(page, "tap")


@pytest.mark.parametrize(
    "kind",
    [
        "success",
        "success_no_circle",
        "info",
        "warn",
        "waiting",
        "cancel",
        "download",
        "search",
        "clear",
    ],
)
def test_every_icon_is_drawn(run_program: OpenProgram, kind: str) -> None:
    page = run_program(
        {"index.wxml": f'<icon id="i" type="{kind}" size="40" color="rgb(1, 2, 3)" />'}
    )
    box = page.box("#i")
    assert (box["width"], box["height"]) == (40, 40)
    assert len(inner(page, "#i", "part('path').getAttribute('d')")) > 20
    assert inner(page, "#i", "getComputedStyle(part('sign')).fill") == "rgb(1, 2, 3)"


def test_a_canvas_is_drawn_on_from_the_program(run_program: OpenProgram) -> None:
    page = run_program(
        {
            "index.wxml": '<canvas id="c" type="2d" style="width: 100px; height: 50px"></canvas><text id="told">{{told}}</text>',
            "index.js": "Page({data: {told: ''}, onReady() { wx.createSelectorQuery().select('#c').fields({node: true,"
            " size: true}).exec(([found]) => { const canvas = found.node; canvas.width = 200; canvas.height = 100;"
            " const pen = canvas.getContext('2d'); pen.fillStyle = '#ff0000'; pen.fillRect(0, 0, 200, 100);"
            " this.setData({told: found.width + 'x' + found.height + ' '"
            " + pen.getImageData(5, 5, 1, 1).data.join()}) }) }})",
        }
    )
    page.wait_text("#told", "100x50 255,0,0,255")

    def red() -> bool:
        place = page.middle_of("#c")
        return page.surface.grab().toImage().pixelColor(place).name() == "#ff0000"

    page.wait(red, "red on the screen")


def test_touches_on_a_canvas_say_where_on_it(run_program: OpenProgram) -> None:
    page = run_program(
        {
            "index.wxml": '<view style="height: 60px"></view><canvas id="c" bindtouchstart="start"></canvas>'
            '<text id="told">{{told}}</text>',
            "index.js": "Page({data: {told: ''}, start(event) { const {x, y} = event.touches[0];"
            " this.setData({told: Math.round(x) + ',' + Math.round(y)}) }})",
        }
    )
    click_at(page, point_in(page, "#c", 0.5, 0.5))
    page.wait_text("#told", "150,75")


def test_what_cannot_be_shown_says_its_name(run_program: OpenProgram) -> None:
    page = run_program(
        hearing_page(
            '<live-player id="m"><cover-view id="over" bindtap="hear">over</cover-view></live-player>'
        )
    )
    assert inner(page, "#m", "part('name').textContent") == "<live-player>"
    page.tap("#over")
    wait_heard(page, "tap")


def test_a_page_container_rises_and_tells_each_stage(run_program: OpenProgram) -> None:
    stages = (
        "beforeenter",
        "enter",
        "afterenter",
        "beforeleave",
        "leave",
        "afterleave",
        "clickoverlay",
    )
    listens = " ".join(f'bind{stage}="hear"' for stage in stages)
    page = run_program(
        hearing_page(
            f'<view id="go" bindtap="go">go</view><page-container show="{{{{show}}}}" duration="50" {listens}>'
            '<view id="in" style="height: 100px">inside</view></page-container>',
            data="{show: false}",
            methods="go() { this.setData({show: true}) },",
        )
    )
    page.tap("#go")
    wait_heard(page, "afterenter")
    bottom = page.in_page("page.defaultView.innerHeight")
    page.wait(lambda: page.box("#in")["top"] + 100 == bottom, "the sheet at the bottom")
    click_at(page, point_in(page, "body", 0.5, 0.2))
    wait_heard(page, "afterleave")
    assert len(heard(page, "clickoverlay")) == 1


def test_a_portal_leaves_what_clips_it(run_program: OpenProgram) -> None:
    page = run_program(
        hearing_page(
            '<view style="width: 20px; height: 20px; overflow: hidden; transform: translateX(5px)"><root-portal>'
            '<view id="in" bindtap="hear" style="position: fixed; left: 100px; top: 100px; width: 50px; height: 50px">x</view>'
            "</root-portal></view>"
        )
    )
    assert page.box("#in")["left"] == 100
    click_at(page, point_in(page, "#in"))
    wait_heard(page, "tap")


def test_media_conditions_show_or_hide(run_program: OpenProgram) -> None:
    page = run_program(
        {
            "index.wxml": '<match-media min-width="100"><view id="wide">wide</view></match-media>'
            '<match-media min-width="9000"><view id="huge">huge</view></match-media>'
        }
    )
    assert page.box("#wide")["width"] > 0
    assert page.box("#huge")["width"] == 0


def test_a_video_says_that_it_cannot_be_played(run_program: OpenProgram) -> None:
    page = run_program(hearing_page('<video id="v" src="/missing.mp4" binderror="hear"></video>'))
    wait_heard(page, "error")
    box = page.box("#v")
    assert (box["width"], box["height"]) == (300, 225)


def test_an_audio_card_shows_what_plays(run_program: OpenProgram) -> None:
    page = run_program(
        {
            "index.wxml": '<audio id="a" controls name="Song" author="Someone" src="/missing.mp3"></audio>'
        }
    )
    assert (
        inner(page, "#a", "part('name').textContent + part('author').textContent") == "SongSomeone"
    )
