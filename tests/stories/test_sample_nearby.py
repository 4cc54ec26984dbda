"""Nearby: sorts places by distance if it may, and works if it may not."""

from collections.abc import Callable

import pytest

from miniapp_host.devices.location import PLACES
from miniapp_host.devices.switches import Switch
from tests.driver import PageDriver
from tests.stories.person import PROMPT, Person

LOCATION = "scope.userLocation"
Sample = Callable[[str], PageDriver]


@pytest.fixture(autouse=True)
def in_guangzhou(person: Person) -> None:
    person.phone.programs.devices.location.move(PLACES[2])


def rows(page: PageDriver) -> list[str]:
    found = page.in_page("[...page.querySelectorAll('.row')].map((row) => row.innerText)")
    return [" ".join(row.split("\\n")) for row in found]


def test_it_asks_while_it_opens_and_sorts_once_it_may(open_sample: Sample, person: Person) -> None:
    page = open_sample("Nearby")
    person.waits_for(PROMPT)
    assert person.reads("programName") == "Nearby"
    assert person.reads("purpose") == "Sorts quiet places by distance"
    person.allows()
    page.wait_text("#position", "23.1066, 113.3245")
    page.wait_text(".heading", "Closest first")
    assert "Canton Tower" in rows(page)[0]
    assert rows(page)[0].endswith(" m")
    assert page.errors() == []


def test_refused_it_shows_everything_and_the_way_back(open_sample: Sample, person: Person) -> None:
    page = open_sample("Nearby")
    person.rejects()
    page.wait_text("#note", "No location, no problem")
    page.wait_text(".heading", "All places")
    assert len(rows(page)) == 14
    person.taps(page, "#settings")
    person.waits_for_switches({LOCATION: False})
    person.toggles(LOCATION)
    person.leaves_settings()
    page.wait_text("#position", "23.1066, 113.3245")
    assert not page.exists("#note")
    assert not person.sees(PROMPT)


def test_with_location_switched_off_it_says_so(open_sample: Sample, person: Person) -> None:
    person.phone.programs.devices.switches.turn(Switch.LOCATION, False)
    page = open_sample("Nearby")
    page.wait_text("#note", "Location is switched off on this phone.")
    assert not page.exists("#settings")
    assert not person.sees(PROMPT)
