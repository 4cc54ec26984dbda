"""The permission flows of real programs, driven by real clicks on local checkouts.

`python -m tests.corpus.flows NAME=FOLDER… [-- PYTEST ARGUMENTS]`, NAME one of `REPOSITORIES`.
Whoever adds a flow adds a row here; `drive_flows.py` walks it.
"""

import os
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

REPOSITORIES = {
    "tcmpp": "TencentCloud/tcmpp-demo-miniprogram 32fc1cf, miniprogram/",
    "demo": "wechat-miniprogram/miniprogram-demo 0b1de6f",
    "taxi": "TencentCloud/tcmpp-demo-miniprogram 32fc1cf, taxi/",
    "shop": "TencentCloud/tcmpp-demo-miniprogram 32fc1cf, e-commerce/",
}
"""Where each program comes from: repository, commit, folder in it."""

VARIABLE = "MINIAPP_CHECKOUTS"
"""How the folders reach the driver: NAME=FOLDER, separated as paths are."""


@dataclass(frozen=True)
class Flow:
    """One page of a program where something asks for one scope."""

    program: str
    page: str
    scope: str
    taps: tuple[str, ...]
    """Labels of buttons in the page; the last one asks. None: it asks while it loads."""
    allowed: str
    """What its console says, or its page shows, when the person allowed it."""
    refused: str = ""
    """The same when they did not; empty for a program that says nothing then."""
    on_the_way: tuple[str, ...] = ()
    """Widgets of the phone that are clicked before the scope is asked for."""
    then: str = ""
    """A widget that comes up once it is allowed, and is clicked."""
    then_refused: str = ""
    """The same once it is refused."""

    @property
    def name(self) -> str:
        return " ".join((self.program, self.page.rsplit("/", 1)[-1], *self.taps[-1:]))


_TCMPP = "packageAPI/pages"
_SETTING = f"{_TCMPP}/api/setting/setting"
_MOVES = f"{_TCMPP}/location/location-change/location-change"
_LOCATION = "scope.userLocation"

FLOWS = (
    Flow(
        "tcmpp",
        _SETTING,
        _LOCATION,
        ("wx.getLocation",),
        allowed="==wxGetLocation success==",
        refused="getLocation:fail auth deny",
    ),
    Flow(
        "tcmpp",
        _SETTING,
        "scope.userInfo",
        ("wx.getUserInfo",),
        allowed="==wxGetUserInfo== success",
        refused="getUserInfo:fail auth deny",
    ),
    Flow(
        "tcmpp",
        _SETTING,
        "scope.userInfo",
        ("(open-type=getUserInfo)",),
        allowed="getUserInfo:ok",
        refused="getUserInfo:fail auth deny",
    ),
    Flow(
        "tcmpp",
        _SETTING,
        "scope.writePhotosAlbum",
        ("wx.saveImageToPhotosAlbum",),
        allowed="==wxSaveImageToPhotosAlbum success==",
        refused="saveImageToPhotosAlbum:fail auth deny",
        on_the_way=("picture_0", "pictureDone"),
    ),
    Flow(
        "tcmpp",
        f"{_TCMPP}/location/get-location/get-location",
        _LOCATION,
        ("Get location",),
        allowed="E: ",
    ),
    Flow(
        "tcmpp",
        f"{_TCMPP}/location/choose-location/choose-location",
        _LOCATION,
        ("Select location",),
        allowed="E: ",
        refused="chooseLocation:fail auth deny",
        then="placeDone",
    ),
    Flow(
        "tcmpp",
        _MOVES,
        _LOCATION,
        ("onLocationChange", "startLocationUpdate"),
        allowed="startLocationUpdate success:",
        refused="startLocationUpdate:fail auth deny",
    ),
    Flow(
        "tcmpp",
        _MOVES,
        "scope.userFuzzyLocation",
        ("getFuzzyLocation",),
        allowed="getFuzzyLocation:ok",
        refused="getFuzzyLocation:fail auth deny",
        then="modalConfirm",
    ),
    Flow(
        "tcmpp",
        f"{_TCMPP}/device/calendar/calendar",
        "scope.addPhoneCalendar",
        ("addPhoneCalendar",),
        allowed="addPhoneCalendar success",
        refused="addPhoneCalendar:fail auth deny",
    ),
    Flow(
        "tcmpp",
        f"{_TCMPP}/api/choose-address/choose-address",
        "scope.address",
        ("Get shipping address",),
        allowed="广东省",
        refused="chooseAddress:fail auth deny",
        then="entry_0",
    ),
    Flow(
        "taxi",
        "pages/index/index",
        _LOCATION,
        (),
        allowed="getLocation===success",
        refused="getLocation:fail auth deny",
        then="modalConfirm",  # its map service needs a key of its owner
        then_refused="modalConfirm",
    ),
    Flow(
        "demo",
        "packageAPI/pages/location/get-location/get-location",
        _LOCATION,
        ("获取位置",),
        allowed="getLocation:ok",
        refused="getLocation:fail auth deny",
    ),
)


def checkout(program: str) -> Path | None:
    """The local folder of a program; None if none was named."""
    pairs = (one.partition("=") for one in os.environ.get(VARIABLE, "").split(os.pathsep))
    found = {name: Path(folder) for name, _, folder in pairs if folder}
    return found.get(program)


def main() -> int:
    return walk(__doc__, REPOSITORIES, "drive_flows.py")


def walk(usage: str | None, repositories: Mapping[str, str], tests: str) -> int:
    """Runs the walks in `tests` on the checkouts that the command line names; the exit code."""
    words = sys.argv[1:]
    cut = words.index("--") if "--" in words else len(words)
    folders, rest = words[:cut], words[cut + 1 :]
    if not folders or any("=" not in one for one in folders):
        print(usage, *(f"{name}: {what}" for name, what in repositories.items()), sep="\n")
        return 2
    os.environ[VARIABLE] = os.pathsep.join(folders)
    return int(pytest.main([str(Path(__file__).parent / tests), "-v", *rest]))


if __name__ == "__main__":
    sys.exit(main())
