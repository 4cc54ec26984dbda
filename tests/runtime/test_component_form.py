"""<form> and <label>: what is sent, what is put back, and who is meant by a tap on a label."""

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
  <button id="send" form-type="submit">Send</button><button id="back" formType="reset">Back</button>
</form>"""
STANDARD = {
    "on": True, "one": "b", "some": [], "number": 40, "text": "hello", "lines": "two", "pick": 1,
}  # fmt: skip


def test_submit_sends_every_named_field(run_program: OpenProgram) -> None:
    page = run_program(hearing_page(FIELDS))
    page.tap("#send")
    assert wait_heard(page, "submit")["value"] == STANDARD


def test_reset_puts_every_field_back(run_program: OpenProgram) -> None:
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
    assert wait_heard(page, "submit", count=2)["value"] == STANDARD


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
