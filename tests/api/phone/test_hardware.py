import pytest

from miniapp_host.devices.battery import Charge
from miniapp_host.devices.conditions import Preset
from tests.api.pretend_phone import Phone

BATTERY = {"level": 90, "isCharging": False, "isLowPowerModeEnabled": False}


def test_the_battery_of_a_new_phone_is_nearly_full(phone: Phone) -> None:
    program = phone.open()
    assert program.result("getBatteryInfo") == {**BATTERY, "errMsg": "getBatteryInfo:ok"}
    assert program.sync("getBatteryInfoSync") == {"value": BATTERY}


def test_the_network_is_wifi(phone: Phone) -> None:
    assert phone.open().result("getNetworkType")["networkType"] == "wifi"


@pytest.mark.parametrize(
    ("preset", "kind", "weak", "strength"),
    [
        (Preset.ONLINE, "wifi", False, 100),
        (Preset.SLOW_4G, "4g", False, 70),
        (Preset.THREE_G, "3g", True, 40),
        (Preset.TWO_G, "2g", True, 40),
        (Preset.OFFLINE, "none", False, 0),
    ],
)
def test_the_network_is_what_the_person_chose(
    phone: Phone, preset: Preset, kind: str, weak: bool, strength: int
) -> None:
    phone.conditions.set(preset.value)
    result = phone.open().result("getNetworkType")
    assert result["networkType"] == kind
    assert result["weakNet"] is weak
    assert result["signalStrength"] == strength


def test_brightness_is_remembered(phone: Phone) -> None:
    program = phone.open()
    program.result("setScreenBrightness", {"value": 0.25})
    assert program.result("getScreenBrightness")["value"] == 0.25
    program.result("setScreenBrightness", {"value": -1})
    assert program.result("getScreenBrightness")["value"] == 0.5


@pytest.mark.parametrize("value", [1.5, -0.5, None, "1"])
def test_brightness_is_between_dark_and_bright(phone: Phone, value: object) -> None:
    result = phone.open().result("setScreenBrightness", {"value": value})
    assert result["errno"] == 1001


@pytest.mark.parametrize("name", ["vibrateShort", "vibrateLong", "setKeepScreenOn"])
def test_what_a_desktop_cannot_do_does_no_harm(phone: Phone, name: str) -> None:
    assert phone.open().message(name) == f"{name}:ok"


def test_the_battery_is_what_the_person_chose(phone: Phone) -> None:
    phone.battery.set(Charge(7, charging=True, low_power=True))
    expected = {"level": 7, "isCharging": True, "isLowPowerModeEnabled": True}
    program = phone.open()
    assert program.sync("getBatteryInfoSync") == {"value": expected}
    assert program.result("getBatteryInfo") == {**expected, "errMsg": "getBatteryInfo:ok"}
