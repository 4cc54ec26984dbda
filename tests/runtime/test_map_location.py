"""<map show-location> and MapContext.moveToLocation: the phone's own place, once the person allows it."""

import pytest
from pytestqt.qtbot import QtBot

from miniapp_host.devices.places import PLACES
from miniapp_host.permissions.decisions import Actor, Decision
from miniapp_host.phone.phone import Phone
from tests.conftest import OpenProgram
from tests.driver import PageDriver
from tests.runtime.hearing import hearing_page, inner, wait_heard
from tests.stories.person import PROMPT, Person

LOCATION = "scope.userLocation"
MAP = (
    '<map wx:if="{{there}}" id="m" show-location="{{dot}}" latitude="39.91" longitude="116.40"'
    ' scale="14" binderror="hear" />'
    '<button id="go" bindtap="go">go</button><button id="on" bindtap="on">on</button>'
    '<button id="off" bindtap="off">off</button>'
)
METHODS = """
  go() {
    const map = wx.createMapContext('m')
    map.moveToLocation({ complete: (result) => map.getCenterLocation({
      complete: (center) => this.hear({ type: 'went', detail: { ...center, errMsg: result.errMsg } }) }) })
  },
  on() { this.setData({ there: true, dot: true }) },
  off() { this.setData({ there: false }) },
"""
GONE = "null"


@pytest.fixture
def person(qtbot: QtBot, phone: Phone) -> Person:
    phone.programs.devices.location.move(PLACES[0])
    return Person(qtbot, phone)


def run(run_program: OpenProgram, *, dot: bool) -> PageDriver:
    data = f"{{there: true, dot: {str(dot).lower()}}}"
    return run_program(hearing_page(MAP, data=data, methods=METHODS))


def dot(page: PageDriver) -> str:
    """Where the dot is drawn; GONE if it is not."""
    shown = (
        "getComputedStyle(part('here')).display === 'none' ? 'null' : part('here').style.transform"
    )
    return str(inner(page, "#m", shown))


def wait_dot(page: PageDriver, *, shown: bool) -> str:
    page.wait(lambda: (dot(page) not in ("", GONE)) is shown, f"the dot shown: {shown}")
    return dot(page)


def decide(page: PageDriver, phone: Phone, decision: Decision) -> None:
    phone.store.decide(page.program.subject, LOCATION, decision, Actor.SETTINGS)


def test_shown_it_asks_and_allowed_the_dot_stands_where_the_phone_is(
    run_program: OpenProgram, person: Person
) -> None:
    page = run(run_program, dot=True)
    person.waits_for(PROMPT)
    assert dot(page) == GONE
    person.prompt.allow()
    assert wait_dot(page, shown=True).startswith("translate(1")
    page.tap("#go")
    went = wait_heard(page, "went")
    assert went["errMsg"] == "moveToLocation:ok"
    page.wait(lambda: dot(page) == "translate(150px, 112.5px)", "the dot in the middle")
    assert not person.sees(PROMPT)


def test_refused_there_is_no_dot_and_moving_there_fails(
    run_program: OpenProgram, person: Person
) -> None:
    page = run(run_program, dot=True)
    person.prompt.deny()
    assert wait_heard(page, "error") == {"errMsg": "showLocation:fail auth deny", "errno": 103}
    page.tap("#go")
    went = wait_heard(page, "went")
    assert went["errMsg"] == "moveToLocation:fail auth deny"
    assert went["longitude"] == 116.4
    assert dot(page) == GONE
    assert not person.sees(PROMPT)


def test_a_map_without_the_dot_asks_only_when_it_is_to_move_there(
    run_program: OpenProgram, person: Person
) -> None:
    page = run(run_program, dot=False)
    page.wait_for("#m")
    assert not person.sees(PROMPT)
    page.tap("#go")
    person.prompt.allow()
    went = wait_heard(page, "went")
    assert went["errMsg"] == "moveToLocation:ok"
    assert went["longitude"] == pytest.approx(116.4037, abs=1e-3)
    assert dot(page) == GONE


def test_the_dot_follows_the_phone(run_program: OpenProgram, person: Person, phone: Phone) -> None:
    page = run(run_program, dot=True)
    person.prompt.allow()
    before = wait_dot(page, shown=True)
    phone.programs.devices.location.move(PLACES[2])
    page.wait(lambda: dot(page) not in ("", GONE, before), "the dot elsewhere")


def test_switched_off_the_dot_goes_at_once_and_switched_on_it_is_back(
    run_program: OpenProgram, person: Person, phone: Phone
) -> None:
    page = run(run_program, dot=True)
    person.prompt.allow()
    wait_dot(page, shown=True)
    decide(page, phone, Decision.DENIED)
    wait_dot(page, shown=False)
    decide(page, phone, Decision.GRANTED)
    wait_dot(page, shown=True)
    assert not person.sees(PROMPT)


def test_refused_first_and_allowed_in_the_settings_the_dot_comes(
    run_program: OpenProgram, person: Person, phone: Phone
) -> None:
    page = run(run_program, dot=True)
    person.prompt.deny()
    wait_heard(page, "error")
    decide(page, phone, Decision.GRANTED)
    wait_dot(page, shown=True)


def test_it_asks_when_the_program_wants_the_dot_later(
    run_program: OpenProgram, person: Person
) -> None:
    page = run(run_program, dot=False)
    page.tap("#on")
    person.prompt.allow()
    wait_dot(page, shown=True)
    page.tap("#off")
    page.wait(lambda: not page.exists("#m"), "no map")
    page.tap("#on")
    wait_dot(page, shown=True)
    assert not person.sees(PROMPT)
