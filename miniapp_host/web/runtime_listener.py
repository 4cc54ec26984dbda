"""What a program's runtime says to the host."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Protocol

Respond = Callable[[dict[str, Any]], None]
"""Takes the result of a call."""


@dataclass(frozen=True, slots=True)
class LogLine:
    """A line for the phone's console; `file` and `line` are the program's own, if known."""

    level: str
    text: str
    """A `Sentence` if it is the phone that says it, not the program."""
    file: str | None = None
    line: int | None = None
    values: tuple[object, ...] = ()
    """What was logged, in the form of shown-value.js; only while somebody looks."""


class RuntimeListener(Protocol):
    """Who hears what the runtime says."""

    def launched(self) -> None:
        """The program's script has run."""

    def called(self, name: str, arguments: Any, respond: Respond) -> None:
        """The program calls `wx.NAME`; `respond` takes the result, once."""

    def tapped(self) -> None:
        """The person has tapped something of the program's that listens to taps."""

    def chrome_changed(self, chrome: dict[str, Any]) -> None:
        """The page in front or its bars are other ones; the record of service/chrome.js."""

    def logged(self, line: LogLine) -> None:
        """There is a line for the console."""

    def page_drawn(self, number: int) -> None:
        """The page of that number was drawn for the first time."""

    def templates_compiled(self, key: str, code: str) -> None:
        """A package's templates were compiled: keep the code under `key`."""

    def evaluated(self, number: int, outcome: dict[str, Any]) -> None:
        """A line of the inspector's console has run; `number` is the one it was sent with."""

    def exit_requested(self) -> None:
        """The program wants to leave."""

    def page_data_told(self, told: dict[str, Any]) -> None:
        """Data of pages, in the form of service/page-data.js."""
