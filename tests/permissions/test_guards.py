"""The table says of every interface what WeChat documents: declaration, contract, switch, tap."""

import pytest

from miniapp_host.devices.switches import Switch
from miniapp_host.permissions.guards import GUARDS, WITHOUT_SCOPE, Guards
from miniapp_host.permissions.scopes import SCOPES, Scope

# What requiredPrivateInfos may name, by WeChat's page on app.json.
DECLARED = {
    "chooseAddress",
    "chooseLocation",
    "choosePoi",
    "getFuzzyLocation",
    "getLocation",
    "onLocationChange",
    "startLocationUpdate",
    "startLocationUpdateBackground",
}
# What WeChat's guide to the privacy contract lists without a scope, of what is here.
CONTRACT_WITHOUT_SCOPE = {
    "chooseAvatar",
    "chooseImage",
    "chooseMedia",
    "choosePoi",
    "chooseVideo",
    "getClipboardData",
    "getPhoneNumber",
    "getRealtimePhoneNumber",
    "getUserProfile",
    "setClipboardData",
}
TAP = {
    "getUserProfile",
    "navigateToMiniProgram",
    "openEmbeddedMiniProgram",
    "openSetting",
    "requestSubscribeMessage",
}
SWITCHES = {
    Switch.ALBUM: {
        "chooseAvatar",
        "chooseImage",
        "chooseMedia",
        "chooseVideo",
        "saveImageToPhotosAlbum",
        "saveVideoToPhotosAlbum",
    },
    Switch.CAMERA: {
        "CameraContext.startRecord",
        "CameraContext.takePhoto",
        "LivePusher.openCamera",
        "VKSession.start",
        "chooseImage",
        "chooseMedia",
        "chooseVideo",
        "insertCamera",
        "joinVoIPChat",
    },
    Switch.LOCATION: {
        "Map.showLocation",
        "MapContext.moveToLocation",
        "chooseLocation",
        "getFuzzyLocation",
        "getLocation",
        "startLocationUpdate",
        "startLocationUpdateBackground",
    },
    Switch.MICROPHONE: {
        "LivePusher.openMicrophone",
        "RecorderManager.start",
        "joinVoIPChat",
        "startRecord",
    },
}
EVERY_ARGUMENT = {"roomType": "video", "sourceType": ["camera"]}
SCOPED = {name for scope in SCOPES for name in scope.interfaces}


def test_what_requires_a_declaration_is_what_app_json_may_declare() -> None:
    assert GUARDS.declared == DECLARED
    declared = {name for name in GUARDS.interfaces if GUARDS.conditions(name, {}).declared}
    assert declared == DECLARED


def test_the_contract_comes_before_every_scope_and_a_few_others() -> None:
    held_up = {
        name for name in GUARDS.interfaces if GUARDS.conditions(name, EVERY_ARGUMENT).contract
    }
    assert held_up == SCOPED | CONTRACT_WITHOUT_SCOPE


def test_only_some_interfaces_need_a_tap() -> None:
    assert {name for name in GUARDS.interfaces if GUARDS.conditions(name, {}).needs_tap} == TAP


@pytest.mark.parametrize("switch", list(Switch))
def test_the_phones_own_switch_guards_what_uses_its_part_and_nothing_else(switch: Switch) -> None:
    found = {
        name
        for name in GUARDS.interfaces
        if switch in GUARDS.conditions(name, EVERY_ARGUMENT).switches
    }
    assert found == SWITCHES.get(switch, set())


def test_a_voice_chat_needs_the_microphone_alone() -> None:
    assert GUARDS.conditions("joinVoIPChat", {}).switches == (Switch.MICROPHONE,)


def test_an_interface_without_a_scope_has_one_row_for_all_its_calls() -> None:
    names = [guard.interface for guard in WITHOUT_SCOPE if guard.only_with is None]
    assert len(names) == len(set(names))
    assert SCOPED.isdisjoint(names)


def test_what_nothing_guards_has_no_conditions() -> None:
    free = GUARDS.conditions("showToast", {})
    assert (free.needs_tap, free.declared, free.contract) == (False, False, False)
    assert (free.switches, free.scopes) == ((), ())


def scopes_asked(arguments: dict[str, object]) -> list[str]:
    scopes: tuple[Scope, ...] = GUARDS.conditions("joinVoIPChat", arguments).scopes
    return [scope.id for scope in scopes]


@pytest.mark.parametrize("arguments", [{}, {"roomType": "voice"}, {"roomType": ["video"]}])
def test_a_room_with_sound_needs_the_microphone_only(arguments: dict[str, object]) -> None:
    assert scopes_asked(arguments) == ["scope.record"]


def test_a_room_with_pictures_needs_microphone_and_camera() -> None:
    assert scopes_asked({"roomType": "video"}) == ["scope.record", "scope.camera"]


def test_a_table_may_be_empty() -> None:
    assert Guards((), ()).interfaces == frozenset()


def test_a_table_made_anew_says_the_same() -> None:
    made = Guards()
    assert made.interfaces == GUARDS.interfaces
    assert made.declared == GUARDS.declared == DECLARED
    for interface in made.interfaces:
        assert made.conditions(interface, {}) == GUARDS.conditions(interface, {})
