"""What the panel Walkthrough shows and asks for; the running phone fulfils it."""

from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from miniapp_host.walkthroughs.report_files import ReportFiles
from miniapp_host.walkthroughs.shelf import Shelf
from miniapp_host.walkthroughs.walk import Walk
from miniapp_host.walkthroughs.walkthrough import Offer, Walkthrough
from miniapp_host.walkthroughs.wording import Wording
from miniapp_host.watchers import Unwatch


class WalkDesk(Protocol):
    """`walk` is the one under way, None while one is to be chosen; `files` are its report's."""

    walk: Walk | None
    files: ReportFiles | None

    @property
    def program_name(self) -> str:
        """The name of the program that is walked through; empty if there is none."""
        ...

    @property
    def program_runs(self) -> bool:
        """Whether that program is open now."""
        ...

    def scopes(self) -> tuple[str, ...]:
        """The ids of the scopes that the program uses."""
        ...

    def shelf(self) -> Shelf:
        """The walkthroughs to choose from."""
        ...

    def watch(self, callback: Callable[[Walk | None], None]) -> Unwatch:
        """Call `callback` whenever anything of this has changed."""
        ...

    def begin(self, walkthrough: Walkthrough, scope: str | None) -> None:
        """Begin a walk; `scope` is the id of the chosen one."""
        ...

    def end(self) -> None:
        """Leave the walk."""
        ...

    def finish(self) -> None:
        """Write the report of the walk as it stands."""
        ...

    def write_report(self, folder: Path) -> None:
        """Write the report into a folder of the person's choice."""
        ...

    def wording(self) -> Wording:
        """What the fields in the walk's texts mean."""
        ...

    def take_up(self, offer: Offer) -> None:
        """Do what the step that is due offers."""
        ...
