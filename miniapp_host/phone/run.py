"""One run of a program: all objects that a restart replaces."""

from collections.abc import Iterator
from dataclasses import dataclass

from miniapp_host.api.calls.session import Session
from miniapp_host.phone.presence import Presence
from miniapp_host.phone.web_views import WebViews
from miniapp_host.programs.source import ProgramSource
from miniapp_host.web.program_view import ProgramView


@dataclass(frozen=True)
class Run:
    """The objects from one start or restart to the next; they are replaced together."""

    session: Session
    source: ProgramSource
    view: ProgramView
    web_views: WebViews
    presence: Presence

    def silence(self) -> None:
        """Hear nothing more of the program, whose session is closed; it can still be seen."""
        self.view.silence()
        self.web_views.silence()

    def dispose(self) -> Iterator[None]:
        """End the program in Chromium, one of its pages at each step; its own goes last.

        Whoever frames the view must delete or replace it in the turn of the last step.
        """
        yield from self.web_views.dispose()
        self.view.dispose()
