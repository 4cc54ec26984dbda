"""The three-step hint of the first start: seen once, in nobody's way, and brought back by wish."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from miniapp_host.phone.phone import Phone
from miniapp_host.programs.samples import NEARBY
from miniapp_host.shell.home.first_steps_card import STEPS
from miniapp_host.shell.kit.label import PlainLabel
from miniapp_host.shell.settings.appearance import LanguageChoice
from tests.conftest import MakePhone
from tests.stories.person import Person

SEEN = "xcb"
"""A platform on which windows are seen."""


@pytest.fixture
def new_phone(phone: Phone, qtbot: QtBot) -> Phone:
    """A phone on which a person sees the hint, started for the first time."""
    phone.window.activateWindow()
    assert QTest.qWaitForWindowActive(phone.window)
    phone.first_steps.begin(SEEN)
    return phone


def titles(phone: Phone) -> list[str]:
    """The titles of steps that are on the screen."""
    words = {text for step in STEPS for text in step.title}
    labels = phone.window.findChildren(PlainLabel)
    return [one.text() for one in labels if one.isVisible() and one.text() in words]


def test_the_first_start_shows_three_steps_and_the_last_opens_nearby(
    new_phone: Phone, person: Person
) -> None:
    assert titles(new_phone) == ["This is a phone"]
    person.clicks("firstStepsNext")
    assert titles(new_phone) == ["Open your own program"]
    person.clicks("firstStepsBack")
    person.clicks("firstStepsNext")
    person.clicks("firstStepsNext")
    assert titles(new_phone) == ["Walk through a permission"]
    person.clicks("firstStepsNext")
    assert NEARBY in new_phone.running
    new_phone.close_program(NEARBY)
    assert titles(new_phone) == []


def test_whoever_has_closed_it_does_not_see_it_with_the_next_start(
    new_phone: Phone, person: Person, make_phone: MakePhone
) -> None:
    person.clicks("firstStepsClose")
    new_phone.close()
    again = make_phone()
    again.first_steps.begin(SEEN)
    assert titles(again) == []


@pytest.mark.parametrize("platform", ["offscreen", "minimal"])
def test_a_phone_that_nobody_sees_shows_no_hint(phone: Phone, platform: str) -> None:
    phone.first_steps.begin(platform)
    assert titles(phone) == []


def test_a_phone_that_is_only_built_as_scripts_do_shows_no_hint(phone: Phone) -> None:
    assert titles(phone) == []


def test_it_lies_over_nothing(new_phone: Phone, person: Person) -> None:
    person.launcher.press("Hello")
    assert "wxhello000000001" in new_phone.running


def test_it_waits_at_its_step_while_a_program_runs(new_phone: Phone, person: Person) -> None:
    person.clicks("firstStepsNext")
    person.opens_sample("Hello")
    person.miniapp.home()
    assert titles(new_phone) == ["Open your own program"]


def test_escape_leaves_it_and_tab_reaches_its_buttons(new_phone: Phone, person: Person) -> None:
    reached = set()
    for _ in range(20):
        person.miniapp.press(Qt.Key.Key_Tab)
        focused = QApplication.focusWidget()
        reached.add(focused.objectName() if focused is not None else "")
    assert {"firstStepsNext", "firstStepsClose"} <= reached
    person.miniapp.press(Qt.Key.Key_Escape)
    assert titles(new_phone) == []


def test_the_keyboard_goes_on_from_step_to_step(new_phone: Phone, person: Person) -> None:
    new_phone.first_steps.show()
    for title in ("Open your own program", "Walk through a permission"):
        person.miniapp.press(Qt.Key.Key_Return)
        assert titles(new_phone) == [title]


def test_it_speaks_the_language_of_the_phone_at_its_step(new_phone: Phone, person: Person) -> None:
    person.clicks("firstStepsNext")
    new_phone.appearance.choose_language(LanguageChoice.ZH)
    assert titles(new_phone) == ["打开你自己的小程序"]


def test_f1_brings_it_back_over_a_running_program(
    new_phone: Phone, person: Person, qtbot: QtBot
) -> None:
    person.clicks("firstStepsClose")
    new_phone.open(NEARBY)
    person.miniapp.press(Qt.Key.Key_F1)
    person.clicks("showFirstSteps")
    qtbot.waitUntil(lambda: titles(new_phone) == ["This is a phone"])
    assert new_phone.window.front is None
    focused = QApplication.focusWidget()
    assert focused is not None
    assert focused.objectName() == "firstStepsNext"


def test_the_settings_bring_it_back(new_phone: Phone, person: Person, qtbot: QtBot) -> None:
    person.clicks("firstStepsClose")
    person.clicks("hostSettings")
    person.clicks("hostFirstSteps")
    qtbot.waitUntil(lambda: titles(new_phone) == ["This is a phone"])


def test_without_programs_the_empty_launcher_says_enough(new_phone: Phone, person: Person) -> None:
    for program in new_phone.memory.library.programs():
        new_phone.delete(program.id)
    assert titles(new_phone) == []
    assert person.sees("launcherEmpty")


def test_without_nearby_the_last_step_only_ends(new_phone: Phone, person: Person) -> None:
    new_phone.delete(NEARBY)
    person.clicks("firstStepsNext")
    person.clicks("firstStepsNext")
    person.clicks("firstStepsNext")
    assert new_phone.running == {}
    assert titles(new_phone) == []
