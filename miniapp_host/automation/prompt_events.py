"""Tells clients of the wire when a prompt of the program that they drive opens and closes."""

from collections.abc import Iterable

from miniapp_host.automation.driven import Driven
from miniapp_host.automation.open_prompts import OpenPrompt, open_prompts
from miniapp_host.automation.program_events import Tell
from miniapp_host.automation.prompt_verbs import LOOK_SECONDS
from miniapp_host.permissions.prompts import Prompt

OPENED = "Host.promptOpened"
CLOSED = "Host.promptClosed"


class PromptEvents:
    """Watches the phone until it is closed; prompts of other programs are not told.

    The popup is told at once, the phone's sheets and the program's dialogs at the next look.
    """

    def __init__(self, driven: Driven, tell: Tell) -> None:
        self._driven = driven
        self._tell = tell
        self._open: list[OpenPrompt] = []
        parts = driven.phone.programs.parts
        self._ends = (
            parts.broker.watch_shown(self._on_shown),
            parts.devices.clock.every(LOOK_SECONDS, self._look),
        )

    def close(self) -> None:
        """Watch no more."""
        for end in self._ends:
            end()

    def _on_shown(self, _shown: Prompt | None) -> None:
        self._look()

    def _look(self) -> None:
        subject = self._driven.subject
        found = open_prompts(self._driven.phone)
        before, now = self._open, [one for one in found if one.subject == subject]
        self._open = now
        for gone in _without(before, now):
            self._tell(CLOSED, gone.told())
        for come in _without(now, before):
            self._tell(OPENED, come.told())


def _without(prompts: Iterable[OpenPrompt], others: Iterable[OpenPrompt]) -> list[OpenPrompt]:
    known = [other.source for other in others]
    return [one for one in prompts if all(one.source is not source for source in known)]
