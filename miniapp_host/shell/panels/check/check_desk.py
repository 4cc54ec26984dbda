"""What the panel Check shows and asks for; the running phone fulfils it."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from typing import Protocol

from miniapp_host.checks.issues import Issue
from miniapp_host.watchers import Unwatch


class Stage(Enum):
    """How far a check is."""

    NONE = "none"
    FILES = "files"
    """The program's files are read."""
    PAGES = "pages"
    """Its pages are opened on a phone that nobody sees."""
    DONE = "done"
    STOPPED = "stopped"
    """The person stopped it; what was found until then is there."""


@dataclass(frozen=True)
class CheckState:
    """A check as it stands; `page` is the one that is opened, number `at` of `pages`."""

    stage: Stage = Stage.NONE
    issues: tuple[Issue, ...] = ()
    page: str = ""
    at: int = 0
    pages: int = 0
    problem: str = ""
    """Why the pages could not be opened."""

    @property
    def runs(self) -> bool:
        """Whether it goes on."""
        return self.stage in (Stage.FILES, Stage.PAGES)


class CheckDesk(Protocol):
    """One check at a time, of the program in front."""

    @property
    def state(self) -> CheckState:
        """The check of the program in front as it stands."""
        ...

    @property
    def program_name(self) -> str:
        """The name of the program; empty if there is none."""
        ...

    def watch(self, callback: Callable[[CheckState], None]) -> Unwatch:
        """Call `callback` whenever the check has got further."""
        ...

    def start(self) -> None:
        """Check the program in front."""
        ...

    def stop(self) -> None:
        """Stop the check; what was found stays."""
        ...

    def open_file(self, issue: Issue) -> None:
        """Open the issue's file in the person's editor, at its line."""
        ...

    def open_page(self, issue: Issue) -> None:
        """Open the page on the phone that the issue came up on."""
        ...
