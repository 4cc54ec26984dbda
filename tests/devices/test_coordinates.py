import pytest
from hypothesis import given
from hypothesis import strategies as st

from miniapp_host.devices.coordinates import distance, fuzzy, gcj02, wgs84
from miniapp_host.devices.places import PLACES

latitudes = st.floats(-90, 90)
longitudes = st.floats(-180, 180)


@pytest.mark.parametrize(
    ("place", "expected"),
    [
        # googollee/eviltransform's published cases, to a metre
        ((31.1774276, 121.5272106), (31.17530398364597, 121.531541859215)),
        ((22.543847, 113.912316), (22.540796131694766, 113.9171764808363)),
        ((39.911954, 116.377817), (39.91334545536069, 116.38404722455657)),
    ],
)
def test_a_place_in_china_is_shifted_as_published(
    place: tuple[float, float], expected: tuple[float, float]
) -> None:
    assert distance(gcj02(*place), expected) < 1


def test_a_place_outside_china_is_not_shifted() -> None:
    assert gcj02(48.85837, 2.29448) == (48.85837, 2.29448)


@pytest.mark.parametrize("place", PLACES, ids=lambda place: place.name.en)
def test_the_way_back_from_the_map_ends_where_it_began(place) -> None:
    there = gcj02(place.latitude, place.longitude)
    assert distance(wgs84(*there), (place.latitude, place.longitude)) < 0.1


@given(latitudes, longitudes)
def test_a_coarse_place_is_kilometres_off_but_in_the_neighbourhood(
    latitude: float, longitude: float
) -> None:
    away = distance((latitude, longitude), fuzzy(latitude, longitude))
    assert 1_400 <= away <= 6_000


@given(latitudes, longitudes)
def test_a_coarse_place_is_on_the_globe_and_always_the_same(
    latitude: float, longitude: float
) -> None:
    coarse = fuzzy(latitude, longitude)
    assert coarse == fuzzy(latitude, longitude)
    assert -90 <= coarse[0] <= 90
    assert -180 <= coarse[1] <= 180


def test_neighbours_in_one_street_share_their_coarse_place() -> None:
    assert fuzzy(39.90875, 116.39752) == fuzzy(39.90876, 116.39755)


def test_a_degree_of_latitude_is_about_111_kilometres() -> None:
    assert distance((0, 0), (1, 0)) == pytest.approx(111_320, rel=0.001)
