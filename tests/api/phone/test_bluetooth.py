"""An adapter that has to be switched on and opened first, and that finds nothing."""

import pytest

from miniapp_host.devices.switches import Switch
from tests.api.pretend_phone import OpenProgram, Phone

NOT_INIT = {"errno": 1500101, "errCode": 10000}
OTHERS = [
    "getBluetoothAdapterState",
    "startBluetoothDevicesDiscovery",
    "getBluetoothDevices",
    "createBLEConnection",
    "writeBLECharacteristicValue",
    "closeBluetoothAdapter",
]


@pytest.fixture
def program(phone: Phone) -> OpenProgram:
    """One that may, on a phone with Bluetooth."""
    phone.switches.turn(Switch.BLUETOOTH, on=True)
    found = phone.open()
    found.decide("scope.bluetooth", granted=True)
    return found


@pytest.mark.parametrize("name", OTHERS)
def test_the_others_ask_for_the_adapter_first(program: OpenProgram, name: str) -> None:
    assert program.result(name) == {"errMsg": f"{name}:fail:not init", **NOT_INIT}


def test_without_an_adapter_nothing_works_but_waiting_for_it(
    program: OpenProgram, phone: Phone
) -> None:
    phone.switches.turn(Switch.BLUETOOTH, on=False)
    for name in ("openBluetoothAdapter", "startBluetoothDevicesDiscovery", "createBLEConnection"):
        unavailable = {"errMsg": f"{name}:fail:not available", "errno": 1500102, "errCode": 10001}
        assert program.result(name) == unavailable
    assert program.result("getBluetoothAdapterState")["available"] is False
    phone.switches.turn(Switch.BLUETOOTH, on=True)
    told = ("bluetoothAdapterStateChange", {"available": True, "discovering": False})
    assert program.events == [told]


def test_it_searches_and_finds_nothing(program: OpenProgram) -> None:
    assert program.message("openBluetoothAdapter") == "openBluetoothAdapter:ok"
    assert program.result("getBluetoothAdapterState")["discovering"] is False
    assert program.result("startBluetoothDevicesDiscovery")["isDiscovering"] is True
    assert program.result("getBluetoothAdapterState")["discovering"] is True
    assert program.result("getBluetoothDevices")["devices"] == []
    program.result("startBluetoothDevicesDiscovery")
    program.result("stopBluetoothDevicesDiscovery")
    told = [state for name, state in program.events if name == "bluetoothAdapterStateChange"]
    assert told == [{"available": True, "discovering": on} for on in (True, False)]


def test_what_needs_a_device_misses_it(program: OpenProgram) -> None:
    program.result("openBluetoothAdapter")
    assert program.result("createBLEConnection")["errCode"] == 10002
    assert program.result("writeBLECharacteristicValue")["errCode"] == 10006


def test_closed_it_has_to_be_opened_again(program: OpenProgram) -> None:
    program.result("openBluetoothAdapter")
    assert program.message("closeBluetoothAdapter") == "closeBluetoothAdapter:ok"
    assert program.result("getBluetoothAdapterState")["errCode"] == 10000


def test_a_restarted_program_begins_anew(program: OpenProgram, phone: Phone) -> None:
    program.result("openBluetoothAdapter")
    program.close()
    assert phone.open().result("getBluetoothAdapterState")["errCode"] == 10000


def test_refused_it_does_not_open(phone: Phone) -> None:
    program = phone.open()
    program.decide("scope.bluetooth", granted=False)
    program.result("openBluetoothAdapter")
    assert program.result("getBluetoothAdapterState")["errCode"] == 10000
