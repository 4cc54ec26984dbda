"""What is on a phone under test, in a few lines for the message of a failure."""

from collections.abc import Sequence
from dataclasses import dataclass

from miniapp_host.api.calls.journal import CallRecord
from miniapp_host.automation.open_prompts import OpenPrompt
from miniapp_host.phone.program import OpenProgram
from miniapp_host.testing.looking import lines_of
from miniapp_host.testing.wait_error import WaitError

_LINES, _CALLS, _CONSOLE = 30, 8, 8


@dataclass(frozen=True)
class Scene:
    """What there is: `program` is None if it is not open, `words` are those of the phone's own.

    `is_seen`: the program is in front.
    """

    prompts: Sequence[OpenPrompt]
    program: OpenProgram | None
    words: Sequence[str]
    records: Sequence[CallRecord]
    is_seen: bool

    def __str__(self) -> str:
        """The open prompts, the page and what it shows, the last calls and the console."""
        parts = (
            ("prompt", [f"open, for {one}" for one in self.prompts] or ["none open"]),
            ("page", [self._page()]),
            ("shown", [_joined(self._lines())]),
            ("phone", [_joined(self.words)]),
            ("calls", [said(one) for one in self.records[-_CALLS:]] or ["none"]),
            ("console", self._console() or ["empty"]),
        )
        return "\n".join(f"  {name}: {_indented(lines)}" for name, lines in parts)

    def _page(self) -> str:
        if self.program is None:
            return "the program is not open"
        return self.program.page if self.is_seen else f"{self.program.page}, which is not in front"

    def _lines(self) -> Sequence[str]:
        try:
            return lines_of(self.program.view) if self.program and self.is_seen else ()
        except WaitError:
            return ("the page does not answer",)

    def _console(self) -> list[str]:
        entries = self.program.screen.console.entries if self.program else ()
        return [str(entry)[:300] for entry in entries[-_CONSOLE:]]


def said(record: CallRecord) -> str:
    """One call as one line: interface, arguments, how it was decided, its result."""
    how = f" [{record.how.value}]" if record.how else ""
    none = "no answer yet" if record.runs else "the program ended before the answer"
    return f"{record.name}({record.arguments}){how} -> {record.result or none}"


def _joined(lines: Sequence[str]) -> str:
    more = f" · … and {len(lines) - _LINES} more" if len(lines) > _LINES else ""
    return " · ".join(lines[:_LINES]) + more or "nothing"


def _indented(lines: Sequence[str]) -> str:
    return lines[0] if len(lines) == 1 else "".join(f"\n    {line}" for line in lines)
