"""Sees and answers the permission prompt on a running phone's screen."""

from collections.abc import Callable

from miniapp_host.automation.later import Later
from miniapp_host.automation.params import Params
from miniapp_host.automation.requests import Verb
from miniapp_host.automation.scope_words import scope_named
from miniapp_host.automation.verb_error import VerbError, no_such
from miniapp_host.permissions.broker import Broker, Outcome
from miniapp_host.permissions.decisions import Actor
from miniapp_host.permissions.prompts import Answer, Prompt
from miniapp_host.phone.phone import Phone
from miniapp_host.texts import Sentence

GET = "Host.getPrompts"
ANSWER = "Host.answerPrompt"

ANSWERS = {"allow": Answer.ALLOW, "deny": Answer.REJECT, "dismiss": Answer.DISMISS}


class PromptVerbs:
    """The verbs over one running phone, whose prompts `actor` answers."""

    def __init__(self, phone: Phone, actor: Actor) -> None:
        self._phone = phone
        self._actor = actor

    def verbs(self) -> dict[str, Verb]:
        """The verbs by method."""
        return {GET: self.get, ANSWER: self.answer}

    def get(self, _params: Params) -> object:
        """The prompts on the screen: one, or none."""
        shown = self._broker.shown
        return [] if shown is None else [told(shown)]

    def answer(self, params: Params) -> object:
        """Give "answer" to the prompt for "scope", or to any.

        It may come up within "timeout" seconds. Raises VerbError if none does.
        """
        answer = _answer_named(params.text("answer"))
        scope = scope_named(params.text("scope")) if params.has("scope") else None
        shown = self._broker.shown
        if _is_meant(shown, scope):
            return self._give(shown, answer)
        seconds = params.number("timeout") if params.has("timeout") else 0.0
        if seconds <= 0:
            raise _not_open(shown, scope)
        return self._wait(scope, answer, seconds)

    def _wait(self, scope: str | None, answer: Answer, seconds: float) -> Later:
        ends: list[Callable[[], None]] = []

        def end() -> None:
            for one in ends:
                one()

        later = Later(end)

        def on_shown(shown: Prompt | None) -> None:
            if _is_meant(shown, scope):
                end()
                later.settle(self._give(shown, answer))

        def on_late() -> None:
            end()
            later.settle(_not_open(self._broker.shown, scope))

        ends.append(self._broker.watch_shown(on_shown))
        ends.append(self._phone.programs.devices.clock.after(seconds, on_late))
        return later

    def _give(self, shown: Prompt | None, answer: Answer) -> object:
        outcome = None if shown is None else self._broker.answer(shown, answer, self._actor)
        if shown is None or outcome in (None, Outcome.UNRECORDED):
            return VerbError(Sentence("The answer could not be kept."))
        return {**told(shown), "answer": answer.value}

    @property
    def _broker(self) -> Broker:
        return self._phone.programs.parts.broker


def told(prompt: Prompt) -> dict[str, object]:
    """A prompt as the wire tells it."""
    return {
        "kind": "authorize",
        "scope": prompt.scope.id,
        "appid": prompt.subject.program,
        "versionType": prompt.subject.version,
        "name": prompt.requester.name,
        "title": prompt.scope.request[0],
        "purpose": prompt.purpose,
    }


def _is_meant(shown: Prompt | None, scope: str | None) -> bool:
    return shown is not None and scope in (None, shown.scope.id)


def _not_open(shown: Prompt | None, scope: str | None) -> VerbError:
    if shown is None:
        return VerbError(Sentence("No prompt is open."))
    return VerbError(
        Sentence(
            "The open prompt asks for {shown}, not for {scope}.", shown=shown.scope.id, scope=scope
        )
    )


def _answer_named(word: str) -> Answer:
    found = ANSWERS.get(word)
    if found is None:
        raise no_such(Sentence("answer"), word, ANSWERS)
    return found
