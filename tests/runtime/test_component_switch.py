"""<switch>: slides or ticks, tells its new state, and obeys the program."""

from tests.conftest import OpenProgram
from tests.runtime.hearing import heard, hearing_page, wait_heard

ON = "page.defaultView.getComputedStyle(find('{}').shadowRoot.firstElementChild).backgroundColor"


def test_a_tap_turns_it_on_and_says_so(run_program: OpenProgram) -> None:
    page = run_program(hearing_page('<switch id="s" bindchange="hear" />'))
    page.tap("#s")
    assert wait_heard(page, "change") == {"value": True}
    page.wait(lambda: page.in_page(ON.format("#s")) == "rgb(7, 193, 96)", "green")
    page.tap("#s")
    assert wait_heard(page, "change", count=2) == {"value": False}


def test_it_starts_and_stays_as_the_program_says(run_program: OpenProgram) -> None:
    page = run_program(
        hearing_page('<switch id="s" checked disabled color="#ff0000" bindchange="hear" />')
    )
    assert page.in_page(ON.format("#s")) == "rgb(255, 0, 0)"
    page.tap("#s")
    page.run("1")
    assert heard(page, "change") == []


def test_as_a_checkbox_it_is_a_box_with_a_tick(run_program: OpenProgram) -> None:
    page = run_program({"index.wxml": '<switch id="s" type="checkbox" checked />'})
    box = page.box("#s")
    assert (box["width"], box["height"]) == (22, 22)


def test_model_binding_keeps_the_programs_data_up_to_date(run_program: OpenProgram) -> None:
    page = run_program(
        {
            "index.wxml": '<switch id="s" model:checked="{{on}}" /><view id="v">{{on}}</view>',
            "index.js": "Page({data: {on: false}})",
        }
    )
    page.tap("#s")
    page.wait_text("#v", "true")


def test_programs_restyle_its_inner_parts_by_the_phones_class_names(
    run_program: OpenProgram,
) -> None:
    page = run_program(
        {
            "index.wxml": '<switch id="s" checked />',
            "index.wxss": ".wx-switch-input { width: 40px } "
            ".wx-switch-input-checked { background: rgb(1, 2, 3) }",
        }
    )
    assert page.box("#s")["width"] == 40
    assert page.in_page(ON.format("#s")) == "rgb(1, 2, 3)"


def test_styles_may_say_what_an_inner_part_is_not(run_program: OpenProgram) -> None:
    page = run_program(
        {
            "index.wxml": '<switch id="off" class="a" /><switch id="on" class="a" checked /><switch id="b" class="b" />',
            "index.wxss": 'switch .wx-switch-input:not([class*="bg-"]) { width: 60px }'
            '.b .wx-switch-input:not([class*="switch"]) { width: 70px }'
            ".a .wx-switch-input:not(.wx-switch-input-checked) { background: rgb(4, 5, 6) !important }",
        }
    )
    assert [page.box(f"#{name}")["width"] for name in ("off", "on", "b")] == [60, 60, 60]
    assert page.in_page(ON.format("#off")) == "rgb(4, 5, 6)"
    assert page.in_page(ON.format("#on")) != "rgb(4, 5, 6)"
