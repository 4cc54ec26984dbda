"""The person chooses another phone or turns it: the window, the page and the program follow."""

import json

import pytest

from miniapp_host.devices.display import Form
from tests.stories.asking_program import asking_program, wait_heard
from tests.stories.conftest import OpenProgram
from tests.stories.person import Person

WATCH = """wx.onWindowResize(({ size, deviceOrientation, ...rest }) => say(['wx',
  size.windowWidth, size.windowHeight, size.screenWidth, size.screenHeight, deviceOrientation,
  Object.keys(rest).length].join(' ')))"""
AUTO = {"index.json": '{"pageOrientation": "auto"}'}
FACTS = """{ const { safeArea: a, pixelRatio, statusBarHeight, screenWidth } = wx.getWindowInfo()
  say(['facts', screenWidth, pixelRatio, statusBarHeight, a.left, a.right, a.top, a.bottom,
    wx.getMenuButtonBoundingClientRect().right,
    wx.getSystemSetting().deviceOrientation].join(' ')) }"""


def app_json(**more: object) -> str:
    return json.dumps({"pages": ["pages/index/index"], **more})


def test_another_phone_has_another_size_and_other_edges(
    run_program: OpenProgram, person: Person
) -> None:
    page = run_program(asking_program({"facts": FACTS}, on_load=WATCH))
    person.phone.memory.display.choose(Form.SMALL)
    person.wait(lambda: person.window.width() == 375, "a small phone")
    resized = "wx 375 603 375 667 portrait 0"
    wait_heard(page, resized)
    person.miniapp.tap("#facts")
    wait_heard(page, resized, "facts 375 2 20 0 375 20 667 368 portrait")


def test_a_page_that_may_turn_turns_with_the_phone(
    run_program: OpenProgram, person: Person
) -> None:
    page = run_program(asking_program({"facts": FACTS}, on_load=WATCH, files=AUTO))
    assert person.window.width() == 390
    person.phone.memory.display.turn(True)
    person.wait(lambda: person.window.width() == 844, "the phone lies")
    assert person.window.height() == 390
    resized = "wx 844 346 844 390 landscape 0"
    wait_heard(page, resized)
    person.miniapp.tap("#facts")
    wait_heard(page, resized, "facts 844 3 0 44 800 0 369 793 landscape")
    person.phone.memory.display.turn(False)
    person.wait(lambda: person.window.width() == 390, "the phone stands")


def test_a_page_that_says_nothing_stays_upright_in_a_turned_phone(
    run_program: OpenProgram, person: Person
) -> None:
    run_program(asking_program())
    height = person.window.height()
    person.phone.memory.display.turn(True)
    assert (person.window.width(), person.window.height()) == (390, height)


def test_a_landscape_page_lies_from_its_first_moment_and_home_stands(
    run_program: OpenProgram, person: Person
) -> None:
    files = {"app.json": app_json(window={"pageOrientation": "landscape"})}
    page = run_program(asking_program(on_load=FACTS, files=files))
    wait_heard(page, "facts 844 3 0 44 800 0 369 793 landscape")
    person.clicks("homeIndicator")
    person.waits_for("launcher")
    assert person.window.width() == 390


@pytest.mark.parametrize(("resizable", "width"), [(True, 1024), (False, 768)])
def test_on_a_turned_tablet_only_a_resizable_program_lies(
    run_program: OpenProgram, person: Person, resizable: bool, width: int
) -> None:
    person.phone.memory.display.choose(Form.TABLET)
    person.phone.memory.display.turn(True)
    assert person.window.width() == 1024
    run_program(asking_program(files={"app.json": app_json(resizable=resizable)}))
    assert person.window.width() == width
