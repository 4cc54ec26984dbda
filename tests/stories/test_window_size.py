"""A program that wants the phone higher or lower is heard, and hears of every new size."""

from tests.stories.asking_program import asking_program, wait_heard
from tests.stories.conftest import OpenProgram
from tests.stories.person import Person

SMALLER = "wx.setWindowSize({ width: 390, height: 600, ...told })"
WATCH = """wx.onWindowResize(({ size }) => say(`${size.windowWidth} ${size.windowHeight}`))"""
BARS = 88


def test_the_phone_takes_the_height_and_the_program_hears_its_size(
    run_program: OpenProgram, person: Person
) -> None:
    page = run_program(asking_program({"smaller": SMALLER}, on_load=WATCH))
    person.miniapp.tap("#smaller")
    person.wait(lambda: person.window.height() == 600, "the phone is smaller")
    wait_heard(page, f"390 {600 - BARS}", "setWindowSize:ok")
