from dataclasses import replace

import pytest

from miniapp_host.api.calls.screen import Metrics
from miniapp_host.devices.conditions import Preset
from miniapp_host.devices.display import Form
from miniapp_host.devices.identity import Identity, Platform
from miniapp_host.devices.switches import Switch
from miniapp_host.texts import Language
from tests.api.pretend_phone import OpenProgram, Phone


def facts(program: OpenProgram, name: str) -> dict[str, object]:
    value = program.sync(name)["value"]
    assert isinstance(value, dict)
    return value


def test_the_page_fills_the_screen_below_the_bars(phone: Phone) -> None:
    window = facts(phone.open(), "getWindowInfo")
    assert (window["screenWidth"], window["screenHeight"]) == (390, 844)
    assert (window["windowWidth"], window["windowHeight"]) == (390, 844 - 44 - 44)
    assert (window["statusBarHeight"], window["screenTop"]) == (44, 88)
    assert window["safeArea"] == {
        "left": 0,
        "right": 390,
        "top": 44,
        "bottom": 810,
        "width": 390,
        "height": 766,
    }


@pytest.mark.parametrize(
    ("changes", "height"),
    [
        ({"tab_bar_height": 84}, 844 - 88 - 84),
        ({"custom_navigation": True}, 844),
        ({"custom_navigation": True, "tab_bar_height": 84}, 844 - 84),
    ],
)
def test_a_tab_bar_takes_room_and_a_navigation_bar_of_the_pages_own_gives_it(
    phone: Phone, changes: dict[str, int], height: int
) -> None:
    program = phone.open()
    program.screen.measures = replace(Metrics(), **changes)  # type: ignore[arg-type]
    assert facts(program, "getWindowInfo")["windowHeight"] == height
    assert facts(program, "getSystemInfoSync")["windowHeight"] == height


def test_the_system_info_is_the_same_with_and_without_waiting(phone: Phone) -> None:
    program = phone.open()
    told = facts(program, "getSystemInfoSync")
    waited = program.result("getSystemInfoAsync")
    assert waited == {**told, "errMsg": "getSystemInfoAsync:ok"}


def test_the_phone_is_a_phone_and_no_developers_tool(phone: Phone) -> None:
    info = facts(phone.open(), "getSystemInfoSync")
    assert info["platform"] == "ios"
    assert str(info["system"]).startswith("iOS")
    assert tuple(map(int, str(info["SDKVersion"]).split("."))) >= (3, 8, 12)
    expected = {"brand", "model", "pixelRatio", "language", "version", "theme", "fontSizeSetting"}
    assert set(info) >= expected


def test_language_and_theme_are_those_of_the_moment(phone: Phone) -> None:
    program = phone.open()
    assert facts(program, "getAppBaseInfo")["language"] == "zh_CN"
    phone.texts.language = Language.EN
    program.screen.measures = Metrics(theme="dark")
    told = facts(program, "getAppBaseInfo")
    assert (told["language"], told["theme"]) == ("en", "dark")


def test_the_phones_switches_are_told(phone: Phone) -> None:
    program = phone.open()
    assert facts(program, "getAppAuthorizeSetting")["locationAuthorized"] == "authorized"
    assert facts(program, "getSystemSetting")["locationEnabled"] is True
    phone.switches.turn(Switch.LOCATION, on=False)
    phone.switches.turn(Switch.ALBUM, on=False)
    authorized = facts(program, "getAppAuthorizeSetting")
    assert (authorized["locationAuthorized"], authorized["albumAuthorized"]) == ("denied",) * 2
    assert facts(program, "getSystemSetting")["locationEnabled"] is False
    assert facts(program, "getSystemInfoSync")["locationAuthorized"] is False


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        ("openAppAuthorizeSetting", tuple(Switch)),
        ("openSystemBluetoothSetting", (Switch.BLUETOOTH,)),
    ],
)
def test_the_phones_switches_are_opened_and_left_before_the_program_hears(
    phone: Phone, name: str, wanted: tuple[Switch, ...]
) -> None:
    program = phone.open()
    answers = program.call(name)
    assert answers == []
    ((shown, on_closed),) = program.screen.switches
    assert shown == wanted
    on_closed()
    assert answers == [{"errMsg": f"{name}:ok"}]


@pytest.mark.parametrize("version", ["develop", "trial", "release"])
def test_a_program_knows_its_appid_and_which_version_runs(phone: Phone, version: str) -> None:
    told = facts(phone.open(version=version), "getAccountInfoSync")["miniProgram"]
    assert isinstance(told, dict)
    assert (told["appId"], told["envVersion"]) == ("wxnearby", version)


def test_the_capsule_is_where_it_is_drawn(phone: Phone) -> None:
    assert facts(phone.open(), "getMenuButtonBoundingClientRect") == {
        "width": 87,
        "height": 32,
        "top": 50,
        "right": 383,
        "bottom": 82,
        "left": 296,
    }


def test_a_program_knows_how_it_was_entered(phone: Phone) -> None:
    for name in ("getLaunchOptionsSync", "getEnterOptionsSync"):
        told = facts(phone.open(), name)
        assert (told["path"], told["query"]) == ("pages/index/index", {"from": "test"})
        assert told["scene"] == 1001


def test_what_has_no_effect_on_this_phone_still_succeeds(phone: Phone) -> None:
    for name in ("vibrateShort", "vibrateLong", "setKeepScreenOn"):
        assert phone.open().message(name) == f"{name}:ok"


def test_the_phone_is_what_the_person_says_it_is(phone: Phone) -> None:
    phone.identity.change(
        Identity(Platform.ANDROID, model="Test 1", sdk_version="2.30.4", font_size=20)
    )
    program = phone.open()
    for name in ("getDeviceInfo", "getSystemInfoSync"):
        info = facts(program, name)
        told = [info[key] for key in ("platform", "brand", "model", "system")]
        assert told == ["android", "Xiaomi", "Test 1", "Android 14"]
    for name in ("getAppBaseInfo", "getSystemInfoSync"):
        base = facts(program, name)
        told = [base[key] for key in ("SDKVersion", "fontSizeSetting", "fontSizeScaleFactor")]
        assert told == ["2.30.4", 20, 1.25]


def test_another_form_of_the_same_maker_is_another_model(phone: Phone) -> None:
    phone.display.choose(Form.TABLET)
    assert facts(phone.open(), "getDeviceInfo")["model"] == "iPad<iPad6,11>"


def test_all_switches_of_the_phone_are_told(phone: Phone) -> None:
    for switch in (Switch.CAMERA, Switch.MICROPHONE):
        phone.switches.turn(switch, on=False)
    phone.conditions.set(Preset.SLOW_4G.value)
    program = phone.open()
    told = facts(program, "getAppAuthorizeSetting")
    assert (told["cameraAuthorized"], told["microphoneAuthorized"]) == ("denied", "denied")
    everything = facts(program, "getSystemInfoSync")
    assert (everything["cameraAuthorized"], everything["microphoneAuthorized"]) == (False, False)
    assert facts(program, "getSystemSetting")["wifiEnabled"] is False


def test_a_turned_phone_has_safe_edges_at_its_sides(phone: Phone) -> None:
    program = phone.open()
    program.screen.measures = Metrics(
        screen_width=844, screen_height=390, status_bar_height=0, bottom_inset=21, side_inset=44
    )
    assert facts(program, "getWindowInfo")["safeArea"] == {
        "left": 44,
        "right": 800,
        "top": 0,
        "bottom": 369,
        "width": 756,
        "height": 369,
    }
    assert facts(program, "getMenuButtonBoundingClientRect")["right"] == 793
    assert facts(program, "getSystemSetting")["deviceOrientation"] == "landscape"
