"""S21: store and broker against a model of a dozen lines, over whatever can happen in a phone's life."""

import tempfile
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from miniapp_host.memory.database import Database
from miniapp_host.memory.store_error import StoreError
from miniapp_host.permissions.decisions import Actor, Change, Decision, Subject
from miniapp_host.permissions.history import replayed
from miniapp_host.permissions.outcomes import Outcome
from miniapp_host.permissions.prompts import Answer
from miniapp_host.permissions.store import PermissionStore
from tests.guarantees.tally import Tally, number
from tests.permissions.conftest import ALBUM, LOCATION, NOTES, USER, WEATHER, Phone, ask_for

SUBJECTS = (WEATHER, Subject(WEATHER.program, "release"), NOTES)
OUTCOME = {
    Decision.GRANTED: Outcome.GRANTED,
    Decision.DENIED: Outcome.REFUSED,
    Answer.ALLOW: Outcome.GRANTED,
    Answer.REJECT: Outcome.REFUSED,
    Answer.DISMISS: Outcome.DISMISSED,
}
KEPT = {Answer.ALLOW: Decision.GRANTED, Answer.REJECT: Decision.DENIED}

subjects = st.sampled_from(SUBJECTS)
scopes = st.sampled_from((LOCATION, ALBUM, USER))
decisions = st.sampled_from(list(Decision))


@dataclass(eq=False)  # two alike are two: the second may be answered first
class Question:
    subject: Subject
    scope: str
    remembered: bool
    expected: list[list[Outcome]] = field(default_factory=list)

    def end(self, outcome: Outcome) -> None:
        for heard in self.expected:
            heard.append(outcome)


@dataclass
class Model:
    """What must be true: decisions, the queue, who is in the background, what is shown."""

    decisions: dict[tuple[Subject, str], Decision] = field(default_factory=dict)
    queue: list[Question] = field(default_factory=list)
    background: set[Subject] = field(default_factory=set)
    shown: Question | None = None

    def request(self, subject: Subject, scope: str, remembered: bool) -> list[Outcome]:
        expected: list[Outcome] = []
        decision = self.decisions.get((subject, scope))
        if remembered and decision:
            expected.append(OUTCOME[decision])
            return expected
        question = next(
            (q for q in self.queue if remembered and self.asks(q, subject, scope)), None
        )
        if question is None:
            question = Question(subject, scope, remembered)
            self.queue.append(question)
        question.expected.append(expected)
        return expected

    def asks(self, question: Question, subject: Subject, scope: str) -> bool:
        return question.remembered and (question.subject, question.scope) == (subject, scope)

    def decide(self, subject: Subject, scope: str, decision: Decision) -> None:
        self.decisions.pop((subject, scope), None)
        if decision is not Decision.UNDECIDED:
            self.decisions[subject, scope] = decision
            for question in [q for q in self.queue if self.asks(q, subject, scope)]:
                self.finish(question, OUTCOME[decision])

    def finish(self, question: Question, outcome: Outcome | None) -> None:
        self.queue.remove(question)
        if self.shown is question:
            self.shown = None
        if outcome:
            question.end(outcome)

    def show(self) -> None:
        if self.shown and self.shown.subject in self.background:
            self.shown = None
        if not self.shown:
            self.shown = next((q for q in self.queue if q.subject not in self.background), None)


class RandomLife(RuleBasedStateMachine):
    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.path = Path(self.folder.name) / "phone.sqlite"
        self.model = Model()
        self.heard: list[tuple[list[Outcome], list[Outcome]]] = []
        self.full = False
        self.start()

    def start(self) -> None:
        self.phone = Phone(Database(self.path))
        self.other = Database(self.path)
        self.changes: list[Change] = []
        self.phone.store.watch(self.changes.append)

    def stop(self) -> None:
        self.fill(False)
        self.other.close()
        self.phone.database.close()

    def fill(self, full: bool) -> None:
        self.full = full
        self.phone.fill_disk(full)

    def teardown(self) -> None:
        self.stop()
        self.folder.cleanup()

    @rule(subject=subjects, scope=scopes, remembered=st.sampled_from((True, True, True, False)))
    def request(self, subject: Subject, scope: str, remembered: bool) -> None:
        expected = self.model.request(subject, scope, remembered)
        heard = self.phone.request(ask_for(scope, subject, remembered=remembered))
        self.heard.append((heard, expected))

    @precondition(lambda self: self.model.shown)
    @rule(answer=st.sampled_from(list(Answer)))
    def answer(self, answer: Answer) -> None:
        question = self.model.shown
        assert question
        decides = question.remembered and answer in KEPT
        if decides and self.full:
            self.model.finish(question, Outcome.UNRECORDED)
        elif decides:
            self.model.decide(question.subject, question.scope, KEPT[answer])
        else:
            self.model.finish(question, OUTCOME[answer])
        self.phone.prompter.answer(answer)

    @precondition(lambda self: self.model.queue)
    @rule(data=st.data(), answer=st.sampled_from(list(Answer)))
    def answer_by_name(self, data: st.DataObject, answer: Answer) -> None:
        """The person answers any open question, also one that waits its turn."""
        at = data.draw(st.integers(0, len(self.model.queue) - 1))
        question, named = self.model.queue[at], self.phone.broker.questions[at]
        decides = question.remembered and answer in KEPT
        if decides and self.full:
            self.model.finish(question, Outcome.UNRECORDED)
        elif decides:
            self.model.decide(question.subject, question.scope, KEPT[answer])
        else:
            self.model.finish(question, OUTCOME[answer])
        self.phone.broker.answer(named.prompt, answer, Actor.PROMPT)

    @precondition(lambda self: self.phone.prompter.answers)
    @rule(data=st.data(), answer=st.sampled_from(list(Answer)))
    def answer_late(self, data: st.DataObject, answer: Answer) -> None:
        answers = self.phone.prompter.answers
        old = len(answers) - (1 if self.phone.prompter.shown else 0)
        if old:
            answers[data.draw(st.integers(0, old - 1))](answer)

    @rule(subject=subjects, scope=scopes, decision=decisions)
    def decide_in_settings(self, subject: Subject, scope: str, decision: Decision) -> None:
        try:
            self.phone.store.decide(subject, scope, decision, Actor.SETTINGS)
        except StoreError:
            assert self.full
        else:
            assert not self.full
            self.model.decide(subject, scope, decision)

    @rule(subject=subjects, scope=scopes, decision=decisions)
    def decide_in_another_process(self, subject: Subject, scope: str, decision: Decision) -> None:
        PermissionStore(self.other).decide(subject, scope, decision, Actor.COMMAND)
        self.phone.store.announce_outside_changes()
        self.model.decide(subject, scope, decision)

    @rule(subject=subjects)
    def go_to_the_background(self, subject: Subject) -> None:
        self.phone.broker.suspend(subject)
        self.model.background.add(subject)

    @rule(subject=subjects)
    def come_to_the_front(self, subject: Subject) -> None:
        self.phone.broker.resume(subject)
        self.model.background.discard(subject)

    @rule(subject=subjects)
    def close_program(self, subject: Subject) -> None:
        self.phone.broker.cancel(subject)
        self.model.background.discard(subject)
        for question in [q for q in self.model.queue if q.subject == subject]:
            self.model.finish(question, None)

    @rule(program=st.sampled_from((WEATHER.program, NOTES.program)))
    def delete_program(self, program: str) -> None:
        for subject in SUBJECTS:
            if subject.program == program:
                self.close_program(subject)
        with suppress(StoreError):
            self.phone.store.forget(program)
            for key in [key for key in self.model.decisions if key[0].program == program]:
                del self.model.decisions[key]

    @rule(full=st.booleans())
    def fill_or_free_the_disk(self, full: bool) -> None:
        self.fill(full)

    @rule()
    def restart(self) -> None:
        self.stop()
        self.model = Model(decisions=self.model.decisions)
        self.start()
        assert self.phone.database.notice is None

    @invariant()
    def what_is_kept_is_what_was_decided(self) -> None:
        for subject in SUBJECTS:
            expected = {
                scope: decision
                for (owner, scope), decision in self.model.decisions.items()
                if owner == subject
            }
            assert self.phone.store.decisions(subject) == expected
            assert PermissionStore(self.other).decisions(subject) == expected

    @invariant()
    def replaying_the_history_gives_what_was_decided(self) -> None:
        history = self.phone.store.history
        entries = [e for one in (WEATHER, NOTES) for e in history.entries(one.program)]
        assert replayed(entries) == self.model.decisions

    @invariant()
    def everyone_heard_what_he_should(self) -> None:
        assert all(heard == expected for heard, expected in self.heard)

    @invariant()
    def every_open_question_is_told(self) -> None:
        told = [
            (one.prompt.subject, one.prompt.scope.id, one.calls)
            for one in self.phone.broker.questions
        ]
        assert told == [(q.subject, q.scope, len(q.expected)) for q in self.model.queue]

    @invariant()
    def the_right_prompt_is_shown(self) -> None:
        self.model.show()
        shown, expected = self.phone.prompter.shown, self.model.shown
        assert (shown and (shown.subject, shown.scope.id, shown.remembered)) == (
            expected and (expected.subject, expected.scope, expected.remembered)
        )


def test_no_life_differs_from_the_model(tally: Tally) -> None:
    class Counted(RandomLife):
        @invariant()
        def a_step_was_taken(self) -> None:
            tally.add(True)

    examples = number(40, 300)  # of 40 steps at most: 10,000 in all
    run_state_machine_as_test(
        Counted,
        settings=settings(max_examples=examples, stateful_step_count=40, deadline=None),
    )
