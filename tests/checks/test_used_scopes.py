"""The scopes that a program uses or declares, from its files."""

import json
from pathlib import Path

import pytest

from miniapp_host import paths
from miniapp_host.checks.used_scopes import used_scopes
from miniapp_host.permissions.scopes import SCOPES
from miniapp_host.programs.package import Package
from tests.program_folder import write_program

LOCATION = "scope.userLocation"


def _manifest(key: str, value: object) -> str:
    return json.dumps({"pages": ["pages/index/index"], key: value})


@pytest.mark.parametrize(
    ("files", "scopes"),
    [
        ({}, ()),
        ({"index.js": "Page({go() { wx.getLocation({}) }})"}, (LOCATION,)),
        ({"a/b.ts": "wx.authorize({scope: 'scope.camera'})"}, ("scope.camera",)),
        ({"index.js": "// wx.getLocation, 'scope.camera'\nPage({})"}, ()),
        ({"index.js": "const r = wx.getRecorderManager()\nr.start({})"}, ("scope.record",)),
        ({"index.js": "wx.createMapContext('m').getScale()"}, ()),
        ({"index.js": "wx.createMapContext('m').moveToLocation()"}, (LOCATION,)),
        ({"index.wxml": "<map show-location />"}, (LOCATION,)),
        ({"index.wxml": '<camera mode="normal"></camera>'}, ("scope.camera",)),
        ({"index.wxml": '<button open-type="getUserInfo">x</button>'}, ("scope.userInfo",)),
        ({"miniprogram_npm/x/index.js": "wx.getLocation({})"}, ()),
        ({"app.json": _manifest("permission", {LOCATION: {"desc": "To show it"}})}, (LOCATION,)),
        ({"app.json": _manifest("requiredPrivateInfos", ["chooseAddress"])}, ("scope.address",)),
        (
            {"index.js": "wx.chooseInvoice({})\nwx.getUserInfo({})"},
            ("scope.userInfo", "scope.invoice"),
        ),
    ],
)
def test_a_scope_is_used_where_it_is_named_or_its_interface_called(
    tmp_path: Path, files: dict[str, str], scopes: tuple[str, ...]
) -> None:
    assert (
        used_scopes(Package.open(write_program(tmp_path, {"index.wxml": "<view />", **files})))
        == scopes
    )


def test_permission_lab_uses_every_scope() -> None:
    lab = Package.open(paths.resources() / "programs" / "permission-lab")
    assert used_scopes(lab) == tuple(scope.id for scope in SCOPES)


def test_declarations_use_nothing(tmp_path: Path) -> None:
    declares = {
        "index.wxml": "<view />",
        "typings/wx.d.ts": "declare const wx: { getLocation(): 0 }",
    }
    declares["typings/scope.d.ts"] = "type Scope = 'scope.record'; wx.getLocation()"
    assert used_scopes(Package.open(write_program(tmp_path, declares))) == ()
