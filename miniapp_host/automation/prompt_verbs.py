"""Sees and answers what a running phone asks the person."""

from collections.abc import Callable

from miniapp_host.automation.later import Later
from miniapp_host.automation.open_prompts import OpenPrompt, Wanted, give, open_prompts
from miniapp_host.automation.params import Params
from miniapp_host.automation.prompt_words import kind_named
from miniapp_host.automation.requests import Verb
from miniapp_host.automation.scope_words import scope_named
from miniapp_host.automation.verb_error import no_such
from miniapp_host.permissions.decisions import Actor
from miniapp_host.permissions.prompts import Answer
from miniapp_host.phone.phone import Phone
from miniapp_host.texts import Sentence, ToldError

GET = "Host.getPrompts"
ANSWER = "Host.answerPrompt"

ANSWERS = {"allow": Answer.ALLOW, "deny": Answer.REJECT, "dismiss": Answer.DISMISS}
LOOK_SECONDS = 0.05
"""Between two looks at the screen, while somebody waits for a prompt."""


class PromptVerbs:
    """The verbs over one running phone, whose prompts `actor` answers."""

    def __init__(self, phone: Phone, actor: Actor) -> None:
        self._phone = phone
        self._actor = actor

    def verbs(self) -> dict[str, Verb]:
        """The verbs by method."""
        return {GET: self.get, ANSWER: self.answer}

    def get(self, _params: Params) -> object:
        """What is asked on the screen, topmost first."""
        return [prompt.told() for prompt in open_prompts(self._phone)]

    def answer(self, params: Params) -> object:
        """Give "answer" to the prompt for "scope", to that of "kind", or to any but a dialog.

        It may come up within "timeout" seconds. Raises VerbError if none does.
        """
        answer, wanted = _answer_named(params.text("answer")), _wanted(params)
        found = wanted.among(open_prompts(self._phone))
        if found is not None:
            return self._given(found, answer)
        seconds = params.number("timeout") if params.has("timeout") else 0.0
        if seconds <= 0:
            raise wanted.missing(open_prompts(self._phone))
        return self._wait(wanted, answer, seconds)

    def _wait(self, wanted: Wanted, answer: Answer, seconds: float) -> Later:
        ends: list[Callable[[], None]] = []

        def end() -> None:
            for one in ends:
                one()

        later = Later(end)

        def look() -> None:
            found = wanted.among(open_prompts(self._phone))
            if found is not None:
                end()
                later.settle(self._outcome(found, answer))

        def on_late() -> None:
            end()
            later.settle(wanted.missing(open_prompts(self._phone)))

        clock = self._phone.programs.devices.clock
        ends.append(clock.every(LOOK_SECONDS, look))
        ends.append(clock.after(seconds, on_late))
        return later

    def _outcome(self, found: OpenPrompt, answer: Answer) -> object:
        try:
            return self._given(found, answer)
        except ToldError as error:
            return error

    def _given(self, found: OpenPrompt, answer: Answer) -> object:
        give(self._phone.programs.parts.broker, found, answer, self._actor)
        return {**found.told(), "answer": answer.value}


def _wanted(params: Params) -> Wanted:
    return Wanted(
        scope=scope_named(params.text("scope")) if params.has("scope") else None,
        kind=kind_named(params.text("kind")) if params.has("kind") else None,
    )


def _answer_named(word: str) -> Answer:
    found = ANSWERS.get(word)
    if found is None:
        raise no_such(Sentence("answer"), word, ANSWERS)
    return found
