"""Answers permission requests: by the decision, or by asking the person, one prompt at a time.

Owns the open questions; the decisions are the store's, the showing is the prompter's.
"""

from collections import deque
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import partial

from miniapp_host.memory.store_error import StoreError
from miniapp_host.permissions.decisions import Actor, Change, Decision, Subject
from miniapp_host.permissions.hearers import Hearers, Later, at_once
from miniapp_host.permissions.history import utc_now
from miniapp_host.permissions.outcomes import Outcome, Waiter
from miniapp_host.permissions.prompts import Answer, Prompt, Prompter
from miniapp_host.permissions.questions import Place, Question
from miniapp_host.permissions.store import PermissionStore
from miniapp_host.watchers import Notice, Unwatch, Watchers

_OF_DECISION = {Decision.GRANTED: Outcome.GRANTED, Decision.DENIED: Outcome.REFUSED}
_OF_ANSWER = {
    Answer.ALLOW: Outcome.GRANTED,
    Answer.REJECT: Outcome.REFUSED,
    Answer.DISMISS: Outcome.DISMISSED,
}


@dataclass(frozen=True, eq=False)
class _Showing:
    """One time that a prompt is on the screen; only answers to the present one count."""

    prompt: Prompt


@dataclass(frozen=True, eq=False)
class _Wait:
    """Those who wait for the answer to one prompt, in order."""

    since: datetime
    waiters: deque[Waiter] = field(default_factory=deque)


class Broker:
    """The open questions: one mapping, from prompt to those who wait for its answer, in order."""

    def __init__(
        self,
        store: PermissionStore,
        prompter: Prompter,
        on_store_error: Callable[[StoreError], None],
        now: Callable[[], datetime] = utc_now,
        later: Later = at_once,
    ) -> None:
        """`later` calls back in a later turn of the event loop: many hear in several turns."""
        self._store = store
        self._prompter = prompter
        self._on_store_error = on_store_error
        self._now = now
        self._waiting: dict[Prompt, _Wait] = {}
        self._later = later
        self._hearers = Hearers(self._in_a_later_turn)
        self._suspended: set[Subject] = set()
        self._showing: _Showing | None = None
        self._turns = 0
        self._told: Prompt | None = None
        self._shown: Watchers[Prompt | None] = Watchers()
        self._told_questions: tuple[Question, ...] = ()
        self.questions_changed = Notice()
        """Given when `questions` are others, once until somebody reads them."""
        store.watch(self._on_store_change)

    def request(self, prompt: Prompt, on_outcome: Waiter) -> None:
        """Call `on_outcome` once, possibly before this returns; never after `cancel`."""
        with self._turn():
            outcome = self._settled(prompt)
            if outcome:
                on_outcome(outcome)
            else:
                wait = self._waiting.setdefault(self._question(prompt), _Wait(self._now()))
                wait.waiters.append(on_outcome)

    def cancel(self, subject: Subject) -> None:
        """Drop every question of a closed or deleted subject; no answer is stored or told."""
        with self._turn():
            self._suspended.discard(subject)
            self._withdraw_if(subject)
            for prompt in self._of(subject):
                del self._waiting[prompt]
            self._hearers.forget(subject)

    def suspend(self, subject: Subject) -> None:
        """Hold back the questions of a subject in the background; they keep their order."""
        with self._turn():
            self._suspended.add(subject)
            self._withdraw_if(subject)

    def resume(self, subject: Subject) -> None:
        """The subject is in front again and may ask."""
        with self._turn():
            self._suspended.discard(subject)

    @property
    def shown(self) -> Prompt | None:
        """The prompt on the screen, None if there is none."""
        return self._showing.prompt if self._showing else None

    def watch_shown(self, callback: Callable[[Prompt | None], None]) -> Unwatch:
        """Call `callback` with `shown` after it changed; the result ends that."""
        return self._shown.watch(callback)

    @property
    def questions(self) -> tuple[Question, ...]:
        """Every open question, in the order in which they came."""
        self.questions_changed.seen()
        self._told_questions = self._questions()
        return self._told_questions

    def answer(self, prompt: Prompt, answer: Answer, actor: Actor) -> Outcome | None:
        """Answer an open question without its prompt, also one that is not on the screen yet.

        None if it is not open (any more): the first outcome counts.
        """
        if prompt not in self._waiting:
            return None
        with self._turn():
            was_shown = self.shown is prompt
            if was_shown:
                self._showing = None
            outcome = self._settle(prompt, answer, actor)
            if was_shown:
                self._prompter.withdraw(prompt)
        return outcome

    def _place_of(self, prompt: Prompt) -> Place:
        if self.shown is prompt:
            return Place.SHOWN
        return Place.HELD_BACK if prompt.subject in self._suspended else Place.IN_LINE

    def asks(self, prompt: Prompt) -> bool:
        """Whether a question is open already that `prompt` would join."""
        return prompt.remembered and self._open(prompt.subject, prompt.scope.id) is not None

    def state(self, subject: Subject, scope: str) -> Decision | None:
        """The decision that stands now, None if it can't be read; nobody is told of that."""
        try:
            return self._store.decision(subject, scope)
        except StoreError:
            return None

    def known(self, subject: Subject, scope: str) -> Outcome | None:
        """What is decided now, without asking; None if a person must be asked."""
        try:
            return _OF_DECISION.get(self._store.decision(subject, scope))
        except StoreError as error:
            self._on_store_error(error)
            return Outcome.UNRECORDED

    def _settled(self, prompt: Prompt) -> Outcome | None:
        """The outcome that the store already decides; None if a person must be asked."""
        return self.known(prompt.subject, prompt.scope.id) if prompt.remembered else None

    def _question(self, prompt: Prompt) -> Prompt:
        """The open prompt that asks the same as `prompt`, else `prompt` itself."""
        if prompt.remembered:
            return self._open(prompt.subject, prompt.scope.id) or prompt
        return replace(prompt) if prompt in self._waiting else prompt

    def _open(self, subject: Subject, scope: str) -> Prompt | None:
        """The open question about a scope whose answer counts for every request for it."""
        asked = (p for p in self._of(subject) if p.remembered and p.scope.id == scope)
        return next(asked, None)

    def _of(self, subject: Subject) -> list[Prompt]:
        return [prompt for prompt in self._waiting if prompt.subject == subject]

    @contextmanager
    def _turn(self) -> Iterator[None]:
        """Run what is inside, then show the next prompt; inside another turn, when that ends."""
        self._turns += 1
        try:
            yield
        finally:
            try:
                if self._turns == 1:
                    self._show_next()
            finally:
                self._turns -= 1
                self._announce_shown()
                self._announce_questions()

    def _show_next(self) -> None:
        """Settle or show in order until one stays on the screen; a prompter may answer at once."""
        while not self._showing and not self._hearers.busy and (prompt := self._next()):
            if outcome := self._settled(prompt):
                self._tell(prompt, self._waiting.pop(prompt).waiters, outcome)
            else:
                self._show(_Showing(prompt))

    def _next(self) -> Prompt | None:
        return next((p for p in self._waiting if p.subject not in self._suspended), None)

    def _show(self, showing: _Showing) -> None:
        self._showing = showing
        with ExitStack() as failed:
            failed.callback(self._on_prompter_answer, showing, Answer.DISMISS)
            self._prompter.ask(showing.prompt, partial(self._on_prompter_answer, showing))
            failed.pop_all()

    def _announce_shown(self) -> None:
        if not self._turns and self._told is not self.shown:
            self._told = self.shown
            self._shown.announce(self.shown)

    def _announce_questions(self) -> None:
        if self._turns or not self.questions_changed.due:
            return
        if self._questions() != self._told_questions:
            self.questions_changed.give()

    def _questions(self) -> tuple[Question, ...]:
        return tuple(
            Question(prompt, len(wait.waiters), wait.since, self._place_of(prompt))
            for prompt, wait in self._waiting.items()
        )

    def _on_prompter_answer(self, showing: _Showing, answer: Answer) -> None:
        if showing is self._showing:
            with self._turn():
                self._showing = None
                self._settle(showing.prompt, answer, Actor.PROMPT)

    def _settle(self, prompt: Prompt, answer: Answer, actor: Actor) -> Outcome:
        """End the question with `answer`, and tell everyone who waits for it."""
        waiters = self._waiting.pop(prompt).waiters
        outcome = Outcome.UNRECORDED
        try:
            outcome = self._recorded(prompt, answer, actor)
        finally:
            self._tell(prompt, waiters, outcome)
        return outcome

    def _recorded(self, prompt: Prompt, answer: Answer, actor: Actor) -> Outcome:
        if not prompt.remembered or answer is Answer.DISMISS:
            return _OF_ANSWER[answer]
        decision = Decision.GRANTED if answer is Answer.ALLOW else Decision.DENIED
        try:
            self._store.decide(prompt.subject, prompt.scope.id, decision, actor)
        except StoreError as error:
            self._on_store_error(error)
            return Outcome.UNRECORDED
        return _OF_ANSWER[answer]

    def _tell(self, prompt: Prompt, waiters: deque[Waiter], outcome: Outcome) -> None:
        """Tell everyone who waits, in order; no further one once one of them cancels."""
        self._hearers.tell(prompt.subject, waiters, outcome, partial(self._stands, prompt))

    def _in_a_later_turn(self, tell: Callable[[], None]) -> None:
        """The next prompt waits until everyone has heard of the last."""
        self._later(partial(self._tell_in_turn, tell))

    def _tell_in_turn(self, tell: Callable[[], None]) -> None:
        with self._turn():
            tell()

    def _stands(self, prompt: Prompt, outcome: Outcome) -> Outcome:
        """What an outcome has become since it was told first: a grant may be taken back."""
        if outcome is not Outcome.GRANTED or not prompt.remembered:
            return outcome
        return self._settled(prompt) or Outcome.DISMISSED

    def _withdraw_if(self, subject: Subject) -> None:
        if self._showing and self._showing.prompt.subject == subject:
            self._withdraw(self._showing)

    def _withdraw(self, showing: _Showing) -> None:
        self._showing = None
        self._prompter.withdraw(showing.prompt)

    def _on_store_change(self, change: Change) -> None:
        """Takes a decision made elsewhere (settings, another process) as the answer."""
        outcome = _OF_DECISION.get(change.decision)
        asked = self._open(change.subject, change.scope)
        if not outcome or not asked:
            return
        with self._turn():
            if self._showing and self._showing.prompt is asked:
                self._withdraw(self._showing)
            self._tell(asked, self._waiting.pop(asked).waiters, outcome)
