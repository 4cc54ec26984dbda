"""Evaluates in a program what the person types, and writes code and result into its console."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject

from miniapp_host.phone.console_values import ConsoleValues
from miniapp_host.shell.console.console_model import ConsoleModel, Level, LogEntry
from miniapp_host.shell.kit.bound_watch import bound_watch
from miniapp_host.web.runtime_listener import LogLine

Tell = Callable[..., None]
"""Sends one message to the service: a kind and its parts."""


def entry_of(line: LogLine) -> LogEntry:
    """The entry for a line that a program logged."""
    level = Level.named(line.level)
    return LogEntry(level, line.text, line.file or "", line.line, values=line.values)


class ConsoleLine(QObject):
    """One for each open program; `resources/runtime/service/evaluation.js` is the other half."""

    def __init__(self, console: ConsoleModel, values: ConsoleValues, parent: QObject) -> None:
        super().__init__(parent)
        self._console = console
        self._tell: Tell | None = None
        self._number = 0
        bound_watch(self, values.watch, self._on_values_change)

    def start(self, tell: Tell) -> None:
        """A new run has begun and hears what is told by `tell`."""
        self._tell = tell

    def evaluate(self, code: str) -> None:
        """Evaluate an expression, or run statements, in the program's service."""
        self._console.append(LogEntry(Level.COMMAND, code))
        if self._tell is not None:
            self._number += 1
            self._tell("evaluate", self._number, code)

    def hear(self, outcome: Mapping[str, object]) -> None:
        """Take what the service says came of a code; a promise is told of twice."""
        level = Level.FAILURE if outcome.get("failed") is True else Level.RESULT
        value = outcome.get("value")
        values = (value,) if isinstance(value, dict) and "x" not in value else ()
        self._console.append(LogEntry(level, str(outcome.get("text", "")), values=values))

    def _on_values_change(self, wanted: bool) -> None:
        if self._tell is not None:
            self._tell("showValues", wanted)
