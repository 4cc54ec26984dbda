"""The walk: steps pass and fail by what happens, and as the person says."""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from miniapp_host.permissions.decisions import Decision
from miniapp_host.texts import Text
from miniapp_host.walkthroughs.conditions import (
    CHOSEN,
    DecisionCondition,
    PageCondition,
    PromptCondition,
)
from miniapp_host.walkthroughs.happenings import Decided, Happening, PageSeen, PromptSeen
from miniapp_host.walkthroughs.walk import Judge, Moved, Result, Walk
from miniapp_host.walkthroughs.walkthrough import Audience, Step, Walkthrough

LOCATION = "scope.userLocation"
LOOK = Text("Look", "看")
BY_HAND = Step(LOOK)
PAGE_A, PAGE_B = (Step(LOOK, PageCondition(path)) for path in ("a", "b"))
PROMPT = Step(LOOK, PromptCondition(CHOSEN))
UNDECIDED = Step(LOOK, DecisionCondition(CHOSEN, (Decision.UNDECIDED,)))
NO_PROMPT = Step(LOOK, PageCondition("a"), never=PromptCondition())


class Clock:
    """Seconds that pass when a test says so."""

    def __init__(self) -> None:
        self.time = datetime(2026, 11, 26, 12, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.time

    def passes(self, seconds: float) -> None:
        self.time += timedelta(seconds=seconds)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def present() -> list[Happening]:
    """What holds on the phone."""
    return []


Begin = Callable[..., Walk]


@pytest.fixture
def begin(clock: Clock, present: list[Happening]) -> Begin:
    def make(*steps: Step) -> Walk:
        title = Text("T", "题")
        walkthrough = Walkthrough("t", Path("t.toml"), title, title, Audience(), steps)
        walk = Walk(walkthrough, LOCATION, lambda: tuple(present), clock)
        walk.begin()
        return walk

    return make


def results(walk: Walk) -> Sequence[Result | None]:
    verdicts = (walk.verdicts.get(one) for one in range(len(walk.walkthrough.steps)))
    return [verdict.result if verdict else None for verdict in verdicts]


def test_a_step_passes_when_what_it_waits_for_happens(begin: Begin) -> None:
    walk = begin(PAGE_A, PAGE_B)
    walk.hear(PageSeen("b"))
    assert results(walk) == [None, None]
    walk.hear(PageSeen("a"))
    walk.hear(PageSeen("b"))
    assert results(walk) == [Result.PASSED, Result.PASSED]
    assert walk.verdicts[0].judge is Judge.PHONE
    assert walk.finished
    assert walk.passed


def test_one_happening_passes_one_step(begin: Begin) -> None:
    walk = begin(PROMPT, PROMPT)
    walk.hear(PromptSeen(LOCATION, ""))
    assert results(walk) == [Result.PASSED, None]


def test_a_state_that_holds_already_passes_at_once(begin: Begin, present: list[Happening]) -> None:
    present.append(Decided(LOCATION, Decision.UNDECIDED))
    walk = begin(UNDECIDED, UNDECIDED, PAGE_A)
    assert results(walk) == [Result.PASSED, Result.PASSED, None]


def test_a_step_fails_when_what_must_not_happen_does(
    begin: Begin, present: list[Happening]
) -> None:
    present.append(PromptSeen(LOCATION, ""))
    walk = begin(NO_PROMPT, BY_HAND)
    assert results(walk) == [None, None]  # what was so before is not held against it
    walk.hear(PromptSeen(LOCATION, ""))
    assert results(walk) == [Result.FAILED, None]
    assert walk.verdicts[0].judge is Judge.PHONE
    walk.tick()
    assert walk.finished
    assert not walk.passed


def test_the_person_ticks_fails_with_a_comment_and_skips(begin: Begin, clock: Clock) -> None:
    walk = begin(BY_HAND, PAGE_A, PROMPT)
    clock.passes(4)
    walk.tick()
    clock.passes(2.5)
    walk.fail("It shows nothing")
    walk.skip()
    assert results(walk) == [Result.PASSED, Result.FAILED, Result.SKIPPED]
    first, second = walk.verdicts[0], walk.verdicts[1]
    assert (first.judge, first.seconds) == (Judge.PERSON, 4)
    assert (second.comment, second.seconds) == ("It shows nothing", 2.5)
    assert not walk.passed


def test_a_skipped_step_does_not_fail_the_walk(begin: Begin) -> None:
    walk = begin(BY_HAND, BY_HAND)
    walk.tick()
    assert not walk.passed
    walk.skip()
    assert walk.passed


def test_nothing_more_happens_after_the_end(begin: Begin) -> None:
    walk = begin(BY_HAND)
    walk.tick()
    heard: list[Moved] = []
    walk.watch(heard.append)
    walk.fail("late")
    walk.hear(PageSeen("a"))
    assert results(walk) == [Result.PASSED]
    assert heard == []


def test_going_back_takes_the_last_verdict_and_its_picture_back(
    begin: Begin, present: list[Happening], clock: Clock
) -> None:
    present.append(Decided(LOCATION, Decision.UNDECIDED))
    walk = begin(UNDECIDED, BY_HAND)
    walk.pictures[0] = b"png"
    clock.passes(9)
    walk.back()
    assert (walk.due, walk.verdicts, walk.pictures) == (0, {}, {})
    clock.passes(1)
    walk.hear(Decided(LOCATION, Decision.UNDECIDED))
    assert walk.verdicts[0].seconds == 1
    assert walk.due == 1


def test_before_the_first_step_there_is_nothing_to_go_back_to(begin: Begin) -> None:
    walk = begin(BY_HAND)
    heard: list[Moved] = []
    walk.watch(heard.append)
    walk.back()
    assert walk.due == 0
    assert heard == []


def test_whoever_watches_is_told_of_every_move(begin: Begin) -> None:
    walk = begin(PAGE_A, BY_HAND)
    heard: list[Moved] = []
    walk.watch(heard.append)
    walk.hear(PageSeen("a"))
    walk.back()
    walk.tick()
    walk.skip()
    assert heard == [Moved(0, 1), Moved(None, 0), Moved(0, 1), Moved(1, 2)]
