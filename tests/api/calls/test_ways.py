"""Which ways of a scope this run has seen, and which are left to walk."""

import pytest

from miniapp_host.api.calls.ways import Way, Ways, ways_of
from miniapp_host.devices.switches import Switch
from miniapp_host.permissions.decisions import Actor, Decision
from miniapp_host.permissions.prompts import Answer
from miniapp_host.permissions.scopes import SCOPES, scope_named
from tests.api.pretend_phone import OpenProgram, Phone

LOCATION = "scope.userLocation"


@pytest.fixture
def program(phone: Phone) -> OpenProgram:
    return phone.open()


def seen(phone: Phone, program: OpenProgram, scope: str = LOCATION) -> set[Way]:
    ways = Ways(phone.dispatcher.journal, phone.store.history)
    return set(ways.seen(program.session.subject, scope))


@pytest.mark.parametrize(
    ("answer", "way"),
    [
        (Answer.ALLOW, Way.ALLOWED),
        (Answer.REJECT, Way.REJECTED),
        (Answer.DISMISS, Way.DISMISSED),
    ],
)
def test_each_answer_at_the_prompt_is_a_way(
    phone: Phone, program: OpenProgram, answer: Answer, way: Way
) -> None:
    program.call("getLocation")
    assert seen(phone, program) == set()
    phone.prompter.press(answer)
    assert seen(phone, program) == {way}


def test_a_call_after_a_refusal_is_a_way(phone: Phone, program: OpenProgram) -> None:
    program.decide(LOCATION, granted=False)
    assert seen(phone, program) == set()
    program.call("authorize", {"scope": LOCATION})
    assert seen(phone, program) == {Way.DENIED_BEFORE}
    ways = Ways(phone.dispatcher.journal, phone.store.history)
    assert ways.scopes(program.session.subject) == {LOCATION}
    assert ways.scopes(phone.open("other").session.subject) == frozenset()


def test_switching_on_in_the_settings_what_was_denied_is_a_way(
    phone: Phone, program: OpenProgram
) -> None:
    program.decide(LOCATION, granted=True)
    assert seen(phone, program) == set()
    program.decide(LOCATION, granted=False)
    program.decide(LOCATION, granted=True)
    assert seen(phone, program) == {Way.ALLOWED_AGAIN}


def test_it_is_no_way_when_the_command_line_switches_on(phone: Phone, program: OpenProgram) -> None:
    program.decide(LOCATION, granted=False)
    phone.store.decide(program.session.subject, LOCATION, Decision.GRANTED, Actor.COMMAND)
    assert seen(phone, program) == set()


def test_the_phones_own_switch_is_a_way(phone: Phone, program: OpenProgram) -> None:
    phone.switches.turn(Switch.LOCATION, on=False)
    program.call("getLocation")
    assert seen(phone, program) == {Way.SWITCHED_OFF}


def test_what_was_granted_before_is_none_of_the_ways(phone: Phone, program: OpenProgram) -> None:
    program.decide(LOCATION, granted=True)
    program.call("getLocation")
    assert seen(phone, program) == set()


def test_a_question_that_keeps_no_decision_is_none_of_the_ways(
    phone: Phone, program: OpenProgram
) -> None:
    program.tap()
    program.call("getUserProfile", {"desc": "to greet you"})
    phone.prompter.press(Answer.ALLOW)
    assert seen(phone, program, "scope.userInfo") == set()


def test_ways_are_those_of_one_program_version_and_scope(
    phone: Phone, program: OpenProgram
) -> None:
    program.call("getLocation")
    phone.prompter.press(Answer.REJECT)
    assert seen(phone, program, "scope.camera") == set()
    assert seen(phone, phone.open("other")) == set()
    assert seen(phone, phone.open(version="trial")) == set()


def test_what_an_earlier_run_saw_is_not_seen_again(phone: Phone, program: OpenProgram) -> None:
    program.decide(LOCATION, granted=False)
    program.decide(LOCATION, granted=True)
    phone.clock.advance(60)
    later = type(phone.dispatcher.journal)(phone.clock.now)
    ways = Ways(later, phone.store.history)
    assert ways.seen(program.session.subject, LOCATION) == frozenset()


def test_ways_are_remembered_when_the_records_of_the_calls_are_gone(
    phone: Phone, program: OpenProgram
) -> None:
    program.call("getLocation")
    phone.prompter.press(Answer.REJECT)
    for _ in range(10_001):
        phone.dispatcher.journal.begin(program.session, "getStorage", {})
    assert seen(phone, program) == {Way.REJECTED}


def test_the_ways_of_a_deleted_program_go(phone: Phone, program: OpenProgram) -> None:
    program.call("getLocation")
    phone.prompter.press(Answer.REJECT)
    phone.dispatcher.journal.forget("nearby")
    assert seen(phone, program) == set()


def test_a_history_that_cannot_be_read_leaves_the_ways_of_the_calls(
    phone: Phone, program: OpenProgram
) -> None:
    program.call("getLocation")
    phone.prompter.press(Answer.REJECT)
    phone.database.execute("PRAGMA ignore_check_constraints = ON")
    phone.database.execute("UPDATE history SET scope = CAST(x'ff' AS TEXT)")
    assert seen(phone, program) == {Way.REJECTED}


def test_the_phones_switch_is_a_way_only_where_a_switch_counts() -> None:
    location, camera_like = scope_named(LOCATION), scope_named("scope.userInfo")
    assert location
    assert camera_like
    assert ways_of(location) == tuple(Way)
    assert Way.SWITCHED_OFF not in ways_of(camera_like)
    assert all(len(ways_of(scope)) >= 5 for scope in SCOPES)
