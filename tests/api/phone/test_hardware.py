import pytest

from tests.api.pretend_phone import Phone

BATTERY = {"level": 90, "isCharging": False, "isLowPowerModeEnabled": False}


def test_the_battery_is_that_of_the_status_bar(phone: Phone) -> None:
    program = phone.open()
    assert program.result("getBatteryInfo") == {**BATTERY, "errMsg": "getBatteryInfo:ok"}
    assert program.sync("getBatteryInfoSync") == {"value": BATTERY}


def test_the_network_is_wifi(phone: Phone) -> None:
    assert phone.open().result("getNetworkType")["networkType"] == "wifi"


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
