"""Places that the person comes back to."""

from pathlib import Path

import pytest

from miniapp_host.devices.favourites import Favourites
from miniapp_host.devices.place import point_on_map
from miniapp_host.devices.places import PLACES
from miniapp_host.devices.preferences import Preferences


@pytest.fixture
def preferences(tmp_path: Path) -> Preferences:
    return Preferences(tmp_path / "p.json")


def test_the_newest_is_first_and_all_are_there_after_a_restart(preferences: Preferences) -> None:
    favourites = Favourites(preferences)
    favourites.add(PLACES[1])
    favourites.add(PLACES[4])
    assert Favourites(preferences).places == (PLACES[4], PLACES[1])


def test_a_place_is_kept_once_and_comes_to_the_front(preferences: Preferences) -> None:
    favourites = Favourites(preferences)
    for place in (PLACES[1], PLACES[2], PLACES[1]):
        favourites.add(place)
    assert favourites.places == (PLACES[1], PLACES[2])
    assert favourites.has(point_on_map(PLACES[2].latitude, PLACES[2].longitude))


def test_who_watches_hears_of_what_changed_only(preferences: Preferences) -> None:
    favourites = Favourites(preferences)
    told: list[int] = []
    favourites.watch(lambda changed: told.append(len(changed.places)))
    favourites.add(PLACES[1])
    favourites.add(PLACES[1])
    favourites.remove(PLACES[3])
    favourites.remove(PLACES[1])
    assert told == [1, 0]


def test_the_fifty_first_takes_the_place_of_the_oldest(preferences: Preferences) -> None:
    favourites = Favourites(preferences)
    for step in range(51):
        favourites.add(point_on_map(1 + step / 10, 2))
    assert len(favourites.places) == 50
    assert favourites.places[-1].latitude == pytest.approx(1.1)


@pytest.mark.parametrize("kept", [None, 7, {"a": 1}, ["x", {"name": 3}, None]])
def test_what_is_no_place_is_left_out(preferences: Preferences, kept: object) -> None:
    preferences.set("location.favourites", kept)
    assert Favourites(preferences).places == ()
