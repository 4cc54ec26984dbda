"""Warnings about a program that can run nevertheless; the phone's console shows them.

Collected while a package is read and while its parts are served.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from miniapp_host.watchers import Unwatch, Watchers

_MOST = 1000


@dataclass(frozen=True)
class Finding:
    """One warning; `file` is a path in the package, `line` counts from 1."""

    file: str
    line: int | None
    text: str

    def __str__(self) -> str:
        place = self.file if self.line is None else f"{self.file}:{self.line}"
        return f"{place}: {self.text}"


class Findings:
    """Every warning about one opened package, each once, in the order found, up to a thousand."""

    def __init__(self, found: Iterable[Finding] = ()) -> None:
        self._found = dict.fromkeys(found)
        self._watchers: Watchers[Finding] = Watchers()

    @property
    def found(self) -> tuple[Finding, ...]:
        return tuple(self._found)

    def add(self, file: str, line: int | None, text: str) -> None:
        """Record a warning and tell the watchers, unless it is known already."""
        finding = Finding(file, line, text)
        if finding in self._found or len(self._found) >= _MOST:
            return
        self._found[finding] = None
        self._watchers.announce(finding)

    def watch(self, callback: Callable[[Finding], None]) -> Unwatch:
        """Call `callback` with each warning from now on; the returned function ends that."""
        return self._watchers.watch(callback)


def line_at(text: str, position: int) -> int:
    """The line, from 1, of a character position in `text`."""
    return text.count("\n", 0, position) + 1
