from pathlib import Path

import pytest

from miniapp_host.devices.location import SimulatedLocation
from miniapp_host.devices.place import Place
from miniapp_host.devices.places import PLACES
from miniapp_host.devices.preferences import Preferences
from miniapp_host.texts import Text


def receiver(folder: Path) -> SimulatedLocation:
    return SimulatedLocation(Preferences(folder / "p.json"))


def test_there_is_a_dozen_places_to_choose_from_in_both_languages() -> None:
    assert len(PLACES) >= 12
    assert all(place.name.en and place.name.zh and place.address.zh for place in PLACES)


def test_the_phone_stays_where_it_was_put_over_a_restart(tmp_path: Path) -> None:
    home = Place(Text("Home", "家"), Text("Here", "这里"), 30.5, 114.3, 23.0)
    receiver(tmp_path).move(home)
    assert receiver(tmp_path).place == home


def test_who_watches_hears_of_each_move(tmp_path: Path) -> None:
    location = receiver(tmp_path)
    heard: list[Place] = []
    unwatch = location.watch(heard.append)
    location.move(PLACES[3])
    unwatch()
    location.move(PLACES[4])
    assert heard == [PLACES[3]]


@pytest.mark.parametrize("degrees", [(91, 0), (0, 181), (float("nan"), 0), (0, float("inf"))])
def test_a_place_that_is_not_on_the_globe_is_refused(
    tmp_path: Path, degrees: tuple[float, float]
) -> None:
    location = receiver(tmp_path)
    with pytest.raises(ValueError, match="globe"):
        location.move(Place(Text("x", "x"), Text("x", "x"), *degrees))
    assert location.place == PLACES[0]


@pytest.mark.parametrize(
    "kept",
    [
        7,
        {},
        {"name": "Home"},
        {"name": ["Home", "家"], "address": ["", ""], "latitude": "1", "longitude": 2},
        {"name": ["Home", "家"], "address": ["", ""], "latitude": 999, "longitude": 2},
        {"name": ["Home", "家"], "address": ["", ""], "latitude": True, "longitude": 2},
    ],
)
def test_a_damaged_place_counts_as_not_set(tmp_path: Path, kept: object) -> None:
    Preferences(tmp_path / "p.json").set("location.place", kept)
    assert receiver(tmp_path).place == PLACES[0]
