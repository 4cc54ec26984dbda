import pytest

from .phone import OpenProgram, Phone

NOT_INIT = {"errno": 1500101, "errCode": 10000}
NOT_AVAILABLE = {"errno": 1500102, "errCode": 10001}
OTHERS = [
    "getBluetoothAdapterState",
    "startBluetoothDevicesDiscovery",
    "getBluetoothDevices",
    "createBLEConnection",
    "writeBLECharacteristicValue",
    "closeBluetoothAdapter",
]


def allowed(phone: Phone) -> OpenProgram:
    program = phone.open()
    program.decide("scope.bluetooth", granted=True)
    return program


def test_there_is_no_adapter(phone: Phone) -> None:
    assert allowed(phone).result("openBluetoothAdapter") == {
        "errMsg": "openBluetoothAdapter:fail:not available",
        **NOT_AVAILABLE,
    }


@pytest.mark.parametrize("name", OTHERS)
def test_the_others_ask_for_the_adapter_first(phone: Phone, name: str) -> None:
    program = allowed(phone)
    assert program.result(name) == {"errMsg": f"{name}:fail:not init", **NOT_INIT}
    program.result("openBluetoothAdapter")
    assert program.result(name) == {"errMsg": f"{name}:fail:not available", **NOT_AVAILABLE}


def test_a_restarted_program_begins_anew(phone: Phone) -> None:
    program = allowed(phone)
    program.result("openBluetoothAdapter")
    program.close()
    assert allowed(phone).result("getBluetoothAdapterState")["errCode"] == 10000


def test_refused_it_does_not_even_try(phone: Phone) -> None:
    program = phone.open()
    program.decide("scope.bluetooth", granted=False)
    program.result("openBluetoothAdapter")
    assert program.result("getBluetoothAdapterState")["errCode"] == 10000
