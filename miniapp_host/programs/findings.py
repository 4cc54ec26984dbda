"""Warnings about a program that can run nevertheless; the phone's console shows them.

Collected while a package is read and while its parts are served.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from miniapp_host.texts import Sentence
from miniapp_host.watchers import Unwatch, Watchers

MOST_FINDINGS = 1000


@dataclass(frozen=True)
class Finding:
    """One warning; `file` is a path in the package, `line` counts from 1."""

    file: str
    line: int | None
    text: Sentence

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
        """The warnings in the order found."""
        return tuple(self._found)

    @property
    def full(self) -> bool:
        """Whether no more warnings are kept, so that nobody needs to look for their places."""
        return len(self._found) >= MOST_FINDINGS

    def add(self, file: str, line: int | None, text: Sentence) -> None:
        """Record a warning and tell the watchers, unless it is known already."""
        finding = Finding(file, line, text)
        if self.full or finding in self._found:
            return
        self._found[finding] = None
        self._watchers.announce(finding)

    def watch(self, callback: Callable[[Finding], None]) -> Unwatch:
        """Call `callback` with each warning from now on; the returned function ends that."""
        return self._watchers.watch(callback)
