"""The places that ship: complete, on the globe, and found by any of their names."""

import pytest

from miniapp_host.devices.coordinates import distance
from miniapp_host.devices.place import on_the_globe
from miniapp_host.devices.places import PLACES, cities, found_places


def test_there_are_more_than_a_hundred_cities_with_both_names() -> None:
    assert len(cities()) > 100
    assert all(all((*city.name, *city.address)) for city in cities())
    assert all(on_the_globe(city.latitude, city.longitude) for city in cities())


def test_no_two_cities_are_the_same_or_at_the_same_place() -> None:
    assert len({city.name for city in cities()}) == len(cities())
    assert len({(city.latitude, city.longitude) for city in cities()}) == len(cities())


@pytest.mark.parametrize(
    ("well_known", "city"), [(0, "Beijing"), (1, "Shanghai"), (10, "Paris"), (8, "Tokyo")]
)
def test_a_city_lies_where_its_sights_are(well_known: int, city: str) -> None:
    sight = PLACES[well_known]
    (found,) = (one for one in cities() if one.name.en == city)
    away = distance((sight.latitude, sight.longitude), (found.latitude, found.longitude))
    assert away < 15_000


@pytest.mark.parametrize(
    ("wanted", "first"),
    [
        ("hang", "Hangzhou"),
        ("杭州", "Hangzhou"),
        ("SAO PAULO", "São Paulo"),
        ("são", "São Paulo"),
        ("tiananmen", "Tiananmen"),
        ("外滩", "The Bund"),
    ],
)
def test_a_place_is_found_by_each_of_its_names(wanted: str, first: str) -> None:
    assert found_places(wanted)[0].name.en == first


def test_a_name_comes_before_an_address() -> None:
    names = [place.name.en for place in found_places("paris")]
    assert names == ["Paris", "Eiffel Tower"]


def test_what_nobody_knows_is_not_found() -> None:
    assert found_places("atlantis") == ()
