"""The phone's clipboard.

It is the pretend phone's own: a program never reads what the person copied on the desktop.
"""

from collections.abc import Callable
from typing import Protocol

from miniapp_host.watchers import Watchers


class Clipboard(Protocol):
    """One text that every program may read and replace."""

    def text(self) -> str:
        """The text copied last; empty if there is none."""
        ...

    def copy(self, text: str) -> None:
        """Replace the text."""
        ...


class PhoneClipboard:
    """Keeps the text in memory while the phone runs; the shell watches it."""

    def __init__(self) -> None:
        self._text = ""
        self._copied: Watchers[str] = Watchers()

    def text(self) -> str:
        """The text copied last; empty if there is none."""
        return self._text

    def copy(self, text: str) -> None:
        """Replace the text and tell the watchers."""
        self._text = text
        self._copied.announce(text)

    def watch(self, callback: Callable[[str], None]) -> Callable[[], None]:
        """Call `callback` with each text copied from now on; the returned function ends that."""
        return self._copied.watch(callback)
