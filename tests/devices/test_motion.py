"""How the phone is held: angles, the way its top points, and where the ground is."""

from pathlib import Path

import pytest

from miniapp_host.devices.motion import FLAT, ON_ITS_SIDE, UPRIGHT, Attitude, Motion
from miniapp_host.devices.preferences import Preferences


@pytest.fixture
def preferences(tmp_path: Path) -> Preferences:
    return Preferences(tmp_path / "p.json")


@pytest.mark.parametrize(
    ("attitude", "gravity"),
    [
        (FLAT, (0, 0, -1)),
        (UPRIGHT, (0, -1, 0)),
        (Attitude(beta=180), (0, 0, 1)),
        (Attitude(gamma=90), (1, 0, 0)),
        (ON_ITS_SIDE, (-1, 0, 0)),
        (Attitude(alpha=77), (0, 0, -1)),
    ],
)
def test_an_accelerometer_at_rest_reads_the_way_to_the_ground(
    attitude: Attitude, gravity: tuple[float, float, float]
) -> None:
    assert attitude.gravity == pytest.approx(gravity, abs=0.02)


@pytest.mark.parametrize(
    ("attitude", "heading"),
    [
        (FLAT, 0),
        (Attitude(alpha=90), 270),
        (Attitude(alpha=270), 90),
        (Attitude(alpha=10, beta=45), 350),
        (Attitude(beta=170), 180),
    ],
)
def test_a_compass_reads_where_its_top_points(attitude: Attitude, heading: float) -> None:
    assert attitude.heading == pytest.approx(heading)


@pytest.mark.parametrize("angles", [(400, 0, 0), (-10, 200, 0), (0, 30, 120), (5, -200, -95)])
def test_a_settled_attitude_is_the_same_one_within_the_documented_ranges(
    angles: tuple[float, float, float],
) -> None:
    attitude = Attitude(*angles)
    settled = attitude.settled()
    assert 0 <= settled.alpha < 360
    assert -180 <= settled.beta < 180
    assert -90 <= settled.gamma < 90
    assert settled.gravity == pytest.approx(attitude.gravity)
    assert settled.settled() == settled
    assert settled.heading == pytest.approx(attitude.heading)


def test_turning_is_told_at_once_and_remembered_when_it_ends(preferences: Preferences) -> None:
    motion, told = Motion(preferences), []
    motion.watch(told.append)
    motion.turn(Attitude(30, 40, 50))
    assert told == [Attitude(30, 40, 50)]
    assert Motion(preferences).attitude == FLAT
    motion.keep()
    assert Motion(preferences).attitude == Attitude(30, 40, 50)


@pytest.mark.parametrize("kept", [None, 3, [1, 2], ["1", 2, 3], [float("inf"), 0, 0]])
def test_a_damaged_attitude_counts_as_flat(preferences: Preferences, kept: object) -> None:
    preferences.set("motion", kept)
    assert Motion(preferences).attitude == FLAT
