"""What the person decides about a program while they are recorded: at prompts and in the settings.

It is told by its owners: the clicks that lead to an answer or through the settings are no steps.
"""

from collections.abc import Callable

from PySide6.QtCore import QObject

from miniapp_host.api.calls.journal import How
from miniapp_host.permissions.decisions import Actor, Change, Decision, Subject
from miniapp_host.permissions.prompts import Prompt
from miniapp_host.phone.parts import PhoneParts
from miniapp_host.recording.line_queue import LineQueue
from miniapp_host.recording.recording import Step
from miniapp_host.shell.kit.bound_watch import bound_watch
from miniapp_host.shell.kit.soon import soon

_ANSWERS = {
    How.ASKED_ALLOWED: ("allow", "granted"),
    How.ASKED_REJECTED: ("deny", "denied"),
    How.ASKED_DISMISSED: ("dismiss", "undecided"),
}
_SETTERS = {
    Decision.GRANTED: "grant",
    Decision.DENIED: "deny",
    Decision.UNDECIDED: "reset",
}
_SET = (Actor.SETTINGS, Actor.COMMAND, Actor.SCRIPT)
"""Who decides without being asked."""


class RecordedAnswers(QObject):
    """Records what is decided about the program that `subject` gives."""

    def __init__(
        self,
        parts: PhoneParts,
        subject: Callable[[], Subject | None],
        queue: LineQueue,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._parts = parts
        self._subject = subject
        self._queue = queue
        self._prompt = parts.broker.shown
        self._answered: list[str] = []
        present = subject()
        self._decided = set(parts.memory.store.decisions(present)) if present else set[str]()
        self._by_menu = False
        self._switched = False
        self._ends = [
            bound_watch(self, parts.broker.watch_shown, self._on_prompt_change),
            bound_watch(self, parts.memory.store.watch, self._on_store_change),
        ]

    @property
    def asks(self) -> bool:
        """Whether a prompt is on the screen."""
        return self._prompt is not None

    def stop(self) -> None:
        """Write the last answers, and watch no more."""
        self._note_answers()
        for end in self._ends:
            end()

    def open_panel(self) -> None:
        """The person chose the settings in the menu."""
        self._by_menu = True

    def leave_panel(self) -> None:
        """The person goes back from the settings."""
        if not self._switched:
            opens = "open" if self._by_menu else "expect"
            self._queue.add(Step("settings", opens), Step("settings", "leave"))
        self._by_menu = self._switched = False

    def _on_prompt_change(self, prompt: Prompt | None) -> None:
        """The journal knows a moment later how the question ended."""
        ended, self._prompt = self._prompt, prompt
        if ended is not None and ended.subject == self._subject():
            self._answered.append(ended.scope.id)
            soon(self, self._note_answers)

    def _note_answers(self) -> None:
        answered, self._answered = self._answered, []
        for scope in answered:
            self._note_answer(scope)

    def _note_answer(self, scope: str) -> None:
        records = self._parts.journal.records
        hows = (one.how for one in reversed(records) if one.scope == scope and one.asked)
        answer = _ANSWERS.get(next(hows, None) or How.NO_TAP)
        if answer is not None:
            method, state = answer
            self._queue.add(
                Step("prompt", method, (scope,)),
                Step("permissions", "state", (scope,), expected=state),
            )

    def _on_store_change(self, change: Change) -> None:
        if change.subject != self._subject():
            return
        listed = change.scope in self._decided
        self._decided = set(self._parts.memory.store.decisions(change.subject))
        asked = self._prompt is not None and self._prompt.scope.id == change.scope
        if change.actor in _SET and not asked:  # else it is the prompt's answer
            by_switch = change.actor is Actor.SETTINGS and listed
            self._note_change(change.scope, change.decision, by_switch=by_switch)

    def _note_change(self, scope: str, decision: Decision, *, by_switch: bool) -> None:
        """A switch of the settings, which list what is decided; anything else is set outright."""
        if decision is Decision.UNDECIDED or not by_switch:
            self._queue.add(Step("permissions", _SETTERS[decision], (scope,)))
            return
        if not self._by_menu and not self._switched:
            # A panel that the program opened is waited for; the test opens the others itself.
            self._queue.add(Step("settings", "expect"))
        self._switched = True
        on = decision is Decision.GRANTED
        self._queue.add(Step("settings", "enable" if on else "disable", (scope,)))
