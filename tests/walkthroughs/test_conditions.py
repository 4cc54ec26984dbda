"""Which happenings meet which conditions."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from miniapp_host.api.calls.journal import CallRecord, How
from miniapp_host.devices.switches import Switch
from miniapp_host.permissions.decisions import Actor, Decision, Subject
from miniapp_host.walkthroughs.conditions import (
    CHOSEN,
    CallCondition,
    DecisionCondition,
    PageCondition,
    ProgramCondition,
    PromptCondition,
    SwitchCondition,
    TextCondition,
)
from miniapp_host.walkthroughs.happenings import (
    Decided,
    Happening,
    PageSeen,
    PromptSeen,
    Switched,
    TextSeen,
    Turn,
)

LOCATION, CAMERA = "scope.userLocation", "scope.camera"
CALL = CallRecord(
    number=1,
    at=datetime(2026, 11, 26, tzinfo=UTC),
    subject=Subject("wx1", "develop"),
    page="pages/index",
    name="getLocation",
    arguments="{}",
    scope=LOCATION,
    before=Decision.UNDECIDED,
    how=How.ASKED_REJECTED,
    joined=False,
    asked=True,
    result="getLocation:fail auth deny",
    errno=103,
    seconds=0.5,
)
RUNNING = replace(CALL, result=None, errno=None, seconds=None)
EVERYTHING: tuple[Happening, ...] = (
    CALL,
    PromptSeen(LOCATION, ""),
    PageSeen("pages/index"),
    TextSeen("pages/index", "Hello"),
    Decided(LOCATION, Decision.DENIED),
    Switched(Switch.LOCATION, on=False),
    Turn.STARTED,
)


@pytest.mark.parametrize(
    ("condition", "met"),
    [
        (CallCondition(), True),
        (CallCondition(name="getLocation"), True),
        (CallCondition(name="get*"), True),
        (CallCondition(name="Location"), False),
        (CallCondition(scope=CHOSEN), True),
        (CallCondition(scope=LOCATION), True),
        (CallCondition(scope=CAMERA), False),
        (CallCondition(hows=(How.NO_TAP, How.ASKED_REJECTED)), True),
        (CallCondition(hows=(How.ASKED_ALLOWED,)), False),
        (CallCondition(err_msg="*:fail auth deny"), True),
        (CallCondition(err_msg="getLocation:ok"), False),
        (CallCondition(ok=False), True),
        (CallCondition(ok=True), False),
        (CallCondition(errno=103), True),
        (CallCondition(errno=104), False),
        (CallCondition(joined=False), True),
        (CallCondition(joined=True), False),
    ],
)
def test_a_call_is_compared_by_what_is_named(condition: CallCondition, met: bool) -> None:
    assert condition.met_by(CALL, LOCATION) is met


def test_a_call_that_still_runs_counts_only_for_how_it_was_decided() -> None:
    assert not CallCondition().met_by(RUNNING, LOCATION)
    assert not CallCondition(ok=False).met_by(RUNNING, LOCATION)
    assert not CallCondition(hows=(How.ASKED_REJECTED,), ok=False).met_by(RUNNING, LOCATION)
    assert CallCondition(hows=(How.ASKED_REJECTED,)).met_by(RUNNING, LOCATION)
    waiting = replace(RUNNING, joined=True, how=None)
    assert CallCondition(joined=True).met_by(waiting, LOCATION)
    assert not CallCondition(joined=True, ok=True).met_by(waiting, LOCATION)


def test_a_call_whose_program_closed_has_no_answer() -> None:
    assert not CallCondition(ok=False).met_by(replace(RUNNING, seconds=1.0), LOCATION)


def test_a_prompt_counts_with_its_scope_and_its_purpose() -> None:
    plain, told = PromptSeen(CAMERA, ""), PromptSeen(CAMERA, "To scan")
    assert PromptCondition().met_by(plain, None)
    assert PromptCondition(CHOSEN).met_by(plain, CAMERA)
    assert not PromptCondition(CHOSEN).met_by(plain, LOCATION)
    assert PromptCondition(CAMERA, purpose=True).met_by(told, None)
    assert not PromptCondition(CAMERA, purpose=True).met_by(plain, None)
    assert PromptCondition(CAMERA, purpose=False).met_by(plain, None)


@pytest.mark.parametrize(
    ("pattern", "page", "met"),
    [
        ("pages/a", "pages/a", True),
        ("/pages/a", "pages/a?id=1", True),
        ("pages/a", "pages/ab", False),
        ("pages/*", "pages/a/b?id=1", True),
        ("pages/a?id=*", "pages/a?id=1", True),
        ("pages/a?id=2", "pages/a?id=1", False),
        ("pages/[a]", "pages/a", False),
    ],
)
def test_a_page_counts_by_its_path(pattern: str, page: str, met: bool) -> None:
    assert PageCondition(pattern).met_by(PageSeen(page), None) is met
    assert TextCondition("Hi", pattern).met_by(TextSeen(page, "Oh, Hi!"), None) is met


def test_a_text_counts_on_any_page_if_none_is_named() -> None:
    assert TextCondition("Hello").met_by(TextSeen("pages/a", "Say Hello"), None)
    assert not TextCondition("Hello").met_by(TextSeen("pages/a", "Say hello"), None)


def test_a_decision_counts_as_a_state_or_by_who_made_it() -> None:
    state = DecisionCondition(CHOSEN, (Decision.GRANTED, Decision.DENIED))
    made = DecisionCondition(CHOSEN, (Decision.GRANTED,), (Actor.SETTINGS,))
    assert state.met_by(Decided(LOCATION, Decision.DENIED), LOCATION)
    assert not state.met_by(Decided(LOCATION, Decision.UNDECIDED), LOCATION)
    assert not state.met_by(Decided(CAMERA, Decision.DENIED), LOCATION)
    assert made.met_by(Decided(LOCATION, Decision.GRANTED, Actor.SETTINGS), LOCATION)
    assert not made.met_by(Decided(LOCATION, Decision.GRANTED, Actor.PROMPT), LOCATION)
    assert not made.met_by(Decided(LOCATION, Decision.GRANTED), LOCATION)


def test_a_switch_counts_by_name_or_because_the_chosen_scope_needs_it() -> None:
    off = Switched(Switch.LOCATION, on=False)
    assert SwitchCondition(Switch.LOCATION, on=False).met_by(off, None)
    assert not SwitchCondition(Switch.LOCATION, on=True).met_by(off, None)
    assert not SwitchCondition(Switch.ALBUM, on=False).met_by(off, None)
    assert SwitchCondition(None, on=False).met_by(off, LOCATION)
    assert not SwitchCondition(None, on=False).met_by(off, "scope.writePhotosAlbum")


def test_what_became_of_the_program_counts_by_its_word() -> None:
    assert ProgramCondition(Turn.STARTED).met_by(Turn.STARTED, None)
    assert not ProgramCondition(Turn.STARTED).met_by(Turn.RESTARTED, None)


@pytest.mark.parametrize(
    "condition",
    [
        CallCondition(),
        PromptCondition(),
        PageCondition("*"),
        TextCondition("Hello"),
        DecisionCondition(None, tuple(Decision)),
        SwitchCondition(Switch.LOCATION, on=False),
        ProgramCondition(Turn.STARTED),
    ],
)
def test_each_kind_of_condition_is_met_by_one_kind_of_happening(condition: PageCondition) -> None:
    assert sum(condition.met_by(one, LOCATION) for one in EVERYTHING) == 1
