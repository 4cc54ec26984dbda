"""Tells clients of the wire when a prompt of the program that they drive opens and closes."""

from miniapp_host.automation.driven import Driven
from miniapp_host.automation.open_prompts import authorization
from miniapp_host.automation.program_events import Tell
from miniapp_host.permissions.prompts import Prompt

OPENED = "Host.promptOpened"
CLOSED = "Host.promptClosed"


class PromptEvents:
    """Watches the phone until it is closed; prompts of other programs are not told."""

    def __init__(self, driven: Driven, tell: Tell) -> None:
        self._driven = driven
        self._tell = tell
        self._open: Prompt | None = None
        self.close = driven.phone.programs.parts.broker.watch_shown(self._on_shown)

    def _on_shown(self, shown: Prompt | None) -> None:
        if shown is not None and shown.subject != self._driven.subject:
            shown = None
        if self._open is shown:
            return
        before, self._open = self._open, shown
        if before is not None:
            self._tell(CLOSED, authorization(before).told())
        if shown is not None:
            self._tell(OPENED, authorization(shown).told())
