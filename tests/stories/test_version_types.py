"""Develop, trial and release are asked apart; trial and release must say what they ask for."""

import json
from collections.abc import Callable

import pytest

from miniapp_host.testing.miniapp import MiniApp
from tests.conftest import MakePhone
from tests.stories.asking_program import asking_program, heard, wait_heard
from tests.stories.conftest import AskPerson
from tests.stories.person import PROMPT

LOCATION = "scope.userLocation"
PRIVATE = ["getLocation", "chooseLocation"]
PURPOSES = {LOCATION: {"desc": "Sorts places by distance"}}
CALLS = {
    "locate": "wx.getLocation(told)",
    "choose": "wx.chooseLocation(told)",
    "follow": "wx.startLocationUpdate(told)",
    "roughly": "wx.getFuzzyLocation(told)",
    "ask": "wx.authorize({ scope: 'scope.userLocation', ...told })",
    "save": "wx.authorize({ scope: 'scope.writePhotosAlbum', ...told })",
}


def app_json(**more: object) -> str:
    return json.dumps({"pages": ["pages/index/index"], **more})


FULL = app_json(permission=PURPOSES, requiredPrivateInfos=PRIVATE)
REQUIRE_DESC = "fail:require permission desc"
UNDECLARED = (
    "fail the api need to be declared in the requiredPrivateInfos field in app.json/ext.json"
)


def test_each_version_keeps_its_own_decisions(
    make_phone: MakePhone, at_phone: AskPerson, run_on: Callable[..., MiniApp]
) -> None:
    files = asking_program(CALLS, files={"app.json": FULL})
    for version, answer in (("develop", "allow"), ("trial", "reject")):
        phone = make_phone(version=version)
        page = run_on(phone, files)
        at_phone(phone).miniapp.tap("#locate")
        at_phone(phone).clicks(answer)
        page.wait(lambda page=page: len(heard(page)) == 1, "an answer")
        phone.close()

    for version, answer in (
        ("develop", "getLocation:ok"),
        ("trial", "getLocation:fail auth deny 103"),
    ):
        phone = make_phone(version=version)
        page = run_on(phone, files)
        at_phone(phone).miniapp.tap("#locate")
        wait_heard(page, answer)
        assert not at_phone(phone).sees(PROMPT)
        phone.close()

    release = make_phone(version="release")
    page = run_on(release, files)
    at_phone(release).miniapp.tap("#locate")
    at_phone(release).waits_for(PROMPT)


@pytest.mark.parametrize("version", ["trial", "release"])
def test_a_published_program_must_say_what_it_wants_the_location_for(
    make_phone: MakePhone, at_phone: AskPerson, run_on: Callable[..., MiniApp], version: str
) -> None:
    files = {"app.json": app_json(requiredPrivateInfos=PRIVATE)}
    phone = make_phone(version=version)
    person = at_phone(phone)
    page = run_on(phone, asking_program(CALLS, files=files))
    person.miniapp.tap("#locate")
    wait_heard(page, f"getLocation:{REQUIRE_DESC}")
    person.miniapp.tap("#ask")
    wait_heard(page, f"getLocation:{REQUIRE_DESC}", f"authorize:{REQUIRE_DESC}")
    assert not person.sees(PROMPT)
    person.miniapp.tap("#save")
    person.prompt.allow()
    wait_heard(page, *heard(page)[:2], "authorize:ok")


def test_a_program_in_development_is_only_warned(
    make_phone: MakePhone, at_phone: AskPerson, run_on: Callable[..., MiniApp]
) -> None:
    phone = make_phone()
    person = at_phone(phone)
    page = run_on(phone, asking_program(CALLS))
    person.miniapp.tap("#locate")
    person.waits_for(PROMPT)
    assert not person.sees("purpose")
    assert page.expect_log("app.json: permission['scope.userLocation'].desc is missing")
    person.prompt.allow()
    wait_heard(page, "getLocation:ok")


@pytest.mark.parametrize("version", ["develop", "trial"])
def test_what_is_not_among_the_declared_private_infos_is_refused_unasked(
    make_phone: MakePhone, at_phone: AskPerson, run_on: Callable[..., MiniApp], version: str
) -> None:
    phone = make_phone(version=version)
    person = at_phone(phone)
    page = run_on(phone, asking_program(CALLS, files={"app.json": FULL}))
    person.miniapp.tap("#follow")
    wait_heard(page, f"startLocationUpdate:{UNDECLARED}")
    person.miniapp.tap("#roughly")
    wait_heard(page, *heard(page)[:1], f"getFuzzyLocation:{UNDECLARED}")
    assert not person.sees(PROMPT)
    person.miniapp.tap("#locate")
    person.prompt.allow()
    wait_heard(page, *heard(page)[:2], "getLocation:ok")
    assert person.phone.store.decisions(page.program.subject).keys() == {LOCATION}


def test_a_published_program_must_declare_its_private_infos(
    make_phone: MakePhone, at_phone: AskPerson, run_on: Callable[..., MiniApp]
) -> None:
    phone = make_phone(version="release")
    files = {"app.json": app_json(permission=PURPOSES)}
    page = run_on(phone, asking_program(CALLS, files=files))
    at_phone(phone).miniapp.tap("#locate")
    wait_heard(page, f"getLocation:{UNDECLARED}")
    assert not at_phone(phone).sees(PROMPT)


def test_a_purpose_that_is_too_long_is_cut_and_the_developer_is_told(
    make_phone: MakePhone, at_phone: AskPerson, run_on: Callable[..., MiniApp]
) -> None:
    phone = make_phone()
    person = at_phone(phone)
    purposes = {
        LOCATION: {"desc": "<b>Sorts</b> every place there is by its distance from you now"}
    }
    page = run_on(phone, asking_program(CALLS, files={"app.json": app_json(permission=purposes)}))
    person.miniapp.tap("#locate")
    person.waits_for(PROMPT)
    assert person.reads("purpose") == "<b>Sorts</b> every place there is by its distance from you…"
    assert page.expect_log("is longer than 30 characters and is cut")
