"""Nothing that WeChat documents as guarded is missing from the table of scopes.

Twice: by WeChat's page on authorization, and by what its typings say in comments.
"""

import re
from pathlib import Path

import pytest

from miniapp_host.permissions.scopes import SCOPES, scope_named

ROOT = Path(__file__).parents[2]
TYPINGS = ROOT / "resources/runtime/node_modules/miniprogram-api-typings/types/wx/lib.wx.api.d.ts"

# The page's table of scopes and interfaces, with what TCMPP's and older versions of it add.
DOCUMENTED = {
    "scope.userInfo": ["getUserInfo"],
    "scope.userLocation": [
        "getLocation",
        "chooseLocation",
        "startLocationUpdate",
        "MapContext.moveToLocation",
    ],
    "scope.userFuzzyLocation": ["getFuzzyLocation"],
    "scope.userLocationBackground": ["startLocationUpdateBackground"],
    "scope.record": ["<live-pusher>", "startRecord", "joinVoIPChat", "RecorderManager.start"],
    "scope.camera": ["<camera>", "<live-pusher>", "createVKSession"],
    "scope.bluetooth": ["openBluetoothAdapter", "createBLEPeripheralServer"],
    "scope.writePhotosAlbum": ["saveImageToPhotosAlbum", "saveVideoToPhotosAlbum"],
    "scope.addPhoneContact": ["addPhoneContact"],
    "scope.addPhoneCalendar": ["addPhoneRepeatCalendar", "addPhoneCalendar"],
    "scope.werun": ["getWeRunData"],
    "scope.address": ["chooseAddress"],
    "scope.invoiceTitle": ["chooseInvoiceTitle"],
    "scope.invoice": ["chooseInvoice"],
}
# What has no name in `X:ok` of its own, and under which name it asks here.
ASKS_AS = {
    ("scope.record", "<live-pusher>"): "LivePusher.openMicrophone",
    ("scope.camera", "<live-pusher>"): "LivePusher.openCamera",
    ("scope.camera", "<camera>"): "insertCamera",
    ("scope.camera", "createVKSession"): "VKSession.start",
    ("scope.camera", "camera"): "insertCamera",
    ("scope.record", "getRecorderManager"): "RecorderManager.start",
}
# getWifiList asks on Android only, and this phone is an iPhone; authorizeForMiniProgram is a
# plugin's authorize.
NOT_GUARDED = {"getWifiList", "authorizeForMiniProgram"}

_COMMENT = re.compile(r"/\*\*(.*?)\*/\s*('[^']+'|\w+(?=[<(]))?", re.S)
_SAMPLE = re.compile(r"```.*?```", re.S)
_SCOPE = re.compile(r"\bscope\.(?!html)[a-z][A-Za-z]+")
_LINKED = re.compile(r"\[(?:wx\.)?(\w+)\]\(")


def guards(scope: str, interface: str) -> bool:
    found = scope_named(scope)
    return found is not None and ASKS_AS.get((scope, interface), interface) in found.interfaces


def comments() -> list[tuple[str, str]]:
    """Every comment of the typings without its samples; the function or quoted field after it."""
    text = TYPINGS.read_text("utf-8")
    return [
        (_SAMPLE.sub("", said), (name or "").strip("'")) for said, name in _COMMENT.findall(text)
    ]


@pytest.mark.parametrize("scope", DOCUMENTED)
def test_every_interface_of_the_documented_list_is_guarded_by_its_scope(scope: str) -> None:
    assert [one for one in DOCUMENTED[scope] if not guards(scope, one)] == []


def test_there_is_no_scope_that_is_not_documented() -> None:
    assert {scope.id for scope in SCOPES} == set(DOCUMENTED)


def test_every_interface_that_the_typings_name_with_a_scope_is_guarded_by_it() -> None:
    """The comments of AuthSetting: `scope.x` is a field, and its comment links interfaces."""
    fields = [(name, said) for said, name in comments() if name.startswith("scope.")]
    named = [(scope, one) for scope, said in fields for one in _LINKED.findall(said)]
    assert len(fields) == 13
    assert len(named) >= 14
    assert [one for one in named if not guards(*one)] == []


def test_every_function_that_the_typings_say_needs_a_scope_is_guarded_by_it() -> None:
    described = [
        (scope, name)
        for said, name in comments()
        if name and not name.startswith("scope.") and name not in NOT_GUARDED
        for scope in _SCOPE.findall(said)
    ]
    assert ("scope.record", "joinVoIPChat") in described
    assert [one for one in described if not guards(*one)] == []
