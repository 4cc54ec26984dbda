"""<input>: typed text, the phone's events, and what the program may do with them."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.conftest import OpenProgram
from tests.driver import PageDriver
from tests.runtime.hearing import (
    click_at,
    heard,
    hearing_page,
    inner,
    point_in,
    wait_heard,
)


def value(page: PageDriver, selector: str = "#i") -> str:
    return str(inner(page, selector, "part('control').value"))


def wait_focus(page: PageDriver, selector: str = "#i") -> None:
    page.wait(
        lambda: bool(page.in_page(f"page.activeElement === find('{selector}')")),
        f"focus in {selector}",
    )


def test_typing_is_heard_letter_by_letter(run_program: OpenProgram) -> None:
    page = run_program(
        hearing_page('<input id="i" bindinput="hear" bindfocus="hear" bindblur="hear" />')
    )
    page.tap("#i")
    assert wait_heard(page, "focus") == {"value": "", "height": 0}
    page.type("ab")
    assert wait_heard(page, "input", count=2) == {"value": "ab", "cursor": 2, "keyCode": 98}


def test_enter_confirms_and_the_keyboard_goes(run_program: OpenProgram) -> None:
    page = run_program(
        hearing_page('<input id="i" bindconfirm="hear" bindblur="hear" value="hello" />')
    )
    page.tap("#i")
    wait_focus(page)
    page.press(Qt.Key.Key_Return)
    assert wait_heard(page, "confirm") == {"value": "hello"}
    assert wait_heard(page, "blur")["value"] == "hello"


def test_confirm_hold_keeps_the_focus(run_program: OpenProgram) -> None:
    page = run_program(hearing_page('<input id="i" confirm-hold bindconfirm="hear" />'))
    page.tap("#i")
    wait_focus(page)
    page.press(Qt.Key.Key_Return)
    page.press(Qt.Key.Key_Return)
    wait_heard(page, "confirm", count=2)


def test_a_text_that_is_too_long_ends_with_an_ellipsis(run_program: OpenProgram) -> None:
    page = run_program(hearing_page(f'<input id="i" style="width: 80px" value="{"long " * 9}" />'))
    shown = inner(page, "#i", "page.defaultView.getComputedStyle(part('control')).textOverflow")
    assert shown == "ellipsis"


def test_no_more_letters_than_maxlength(run_program: OpenProgram) -> None:
    page = run_program(hearing_page('<input id="i" maxlength="3" bindinput="hear" />'))
    page.tap("#i")
    wait_focus(page)
    page.type("abcd")
    wait_heard(page, "input", count=3)
    page.wait(lambda: value(page) == "abc", "three letters")


def test_a_maxlength_of_none_is_no_limit(run_program: OpenProgram) -> None:
    page = run_program(hearing_page('<input id="i" maxlength="{{0}}" value="{{\'a\'}}" />'))
    page.tap("#i")
    wait_focus(page)
    page.type("bcd")
    page.wait(lambda: value(page) == "abcd", "four letters")


def test_a_number_field_takes_digits_only(run_program: OpenProgram) -> None:
    page = run_program(hearing_page('<input id="i" type="number" bindinput="hear" />'))
    page.tap("#i")
    wait_focus(page)
    page.type("1a2")
    assert wait_heard(page, "input", count=3)["value"] == "12"


def test_what_the_input_handler_returns_replaces_the_text(run_program: OpenProgram) -> None:
    page = run_program(
        hearing_page(
            '<input id="i" bindinput="up" />',
            methods="up(event) { return event.detail.value.toUpperCase() },",
        )
    )
    page.tap("#i")
    wait_focus(page)
    page.type("a")
    page.wait(lambda: value(page) == "A", "the capital letter")


def test_model_value_follows_the_typing(run_program: OpenProgram) -> None:
    page = run_program(
        {
            "index.wxml": '<input id="i" model:value="{{name}}" /><view id="v">{{name}}</view>',
            "index.js": "Page({data: {name: ''}})",
        }
    )
    page.tap("#i")
    wait_focus(page)
    page.type("Ada")
    page.wait_text("#v", "Ada")


def test_fast_typing_survives_a_program_that_writes_the_value_back(
    run_program: OpenProgram,
) -> None:
    page = run_program(
        {
            "index.wxml": '<input id="i" value="{{name}}" bindinput="keep" />',
            "index.js": "Page({data: {name: ''}, "
            "keep(event) { this.setData({name: event.detail.value}) }})",
        }
    )
    page.tap("#i")
    wait_focus(page)
    page.type("abcdefghijklmnop")
    page.wait(lambda: value(page) == "abcdefghijklmnop", "every letter")


def test_the_placeholder_wears_the_programs_class_and_style(run_program: OpenProgram) -> None:
    page = run_program(
        {
            "index.wxml": '<input id="i" placeholder="Name" placeholder-class="hint" '
            'placeholder-style="font-size: 20px" />',
            "index.wxss": ".hint { color: rgb(1, 2, 3) }",
        }
    )
    assert page.text("#i [slot=placeholder]") == "Name"
    assert page.style("#i [slot=placeholder]", "color") == "rgb(1, 2, 3)"
    assert page.style("#i [slot=placeholder]", "font-size") == "20px"


def test_the_placeholder_class_of_a_component_is_its_own(run_program: OpenProgram) -> None:
    page = run_program(
        {
            "index.wxml": "<field />",
            "index.json": '{"usingComponents": {"field": "/field/field"}}',
            "field/field.json": '{"component": true}',
            "field/field.js": "Component({})",
            "field/field.wxml": '<input placeholder="Name" placeholder-class="hint" />',
            "field/field.wxss": ".hint { color: rgb(1, 2, 3) }",
        }
    )
    assert page.style("wx-input [slot=placeholder]", "color") == "rgb(1, 2, 3)"


def test_the_placeholder_stands_where_the_text_will(run_program: OpenProgram) -> None:
    page = run_program(
        {"index.wxml": '<input id="i" placeholder="Name" style="padding: 10px 20px" />'}
    )
    places = "['placeholder', 'control'].map((id) => part(id).getBoundingClientRect().left)"
    assert inner(page, "#i", places) == [20, 20]


@pytest.mark.parametrize(
    "style",
    [
        "box-sizing: border-box; padding: 5px; border: 1px solid; font-size: 15px",
        "height: auto; min-height: 60px",
        "height: 60px",
    ],
)
def test_text_and_placeholder_stand_uncut_in_the_middle(
    run_program: OpenProgram, style: str
) -> None:
    page = run_program({"index.wxml": f'<input id="i" placeholder="名字" style="{style}" />'})
    drawn = "[find('#i'), part('control'), find('#i > [slot=placeholder]')]"
    boxes = f"{drawn}.map((one) => one.getBoundingClientRect().toJSON())"
    field, *lines = inner(page, "#i", boxes)
    for line in lines:
        assert line["top"] + line["bottom"] == pytest.approx(field["top"] + field["bottom"], abs=1)
        assert line["height"] >= 21


def test_a_press_beside_the_text_gives_the_field_the_focus_and_takes_it_from_none(
    run_program: OpenProgram,
) -> None:
    page = run_program(
        hearing_page('<input id="i" style="padding: 20px" bindfocus="hear" bindblur="hear" />')
    )
    click_at(page, point_in(page, "#i", 0.5, 0.1))
    wait_focus(page)
    click_at(page, point_in(page, "#i", 0.5, 0.9))
    page.type("a")
    page.wait(lambda: value(page) == "a", "the letter")
    wait_heard(page, "focus")  # what the page hears is drawn later than what it shows
    assert len(heard(page, "focus")) == 1
    assert not heard(page, "blur")


def test_the_placeholder_gives_way_to_text(run_program: OpenProgram) -> None:
    page = run_program({"index.wxml": '<input id="i" placeholder="Name" />'})
    assert inner(page, "#i", "part('placeholder').offsetHeight") > 0
    page.tap("#i")
    wait_focus(page)
    page.type("a")
    page.wait(lambda: inner(page, "#i", "part('placeholder').offsetHeight") == 0, "no hint")


def test_focus_selection_and_password_are_as_the_program_says(run_program: OpenProgram) -> None:
    page = run_program(
        {
            "index.wxml": '<input id="i" focus value="hello" selection-start="1" '
            'selection-end="3" />'
            '<input id="p" password value="secret" /><input id="d" disabled value="x" />'
        }
    )
    wait_focus(page)
    span = "[part('control').selectionStart, part('control').selectionEnd]"
    page.wait(lambda: inner(page, "#i", span) == [1, 3], "the selection")
    assert inner(page, "#p", "part('control').type") == "password"
    assert inner(page, "#d", "part('control').disabled") is True


def test_taking_focus_away_closes_it(run_program: OpenProgram) -> None:
    page = run_program(
        hearing_page(
            '<input id="i" focus="{{on}}" bindblur="hear" />'
            '<view id="off" bindtap="off">off</view>',
            data="{on: true}",
            methods="off() { this.setData({on: false}) },",
        )
    )
    wait_focus(page)
    page.tap("#off")
    wait_heard(page, "blur")


def test_a_program_hides_the_keyboard(run_program: OpenProgram) -> None:
    page = run_program(
        hearing_page(
            '<input id="i" bindinput="check" bindblur="hear" />',
            methods="check(event) { if (event.detail.value === '123') wx.hideKeyboard() },",
        )
    )
    page.tap("#i")
    wait_focus(page)
    page.type("123")
    assert wait_heard(page, "blur")["value"] == "123"


def test_hold_keyboard_keeps_the_focus_while_a_button_is_tapped(run_program: OpenProgram) -> None:
    page = run_program(
        hearing_page(
            '<input id="i" hold-keyboard bindblur="hear" /><button id="b" bindtap="hear">b</button>'
        )
    )
    page.tap("#i")
    wait_focus(page)
    page.tap("#b")
    wait_heard(page, "tap")
    assert heard(page, "blur") == []
    wait_focus(page)


@pytest.mark.parametrize("field", ["<input disabled />", "<textarea disabled />"])
def test_a_tap_on_a_disabled_field_is_heard_around_it(run_program: OpenProgram, field: str) -> None:
    page = run_program(
        hearing_page(f'<view id="row" bindtap="hear" bindtouchstart="hear">{field}</view>')
    )
    page.tap("#row > *")
    wait_heard(page, "tap")
    assert len(heard(page, "touchstart")) == 1
    assert not page.in_page("page.activeElement.matches('wx-input, wx-textarea')")


@pytest.mark.parametrize("tag", ["input", "textarea"])
def test_what_is_selected_in_the_field_with_the_focus_is_told(
    run_program: OpenProgram, tag: str
) -> None:
    page = run_program(
        {
            "index.wxml": f"""<{tag} id="i" hold-keyboard /><button id="ask" bindtap="ask">ask</button>
              <button id="hide" bindtap="hide">hide</button><text id="r">{{{{range}}}}</text>""",
            "index.js": """Page({
              data: { range: '' },
              ask() {
                wx.getSelectedTextRange({
                  complete: ({ errMsg, start, end }) => this.setData({ range: `${errMsg} ${start} ${end}` }),
                })
              },
              hide() { wx.hideKeyboard({ complete: () => setTimeout(() => this.ask(), 50) }) },
            })""",
        }
    )
    page.tap("#i")
    wait_focus(page)
    page.type("hello")
    for _ in range(2):
        QTest.keyClick(page.surface, Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)
    page.tap("#ask")
    page.wait_text("#r", "getSelectedTextRange:ok 3 5")
    page.tap("#hide")
    page.wait_text("#r", "getSelectedTextRange:fail input not exists undefined undefined")
