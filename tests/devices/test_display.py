"""The phone's screen: four forms, two ways to hold them, and who may decide which is shown."""

from pathlib import Path

import pytest

from miniapp_host.devices.display import HOME, Display, Form, Hold, Orientation, Shape
from miniapp_host.devices.preferences import Preferences

PORTRAIT, AUTO = Hold(), Hold(Orientation.AUTO)
LANDSCAPE, RESIZABLE = Hold(Orientation.LANDSCAPE), Hold(resizable=True)


@pytest.fixture
def preferences(tmp_path: Path) -> Preferences:
    return Preferences(tmp_path / "preferences.json")


@pytest.fixture
def display(preferences: Preferences) -> Display:
    return Display(preferences)


def test_a_new_phone_is_the_standard_one_held_upright(display: Display) -> None:
    assert (display.form, display.turned) == (Form.STANDARD, False)
    assert display.shape_for(HOME) == Shape(390, 844, 3.0, top=44, bottom=34, side=0)


def test_form_and_hold_are_kept_over_restarts(preferences: Preferences, display: Display) -> None:
    display.choose(Form.LARGE)
    display.turn(True)
    again = Display(preferences)
    assert (again.form, again.turned) == (Form.LARGE, True)


@pytest.mark.parametrize("kept", ["phablet", 7, None, ["small"]])
def test_a_form_that_nobody_knows_counts_as_the_standard_one(
    preferences: Preferences, kept: object
) -> None:
    preferences.set("display.form", kept)
    preferences.set("display.turned", "yes")
    assert (Display(preferences).form, Display(preferences).turned) == (Form.STANDARD, False)


def test_only_a_change_is_announced(display: Display) -> None:
    told: list[tuple[Form, bool]] = []
    unwatch = display.watch(lambda changed: told.append((changed.form, changed.turned)))
    display.choose(Form.STANDARD)
    display.turn(False)
    display.choose(Form.SMALL)
    display.turn(True)
    unwatch()
    display.turn(False)
    assert told == [(Form.SMALL, False), (Form.SMALL, True)]


@pytest.mark.parametrize("form", [Form.SMALL, Form.STANDARD, Form.LARGE])
@pytest.mark.parametrize("turned", [False, True])
def test_a_phone_heeds_what_the_page_says(display: Display, form: Form, turned: bool) -> None:
    display.choose(form)
    display.turn(turned)
    lying = [display.shape_for(hold).landscape for hold in (HOME, PORTRAIT, AUTO, LANDSCAPE)]
    assert lying == [False, False, turned, True]


def test_a_tablet_heeds_only_whether_the_program_is_resizable(display: Display) -> None:
    display.choose(Form.TABLET)
    display.turn(True)
    lying = [display.shape_for(hold).landscape for hold in (HOME, LANDSCAPE, AUTO, RESIZABLE)]
    assert lying == [True, False, False, True]


def test_a_turned_phone_has_no_status_bar_and_its_camera_takes_both_sides() -> None:
    assert Form.STANDARD.shape(landscape=True) == Shape(844, 390, 3.0, top=0, bottom=21, side=44)
    assert Form.SMALL.shape(landscape=True) == Shape(667, 375, 2.0, top=0, bottom=0, side=0)
    assert Form.TABLET.shape(landscape=True) == Shape(1024, 768, 2.0, top=20, bottom=0, side=0)


def test_every_form_has_a_name_in_both_languages() -> None:
    assert all(all(form.title) for form in Form)
    assert len({form.title for form in Form}) == len(Form)


@pytest.mark.parametrize("word", ["sideways", None, 3])
def test_an_unknown_orientation_counts_as_portrait(word: object) -> None:
    assert Orientation.named(word) is Orientation.PORTRAIT
