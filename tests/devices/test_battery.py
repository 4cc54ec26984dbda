"""The battery: as full as the person says."""

from pathlib import Path

import pytest

from miniapp_host.devices.battery import Battery, Charge
from miniapp_host.devices.preferences import Preferences


@pytest.fixture
def preferences(tmp_path: Path) -> Preferences:
    return Preferences(tmp_path / "p.json")


def test_a_new_one_is_nearly_full_and_a_set_one_stays_over_a_restart(
    preferences: Preferences,
) -> None:
    assert Battery(preferences).charge == Charge(90, False, False)
    Battery(preferences).set(Charge(12, True, True))
    assert Battery(preferences).charge == Charge(12, True, True)


def test_the_same_again_is_not_announced(preferences: Preferences) -> None:
    battery, told = Battery(preferences), []
    battery.watch(told.append)
    battery.set(Charge())
    battery.set(Charge(5))
    assert told == [Charge(5)]


@pytest.mark.parametrize("level", [0, 101, -1])
def test_a_level_that_there_is_not_is_refused(preferences: Preferences, level: int) -> None:
    battery = Battery(preferences)
    with pytest.raises(ValueError, match="level"):
        battery.set(Charge(level))
    assert battery.charge == Charge()


@pytest.mark.parametrize("kept", [7, [], {"level": 400}, {"level": True}, {"level": "50"}])
def test_a_damaged_charge_counts_as_not_set(preferences: Preferences, kept: object) -> None:
    preferences.set("battery", kept)
    assert Battery(preferences).charge == Charge()
