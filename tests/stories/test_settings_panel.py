"""The settings of a program: what was decided, from wherever, as it is now."""

from collections.abc import Callable
from pathlib import Path

import pytest

from miniapp_host.devices.places import PLACES
from miniapp_host.permissions.decisions import Actor, Decision
from miniapp_host.testing.miniapp import MiniApp
from tests.conftest import MakePhone
from tests.stories.asking_program import SETTINGS, asking_program, heard, wait_heard
from tests.stories.conftest import AskPerson, OpenProgram
from tests.stories.person import PANEL, PROMPT, Person

LOCATION = "scope.userLocation"
FUZZY = "scope.userFuzzyLocation"
ALBUM = "scope.writePhotosAlbum"
CALLS = {
    "ask": """
      wx.authorize({ scope: 'scope.writePhotosAlbum', ...told })
      wx.authorize({ scope: 'scope.userLocation', ...told })""",
    "locate": "wx.getLocation(told)",
    "settings": SETTINGS,
}
FOLLOWING = {
    "follow": """
      wx.onLocationChange(({ latitude }) => say(`at ${latitude}`))
      wx.onLocationChangeError(({ errCode }) => say(`error ${errCode}`))
      wx.startLocationUpdate({ type: 'wgs84', ...told })"""
}


def test_it_lists_what_was_decided_in_the_order_of_deciding(
    run_program: OpenProgram, person: Person
) -> None:
    page = run_program(asking_program(CALLS))
    person.settings.open()
    assert person.sees("settingsEmpty")
    person.settings.expect({})
    person.settings.leave()
    person.miniapp.tap("#ask")
    person.prompt.deny()
    person.prompt.allow()
    wait_heard(page, "authorize:fail auth deny 103", "authorize:ok")
    person.settings.open()
    assert not person.sees("settingsEmpty")
    assert list(person.settings.listed.items()) == [(ALBUM, False), (LOCATION, True)]


@pytest.mark.parametrize("actor", [Actor.COMMAND, Actor.PROMPT])
def test_an_open_panel_shows_what_is_decided_elsewhere(
    run_program: OpenProgram, person: Person, actor: Actor
) -> None:
    page = run_program(asking_program(CALLS))
    store, subject = person.phone.store, page.program.subject
    person.settings.open()
    store.decide(subject, LOCATION, Decision.GRANTED, actor)
    person.settings.expect({LOCATION: True})
    store.decide(subject, ALBUM, Decision.DENIED, actor)
    store.decide(subject, LOCATION, Decision.DENIED, actor)
    person.settings.expect({LOCATION: False, ALBUM: False})
    store.decide(subject, LOCATION, Decision.UNDECIDED, actor)
    person.settings.expect({ALBUM: False})
    store.decide(subject, ALBUM, Decision.UNDECIDED, actor)
    person.waits_for("settingsEmpty")


def test_a_second_phone_on_the_same_data_redraws_the_open_panel(
    make_phone: MakePhone, at_phone: AskPerson, run_on: Callable[..., MiniApp]
) -> None:
    phone, other = make_phone(), make_phone()
    person = at_phone(phone)
    page = run_on(phone, asking_program(CALLS))
    subject = page.program.subject
    person.settings.open()
    for decision, switches in (
        (Decision.GRANTED, {LOCATION: True}),
        (Decision.DENIED, {LOCATION: False}),
        (Decision.UNDECIDED, {}),
    ):
        other.store.decide(subject, LOCATION, decision, Actor.SETTINGS)
        person.settings.expect(switches)


def test_a_prompt_goes_when_the_answer_comes_from_elsewhere(
    make_phone: MakePhone, at_phone: AskPerson, run_on: Callable[..., MiniApp]
) -> None:
    phone, other = make_phone(), make_phone()
    person = at_phone(phone)
    page = run_on(phone, asking_program(CALLS))
    person.miniapp.tap("#locate")
    person.waits_for(PROMPT)
    other.store.decide(page.program.subject, LOCATION, Decision.GRANTED, Actor.COMMAND)
    wait_heard(page, "getLocation:ok")
    assert not person.sees(PROMPT)


def test_switching_off_asks_once_per_visit(run_program: OpenProgram, person: Person) -> None:
    page = run_program(asking_program(CALLS))
    person.miniapp.tap("#ask")
    person.prompt.allow()
    person.prompt.allow()
    person.settings.open()

    person.settings.toggle(LOCATION)
    assert "Location" in person.reads("modalTitle")
    person.settings.expect({ALBUM: True, LOCATION: True})
    person.clicks("modalCancel")
    person.settings.expect({ALBUM: True, LOCATION: True})
    person.settings.turn_off(LOCATION)
    person.settings.expect({ALBUM: True, LOCATION: False})
    person.settings.toggle(ALBUM)
    assert not person.sees("modal")
    person.settings.expect({ALBUM: False, LOCATION: False})
    person.settings.toggle(ALBUM)
    person.settings.expect({ALBUM: True, LOCATION: False})
    person.settings.leave()

    person.settings.open()
    person.settings.toggle(ALBUM)
    assert person.sees("modal")
    person.clicks("modalConfirm")
    person.settings.expect({ALBUM: False, LOCATION: False})
    person.settings.leave()
    person.miniapp.tap("#settings")
    wait_heard(
        page,
        *heard(page)[:2],
        '{"scope.writePhotosAlbum":false,"scope.userLocation":false}',
    )


@pytest.mark.parametrize("where", ["here", "elsewhere"])
def test_switching_off_stops_running_location_updates_at_once(
    run_program: OpenProgram, person: Person, where: str
) -> None:
    page = run_program(asking_program(FOLLOWING))
    person.miniapp.tap("#follow")
    person.prompt.allow()
    wait_heard(page, "startLocationUpdate:ok", "at 39.90875")
    if where == "here":
        person.settings.open()
        person.settings.turn_off(LOCATION)
        person.settings.leave()
    else:
        store, subject = person.phone.store, page.program.subject
        store.decide(subject, LOCATION, Decision.DENIED, Actor.COMMAND)
    page.wait(lambda: heard(page)[-1] == "error 103", "the end of the updates")
    known = heard(page)
    move_and_see_nothing(person, page, known)


def move_and_see_nothing(person: Person, page: MiniApp, known: list[str]) -> None:
    """The phone travels on; the program hears only what it asks for from now on."""
    person.phone.programs.devices.location.move(PLACES[1])
    person.miniapp.tap("#follow")
    wait_heard(page, *known, "startLocationUpdate:fail auth deny 103")


def test_the_panel_closes_by_its_back_button_and_shows_the_page_again(
    run_program: OpenProgram, person: Person
) -> None:
    page = run_program(asking_program(CALLS))
    person.settings.open()
    person.settings.leave()
    person.miniapp.tap("#settings")
    wait_heard(page, "{}")
    assert not person.sees(PANEL)


def test_switches_of_one_program_are_none_of_anothers(
    run_program: OpenProgram, person: Person, tmp_path: Path, open_folder: OpenProgram
) -> None:
    page = run_program(asking_program(CALLS))
    person.miniapp.tap("#locate")
    person.prompt.allow()
    wait_heard(page, "getLocation:ok")
    person.miniapp.home()
    person.opens_sample("Nearby")
    person.miniapp.tap("#locate")
    person.waits_for(PROMPT)
    assert person.reads("programName") == "Nearby"
    person.prompt.deny()
    person.settings.open()
    person.settings.expect({LOCATION: False})
    assert person.phone.store.decision(page.program.subject, LOCATION) is Decision.GRANTED


def test_updates_end_when_another_phone_on_the_same_data_takes_the_permission_back(
    make_phone: MakePhone, at_phone: AskPerson, run_on: Callable[..., MiniApp]
) -> None:
    phone, other = make_phone(), make_phone()
    person = at_phone(phone)
    page = run_on(phone, asking_program(FOLLOWING))
    person.miniapp.tap("#follow")
    person.prompt.allow()
    page.wait(lambda: "at 39.90875" in heard(page), "the first place")
    other.store.decide(page.program.subject, LOCATION, Decision.DENIED, Actor.SETTINGS)
    page.wait(lambda: heard(page)[-1] == "error 103", "the end of the updates")


def test_restarting_from_the_panel_begins_anew_and_keeps_the_decisions(
    run_program: OpenProgram, person: Person
) -> None:
    page = run_program(asking_program(CALLS))
    person.miniapp.tap("#locate")
    person.prompt.allow()
    wait_heard(page, "getLocation:ok")
    person.settings.open()
    with person.qtbot.waitSignal(page.program.page_shown):
        person.clicks("restart")
    person.waits_until_gone(PANEL)
    assert heard(page) == []
    person.miniapp.tap("#locate")
    wait_heard(page, "getLocation:ok")
    assert not person.sees(PROMPT)
    person.settings.open()
    person.settings.expect({LOCATION: True})


def test_deleting_from_the_panel_asks_and_forgets(run_program: OpenProgram, person: Person) -> None:
    page = run_program(asking_program(CALLS))
    person.miniapp.tap("#locate")
    person.prompt.allow()
    wait_heard(page, "getLocation:ok")
    person.settings.open()
    person.clicks("delete")
    person.clicks("modalCancel")
    person.settings.expect({LOCATION: True})
    person.clicks("delete")
    person.clicks("modalConfirm")
    person.waits_until_gone(PANEL)
    assert person.phone.store.decisions(page.program.subject) == {}
    assert person.phone.memory.library.program(page.program.id) is None


def test_a_panel_waits_in_the_background(run_program: OpenProgram, person: Person) -> None:
    page = run_program(asking_program(CALLS))
    person.settings.open()
    person.miniapp.home()
    subject = page.program.subject
    person.phone.store.decide(subject, LOCATION, Decision.GRANTED, Actor.COMMAND)
    person.phone.open(page.program.id)
    person.waits_for(PANEL)
    person.settings.expect({LOCATION: True})
