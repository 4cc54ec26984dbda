"""The console says once for each cause why a call was refused."""

from datetime import UTC, datetime

import pytest

from miniapp_host.api.calls.cause_lines import MOST_LINES
from miniapp_host.permissions.decisions import Actor, Decision
from miniapp_host.texts import Language
from tests.api.pretend_phone import OpenProgram, Phone

GRANTED, DENIED, UNDECIDED = Decision.GRANTED, Decision.DENIED, Decision.UNDECIDED
LOCATION = "scope.userLocation"


@pytest.fixture
def phone(phone: Phone) -> Phone:
    phone.clock.time = datetime(2026, 11, 22, 14, 3, tzinfo=UTC).timestamp()
    phone.texts.language = Language.EN
    return phone


def decided(phone: Phone, decision: Decision, **app: object) -> OpenProgram:
    program = phone.open(**app)
    phone.store.decide(program.session.subject, LOCATION, decision, Actor.PROMPT)
    return program


def test_the_console_says_why_a_call_was_refused_after_its_answer(phone: Phone) -> None:
    program = decided(phone, DENIED, permission={LOCATION: {"desc": "to sort"}})
    heard: list[str] = []
    phone.dispatcher.dispatch(
        program.session,
        "getLocation",
        {},
        lambda result: heard.append(f"{result['errMsg']} {program.console}"),
    )
    assert heard == ["getLocation:fail auth deny []"]
    ((level, said),) = program.console
    assert level == "info"
    assert said.startswith("getLocation: Denied at once: you rejected Location on")


def test_the_console_says_the_same_cause_once(phone: Phone) -> None:
    program = decided(phone, DENIED)
    for _ in range(100):
        program.call("getLocation")
        program.call("authorize", {"scope": LOCATION})
        program.call("openSetting")
    assert [said.partition(":")[0] for _, said in program.console] == [
        "getLocation",
        "authorize",
        "openSetting",
    ]


def test_the_console_says_nothing_of_what_was_allowed_or_cancelled(phone: Phone) -> None:
    program = decided(phone, GRANTED)
    program.call("getLocation")
    program.call("chooseLocation")
    program.screen.place_choices[-1][1](None)
    program.call("authorize")
    assert program.console == []


def test_a_new_decision_is_a_new_cause(phone: Phone) -> None:
    program = decided(phone, DENIED)
    for actor in (Actor.SETTINGS, Actor.COMMAND):
        program.call("getLocation")
        program.call("getLocation")
        phone.clock.advance(60)
        for decision in (GRANTED, DENIED):
            phone.store.decide(program.session.subject, LOCATION, decision, actor)
    program.call("getLocation")
    said = [text.partition(": ")[2].split(" Location")[0] for _, text in program.console]
    assert said == [
        "Denied at once: you rejected",
        "Denied at once: you switched",
        "Denied at once: the command line denied",
    ]


def test_another_run_is_told_again(phone: Phone) -> None:
    decided(phone, DENIED).call("getLocation")
    again = phone.open()
    again.call("getLocation")
    assert len(again.console) == 1


def test_a_program_that_is_refused_for_ever_new_causes_gets_a_bounded_number_of_lines(
    phone: Phone,
) -> None:
    program = phone.open()
    for number in range(MOST_LINES + 50):
        program.call("authorize", {"scope": f"scope.made.up.{number}"})
    assert len(program.console) == MOST_LINES
