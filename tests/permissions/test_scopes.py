"""Every scope is one whole record (permissions.md, 1)."""

import pytest

from miniapp_host.permissions.guards import GUARDS
from miniapp_host.permissions.scopes import SCOPES, Scope, scope_named

FIRST_FOUR = (
    "scope.userInfo",
    "scope.userLocation",
    "scope.userFuzzyLocation",
    "scope.writePhotosAlbum",
)


def scopes_of(interface: str) -> tuple[Scope, ...]:
    return GUARDS.conditions(interface, {}).scopes


every_scope = pytest.mark.parametrize("scope", SCOPES, ids=lambda scope: scope.id)


def test_the_four_common_scopes_come_first() -> None:
    assert tuple(scope.id for scope in SCOPES[:4]) == FIRST_FOUR


def test_every_scope_of_the_platform_is_there() -> None:
    names = ("userLocationBackground", "record", "camera", "bluetooth", "werun", "address")
    others = ("invoice", "invoiceTitle", "addPhoneContact", "addPhoneCalendar")
    assert [scope.id for scope in SCOPES[4:]] == [f"scope.{name}" for name in names + others]


@every_scope
def test_a_scope_says_everything_in_both_languages(scope: Scope) -> None:
    for text in (scope.request, scope.title):
        assert text.en.isascii()
        assert not text.zh.isascii()
        assert len(text.en) > 3


@every_scope
def test_a_scope_has_an_icon_and_is_found_by_its_name(scope: Scope) -> None:
    assert scope.icon
    assert scope_named(scope.id) is scope


@every_scope
def test_a_scope_guards_interfaces_that_no_other_guards(scope: Scope) -> None:
    """Calls with sound and picture are the only ones that need two."""
    assert scope.interfaces
    shared = {one for one in scope.interfaces if scopes_of(one) != (scope,)}
    assert shared <= {"joinVoIPChat"}


def test_what_is_shown_tells_scopes_apart() -> None:
    for texts in ([scope.request for scope in SCOPES], [scope.title for scope in SCOPES]):
        assert len({text.en for text in texts}) == len({text.zh for text in texts}) == len(SCOPES)


@pytest.mark.parametrize(
    ("interface", "scope"),
    [
        ("getUserInfo", "scope.userInfo"),
        ("getLocation", "scope.userLocation"),
        ("chooseLocation", "scope.userLocation"),
        ("startLocationUpdate", "scope.userLocation"),
        ("onLocationChange", "scope.userLocation"),
        ("Map.showLocation", "scope.userLocation"),
        ("MapContext.moveToLocation", "scope.userLocation"),
        ("getFuzzyLocation", "scope.userFuzzyLocation"),
        ("saveImageToPhotosAlbum", "scope.writePhotosAlbum"),
        ("saveVideoToPhotosAlbum", "scope.writePhotosAlbum"),
    ],
)
def test_an_interface_is_under_its_scope(interface: str, scope: str) -> None:
    assert [found.id for found in scopes_of(interface)] == [scope]


def test_app_json_must_say_what_location_is_for_and_nothing_else() -> None:
    required = {scope.id for scope in SCOPES if scope.purpose_required}
    assert required == {
        "scope.userLocation",
        "scope.userFuzzyLocation",
        "scope.userLocationBackground",
    }


@pytest.mark.parametrize("name", ["", "userLocation", "scope.", "scope.unknown", "SCOPE.CAMERA"])
def test_an_unknown_scope_is_nobodys(name: str) -> None:
    assert scope_named(name) is None


def test_an_interface_without_a_scope_is_free() -> None:
    assert scopes_of("showToast") == ()
