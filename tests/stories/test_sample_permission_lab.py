"""Permission Lab: every scope, every call, the raw answer."""

from collections.abc import Callable

import pytest

from miniapp_host.permissions.scopes import SCOPES
from miniapp_host.testing.miniapp import MiniApp
from tests.stories.person import PANEL, PROMPT, Person

LOCATION = "scope.userLocation"
Sample = Callable[[str], MiniApp]


@pytest.fixture
def lab(open_sample: Sample) -> MiniApp:
    page = open_sample("Permission Lab")
    page.expect(row(LOCATION))
    return page


def row(scope: str) -> str:
    return f'[id="{scope}"]'


def enters(person: Person, page: MiniApp, scope: str) -> None:
    person.miniapp.tap(row(scope))
    page.expect_text("undecided", within="#state")


def test_it_lists_every_scope_undecided(lab: MiniApp) -> None:
    for scope in SCOPES:
        assert "undecided" in (lab.text_of(row(scope.id)) or ""), scope.id
    assert lab.text_of("#raw") == '{ "authSetting": {}, "errMsg": "getSetting:ok" }'
    assert lab.errors == []


def test_a_scope_is_allowed_and_its_calls_run(lab: MiniApp, person: Person) -> None:
    enters(person, lab, LOCATION)
    person.miniapp.tap("#authorize")
    person.waits_for(PROMPT)
    assert person.reads("purpose") == "Shows what a program receives"
    person.prompt.allow()
    lab.expect_text("authorize:ok", within="#message-0")
    lab.expect_text("granted", within="#state")
    person.miniapp.tap("#getLocation")
    lab.expect_text("getLocation:ok", within="#message-0")
    assert not person.sees(PROMPT)
    person.clicks("navigationBack")
    lab.expect(row(LOCATION))
    lab.expect_text("granted", within=row(LOCATION))


def test_updates_are_told_while_they_run(lab: MiniApp, person: Person) -> None:
    enters(person, lab, LOCATION)
    person.miniapp.tap("#startLocationUpdate")
    person.prompt.allow()
    lab.expect_text("onLocationChange")


def test_a_scope_is_refused_and_allowed_in_the_settings(lab: MiniApp, person: Person) -> None:
    enters(person, lab, LOCATION)
    person.miniapp.tap("#getLocation")
    person.prompt.deny()
    lab.expect_text("getLocation:fail auth deny", within="#message-0")
    lab.expect_text("denied", within="#state")
    person.miniapp.tap("#chooseLocation")
    lab.expect_text("chooseLocation:fail auth deny", within="#message-0")
    person.miniapp.tap("#open-setting")
    person.settings.expect({LOCATION: False})
    person.settings.toggle(LOCATION)
    person.settings.leave()
    lab.expect_text("openSetting:ok", within="#message-0")
    lab.expect_text("granted", within="#state")
    person.miniapp.tap("#getLocation")
    lab.expect_text("getLocation:ok", within="#message-0")


def test_every_scope_can_be_decided(lab: MiniApp, person: Person) -> None:
    for scope in SCOPES:
        enters(person, lab, scope.id)
        person.miniapp.tap("#authorize")
        person.waits_for(PROMPT)
        assert person.reads("scopeTitle") == scope.request.en
        person.prompt.allow()
        lab.expect_text("authorize:ok", within="#message-0")
        lab.expect_text("granted", within="#state")
        person.clicks("navigationBack")
        lab.expect_text("granted", within=row(scope.id))
    person.settings.open()
    person.settings.expect({scope.id: True for scope in SCOPES})


def test_the_test_picture_really_lands_in_the_album(lab: MiniApp, person: Person) -> None:
    album = person.phone.programs.devices.album
    before = len(album.pictures())
    enters(person, lab, "scope.writePhotosAlbum")
    person.miniapp.tap("#saveImageToPhotosAlbum")
    person.prompt.allow()
    lab.expect_text("saveImageToPhotosAlbum:ok", within="#message-0")
    assert len(album.pictures()) == before + 1
    person.miniapp.tap("#saveVideoToPhotosAlbum")
    lab.expect_text("saveVideoToPhotosAlbum:ok", within="#message-0")
    assert [one.suffix for one in album.folder.iterdir()].count(".mp4") == 1


def test_its_button_opens_the_settings_and_shows_what_came_back(
    lab: MiniApp, person: Person
) -> None:
    person.miniapp.tap("#open-setting-button")
    person.waits_for(PANEL)
    assert person.sees("settingsEmpty")
    person.settings.leave()
    lab.expect_text("openSetting:ok", within="#raw")


def test_a_tap_no_longer_counts_after_five_seconds(lab: MiniApp, person: Person) -> None:
    person.miniapp.tap("#open-setting-late")
    lab.expect_text("openSetting:fail can only be invoked by user TAP gesture.", within="#raw")
    assert not person.sees(PANEL)
