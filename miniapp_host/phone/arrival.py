"""A program on its way to the screen, in the steps that are the same whatever it lies in."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from miniapp_host.programs.library import Library
from miniapp_host.shell.window.phone_window import PhoneWindow
from miniapp_host.texts import Texts

if TYPE_CHECKING:
    from miniapp_host.phone.background_thread import BackgroundThread
    from miniapp_host.phone.programs import OpenPrograms
    from miniapp_host.shell.sheets.waiting_sheet import WaitingSheet


@dataclass(frozen=True)
class Destination:
    """Where programs arrive; `programs` makes the open programs when the first one comes."""

    library: Library
    programs: "Callable[[], OpenPrograms]"
    window: PhoneWindow
    texts: Texts


class Arrival(Protocol):
    """A program whose turn has come; `leave` ends it, whatever became of it."""

    @property
    def thread(self) -> "BackgroundThread[object]":
        """Gets the program's files; started by `start`."""

    def start(self) -> None:
        """Start the thread."""

    def comes_at_once(self, within_ms: int, /) -> bool:
        """Wait for the thread a moment, if whoever asked waits; whether it is done."""

    def make_sheet(self) -> "WaitingSheet":
        """The sheet that shows how far the thread is."""

    def open(self) -> None:
        """Open the program, whose thread is done; raises ToldError."""

    def leave(self) -> None:
        """Take away what was there only on the way."""
