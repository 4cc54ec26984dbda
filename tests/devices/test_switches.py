from pathlib import Path

from miniapp_host.devices.preferences import Preferences
from miniapp_host.devices.switches import Switch, Switches


def test_all_but_bluetooth_is_on_until_the_person_turns_it_off(tmp_path: Path) -> None:
    switches = Switches(Preferences(tmp_path / "p.json"))
    assert switches.location
    assert switches.album
    assert not switches.bluetooth
    switches.turn(Switch.ALBUM, on=False)
    assert switches.location
    assert not switches.album


def test_a_switch_stays_where_it_was_over_a_restart(tmp_path: Path) -> None:
    Switches(Preferences(tmp_path / "p.json")).turn(Switch.LOCATION, on=False)
    assert not Switches(Preferences(tmp_path / "p.json")).location


def test_who_watches_hears_each_real_move_once(tmp_path: Path) -> None:
    switches = Switches(Preferences(tmp_path / "p.json"))
    heard: list[Switch] = []
    unwatch = switches.watch(heard.append)
    switches.turn(Switch.LOCATION, on=True)
    switches.turn(Switch.LOCATION, on=False)
    switches.turn(Switch.LOCATION, on=False)
    unwatch()
    switches.turn(Switch.LOCATION, on=True)
    assert heard == [Switch.LOCATION]
