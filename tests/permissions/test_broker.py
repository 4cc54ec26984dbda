"""What a program hears when it asks, and what the person is shown (permissions.md, 2 and 3)."""

from collections import deque
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

import pytest

from miniapp_host.memory.database import Database
from miniapp_host.memory.store_error import StoreError
from miniapp_host.permissions.broker import Broker
from miniapp_host.permissions.decisions import Actor, Change, Decision, Subject
from miniapp_host.permissions.outcomes import Outcome
from miniapp_host.permissions.prompts import Answer, Prompt
from miniapp_host.permissions.questions import Place
from miniapp_host.permissions.store import PermissionStore
from tests.permissions.conftest import (
    ALBUM,
    LOCATION,
    NOTES,
    USER,
    WEATHER,
    PatientPrompter,
    Phone,
    ask_for,
)


def test_an_undecided_scope_is_asked_and_nothing_runs_before_the_answer(phone: Phone) -> None:
    heard = phone.request(ask_for(LOCATION))
    assert phone.prompter.questions == [("wx-weather", LOCATION)]
    assert heard == []


@pytest.mark.parametrize(
    ("answer", "outcome", "kept"),
    [
        (Answer.ALLOW, Outcome.GRANTED, Decision.GRANTED),
        (Answer.REJECT, Outcome.REFUSED, Decision.DENIED),
        (Answer.DISMISS, Outcome.DISMISSED, Decision.UNDECIDED),
    ],
)
def test_an_answer_is_told_once_and_kept_if_it_decides(
    phone: Phone, answer: Answer, outcome: Outcome, kept: Decision
) -> None:
    heard = phone.request(ask_for(LOCATION))
    phone.prompter.answer(answer)
    assert heard == [outcome]
    assert phone.store.decision(WEATHER, LOCATION) is kept


def test_an_answer_is_announced_as_the_prompts(phone: Phone) -> None:
    changes: list[Change] = []
    phone.store.watch(changes.append)
    phone.request(ask_for(LOCATION))
    phone.prompter.answer(Answer.ALLOW)
    assert changes == [Change(WEATHER, LOCATION, Decision.GRANTED, Actor.PROMPT)]


class Mistaken(PermissionStore):
    """Has a mistake of our own in it."""

    def decide(self, subject: Subject, scope: str, decision: Decision, actor: Actor) -> None:
        raise ZeroDivisionError


def test_whatever_goes_wrong_while_an_answer_is_kept_the_program_hears(database: Database) -> None:
    prompter, heard = PatientPrompter(), list[Outcome]()
    broker = Broker(Mistaken(database), prompter, lambda error: None)
    broker.request(ask_for(LOCATION), heard.append)
    with pytest.raises(ZeroDivisionError):
        prompter.answer(Answer.ALLOW)
    assert heard == [Outcome.UNRECORDED]


def test_an_answer_that_could_not_be_kept_says_why(phone: Phone) -> None:
    phone.request(ask_for(LOCATION))
    phone.fill_disk()
    phone.prompter.answer(Answer.ALLOW)
    assert [error.problem for error in phone.errors] == ["The phone's memory cannot be written."]


@pytest.mark.parametrize(
    ("decision", "outcome"),
    [(Decision.GRANTED, Outcome.GRANTED), (Decision.DENIED, Outcome.REFUSED)],
)
def test_a_decided_scope_is_answered_at_once_without_a_prompt(
    phone: Phone, decision: Decision, outcome: Outcome
) -> None:
    phone.store.decide(WEATHER, LOCATION, decision, Actor.SETTINGS)
    assert phone.request(ask_for(LOCATION)) == [outcome]
    assert phone.prompter.asked == []


def test_a_denial_is_final_however_often_the_program_asks(phone: Phone) -> None:
    phone.request(ask_for(LOCATION))
    phone.prompter.answer(Answer.REJECT)
    for _ in range(100):
        assert phone.request(ask_for(LOCATION)) == [Outcome.REFUSED]
    assert len(phone.prompter.asked) == 1


def test_after_a_dismissal_the_next_call_asks_again_however_often(phone: Phone) -> None:
    for times in range(1, 6):
        heard = phone.request(ask_for(LOCATION))
        phone.prompter.answer(Answer.DISMISS)
        assert heard == [Outcome.DISMISSED]
        assert len(phone.prompter.asked) == times


def test_the_decision_is_kept_before_the_program_hears(phone: Phone) -> None:
    kept: list[Decision] = []
    phone.broker.request(
        ask_for(LOCATION), lambda _: kept.append(phone.store.decision(WEATHER, LOCATION))
    )
    phone.prompter.answer(Answer.ALLOW)
    assert kept == [Decision.GRANTED]


def test_granting_one_scope_grants_no_other(phone: Phone) -> None:
    phone.request(ask_for(LOCATION))
    phone.prompter.answer(Answer.ALLOW)
    assert phone.request(ask_for("scope.userFuzzyLocation")) == []
    assert len(phone.prompter.asked) == 2


def test_versions_of_one_program_are_asked_each_for_itself(phone: Phone) -> None:
    phone.request(ask_for(LOCATION))
    phone.prompter.answer(Answer.ALLOW)
    assert phone.request(ask_for(LOCATION, replace(WEATHER, version="release"))) == []


def test_a_hundred_requests_for_one_scope_share_one_prompt_and_one_answer(phone: Phone) -> None:
    heard = [phone.request(ask_for(LOCATION)) for _ in range(100)]
    phone.prompter.answer(Answer.ALLOW)
    assert heard == [[Outcome.GRANTED]] * 100
    assert len(phone.prompter.asked) == 1


def test_those_who_wait_for_one_prompt_hear_in_the_order_they_came(phone: Phone) -> None:
    order: list[int] = []
    for number in range(5):
        phone.broker.request(ask_for(LOCATION), lambda _, number=number: order.append(number))  # type: ignore[misc]
    phone.prompter.answer(Answer.REJECT)
    assert order == [0, 1, 2, 3, 4]


def test_prompts_come_one_at_a_time_first_in_first_out(phone: Phone) -> None:
    wanted = [(WEATHER, LOCATION), (NOTES, LOCATION), (WEATHER, ALBUM), (NOTES, USER)]
    for subject, scope in wanted:
        phone.request(ask_for(scope, subject))
    for count in range(1, 5):
        assert len(phone.prompter.asked) == count
        phone.prompter.answer(Answer.DISMISS)
    assert phone.prompter.questions == [(subject.program, scope) for subject, scope in wanted]


def test_a_duplicate_joins_a_prompt_that_still_waits_and_keeps_its_place(phone: Phone) -> None:
    phone.request(ask_for(USER))
    first = phone.request(ask_for(LOCATION))
    phone.request(ask_for(ALBUM))
    second = phone.request(ask_for(LOCATION))
    phone.prompter.answer(Answer.DISMISS)
    phone.prompter.answer(Answer.ALLOW)
    assert (first, second) == ([Outcome.GRANTED], [Outcome.GRANTED])
    assert [scope for _, scope in phone.prompter.questions] == [USER, LOCATION, ALBUM]


def test_the_store_is_read_again_just_before_a_queued_prompt_is_shown(phone: Phone) -> None:
    phone.request(ask_for(USER))
    heard = phone.request(ask_for(LOCATION))
    phone.database.execute(
        "INSERT INTO decisions VALUES (?, ?, ?, 'denied')", ("wx-weather", "develop", LOCATION)
    )
    phone.prompter.answer(Answer.ALLOW)
    assert heard == [Outcome.REFUSED]
    assert len(phone.prompter.asked) == 1


def test_a_decision_made_elsewhere_answers_the_prompt_on_the_screen(phone: Phone) -> None:
    heard = phone.request(ask_for(LOCATION))
    phone.store.decide(WEATHER, LOCATION, Decision.GRANTED, Actor.COMMAND)
    assert heard == [Outcome.GRANTED]
    assert phone.prompter.withdrawn == phone.prompter.asked


def test_a_decision_made_elsewhere_answers_a_prompt_that_waits_and_leaves_the_shown_one(
    phone: Phone,
) -> None:
    phone.request(ask_for(USER))
    heard = phone.request(ask_for(LOCATION))
    phone.store.decide(WEATHER, LOCATION, Decision.DENIED, Actor.COMMAND)
    assert heard == [Outcome.REFUSED]
    assert phone.prompter.withdrawn == []


def test_a_decision_about_something_else_leaves_the_prompt_open(phone: Phone) -> None:
    heard = phone.request(ask_for(LOCATION))
    phone.store.decide(NOTES, LOCATION, Decision.GRANTED, Actor.SETTINGS)
    phone.store.decide(WEATHER, ALBUM, Decision.GRANTED, Actor.SETTINGS)
    phone.store.decide(WEATHER, LOCATION, Decision.UNDECIDED, Actor.SETTINGS)
    assert heard == []
    assert phone.prompter.shown is not None


@pytest.mark.parametrize("late", list(Answer))
def test_a_second_answer_to_the_same_prompt_is_void(phone: Phone, late: Answer) -> None:
    heard = phone.request(ask_for(LOCATION))
    phone.prompter.answer(Answer.REJECT)
    phone.prompter.answers[0](late)
    assert heard == [Outcome.REFUSED]
    assert phone.store.decision(WEATHER, LOCATION) is Decision.DENIED


def test_a_late_answer_does_not_reach_the_next_prompt(phone: Phone) -> None:
    phone.request(ask_for(USER))
    heard = phone.request(ask_for(LOCATION))
    phone.prompter.answer(Answer.DISMISS)
    phone.prompter.answers[0](Answer.ALLOW)
    assert heard == []
    assert phone.store.decisions(WEATHER) == {}


def test_closing_the_program_takes_its_prompts_and_tells_nobody(phone: Phone) -> None:
    shown, queued = phone.request(ask_for(LOCATION)), phone.request(ask_for(ALBUM))
    phone.broker.cancel(WEATHER)
    assert phone.prompter.withdrawn == phone.prompter.asked
    phone.prompter.answers[0](Answer.ALLOW)
    assert (shown, queued) == ([], [])
    assert phone.store.decisions(WEATHER) == {}


def test_closing_one_program_brings_up_the_prompt_of_another(phone: Phone) -> None:
    phone.request(ask_for(LOCATION))
    heard = phone.request(ask_for(LOCATION, NOTES))
    phone.broker.cancel(WEATHER)
    phone.prompter.answer(Answer.ALLOW)
    assert heard == [Outcome.GRANTED]


def test_closing_a_program_that_asks_nothing_leaves_the_shown_prompt(phone: Phone) -> None:
    phone.request(ask_for(LOCATION))
    phone.broker.cancel(NOTES)
    assert phone.prompter.withdrawn == []


def test_a_program_opened_again_may_ask_again(phone: Phone) -> None:
    phone.request(ask_for(LOCATION))
    phone.broker.suspend(WEATHER)
    phone.broker.cancel(WEATHER)
    phone.request(ask_for(LOCATION))
    assert len(phone.prompter.asked) == 2


def test_in_the_background_the_prompt_leaves_the_screen_and_comes_back(phone: Phone) -> None:
    heard = phone.request(ask_for(LOCATION))
    phone.broker.suspend(WEATHER)
    assert phone.prompter.shown is None
    phone.broker.resume(WEATHER)
    phone.prompter.answer(Answer.ALLOW)
    assert heard == [Outcome.GRANTED]


def test_an_answer_to_a_prompt_that_went_to_the_background_is_void(phone: Phone) -> None:
    heard = phone.request(ask_for(LOCATION))
    phone.broker.suspend(WEATHER)
    phone.broker.resume(WEATHER)
    phone.prompter.answers[0](Answer.ALLOW)
    assert heard == []
    assert phone.store.decisions(WEATHER) == {}


def test_a_program_in_the_background_asks_only_when_it_is_in_front(phone: Phone) -> None:
    phone.broker.suspend(WEATHER)
    phone.request(ask_for(LOCATION))
    assert phone.prompter.asked == []
    phone.broker.resume(WEATHER)
    assert phone.prompter.questions == [("wx-weather", LOCATION)]


def test_a_decided_scope_is_answered_in_the_background_too(phone: Phone) -> None:
    phone.store.decide(WEATHER, LOCATION, Decision.GRANTED, Actor.SETTINGS)
    phone.broker.suspend(WEATHER)
    assert phone.request(ask_for(LOCATION)) == [Outcome.GRANTED]


def test_prompts_keep_their_order_over_a_stay_in_the_background(phone: Phone) -> None:
    for scope in (LOCATION, ALBUM, USER):
        phone.request(ask_for(scope))
    phone.broker.suspend(WEATHER)
    phone.broker.resume(WEATHER)
    for _ in range(3):
        phone.prompter.answer(Answer.DISMISS)
    assert [scope for _, scope in phone.prompter.questions] == [LOCATION, LOCATION, ALBUM, USER]


def test_another_program_is_asked_while_one_is_in_the_background(phone: Phone) -> None:
    phone.request(ask_for(LOCATION))
    phone.request(ask_for(LOCATION, NOTES))
    phone.broker.suspend(WEATHER)
    assert phone.prompter.questions[-1] == ("wx-notes", LOCATION)
    phone.broker.resume(WEATHER)
    assert len(phone.prompter.asked) == 2


def test_whoever_hears_may_ask_again_at_once(phone: Phone) -> None:
    again: list[Outcome] = []
    phone.broker.request(
        ask_for(LOCATION), lambda _: phone.broker.request(ask_for(LOCATION), again.append)
    )
    phone.prompter.answer(Answer.DISMISS)
    assert again == []
    phone.prompter.answer(Answer.ALLOW)
    assert again == [Outcome.GRANTED]


def test_a_new_request_from_a_waiter_waits_behind_those_who_came_before(phone: Phone) -> None:
    phone.broker.request(ask_for(USER), lambda _: phone.broker.request(ask_for(ALBUM), print))
    phone.request(ask_for(LOCATION))
    phone.prompter.answer(Answer.DISMISS)
    phone.prompter.answer(Answer.DISMISS)
    assert [scope for _, scope in phone.prompter.questions] == [USER, LOCATION, ALBUM]


def test_the_next_prompt_comes_only_when_everyone_has_heard_of_the_last(phone: Phone) -> None:
    shown: list[int] = []
    phone.broker.request(ask_for(USER), lambda _: phone.broker.request(ask_for(ALBUM), print))
    phone.broker.request(ask_for(USER), lambda _: shown.append(len(phone.prompter.asked)))
    phone.request(ask_for(LOCATION))
    phone.prompter.answer(Answer.ALLOW)
    assert shown == [1]
    assert len(phone.prompter.asked) == 2


class Turns:
    """The turns of an event loop that are still to come."""

    def __init__(self) -> None:
        self.due: deque[Callable[[], None]] = deque()

    def run(self) -> None:
        self.due.popleft()()


@pytest.fixture
def turns() -> Turns:
    return Turns()


@pytest.fixture
def busy(phone: Phone, turns: Turns) -> Phone:
    """A phone whose broker tells the rest in later turns."""
    phone.broker = Broker(phone.store, phone.prompter, phone.errors.append, later=turns.due.append)
    return phone


def wait_by_hundreds(phone: Phone, calls: int = 1000) -> list[tuple[int, Outcome]]:
    """Where number and outcome of each of so many requests for the location will stand."""
    heard: list[tuple[int, Outcome]] = []

    def hear(number: int, outcome: Outcome) -> None:
        heard.append((number, outcome))

    for number in range(calls):
        phone.broker.request(ask_for(LOCATION), partial(hear, number))
    return heard


def test_a_thousand_who_wait_hear_in_bounded_turns_and_in_their_order(
    busy: Phone, turns: Turns
) -> None:
    heard = wait_by_hundreds(busy)
    busy.prompter.answer(Answer.ALLOW)
    assert busy.store.decision(WEATHER, LOCATION) is Decision.GRANTED
    parts = [len(heard)]
    while turns.due:
        turns.run()
        parts.append(len(heard) - sum(parts))
    assert max(parts) <= 100
    assert heard == [(number, Outcome.GRANTED) for number in range(1000)]


def test_the_next_prompt_waits_for_the_last_of_a_thousand(busy: Phone, turns: Turns) -> None:
    wait_by_hundreds(busy)
    busy.request(ask_for(LOCATION, NOTES))
    busy.prompter.answer(Answer.REJECT)
    while turns.due:
        assert len(busy.prompter.asked) == 1
        turns.run()
    assert busy.prompter.questions[-1] == ("wx-notes", LOCATION)


def test_a_grant_that_is_taken_back_meanwhile_lets_no_further_one_through(
    busy: Phone, turns: Turns
) -> None:
    heard = wait_by_hundreds(busy, 300)
    busy.prompter.answer(Answer.ALLOW)
    busy.store.decide(WEATHER, LOCATION, Decision.DENIED, Actor.SETTINGS)
    while turns.due:
        turns.run()
    assert [outcome for _, outcome in heard] == [Outcome.GRANTED] * 100 + [Outcome.REFUSED] * 200


def test_a_grant_that_was_reset_meanwhile_counts_as_no_answer(busy: Phone, turns: Turns) -> None:
    heard = wait_by_hundreds(busy, 200)
    busy.prompter.answer(Answer.ALLOW)
    busy.store.take_back(WEATHER, Actor.SETTINGS)
    while turns.due:
        turns.run()
    assert [outcome for _, outcome in heard[100:]] == [Outcome.DISMISSED] * 100


def test_a_program_that_closes_meanwhile_hears_no_more_and_keeps_its_decision(
    busy: Phone, turns: Turns
) -> None:
    heard = wait_by_hundreds(busy)
    busy.prompter.answer(Answer.ALLOW)
    busy.broker.cancel(WEATHER)
    while turns.due:
        turns.run()
    assert len(heard) == 100
    assert busy.store.decision(WEATHER, LOCATION) is Decision.GRANTED
    again = busy.request(ask_for(LOCATION))
    assert again == [Outcome.GRANTED]


def test_a_waiter_that_closes_the_program_silences_the_others(phone: Phone) -> None:
    phone.broker.request(ask_for(LOCATION), lambda _: phone.broker.cancel(WEATHER))
    heard = phone.request(ask_for(LOCATION))
    phone.prompter.answer(Answer.ALLOW)
    assert heard == []


def test_a_waiter_that_closes_the_program_silences_the_others_whoever_decided(
    phone: Phone,
) -> None:
    phone.broker.request(ask_for(LOCATION), lambda _: phone.broker.cancel(WEATHER))
    later = phone.request(ask_for(LOCATION))
    phone.store.decide(WEATHER, LOCATION, Decision.GRANTED, Actor.SETTINGS)
    assert later == []


def test_a_waiter_that_closes_the_program_silences_those_of_a_question_that_needs_no_prompt(
    phone: Phone,
) -> None:
    phone.request(ask_for(USER))
    phone.broker.request(ask_for(LOCATION), lambda _: phone.broker.cancel(WEATHER))
    later = phone.request(ask_for(LOCATION))
    phone.database.execute(
        "INSERT INTO decisions VALUES (?, ?, ?, 'granted')", ("wx-weather", "develop", LOCATION)
    )
    phone.prompter.answer(Answer.DISMISS)
    assert later == []


def test_a_waiter_that_raises_keeps_nobody_from_hearing_nor_the_next_prompt_from_coming(
    phone: Phone,
) -> None:
    def broken(_: Outcome) -> None:
        raise RuntimeError("our fault")

    phone.broker.request(ask_for(LOCATION), broken)
    heard = phone.request(ask_for(LOCATION))
    phone.request(ask_for(ALBUM))
    with pytest.raises(RuntimeError, match="our fault"):
        phone.prompter.answer(Answer.ALLOW)
    assert heard == [Outcome.GRANTED]
    assert phone.prompter.questions[-1] == ("wx-weather", ALBUM)


def test_a_question_not_to_be_remembered_neither_reads_nor_writes_the_store(phone: Phone) -> None:
    phone.store.decide(WEATHER, USER, Decision.DENIED, Actor.SETTINGS)
    heard = phone.request(ask_for(USER, remembered=False))
    phone.prompter.answer(Answer.ALLOW)
    assert heard == [Outcome.GRANTED]
    assert phone.store.decision(WEATHER, USER) is Decision.DENIED


def test_a_question_not_to_be_remembered_is_asked_each_time_and_never_shared(phone: Phone) -> None:
    prompt = ask_for(USER, remembered=False)
    heard = [phone.request(prompt), phone.request(prompt), phone.request(ask_for(USER))]
    for answer in (Answer.REJECT, Answer.ALLOW, Answer.DISMISS):
        phone.prompter.answer(answer)
    assert heard == [[Outcome.REFUSED], [Outcome.GRANTED], [Outcome.DISMISSED]]
    assert phone.store.decisions(WEATHER) == {}


def test_a_decision_made_elsewhere_does_not_answer_a_question_not_to_be_remembered(
    phone: Phone,
) -> None:
    heard = phone.request(ask_for(USER, remembered=False))
    phone.store.decide(WEATHER, USER, Decision.GRANTED, Actor.SETTINGS)
    assert heard == []


@pytest.mark.parametrize("answer", [Answer.ALLOW, Answer.REJECT])
def test_what_cannot_be_written_is_not_granted_and_the_person_is_told(
    phone: Phone, answer: Answer
) -> None:
    heard = [phone.request(ask_for(LOCATION)), phone.request(ask_for(LOCATION))]
    phone.fill_disk()
    phone.prompter.answer(answer)
    phone.fill_disk(False)
    assert heard == [[Outcome.UNRECORDED], [Outcome.UNRECORDED]]
    assert len(phone.errors) == 1
    assert phone.store.decision(WEATHER, LOCATION) is Decision.UNDECIDED


def test_after_a_failed_write_the_next_call_asks_again(phone: Phone) -> None:
    phone.request(ask_for(LOCATION))
    phone.fill_disk()
    phone.prompter.answer(Answer.ALLOW)
    phone.fill_disk(False)
    heard = phone.request(ask_for(LOCATION))
    phone.prompter.answer(Answer.ALLOW)
    assert heard == [Outcome.GRANTED]


def test_where_the_store_cannot_be_read_nothing_is_asked_or_granted(phone: Phone) -> None:
    phone.request(ask_for(USER))
    queued = phone.request(ask_for(LOCATION))
    phone.database.execute("PRAGMA ignore_check_constraints = ON")
    phone.database.execute(
        "INSERT INTO decisions VALUES ('wx-weather', 'develop', ?, CAST(x'ff' AS TEXT))",
        (LOCATION,),
    )
    phone.prompter.answer(Answer.DISMISS)
    assert queued == [Outcome.UNRECORDED]
    assert phone.request(ask_for(LOCATION)) == [Outcome.UNRECORDED]
    damaged = "The phone's memory is damaged."
    assert [error.problem for error in phone.errors] == [damaged, damaged]


class HastyPrompter(PatientPrompter):
    """Answers while it is asked, as a script does."""

    def ask(self, prompt: Prompt, on_answer: Callable[[Answer], None]) -> None:
        self.asked.append(prompt)
        on_answer(Answer.ALLOW)
        on_answer(Answer.REJECT)


def test_a_prompter_that_answers_at_once_serves_a_long_queue(phone: Phone) -> None:
    prompter = HastyPrompter()
    broker = Broker(phone.store, prompter, phone.errors.append)
    heard: list[Outcome] = []
    subjects = [Subject(f"wx{number}", "develop") for number in range(500)]
    for subject in subjects:
        broker.suspend(subject)
        broker.request(ask_for(LOCATION, subject), heard.append)
    broker.request(
        ask_for(ALBUM), lambda _: [broker.resume(subject) for subject in subjects] and None
    )
    assert heard == [Outcome.GRANTED] * 500
    assert len(prompter.asked) == 501


class BrokenPrompter(PatientPrompter):
    """Fails to show anything, the first time."""

    def ask(self, prompt: Prompt, on_answer: Callable[[Answer], None]) -> None:
        super().ask(prompt, on_answer)
        if len(self.asked) == 1:
            self.shown = None
            raise RuntimeError("no window")


def test_a_prompt_that_could_not_be_shown_counts_as_dismissed(phone: Phone) -> None:
    prompter = BrokenPrompter()
    broker = Broker(phone.store, prompter, phone.errors.append)
    heard: list[Outcome] = []
    with pytest.raises(RuntimeError, match="no window"):
        broker.request(ask_for(LOCATION), heard.append)
    assert heard == [Outcome.DISMISSED]
    broker.request(ask_for(LOCATION), heard.append)
    prompter.answer(Answer.ALLOW)
    assert heard == [Outcome.DISMISSED, Outcome.GRANTED]


def test_a_decision_of_another_process_answers_the_open_prompt(tmp_path: Path) -> None:
    phone = Phone(Database(tmp_path / "phone.sqlite"))
    other = Database(tmp_path / "phone.sqlite")
    heard = phone.request(ask_for(LOCATION))
    PermissionStore(other).decide(WEATHER, LOCATION, Decision.DENIED, Actor.COMMAND)
    phone.store.announce_outside_changes()
    assert heard == [Outcome.REFUSED]
    assert phone.prompter.withdrawn == phone.prompter.asked
    other.close()
    phone.database.close()


def test_a_store_error_reads_as_one_line_with_a_way_out() -> None:
    error = StoreError("The disk is full.", "Free some space and try again.", "code 13")
    assert str(error) == "The disk is full. Free some space and try again. (code 13)"


def test_an_answer_in_the_person_s_stead_takes_the_prompt_off_and_names_who_gave_it(
    phone: Phone,
) -> None:
    changes: list[Change] = []
    phone.store.watch(changes.append)
    heard = phone.request(ask_for(LOCATION))
    prompt = phone.broker.shown
    assert prompt is not None
    outcome = phone.broker.answer(prompt, Answer.REJECT, Actor.COMMAND)
    assert (outcome, heard) == (Outcome.REFUSED, [Outcome.REFUSED])
    assert changes == [Change(WEATHER, LOCATION, Decision.DENIED, Actor.COMMAND)]
    assert phone.prompter.withdrawn == [prompt]
    assert phone.broker.answer(prompt, Answer.ALLOW, Actor.COMMAND) is None
    assert phone.store.decision(WEATHER, LOCATION) is Decision.DENIED


def test_who_watches_hears_which_prompt_is_on_the_screen_and_of_its_end(phone: Phone) -> None:
    shown: list[str | None] = []
    phone.broker.watch_shown(lambda prompt: shown.append(prompt and prompt.scope.id))
    phone.request(ask_for(LOCATION))
    phone.request(ask_for(ALBUM))
    phone.prompter.answer(Answer.ALLOW)
    phone.prompter.answer(Answer.DISMISS)
    assert shown == [LOCATION, ALBUM, None]


# Who looks at the open questions


def places(phone: Phone) -> list[tuple[str, int, Place]]:
    return [(one.prompt.scope.id, one.calls, one.place) for one in phone.broker.questions]


def test_every_open_question_is_told_with_its_calls_and_its_place(phone: Phone) -> None:
    phone.broker.suspend(NOTES)
    for prompt in (ask_for(USER, NOTES), ask_for(LOCATION), ask_for(ALBUM), ask_for(LOCATION)):
        phone.request(prompt)
    assert places(phone) == [
        (USER, 1, Place.HELD_BACK),
        (LOCATION, 2, Place.SHOWN),
        (ALBUM, 1, Place.IN_LINE),
    ]
    assert phone.broker.questions[0].prompt.subject == NOTES


def test_where_nothing_was_shown_nobody_hears_of_a_prompt(phone: Phone) -> None:
    shown: list[Prompt | None] = []
    phone.broker.watch_shown(shown.append)
    phone.broker.resume(WEATHER)
    assert shown == []


def test_a_request_would_join_an_open_question_of_its_program_and_scope(phone: Phone) -> None:
    assert not phone.broker.asks(ask_for(LOCATION))
    phone.request(ask_for(LOCATION))
    assert phone.broker.asks(ask_for(LOCATION))
    for other in (ask_for(ALBUM), ask_for(LOCATION, NOTES), ask_for(LOCATION, remembered=False)):
        assert not phone.broker.asks(other)


def test_the_state_of_a_scope_is_that_in_the_store_and_nobody_hears_that_it_cannot_be_read(
    phone: Phone,
) -> None:
    phone.store.decide(WEATHER, LOCATION, Decision.DENIED, Actor.SETTINGS)
    assert phone.broker.state(WEATHER, LOCATION) is Decision.DENIED
    assert phone.broker.state(WEATHER, ALBUM) is Decision.UNDECIDED
    assert phone.broker.state(NOTES, LOCATION) is Decision.UNDECIDED
    phone.database.execute("PRAGMA ignore_check_constraints = ON")
    phone.database.execute("UPDATE decisions SET decision = CAST(x'ff' AS TEXT)")
    assert phone.broker.state(WEATHER, LOCATION) is None
    assert phone.errors == []


def test_a_question_says_since_when_it_is_open(database: Database) -> None:
    times = iter([datetime(2026, 11, 22, 14, 3, tzinfo=UTC)])
    prompter = PatientPrompter()
    broker = Broker(PermissionStore(database), prompter, lambda _: None, lambda: next(times))
    broker.request(ask_for(LOCATION), lambda _: None)
    assert broker.questions[0].since == datetime(2026, 11, 22, 14, 3, tzinfo=UTC)


def test_who_watches_hears_of_every_change_of_the_open_questions(phone: Phone) -> None:
    phone.request(ask_for(USER))
    heard: list[list[tuple[str, int]]] = []

    def hear(_: None) -> None:
        heard.append([(one.prompt.scope.id, one.calls) for one in phone.broker.questions])

    unwatch = phone.broker.questions_changed.watch(hear)
    phone.request(ask_for(LOCATION))
    phone.request(ask_for(LOCATION))
    phone.prompter.answer(Answer.DISMISS)
    phone.broker.cancel(WEATHER)
    unwatch()
    phone.request(ask_for(ALBUM))
    assert heard == [
        [(USER, 1), (LOCATION, 1)],
        [(USER, 1), (LOCATION, 2)],
        [(LOCATION, 2)],
        [],
    ]


def test_who_begins_to_watch_late_hears_when_the_last_question_goes(phone: Phone) -> None:
    phone.request(ask_for(USER))
    heard: list[int] = []
    phone.broker.questions_changed.watch(lambda _: heard.append(len(phone.broker.questions)))
    assert len(phone.broker.questions) == 1
    phone.broker.resume(WEATHER)  # nothing has changed by that
    assert heard == []
    phone.prompter.answer(Answer.DISMISS)
    phone.broker.suspend(WEATHER)
    assert heard == [0]


def test_who_does_not_look_hears_of_a_thousand_questions_once(phone: Phone) -> None:
    heard: list[None] = []
    phone.broker.questions_changed.watch(heard.append)
    for _ in range(1000):
        phone.request(ask_for(LOCATION))
    assert heard == [None]
    assert phone.broker.questions[0].calls == 1000
    phone.request(ask_for(LOCATION))
    assert len(heard) == 2


def test_what_many_ask_in_answer_to_one_is_heard_at_once_when_all_have(phone: Phone) -> None:
    def ask_again(scope: str) -> None:
        phone.broker.request(ask_for(LOCATION), lambda _: phone.request(ask_for(scope)) and None)

    for scope in (ALBUM, USER):
        ask_again(scope)
    heard: list[list[str]] = []
    phone.broker.questions_changed.watch(
        lambda _: heard.append([one.prompt.scope.id for one in phone.broker.questions])
    )
    phone.prompter.answer(Answer.DISMISS)
    assert heard == [[ALBUM, USER]]


@pytest.mark.parametrize("remembered", [True, False])
def test_a_question_is_asked_and_answered_by_the_prompt_that_was_handed_in(
    phone: Phone, remembered: bool
) -> None:
    prompt, heard = ask_for(USER, remembered=remembered), list[Outcome]()
    phone.broker.request(prompt, heard.append)
    assert phone.prompter.asked == [prompt]
    assert phone.broker.answer(prompt, Answer.ALLOW, Actor.COMMAND) is Outcome.GRANTED
    assert heard == [Outcome.GRANTED]


@pytest.mark.parametrize(
    ("answer", "outcome", "decision"),
    [
        (Answer.ALLOW, Outcome.GRANTED, Decision.GRANTED),
        (Answer.REJECT, Outcome.REFUSED, Decision.DENIED),
        (Answer.DISMISS, Outcome.DISMISSED, Decision.UNDECIDED),
    ],
)
def test_a_question_that_waits_its_turn_can_be_answered_by_itself(
    phone: Phone, answer: Answer, outcome: Outcome, decision: Decision
) -> None:
    phone.request(ask_for(USER))
    waiting = [phone.request(ask_for(LOCATION)), phone.request(ask_for(LOCATION))]
    question = phone.broker.questions[1]
    assert phone.broker.answer(question.prompt, answer, Actor.PROMPT) is outcome
    assert waiting == [[outcome], [outcome]]
    assert phone.store.decision(WEATHER, LOCATION) is decision
    assert phone.prompter.shown is not None
    assert phone.prompter.withdrawn == []
    assert places(phone) == [(USER, 1, Place.SHOWN)]


def test_a_question_of_a_program_in_the_background_can_be_answered(phone: Phone) -> None:
    heard = phone.request(ask_for(LOCATION))
    phone.broker.suspend(WEATHER)
    (question,) = phone.broker.questions
    phone.broker.answer(question.prompt, Answer.ALLOW, Actor.PROMPT)
    phone.broker.resume(WEATHER)
    assert heard == [Outcome.GRANTED]
    assert phone.prompter.shown is None
    last = phone.store.history.last(WEATHER, LOCATION)
    assert last
    assert last.actor is Actor.PROMPT


def test_the_first_outcome_counts_wherever_it_comes_from(phone: Phone) -> None:
    heard = phone.request(ask_for(LOCATION))
    (question,) = phone.broker.questions
    late = phone.prompter.answers[-1]
    phone.broker.answer(question.prompt, Answer.REJECT, Actor.PROMPT)
    late(Answer.ALLOW)
    assert phone.broker.answer(question.prompt, Answer.ALLOW, Actor.PROMPT) is None
    assert heard == [Outcome.REFUSED]
    assert phone.store.decision(WEATHER, LOCATION) is Decision.DENIED


def test_an_answer_that_cannot_be_kept_grants_nothing_and_ends_the_question(phone: Phone) -> None:
    heard = phone.request(ask_for(LOCATION))
    (question,) = phone.broker.questions
    phone.fill_disk()
    assert phone.broker.answer(question.prompt, Answer.ALLOW, Actor.PROMPT) is Outcome.UNRECORDED
    phone.fill_disk(False)
    assert (heard, phone.broker.questions, len(phone.errors)) == ([Outcome.UNRECORDED], (), 1)
