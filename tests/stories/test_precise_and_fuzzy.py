"""The precise and the approximate place are two permissions; neither brings the other."""

import json

import pytest

from miniapp_host.devices.places import PLACES
from miniapp_host.testing.miniapp import MiniApp
from tests.stories.asking_program import asking_program, heard, wait_heard
from tests.stories.conftest import OpenProgram
from tests.stories.person import PROMPT, Person

PRECISE, FUZZY = "scope.userLocation", "scope.userFuzzyLocation"
WHERE = "success: ({ errMsg, ...place }) => say(JSON.stringify(place)), fail: told.fail"
CALLS = {
    "precise": f"wx.getLocation({{ {WHERE} }})",
    "chinese": f"wx.getLocation({{ type: 'gcj02', altitude: true, {WHERE} }})",
    "fuzzy": f"wx.getFuzzyLocation({{ type: 'wgs84', {WHERE} }})",
    "choose": f"wx.chooseLocation({{ {WHERE} }})",
}


def place(person: Person, page: MiniApp, button: str) -> dict[str, float]:
    """What the program is told after a tap on `button`; the person allows if asked."""
    before = len(heard(page))
    person.miniapp.tap(f"#{button}")
    page.wait(lambda: person.sees(PROMPT) or len(heard(page)) > before, "a prompt or an answer")
    if person.sees(PROMPT):
        person.prompt.allow()
    page.wait(lambda: len(heard(page)) > before, "an answer")
    return dict(json.loads(heard(page)[-1]))


@pytest.mark.parametrize(("first", "second"), [("precise", "fuzzy"), ("fuzzy", "precise")])
def test_allowing_one_leaves_the_other_undecided(
    run_program: OpenProgram, person: Person, first: str, second: str
) -> None:
    page = run_program(asking_program(CALLS))
    person.miniapp.tap(f"#{first}")
    person.prompt.allow()
    page.wait(lambda: len(heard(page)) == 1, "the place")
    person.miniapp.tap(f"#{second}")
    person.prompt.deny()
    page.wait(lambda: len(heard(page)) == 2, "the refusal")
    person.settings.open()
    scopes = {"precise": PRECISE, "fuzzy": FUZZY}
    person.settings.expect({scopes[first]: True, scopes[second]: False})
    person.settings.leave()
    person.miniapp.tap(f"#{first}")
    page.wait(lambda: len(heard(page)) == 3, "the place again")
    assert heard(page)[2] == heard(page)[0]


def test_the_precise_place_is_where_the_phone_is(run_program: OpenProgram, person: Person) -> None:
    page = run_program(asking_program(CALLS))
    there = PLACES[2]
    person.phone.programs.devices.location.move(there)
    told = place(person, page, "precise")
    assert (told["latitude"], told["longitude"]) == (there.latitude, there.longitude)
    assert told.keys() == {
        "latitude", "longitude", "speed", "accuracy", "verticalAccuracy", "horizontalAccuracy"
    }  # fmt: skip
    chinese = place(person, page, "chinese")
    assert chinese["altitude"] == there.altitude
    assert 0.001 < abs(chinese["latitude"] - told["latitude"]) < 0.01


def test_the_fuzzy_place_is_kilometres_off_and_always_the_same(
    run_program: OpenProgram, person: Person
) -> None:
    page = run_program(asking_program(CALLS))
    here = PLACES[0]
    told = place(person, page, "fuzzy")
    assert told.keys() == {"latitude", "longitude"}
    off = abs(told["latitude"] - here.latitude) + abs(told["longitude"] - here.longitude)
    assert 0.005 < off < 0.3
    assert place(person, page, "fuzzy") == told


def test_a_place_is_chosen_by_the_person_and_may_be_declined(
    run_program: OpenProgram, person: Person
) -> None:
    page = run_program(asking_program(CALLS))
    person.miniapp.tap("#choose")
    person.prompt.allow()
    person.waits_for("placePicker")
    person.clicks("back")
    wait_heard(page, "chooseLocation:fail cancel 1")
    person.miniapp.tap("#choose")
    person.clicks("place_1")
    person.clicks("placeDone")
    page.wait(lambda: len(heard(page)) == 2, "the chosen place")
    assert json.loads(heard(page)[1])["name"] == "The Bund"
