"""<form> and <label>: what is sent, what is emptied, and who is meant by a tap on a label."""

from tests.conftest import OpenProgram
from tests.runtime.hearing import heard, hearing_page, wait_heard

FIELDS = """
<form bindsubmit="hear" bindreset="hear">
  <switch name="on" checked />
  <radio-group name="one"><radio value="a" /><radio id="b" value="b" checked /></radio-group>
  <checkbox-group name="some"><checkbox id="c" value="c" /></checkbox-group>
  <slider name="number" value="40" />
  <input id="i" name="text" value="hello" />
  <textarea name="lines" value="two" style="height:30px" />
  <picker name="pick" range="{{['x', 'y']}}" value="{{1}}"><view>pick</view></picker>
  <input value="nameless" />
  <button id="send" form-type="submit" data-row="{{ {n: 7} }}">Send</button>
  <button id="back" formType="reset" data-way="back">Back</button>
</form>"""
STANDARD = {
    "on": True, "one": "b", "some": [], "number": 40, "text": "hello", "lines": "two", "pick": 1,
}  # fmt: skip


def test_submit_sends_every_named_field(run_program: OpenProgram) -> None:
    page = run_program(hearing_page(FIELDS))
    page.tap("#send")
    assert wait_heard(page, "submit")["value"] == STANDARD


def test_a_form_says_which_button_sent_or_emptied_it(run_program: OpenProgram) -> None:
    page = run_program(hearing_page(FIELDS))
    page.tap("#send")
    sender = wait_heard(page, "submit")["target"]
    assert (sender["id"], sender["dataset"]) == ("send", {"row": {"n": 7}})
    page.tap("#back")
    assert wait_heard(page, "reset")["target"]["dataset"] == {"way": "back"}


EMPTY = {
    "on": False, "one": "", "some": [], "number": 0, "text": "", "lines": "", "pick": -1,
}  # fmt: skip


def test_reset_empties_every_field(run_program: OpenProgram) -> None:
    page = run_program(hearing_page(FIELDS))
    page.tap("#i")
    page.wait(lambda: bool(page.in_page("page.activeElement === find('#i')")), "focus")
    page.type("!")
    page.tap("#c")
    page.tap("#send")
    changed = wait_heard(page, "submit")["value"]
    assert (changed["text"], changed["some"]) == ("hello!", ["c"])
    page.tap("#back")
    wait_heard(page, "reset")
    page.tap("#send")
    assert wait_heard(page, "submit", count=2)["value"] == EMPTY


OTHER_FIELDS = """
<form bindsubmit="hear" bindreset="hear">
  <slider name="number" min="5" value="40" />
  <picker name="several" mode="multiSelector" range="{{[['x', 'y']]}}" value="{{[1]}}"><view>s</view></picker>
  <picker name="time" mode="time" value="12:01"><view>t</view></picker>
  <picker name="date" mode="date" value="2020-01-01"><view>d</view></picker>
  <picker name="region" mode="region" value="{{['a', 'b', 'c']}}"><view>r</view></picker>
  <switch name="box" type="checkbox" checked />
  <button id="send" form-type="submit">Send</button><button id="back" form-type="reset">Back</button>
</form>"""


def test_reset_leaves_pickers_without_a_choice_and_sliders_at_their_least(
    run_program: OpenProgram,
) -> None:
    page = run_program(hearing_page(OTHER_FIELDS))
    page.tap("#back")
    wait_heard(page, "reset")
    page.tap("#send")
    assert wait_heard(page, "submit")["value"] == {
        "number": 5, "several": [], "time": "", "date": "", "region": [], "box": False,
    }  # fmt: skip


CHECKED = """
<radio-group><radio id="r1" checked value="1" /><radio id="r2" value="2" /></radio-group>
<checkbox-group><checkbox id="c1" checked="{{on}}" /></checkbox-group>
<switch id="s1" checked />
<view id="off" bindtap="off">off</view>
"""


def test_a_style_finds_a_field_by_checked_as_long_as_it_is(run_program: OpenProgram) -> None:
    page = run_program(
        {
            "index.wxml": CHECKED,
            "index.wxss": "radio[checked], checkbox[checked], switch[checked] { opacity: 0.5 }",
            "index.js": "Page({data: {on: true}, off() { this.setData({on: false}) }})",
        }
    )

    def found() -> list[str]:
        return [
            one for one in ("r1", "r2", "c1", "s1") if page.style(f"#{one}", "opacity") == "0.5"
        ]

    assert found() == ["r1", "c1", "s1"]
    page.tap("#r2")
    page.tap("#s1")
    page.tap("#off")
    page.wait(lambda: found() == ["r2"], "the style follows what is checked")


def test_a_custom_component_that_is_a_form_field_is_sent_too(run_program: OpenProgram) -> None:
    page = run_program(
        {
            **hearing_page(
                '<form bindsubmit="hear"><field name="mine" />'
                '<button id="send" form-type="submit">Send</button></form>'
            ),
            "index.json": '{"usingComponents": {"field": "/field/field"}}',
            "field/field.json": '{"component": true}',
            "field/field.js": "Component({behaviors: ['wx://form-field'], "
            "attached() { this.setData({value: 7}) }})",
            "field/field.wxml": "<view>7</view>",
        }
    )
    page.tap("#send")
    assert wait_heard(page, "submit")["value"] == {"mine": 7}


def test_a_label_taps_the_first_control_inside_or_the_one_it_names(
    run_program: OpenProgram,
) -> None:
    page = run_program(
        hearing_page(
            '<label id="around"><switch bindchange="hear" /><text>inside</text></label>'
            '<label id="for" for="named">named</label><switch id="named" bindchange="hear" />'
        )
    )
    page.tap("#around wx-text")
    assert wait_heard(page, "change") == {"value": True}
    page.tap("#for")
    wait_heard(page, "change", count=2)
    page.wait(lambda: page.in_page("find('#named').ariaChecked") == "true", "the named switch on")


def test_a_tap_on_the_control_inside_a_label_counts_once(run_program: OpenProgram) -> None:
    page = run_program(hearing_page('<label><switch id="s" bindchange="hear" />text</label>'))
    page.tap("#s")
    wait_heard(page, "change")
    page.run("1")
    assert heard(page, "change") == [{"value": True}]


def test_a_label_focuses_its_input(run_program: OpenProgram) -> None:
    page = run_program({"index.wxml": '<label id="l">Name<input id="i" /></label>'})
    page.tap("#l")
    page.tap("#i")
    page.wait(lambda: bool(page.in_page("page.activeElement === find('#i')")), "focus")


def test_a_label_taps_its_button(run_program: OpenProgram) -> None:
    page = run_program(
        hearing_page(
            '<form bindsubmit="hear"><label id="l" for="b">Send it</label>'
            '<button id="b" form-type="submit" bindtap="hear">Send</button></form>'
        )
    )
    page.tap("#l")
    wait_heard(page, "submit")
    assert len(heard(page, "tap")) == 1
