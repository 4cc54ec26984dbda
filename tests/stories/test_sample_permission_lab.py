"""Permission Lab: every scope, every call, the raw answer."""

from collections.abc import Callable

import pytest

from miniapp_host.permissions.scopes import SCOPES
from tests.driver import PageDriver
from tests.stories.person import PANEL, PROMPT, Person

LOCATION = "scope.userLocation"
Sample = Callable[[str], PageDriver]


@pytest.fixture
def lab(open_sample: Sample) -> PageDriver:
    page = open_sample("Permission Lab")
    page.wait_for(row(LOCATION))
    return page


def row(scope: str) -> str:
    return f'[id="{scope}"]'


def enters(person: Person, page: PageDriver, scope: str) -> None:
    person.taps(page, row(scope))
    page.wait_text("#state", "undecided")


def test_it_lists_every_scope_undecided(lab: PageDriver) -> None:
    for scope in SCOPES:
        assert "undecided" in (lab.text(row(scope.id)) or ""), scope.id
    assert '{\n  "authSetting": {},\n' in (lab.text("#raw") or "")
    assert lab.errors() == []


def test_a_scope_is_allowed_and_its_calls_run(lab: PageDriver, person: Person) -> None:
    enters(person, lab, LOCATION)
    person.taps(lab, "#authorize")
    person.waits_for(PROMPT)
    assert person.reads("purpose") == "Shows what a program receives"
    person.allows()
    lab.wait_text("#message-0", "authorize:ok")
    lab.wait_text("#state", "granted")
    person.taps(lab, "#getLocation")
    lab.wait_text("#message-0", "getLocation:ok")
    assert not person.sees(PROMPT)
    person.clicks("navigationBack")
    lab.wait_for(row(LOCATION))
    lab.wait_text(row(LOCATION), "granted")


def test_updates_are_told_while_they_run(lab: PageDriver, person: Person) -> None:
    enters(person, lab, LOCATION)
    person.taps(lab, "#startLocationUpdate")
    person.allows()
    lab.wait(
        lambda: "onLocationChange" in str(lab.in_page("page.body.innerText")), "the first place"
    )


def test_a_scope_is_refused_and_allowed_in_the_settings(lab: PageDriver, person: Person) -> None:
    enters(person, lab, LOCATION)
    person.taps(lab, "#getLocation")
    person.rejects()
    lab.wait_text("#message-0", "getLocation:fail auth deny")
    lab.wait_text("#state", "denied")
    person.taps(lab, "#chooseLocation")
    lab.wait_text("#message-0", "chooseLocation:fail auth deny")
    person.taps(lab, "#open-setting")
    person.waits_for_switches({LOCATION: False})
    person.toggles(LOCATION)
    person.leaves_settings()
    lab.wait_text("#message-0", "openSetting:ok")
    lab.wait_text("#state", "granted")
    person.taps(lab, "#getLocation")
    lab.wait_text("#message-0", "getLocation:ok")


def test_every_scope_can_be_decided(lab: PageDriver, person: Person) -> None:
    for scope in SCOPES:
        enters(person, lab, scope.id)
        person.taps(lab, "#authorize")
        person.waits_for(PROMPT)
        assert person.reads("scopeTitle") == scope.request.en
        person.allows()
        lab.wait_text("#message-0", "authorize:ok")
        lab.wait_text("#state", "granted")
        person.clicks("navigationBack")
        lab.wait_text(row(scope.id), "granted")
    person.opens_settings()
    person.waits_for_switches({scope.id: True for scope in SCOPES})


def test_the_test_picture_really_lands_in_the_album(lab: PageDriver, person: Person) -> None:
    album = person.phone.programs.devices.album
    before = len(album.pictures())
    enters(person, lab, "scope.writePhotosAlbum")
    person.taps(lab, "#saveImageToPhotosAlbum")
    person.allows()
    lab.wait_text("#message-0", "saveImageToPhotosAlbum:ok")
    assert len(album.pictures()) == before + 1
    person.taps(lab, "#saveVideoToPhotosAlbum")
    lab.wait_text("#message-0", "saveVideoToPhotosAlbum:ok")
    assert [one.suffix for one in album.folder.iterdir()].count(".mp4") == 1


def test_its_button_opens_the_settings_and_shows_what_came_back(
    lab: PageDriver, person: Person
) -> None:
    person.taps(lab, "#open-setting-button")
    person.waits_for(PANEL)
    assert person.sees("settingsEmpty")
    person.leaves_settings()
    lab.wait_text("#raw", "openSetting:ok")


def test_a_tap_no_longer_counts_after_five_seconds(lab: PageDriver, person: Person) -> None:
    person.taps(lab, "#open-setting-late")
    lab.wait_text("#raw", "openSetting:fail can only be invoked by user TAP gesture.")
    assert not person.sees(PANEL)
