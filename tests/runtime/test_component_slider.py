"""<slider>: dragged, clicked or moved with keys; tells while and after."""

from PySide6.QtCore import Qt

from tests.conftest import OpenProgram
from tests.driver import PageDriver
from tests.runtime.hearing import click_at, drag, heard, hearing_page, inner, point_in, wait_heard

SLIDER = '<slider id="s" value="50" bindchange="hear" bindchanging="hear" {} />'


def knob(page: PageDriver) -> float:
    """Where the knob's middle stands on the rail, in percent."""
    return float(inner(page, "#s", "parseFloat(part('handle').style.left)"))


def test_a_drag_tells_every_number_and_the_last_one_again(run_program: OpenProgram) -> None:
    page = run_program(hearing_page(SLIDER.format("")))
    assert knob(page) == 50
    drag(page, point_in(page, "#s", 0.5), point_in(page, "#s", 0.75))
    assert wait_heard(page, "change") == {"value": 75}
    changing = [detail["value"] for detail in heard(page, "changing")]
    assert changing == sorted(changing)
    assert changing[-1] == 75
    assert knob(page) == 75


def test_it_stays_on_steps_between_min_and_max(run_program: OpenProgram) -> None:
    page = run_program(hearing_page(SLIDER.format('min="50" max="200" step="25"')))
    click_at(page, point_in(page, "#s", 0.7))
    assert wait_heard(page, "change") == {"value": 150}
    drag(page, point_in(page, "#s", 0.7), point_in(page, "#s", 0.99))
    assert wait_heard(page, "change", count=2) == {"value": 200}


def test_fractional_steps_give_clean_numbers(run_program: OpenProgram) -> None:
    page = run_program(hearing_page('<slider id="s" max="1" step="0.1" bindchange="hear" />'))
    click_at(page, point_in(page, "#s", 0.3))
    assert wait_heard(page, "change") == {"value": 0.3}


def test_arrow_keys_move_it_by_a_step(run_program: OpenProgram) -> None:
    page = run_program(hearing_page(SLIDER.format('step="5"')))
    page.press(Qt.Key.Key_Tab)
    page.wait(lambda: bool(page.in_page("page.activeElement?.id === 's'")), "focus")
    page.press(Qt.Key.Key_Right)
    assert wait_heard(page, "change") == {"value": 55}
    page.press(Qt.Key.Key_End)
    assert wait_heard(page, "change", count=2) == {"value": 100}


def test_it_shows_the_value_and_the_programs_colours(run_program: OpenProgram) -> None:
    page = run_program(
        {
            "index.wxml": '<slider id="s" value="30" show-value activeColor="rgb(1, 2, 3)" '
            'block-color="rgb(4, 5, 6)" block-size="20" />'
        }
    )
    assert inner(page, "#s", "part('number').textContent") == "30"
    assert inner(page, "#s", "part('fill').style.backgroundColor") == "rgb(1, 2, 3)"
    assert inner(page, "#s", "part('knob').style.backgroundColor") == "rgb(4, 5, 6)"
    assert inner(page, "#s", "part('knob').offsetWidth") == 20


def test_a_disabled_one_does_not_move(run_program: OpenProgram) -> None:
    page = run_program(hearing_page(SLIDER.format("disabled")))
    drag(page, point_in(page, "#s", 0.5), point_in(page, "#s", 0.9))
    assert heard(page, "change") == []
    assert knob(page) == 50
