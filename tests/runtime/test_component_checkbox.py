"""<checkbox> and <checkbox-group>: several may be ticked, the group tells which."""

from PySide6.QtCore import Qt

from tests.conftest import OpenProgram
from tests.driver import PageDriver
from tests.runtime.hearing import heard, hearing_page, wait_heard

GROUP = (
    '<checkbox-group bindchange="hear"><checkbox id="a" value="a" checked>A</checkbox>'
    '<checkbox id="b" value="b">B</checkbox><checkbox id="c" value="c" disabled>C</checkbox>'
    "</checkbox-group>"
)


def ticked(page: PageDriver, selector: str) -> bool:
    return bool(page.in_page(f"find('{selector}').ariaChecked === 'true'"))


def test_a_tap_ticks_and_unticks_and_the_group_tells_what_is_ticked(
    run_program: OpenProgram,
) -> None:
    page = run_program(hearing_page(GROUP))
    page.tap("#b")
    assert wait_heard(page, "change") == {"value": ["a", "b"]}
    page.tap("#a")
    assert wait_heard(page, "change", count=2) == {"value": ["b"]}
    assert (ticked(page, "#a"), ticked(page, "#b")) == (False, True)


def test_a_disabled_one_stays_as_it_is(run_program: OpenProgram) -> None:
    page = run_program(hearing_page(GROUP))
    page.tap("#c")
    page.tap("#b")
    wait_heard(page, "change")
    assert heard(page, "change") == [{"value": ["a", "b"]}]


def test_space_ticks_the_focused_one(run_program: OpenProgram) -> None:
    page = run_program(hearing_page(GROUP))
    page.press(Qt.Key.Key_Tab)
    page.wait(lambda: bool(page.in_page("page.activeElement?.id === 'a'")), "focus on A")
    page.press(Qt.Key.Key_Space)
    assert wait_heard(page, "change") == {"value": []}


def test_programs_restyle_box_and_tick_by_the_phones_class_names(
    run_program: OpenProgram,
) -> None:
    page = run_program(
        {
            "index.wxml": GROUP,
            "index.wxss": "checkbox .wx-checkbox-input { border-radius: 50%; width: 40rpx }"
            "checkbox .wx-checkbox-input.wx-checkbox-input-checked { background: rgb(1, 2, 3) }"
            "checkbox .wx-checkbox-input-checked::before { color: rgb(4, 5, 6) }",
        }
    )
    style = "page.defaultView.getComputedStyle(find('#a').shadowRoot.getElementById('input'){})"
    assert page.in_page(style.format("") + ".backgroundColor") == "rgb(1, 2, 3)"
    assert page.in_page(style.format(", '::before'") + ".color") == "rgb(4, 5, 6)"
