"""Answers every prompt of one program by itself, as `auto --prompt-policy` says."""

from miniapp_host.automation.driven import Driven
from miniapp_host.permissions.decisions import Actor
from miniapp_host.permissions.prompts import Answer, Prompt

POLICIES = {"ask": None, "allow": Answer.ALLOW, "deny": Answer.REJECT}


class PromptPolicy:
    """Gives `answer` to the program's prompts as they come up, until it is closed."""

    def __init__(self, driven: Driven, answer: Answer) -> None:
        self._driven = driven
        self._answer = answer
        self._broker = driven.phone.programs.parts.broker
        self.close = self._broker.watch_shown(self._on_shown)

    def _on_shown(self, shown: Prompt | None) -> None:
        if shown is not None and shown.subject == self._driven.subject:
            self._broker.answer(shown, self._answer, Actor.SCRIPT)
