"""Nearby: sorts places by distance if it may, and works if it may not."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt

from miniapp_host.devices.places import PLACES
from miniapp_host.devices.switches import Switch
from miniapp_host.testing.miniapp import MiniApp
from tests.conftest import MakePhone
from tests.stories.conftest import AskPerson
from tests.stories.person import PROMPT, Person

LOCATION = "scope.userLocation"
Sample = Callable[[str], MiniApp]


@pytest.fixture(autouse=True)
def in_guangzhou(person: Person) -> None:
    person.phone.programs.devices.location.move(PLACES[2])


def rows(page: MiniApp) -> list[str]:
    return page.texts_of(".row")


def test_it_opens_with_every_place_and_asks_nothing(open_sample: Sample, person: Person) -> None:
    page = open_sample("Nearby")
    page.expect_text("Use my location", within="#locate")
    page.expect_text("All places", within=".heading")
    assert len(rows(page)) == 14
    assert not page.shows("#note")
    assert not person.sees(PROMPT)


def test_its_button_asks_and_the_list_is_sorted_once_it_may(
    open_sample: Sample, person: Person
) -> None:
    page = open_sample("Nearby")
    person.miniapp.tap("#locate")
    person.waits_for(PROMPT)
    assert person.reads("programName") == "Nearby"
    assert person.reads("purpose") == "Sorts quiet places by distance"
    person.prompt.allow()
    page.expect_text("23.1066, 113.3245", within="#position")
    page.expect_text("Closest first", within=".heading")
    assert "Canton Tower" in rows(page)[0]
    assert rows(page)[0].endswith(" m")
    assert not page.shows("#locate")
    assert page.errors == []


def test_refused_it_says_what_is_missing_and_offers_the_settings(
    open_sample: Sample, person: Person
) -> None:
    page = open_sample("Nearby")
    person.miniapp.tap("#locate")
    person.prompt.deny()
    page.expect_text("Without your location the list can’t be sorted by distance.", within="#note")
    page.expect_text("All places", within=".heading")
    assert len(rows(page)) == 14
    assert not page.shows("#locate")
    person.miniapp.tap("#settings")
    person.settings.expect({LOCATION: False})
    person.settings.toggle(LOCATION)
    person.settings.leave()
    page.expect_text("23.1066, 113.3245", within="#position")
    assert not page.shows("#note")
    assert not person.sees(PROMPT)


def test_what_is_switched_behind_the_three_dots_is_picked_up_without_asking(
    open_sample: Sample, person: Person
) -> None:
    page = open_sample("Nearby")
    person.miniapp.tap("#locate")
    person.prompt.deny()
    page.expect("#note")
    person.settings.open()
    person.settings.toggle(LOCATION)
    person.settings.leave()
    page.expect_text("23.1066, 113.3245", within="#position")
    person.settings.open()
    person.settings.turn_off(LOCATION)
    person.settings.leave()
    page.expect_text("Without your location", within="#note")
    page.expect_text("All places", within=".heading")
    assert not person.sees(PROMPT)


def test_a_prompt_that_was_closed_leaves_the_button_that_asks_again(
    open_sample: Sample, person: Person
) -> None:
    page = open_sample("Nearby")
    person.miniapp.tap("#locate")
    person.waits_for(PROMPT)
    person.miniapp.press(Qt.Key.Key_Escape)
    person.waits_until_gone(PROMPT)
    person.miniapp.tap("#locate")
    person.prompt.allow()
    page.expect_text("23.1066, 113.3245", within="#position")


def test_opened_again_it_remembers_what_was_decided(open_sample: Sample, person: Person) -> None:
    page = open_sample("Nearby")
    person.miniapp.tap("#locate")
    person.prompt.allow()
    page.expect_text("23.1066, 113.3245", within="#position")
    person.phone.close_program(page.program.id)
    again = open_sample("Nearby")
    again.expect_text("23.1066, 113.3245", within="#position")
    assert not person.sees(PROMPT)


def test_with_location_switched_off_it_says_so(open_sample: Sample, person: Person) -> None:
    person.phone.programs.devices.switches.turn(Switch.LOCATION, False)
    page = open_sample("Nearby")
    person.miniapp.tap("#locate")
    page.expect_text("Location is switched off on this phone.", within="#note")
    assert not page.shows("#settings")
    assert not person.sees(PROMPT)
    person.phone.programs.devices.switches.turn(Switch.LOCATION, True)
    person.miniapp.tap("#locate")
    person.waits_for(PROMPT)


def test_it_runs_as_a_release_too(make_phone: MakePhone, at_phone: AskPerson) -> None:
    person = at_phone(make_phone(version="release"))
    page = person.opens_sample("Nearby")
    person.miniapp.tap("#locate")
    person.prompt.allow()
    page.expect_text("Closest first", within=".heading")
    assert page.console == []


def test_a_row_leads_to_the_place_on_the_map(open_sample: Sample, person: Person) -> None:
    open_sample("Nearby")
    person.miniapp.tap(".row:nth-child(3)")
    person.waits_for("placePage")
    assert "Canton Tower" in person.words("placePage")
    assert not person.sees(PROMPT)
