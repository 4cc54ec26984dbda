"""One run of a program: all objects that a restart replaces."""

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

    def dispose(self) -> None:
        """End the program in Chromium; its session must be closed before."""
        self.view.dispose()
        self.web_views.close()
