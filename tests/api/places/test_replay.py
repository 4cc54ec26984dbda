"""A replayed way moves the phone, and every program that follows it hears where and how fast."""

from pathlib import Path

import pytest

from miniapp_host.devices.location import SimulatedLocation
from miniapp_host.devices.places import PLACES
from miniapp_host.devices.replay import Replay, Replayed
from miniapp_host.devices.track import TrackError
from tests.api.pretend_phone import FakeClock, Phone
from tests.devices.test_track import TIMED
from tests.shell.devices import FullDisk

NORTH = 31.001


@pytest.fixture
def way(tmp_path: Path) -> Path:
    file = tmp_path / "way.gpx"
    file.write_text(TIMED, "utf-8")
    return file


@pytest.fixture
def replay(phone: Phone, way: Path) -> Replay:
    made = Replay(phone.location, phone.clock)
    made.load(way)
    return made


def test_the_phone_goes_along_the_way_and_stays_at_its_end(phone: Phone, replay: Replay) -> None:
    replay.start()
    assert (phone.location.place.latitude, phone.location.place.longitude) == (31.0, 121.0)
    phone.clock.advance(20)
    assert phone.location.place.latitude == pytest.approx(NORTH)
    assert phone.location.place.name.en == "Along the river"
    phone.clock.advance(100)
    assert phone.location.place.longitude == pytest.approx(121.002)
    assert (replay.now.running, replay.now.share, phone.location.speed) == (False, 1, 0)


def test_a_program_that_follows_hears_place_and_speed(phone: Phone, replay: Replay) -> None:
    program = phone.open()
    program.decide("scope.userLocation", granted=True)
    program.call("startLocationUpdate", {"type": "wgs84"})
    replay.start()
    phone.clock.advance(10)
    told = [detail for name, detail in program.events if name == "locationChange"]
    assert told[-1]["latitude"] == pytest.approx(31.0005)
    assert told[-1]["speed"] == pytest.approx(5.57, abs=0.01)


def test_a_factor_is_how_many_times_as_fast(phone: Phone, replay: Replay) -> None:
    replay.start()
    phone.clock.advance(2)
    replay.hasten(8)
    phone.clock.advance(1)
    assert replay.now.passed == pytest.approx(10)
    assert phone.location.speed == pytest.approx(5.57 * 8, abs=0.05)


@pytest.mark.parametrize(("asked", "given"), [(0, 0.1), (-3, 0.1), (5000, 100)])
def test_a_factor_has_limits(replay: Replay, asked: float, given: float) -> None:
    replay.hasten(asked)
    assert replay.now.factor == given


def test_a_stopped_one_goes_on_from_where_it_is(phone: Phone, replay: Replay) -> None:
    replay.start()
    phone.clock.advance(10)
    replay.stop()
    phone.clock.advance(500)
    assert replay.now.passed == pytest.approx(10)
    assert phone.location.speed == 0
    replay.start()
    phone.clock.advance(10)
    assert replay.now.passed == pytest.approx(20)


def test_one_that_has_arrived_starts_anew(phone: Phone, replay: Replay) -> None:
    replay.start()
    phone.clock.advance(90)
    replay.start()
    assert phone.location.place.longitude == 121.0
    assert replay.now.running


def test_whoever_moves_the_phone_meanwhile_ends_it(phone: Phone, replay: Replay) -> None:
    replay.start()
    phone.location.move(PLACES[3])
    phone.clock.advance(5)
    assert not replay.now.running
    assert phone.location.place == PLACES[3]
    assert phone.clock.running == 0


def test_who_watches_hears_each_second_and_every_change(phone: Phone, replay: Replay) -> None:
    told: list[Replayed] = []
    unwatch = replay.watch(told.append)
    replay.start()
    phone.clock.advance(3)
    replay.stop()
    unwatch()
    replay.start()
    assert [(one.running, round(one.passed)) for one in told] == [
        (True, 0),
        (True, 1),
        (True, 2),
        (True, 3),
        (False, 3),
    ]


def test_a_file_that_is_no_way_leaves_the_present_one(
    replay: Replay, tmp_path: Path, phone: Phone
) -> None:
    replay.start()
    (tmp_path / "bad.gpx").write_text("{}")
    with pytest.raises(TrackError):
        replay.load(tmp_path / "bad.gpx")
    phone.clock.advance(1)
    assert replay.now.running


def test_without_a_way_nothing_starts(phone: Phone) -> None:
    here = phone.location.place
    Replay(phone.location, phone.clock).start()
    assert phone.location.place == here
    assert phone.clock.running == 0


def test_the_end_of_the_way_is_known_after_a_restart_not_what_lies_between(
    phone: Phone, replay: Replay
) -> None:
    before = phone.preferences.get("location.place")
    replay.start()
    phone.clock.advance(30)
    assert phone.preferences.get("location.place") == before
    phone.clock.advance(60)
    kept = phone.preferences.get("location.place")
    assert isinstance(kept, dict)
    assert kept["longitude"] == pytest.approx(121.002)


def test_a_disk_that_refuses_the_end_of_the_way_stops_nothing(way: Path, tmp_path: Path) -> None:
    clock, location = FakeClock(), SimulatedLocation(FullDisk(tmp_path / "p.json"))
    replay = Replay(location, clock)
    replay.load(way)
    replay.start()
    clock.advance(100)
    assert not replay.now.running
    assert location.place.longitude == pytest.approx(121.002)
