"""How good the network is: what the person sets, and that it is kept."""

import json
from pathlib import Path

import pytest

from miniapp_host.devices.conditions import Conditions, Connection, NetworkConditions, Preset
from miniapp_host.devices.preferences import Preferences


def test_a_new_phone_is_online_without_limits(tmp_path: Path) -> None:
    conditions = NetworkConditions(Preferences(tmp_path / "p.json"))
    assert conditions.present == Conditions()
    assert conditions.preset is Preset.ONLINE


@pytest.mark.parametrize("preset", Preset)
def test_conditions_outlive_a_restart(tmp_path: Path, preset: Preset) -> None:
    NetworkConditions(Preferences(tmp_path / "p.json")).set(preset.value)
    assert NetworkConditions(Preferences(tmp_path / "p.json")).preset is preset


def test_conditions_of_ones_own_have_no_preset(tmp_path: Path) -> None:
    conditions = NetworkConditions(Preferences(tmp_path / "p.json"))
    conditions.set(Conditions(Connection.FIVE_G, latency_ms=7, rate=900))
    assert conditions.preset is None
    again = NetworkConditions(Preferences(tmp_path / "p.json"))
    assert again.present == Conditions(Connection.FIVE_G, 7, 900)


def test_each_change_is_told_once(tmp_path: Path) -> None:
    conditions = NetworkConditions(Preferences(tmp_path / "p.json"))
    heard: list[Conditions] = []
    conditions.watch(heard.append)
    for preset in (Preset.ONLINE, Preset.OFFLINE, Preset.OFFLINE, Preset.THREE_G):
        conditions.set(preset.value)
    assert heard == [Preset.OFFLINE.value, Preset.THREE_G.value]


@pytest.mark.parametrize(
    "kept", [3, {"connection": "6g", "latency": -1, "rate": True}, {"latency": "1"}, []]
)
def test_nonsense_in_the_preferences_counts_as_not_set(tmp_path: Path, kept: object) -> None:
    (tmp_path / "p.json").write_text(json.dumps({"network": kept}))
    assert NetworkConditions(Preferences(tmp_path / "p.json")).present == Conditions()
