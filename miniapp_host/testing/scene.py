"""What is on a phone under test, in a few lines for the message of a failure."""

from typing import TYPE_CHECKING

from miniapp_host.api.calls.journal import CallRecord
from miniapp_host.testing.looking import lines_of
from miniapp_host.testing.wait_error import WaitError

if TYPE_CHECKING:
    from miniapp_host.testing.tested_phone import TestedPhone

_LINES, _CALLS, _CONSOLE = 30, 8, 8


def scene_of(tested: "TestedPhone") -> str:
    """The open prompt, the page and what it shows, the last calls and the console."""
    parts = (
        ("prompt", [_prompt(tested)]),
        ("page", [_page(tested)]),
        ("shown", [" · ".join(_page_lines(tested)[:_LINES]) or "nothing"]),
        ("phone", [" · ".join(tested.words()[:_LINES]) or "nothing"]),
        ("calls", [said(one) for one in tested.records[-_CALLS:]] or ["none"]),
        ("console", _console(tested)[-_CONSOLE:] or ["empty"]),
    )
    return "\n".join(f"  {name}: {_indented(lines)}" for name, lines in parts)


def said(record: CallRecord) -> str:
    """One call as one line: interface, arguments, how it was decided, its result."""
    how = f" [{record.how.value}]" if record.how else ""
    return f"{record.name}({record.arguments}){how} -> {record.result or 'no answer yet'}"


def _prompt(tested: "TestedPhone") -> str:
    return f"open, for {tested.prompt.scope.id}" if tested.prompt else "none open"


def _page(tested: "TestedPhone") -> str:
    return tested.program.page if tested.is_open else "the program is not open"


def _page_lines(tested: "TestedPhone") -> tuple[str, ...]:
    if not tested.is_open:
        return ()
    try:
        return lines_of(tested.program.view)
    except WaitError:
        return ("the page does not answer",)


def _console(tested: "TestedPhone") -> list[str]:
    if not tested.is_open:
        return []
    return [str(entry)[:300] for entry in tested.program.screen.console.entries]


def _indented(lines: list[str]) -> str:
    return "\n    ".join(lines) if len(lines) == 1 else "\n    " + "\n    ".join(lines)
