"""<button>: what a tap does, what it looks like, and who hears of it."""

import json

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest

from miniapp_host.phone.phone import Phone
from miniapp_host.shell.kit.program_colour import AA, contrast
from miniapp_host.shell.kit.theme import mixed
from miniapp_host.shell.settings.appearance import ThemeChoice
from tests.conftest import OpenProgram
from tests.runtime.hearing import heard, hearing_page, wait_heard

PIECE = "page.defaultView.getComputedStyle(find('{}').shadowRoot.getElementById('{}'))"


def test_a_button_is_48_high_and_184_wide(run_program: OpenProgram) -> None:
    page = run_program({"index.wxml": '<button id="a">A</button>'})
    box = page.box("#a")
    assert (box["width"], box["height"]) == (184, 48)


LONG = "a label that is clearly longer than one hundred and eighty-four"


def test_a_long_label_stays_inside(run_program: OpenProgram) -> None:
    page = run_program({"index.wxml": f'<button id="a">{LONG}</button>'})
    words = page.in_page(
        "((range) => { range.selectNodeContents(find('#a'));"
        " return range.getBoundingClientRect().toJSON() })(page.createRange())"
    )
    box = page.box("#a")
    assert box["width"] == 184
    assert box["left"] + 24 <= words["left"]
    assert words["right"] <= box["left"] + 184 - 24
    assert words["bottom"] <= box["top"] + box["height"]


WIDTHS = """
<button id="class" class="wide">A</button>
<button id="tag">A</button>
<button id="inline" style="width: 100%">A</button>
<view class="bar"><button id="nested" class="wide">A</button></view>
<button id="mini" size="mini" class="wide">A</button>
"""


def test_a_class_alone_does_not_change_the_width_of_a_button(run_program: OpenProgram) -> None:
    styles = ".wide, button { width: 300px; margin: 0 }\n.bar .wide { width: 200px }"
    page = run_program({"index.wxml": WIDTHS, "index.wxss": styles})
    wide = {name: page.box(f"#{name}") for name in ("class", "tag", "inline", "nested", "mini")}
    assert {name: box["width"] for name, box in wide.items()} == {
        "class": 184, "tag": 184, "inline": 390, "nested": 200, "mini": 300,
    }  # fmt: skip
    assert wide["class"]["left"] == (390 - 184) / 2


@pytest.mark.parametrize("size", ["", 'size="mini"'])
def test_a_line_as_high_as_the_button_stays_in_its_middle(
    run_program: OpenProgram, size: str
) -> None:
    line = "height: 44px; line-height: 44px"
    page = run_program({"index.wxml": f'<button id="a" {size} style="{line}">A</button>'})
    words = page.in_page(
        "((range) => { range.selectNodeContents(find('#a'))\n"
        "const { top, bottom } = range.getBoundingClientRect()\n"
        "return top + bottom })(page.createRange())"
    )
    box = page.box("#a")
    assert words / 2 == pytest.approx(box["top"] + box["height"] / 2, abs=1)


def test_types_and_sizes_look_as_the_platform_draws_them(run_program: OpenProgram) -> None:
    page = run_program(
        {
            "index.wxml": '<button id="a" type="primary">A</button><button id="b" type="warn">B'
            '</button><button id="c" size="mini">C</button><button id="d" plain>D</button>'
        }
    )
    assert page.style("#a", "background-color") == "rgb(7, 193, 96)"
    assert page.style("#b", "color") == "rgb(250, 81, 81)"
    assert page.box("#c")["height"] == 32
    assert page.style("#d", "background-color") == "rgba(0, 0, 0, 0)"


def test_a_tap_is_heard_and_a_disabled_button_hears_none(run_program: OpenProgram) -> None:
    page = run_program(
        hearing_page(
            '<button id="on" bindtap="hear">on</button>'
            '<button id="off" disabled bindtap="hear">off</button>'
        )
    )
    page.tap("#off")
    page.tap("#on")
    wait_heard(page, "tap")
    assert len(heard(page, "tap")) == 1


def test_enter_and_space_tap_the_focused_button(run_program: OpenProgram) -> None:
    page = run_program(hearing_page('<button id="a" bindtap="hear">A</button>'))
    page.press(Qt.Key.Key_Tab)
    page.wait(lambda: bool(page.in_page("page.activeElement?.id === 'a'")), "focus on A")
    page.press(Qt.Key.Key_Return)
    page.press(Qt.Key.Key_Space)
    wait_heard(page, "tap", count=2)
    assert len(heard(page, "tap")) == 2


def test_while_pressed_it_is_darker(run_program: OpenProgram) -> None:
    page = run_program({"index.wxml": '<button id="a">A</button>'})
    shade = PIECE.format("#a", "shade") + ".opacity"
    assert page.in_page(shade) == "0"
    QTest.mousePress(page.surface, Qt.MouseButton.LeftButton, pos=page.middle_of("#a"))
    page.wait(lambda: page.in_page(shade) == "0.1", "the pressed look")
    QTest.mouseRelease(page.surface, Qt.MouseButton.LeftButton, pos=page.middle_of("#a"))
    page.wait(lambda: page.in_page(shade) != "0.1", "the normal look again")


def test_a_loading_button_shows_a_spinner(run_program: OpenProgram) -> None:
    page = run_program(
        {"index.wxml": '<button id="a" loading="{{true}}">A</button><button id="b">B</button>'}
    )
    assert page.in_page(PIECE.format("#a", "spinner") + ".display") == "inline-block"
    assert page.in_page(PIECE.format("#b", "spinner") + ".display") == "none"


def test_the_hover_class_of_a_component_is_its_own(run_program: OpenProgram) -> None:
    page = run_program(
        {
            "index.wxml": "<go />",
            "index.json": '{"usingComponents": {"go": "/go/go"}}',
            "go/go.json": '{"component": true}',
            "go/go.js": "Component({})",
            "go/go.wxml": '<button hover-class="on">go</button>',
            "go/go.wxss": ".on { color: rgb(1, 2, 3) }",
        }
    )
    place = page.middle_of("wx-button")
    QTest.mousePress(page.surface, Qt.MouseButton.LeftButton, pos=place)
    page.wait(lambda: page.style("wx-button", "color") == "rgb(1, 2, 3)", "the pressed look")
    QTest.mouseRelease(page.surface, Qt.MouseButton.LeftButton, pos=place)


KINDS = """
<button id="primary" type="primary">A</button>
<button id="warn" type="warn">A</button>
<button id="plain" type="primary" plain>A</button>
<button id="usual">A</button>
"""
INK_AND_GROUND = """
((look) => [look.color, look.backgroundColor])(page.defaultView.getComputedStyle(find('#{}')))
"""


@pytest.mark.parametrize("style", ["v1", "v2"])
@pytest.mark.parametrize("dark", [False, True])
def test_every_kind_can_be_read_with_more_contrast(
    run_program: OpenProgram, phone: Phone, style: str, dark: bool
) -> None:
    config = json.dumps({"pages": ["pages/index/index"], "style": style, "darkmode": True})
    page = run_program({"index.wxml": KINDS, "app.json": config})
    phone.appearance.choose_theme(ThemeChoice.DARK if dark else ThemeChoice.LIGHT)
    phone.appearance.choose_contrast(True)
    page.wait(lambda: page.in_page("page.documentElement.dataset.contrast") == "more", "it is told")
    for name in ("primary", "warn", "plain", "usual"):
        colours = page.in_page(INK_AND_GROUND.format(name))
        ink, ground = (css_on(QColor("#191919" if dark else "white"), one) for one in colours)
        assert contrast(ink, ground) >= AA, (name, colours)


def css_on(ground: QColor, css: str) -> QColor:
    """The colour that is written as rgb(…) or rgba(…), as it looks on `ground`."""
    parts = [float(part) for part in css.partition("(")[2].rstrip(")").split(",")]
    red, green, blue, *alpha = parts
    return mixed(ground, QColor(int(red), int(green), int(blue)), alpha[0] if alpha else 1.0)
