"""Nearby: sorts places by distance if it may, and works if it may not."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt

from miniapp_host.devices.places import PLACES
from miniapp_host.devices.switches import Switch
from tests.conftest import MakePhone
from tests.driver import PageDriver
from tests.stories.conftest import AskPerson
from tests.stories.person import PROMPT, Person

LOCATION = "scope.userLocation"
Sample = Callable[[str], PageDriver]


@pytest.fixture(autouse=True)
def in_guangzhou(person: Person) -> None:
    person.phone.programs.devices.location.move(PLACES[2])


def rows(page: PageDriver) -> list[str]:
    found = page.in_page("[...page.querySelectorAll('.row')].map((row) => row.innerText)")
    return [" ".join(row.split("\\n")) for row in found]


def test_it_opens_with_every_place_and_asks_nothing(open_sample: Sample, person: Person) -> None:
    page = open_sample("Nearby")
    page.wait_text("#locate", "Use my location")
    page.wait_text(".heading", "All places")
    assert len(rows(page)) == 14
    assert not page.exists("#note")
    assert not person.sees(PROMPT)


def test_its_button_asks_and_the_list_is_sorted_once_it_may(
    open_sample: Sample, person: Person
) -> None:
    page = open_sample("Nearby")
    person.taps(page, "#locate")
    person.waits_for(PROMPT)
    assert person.reads("programName") == "Nearby"
    assert person.reads("purpose") == "Sorts quiet places by distance"
    person.allows()
    page.wait_text("#position", "23.1066, 113.3245")
    page.wait_text(".heading", "Closest first")
    assert "Canton Tower" in rows(page)[0]
    assert rows(page)[0].endswith(" m")
    assert not page.exists("#locate")
    assert page.errors() == []


def test_refused_it_says_what_is_missing_and_offers_the_settings(
    open_sample: Sample, person: Person
) -> None:
    page = open_sample("Nearby")
    person.taps(page, "#locate")
    person.rejects()
    page.wait_text("#note", "Without your location the list can’t be sorted by distance.")
    page.wait_text(".heading", "All places")
    assert len(rows(page)) == 14
    assert not page.exists("#locate")
    person.taps(page, "#settings")
    person.waits_for_switches({LOCATION: False})
    person.toggles(LOCATION)
    person.leaves_settings()
    page.wait_text("#position", "23.1066, 113.3245")
    assert not page.exists("#note")
    assert not person.sees(PROMPT)


def test_what_is_switched_behind_the_three_dots_is_picked_up_without_asking(
    open_sample: Sample, person: Person
) -> None:
    page = open_sample("Nearby")
    person.taps(page, "#locate")
    person.rejects()
    page.wait_for("#note")
    person.opens_settings()
    person.toggles(LOCATION)
    person.leaves_settings()
    page.wait_text("#position", "23.1066, 113.3245")
    person.opens_settings()
    person.turns_off(LOCATION)
    person.leaves_settings()
    page.wait_text("#note", "Without your location")
    page.wait_text(".heading", "All places")
    assert not person.sees(PROMPT)


def test_a_prompt_that_was_closed_leaves_the_button_that_asks_again(
    open_sample: Sample, person: Person
) -> None:
    page = open_sample("Nearby")
    person.taps(page, "#locate")
    person.waits_for(PROMPT)
    person.presses(Qt.Key.Key_Escape)
    person.waits_until_gone(PROMPT)
    person.taps(page, "#locate")
    person.allows()
    page.wait_text("#position", "23.1066, 113.3245")


def test_opened_again_it_remembers_what_was_decided(open_sample: Sample, person: Person) -> None:
    page = open_sample("Nearby")
    person.taps(page, "#locate")
    person.allows()
    page.wait_text("#position", "23.1066, 113.3245")
    person.phone.close_program(page.program.id)
    again = open_sample("Nearby")
    again.wait_text("#position", "23.1066, 113.3245")
    assert not person.sees(PROMPT)


def test_with_location_switched_off_it_says_so(open_sample: Sample, person: Person) -> None:
    person.phone.programs.devices.switches.turn(Switch.LOCATION, False)
    page = open_sample("Nearby")
    person.taps(page, "#locate")
    page.wait_text("#note", "Location is switched off on this phone.")
    assert not page.exists("#settings")
    assert not person.sees(PROMPT)
    person.phone.programs.devices.switches.turn(Switch.LOCATION, True)
    person.taps(page, "#locate")
    person.waits_for(PROMPT)


def test_it_runs_as_a_release_too(make_phone: MakePhone, at_phone: AskPerson) -> None:
    person = at_phone(make_phone(version="release"))
    page = person.opens_sample("Nearby")
    person.taps(page, "#locate")
    person.allows()
    page.wait_text(".heading", "Closest first")
    assert page.log_lines() == []


def test_a_row_leads_to_the_place_on_the_map(open_sample: Sample, person: Person) -> None:
    page = open_sample("Nearby")
    person.taps(page, ".row:nth-child(3)")
    person.waits_for("placePage")
    assert "Canton Tower" in person.words("placePage")
    assert not person.sees(PROMPT)
