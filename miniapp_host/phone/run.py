"""One run of a program: everything that a restart makes anew."""

from dataclasses import dataclass

from miniapp_host.api.calls.session import Session
from miniapp_host.phone.presence import Presence
from miniapp_host.phone.web_views import WebViews
from miniapp_host.programs.source import ProgramSource
from miniapp_host.web.program_view import ProgramView


@dataclass(frozen=True)
class Run:
    """From a start or a restart to its end; replaced as a whole."""

    session: Session
    source: ProgramSource
    view: ProgramView
    web_views: WebViews
    presence: Presence

    def dispose(self) -> None:
        """Ends what Chromium runs of it; the session is closed before."""
        self.view.dispose()
        self.web_views.close()
