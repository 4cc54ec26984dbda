"""A person says no, is left in peace, and changes their mind in the settings."""

from collections.abc import Callable

from miniapp_host.permissions.decisions import Decision
from miniapp_host.testing.miniapp import MiniApp
from tests.conftest import MakePhone
from tests.stories.asking_program import SETTINGS, asking_program, heard, wait_heard
from tests.stories.conftest import AskPerson, OpenProgram
from tests.stories.person import PROMPT, Person

LOCATION = "scope.userLocation"
ALBUM = "scope.writePhotosAlbum"
CALLS = {
    "locate": "wx.getLocation(told)",
    "ask": f"wx.authorize({{ scope: '{LOCATION}', ...told }})",
    "choose": "wx.chooseLocation(told)",
    "follow": "wx.startLocationUpdate(told)",
    "settings": SETTINGS,
}


def test_a_refusal_fails_every_call_of_the_scope_without_asking_again(
    run_program: OpenProgram, person: Person
) -> None:
    page = run_program(asking_program(CALLS))
    person.miniapp.tap("#locate")
    person.prompt.deny()
    wait_heard(page, "getLocation:fail auth deny 103")
    for call in ("ask", "choose", "follow", "locate", "settings"):
        before = heard(page)
        person.miniapp.tap(f"#{call}")
        page.wait(lambda before=before: len(heard(page)) > len(before), f"an answer to {call}")
        assert not person.sees(PROMPT)
    assert heard(page) == [
        "getLocation:fail auth deny 103",
        "authorize:fail auth deny 103",
        "chooseLocation:fail auth deny 103",
        "startLocationUpdate:fail auth deny 103",
        "getLocation:fail auth deny 103",
        '{"scope.userLocation":false}',
    ]


def test_what_was_refused_works_once_it_is_switched_on_in_the_settings(
    run_program: OpenProgram, person: Person
) -> None:
    page = run_program(asking_program(CALLS))
    person.miniapp.tap("#ask")
    person.prompt.deny()
    wait_heard(page, "authorize:fail auth deny 103")
    person.settings.open()
    assert person.settings.listed == {LOCATION: False}
    person.settings.toggle(LOCATION)
    assert person.settings.listed == {LOCATION: True}
    person.settings.leave()
    person.miniapp.tap("#locate")
    wait_heard(page, "authorize:fail auth deny 103", "getLocation:ok")
    assert not person.sees(PROMPT)


def test_a_refusal_lasts_like_a_permission(
    make_phone: MakePhone, at_phone: AskPerson, run_on: Callable[..., MiniApp]
) -> None:
    first = make_phone()
    page = run_on(first, asking_program(CALLS))
    at_phone(first).miniapp.tap("#locate")
    at_phone(first).prompt.deny()
    wait_heard(page, "getLocation:fail auth deny 103")
    first.close()

    second = make_phone()
    page = run_on(second, asking_program(CALLS))
    assert second.store.decision(page.program.subject, LOCATION) is Decision.DENIED
    at_phone(second).miniapp.tap("#locate")
    wait_heard(page, "getLocation:fail auth deny 103")
    assert not at_phone(second).sees(PROMPT)


def test_a_program_that_insists_is_answered_every_time_and_never_asks_again(
    run_program: OpenProgram, person: Person
) -> None:
    insist = """
      let denied = 0
      const fail = ({ errMsg, errno }) => {
        denied += errMsg === 'saveImageToPhotosAlbum:fail auth deny' && errno === 103
        if (denied === 100) say('denied 100 times')
      }
      for (let i = 0; i < 100; i++) wx.saveImageToPhotosAlbum({ filePath: '/app.json', fail })"""
    calls = {"save": "wx.saveImageToPhotosAlbum({ filePath: '/app.json', ...told })"}
    page = run_program(asking_program({**calls, "insist": insist}))
    person.miniapp.tap("#save")
    person.prompt.deny()
    wait_heard(page, "saveImageToPhotosAlbum:fail auth deny 103")
    person.miniapp.tap("#insist")
    wait_heard(page, "saveImageToPhotosAlbum:fail auth deny 103", "denied 100 times")
    assert not person.sees(PROMPT)


def test_a_promise_is_rejected_with_the_same_object(
    run_program: OpenProgram, person: Person
) -> None:
    calls = {
        "locate": "try { await wx.getLocation(); say('ok') } catch (why) { say(line(why)) }",
        "roughly": "say(typeof wx.getFuzzyLocation())",
    }
    page = run_program(asking_program(calls))
    person.miniapp.tap("#locate")
    person.prompt.deny()
    wait_heard(page, "getLocation:fail auth deny 103")
    person.miniapp.tap("#roughly")
    person.prompt.deny()
    wait_heard(page, "getLocation:fail auth deny 103", "undefined")
