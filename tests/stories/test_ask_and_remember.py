"""The first whole: a program asks, a person allows, and the answer lasts."""

from collections.abc import Callable

from miniapp_host.permissions.decisions import Decision
from miniapp_host.testing.miniapp import MiniApp
from tests.conftest import MakePhone
from tests.stories.asking_program import SETTINGS, asking_program, heard, wait_heard
from tests.stories.conftest import AskPerson, OpenProgram
from tests.stories.person import PROMPT, Person

LOCATION = "scope.userLocation"
CALLS = {
    "locate": "wx.getLocation({ type: 'wgs84', ...told })",
    "ask": f"wx.authorize({{ scope: '{LOCATION}', ...told }})",
    "settings": SETTINGS,
}
PURPOSE = (
    '{"pages": ["pages/index/index"],'
    ' "window": {"navigationBarTitleText": "Quiet Places"},'
    ' "permission": {"scope.userLocation": {"desc": "Sorts places by distance"}}}'
)


def test_a_prompt_says_who_asks_for_what_and_why(run_program: OpenProgram, person: Person) -> None:
    page = run_program(asking_program(CALLS, files={"app.json": PURPOSE}))
    person.miniapp.tap("#locate")
    person.waits_for(PROMPT)
    assert person.reads("programName") == "Quiet Places"
    assert person.reads("scopeTitle") == "Access your location"
    assert person.reads("purpose") == "Sorts places by distance"
    assert heard(page) == []


def test_what_was_allowed_is_not_asked_again(run_program: OpenProgram, person: Person) -> None:
    page = run_program(asking_program(CALLS))
    person.miniapp.tap("#locate")
    person.prompt.allow()
    wait_heard(page, "getLocation:ok")
    person.miniapp.tap("#ask")
    person.miniapp.tap("#locate")
    wait_heard(page, "getLocation:ok", "authorize:ok", "getLocation:ok")
    assert not person.sees(PROMPT)
    person.miniapp.tap("#settings")
    wait_heard(page, *heard(page)[:3], '{"scope.userLocation":true}')


def test_authorize_asks_and_leaves_the_interface_alone(
    run_program: OpenProgram, person: Person
) -> None:
    page = run_program(asking_program(CALLS))
    person.miniapp.tap("#settings")
    wait_heard(page, "{}")
    person.miniapp.tap("#ask")
    person.prompt.allow()
    wait_heard(page, "{}", "authorize:ok")
    person.settings.open()
    assert person.settings.listed == {LOCATION: True}


def test_a_phone_that_was_switched_off_remembers(
    make_phone: MakePhone, at_phone: AskPerson, run_on: Callable[..., MiniApp]
) -> None:
    first = make_phone(moving=True)
    page = run_on(first, asking_program(CALLS))
    at_phone(first).miniapp.tap("#locate")
    at_phone(first).prompt.allow()
    wait_heard(page, "getLocation:ok")
    subject = page.program.subject
    first.close()

    second = make_phone()
    person = at_phone(second)
    assert second.store.decision(subject, LOCATION) is Decision.GRANTED
    page = run_on(second, asking_program(CALLS))
    person.miniapp.tap("#locate")
    wait_heard(page, "getLocation:ok")
    assert not person.sees(PROMPT)
    person.settings.open()
    assert person.settings.listed == {LOCATION: True}
