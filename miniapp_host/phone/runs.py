"""Makes the runs of one program: each has a new session and view, all share screen and files."""

from functools import partial
from typing import Protocol

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor

from miniapp_host.api.calls.session import Launch, Session, Taps
from miniapp_host.permissions.decisions import Subject
from miniapp_host.phone.details import renewed
from miniapp_host.phone.parts import PhoneParts
from miniapp_host.phone.presence import HideReason, Presence
from miniapp_host.phone.pulse import Pulse
from miniapp_host.phone.run import Run
from miniapp_host.phone.web_views import WebViews
from miniapp_host.programs.boot import Arrival, make_entry
from miniapp_host.programs.files import ProgramFiles
from miniapp_host.programs.package import Package
from miniapp_host.programs.source import ProgramSource
from miniapp_host.shell.kit.theme import theme_of
from miniapp_host.shell.program.program_screen import ProgramScreen
from miniapp_host.web.program_view import ProgramView
from miniapp_host.web.runtime_listener import RuntimeListener
from miniapp_host.web.serving import Serving


class RunListener(RuntimeListener, Protocol):
    """Who hears what happens in a run."""

    def emitted(self, event: str, detail: object) -> None:
        """An event for the program came out of its session."""
        ...

    def crashed(self, how: str) -> None:
        """The view's process has ended by itself."""
        ...

    def shown(self) -> None:
        """The program is seen again."""
        ...

    def hidden(self, reason: HideReason) -> None:
        """The program is not seen any more."""
        ...


class Runs:
    """What stays the same from one run to the next."""

    def __init__(
        self,
        parts: PhoneParts,
        subject: Subject,
        files: ProgramFiles,
        screen: ProgramScreen,
        listener: RunListener,
    ) -> None:
        self._parts = parts
        self._subject = subject
        self._files = files
        self._screen = screen
        self._listener = listener

    def make(self, package: Package, page: str | None, arrival: Arrival) -> Run:
        """Start `package` from `page`, or its first page; raises PackageError if there is none."""
        entry = make_entry(package.manifest, page)
        self._screen.take_details(renewed(self._screen.details, package, self._parts.texts))
        metrics, version = self._screen.metrics(), self._subject.version
        source = self._parts.source(package, page, arrival, metrics, version)
        session = self._make_session(package, Launch(entry.path, entry.query, arrival))
        session.page = page or session.page
        view = self._make_view(source, session)
        presence = Presence(self._listener.shown, self._listener.hidden)
        if self._parts.options.inspect is None:  # a Chrome may stop it at a breakpoint
            Pulse(view, session, self._screen, presence)
        return Run(
            session=session,
            source=source,
            view=view,
            web_views=WebViews(self._parts, session, self._screen, view.link),
            presence=presence,
        )

    def _make_session(self, package: Package, launch: Launch) -> Session:
        return Session(
            subject=self._subject,
            package=package,
            files=self._files,
            storage=self._parts.memory.storage,
            screen=self._screen,
            taps=Taps(self._parts.devices.clock),
            texts=self._parts.texts,
            emit=self._listener.emitted,
            log=self._screen.log,
            launch=launch,
        )

    def _make_view(self, source: ProgramSource, session: Session) -> ProgramView:
        serving = Serving(self._files.resolve, source)
        answer_sync = partial(self._parts.dispatcher.answer_sync, session)
        ground = QColor(theme_of(self._screen).bg_2)
        web, spare = self._parts.web(session.program), self._parts.options.spare
        view = ProgramView(
            serving.resource,
            answer_sync,
            self._listener,
            ground,
            web=web,
            runtime=spare.take() if spare is not None else None,
        )
        view.names_files = self._parts.inspection.wanted
        view.crashed.connect(self._listener.crashed)
        view.escape.left.connect(self._screen.go_back)
        view.page_masked.connect(self._screen.mask_bars)
        view.page_settled.connect(self._screen.find_anew)
        view.page_grounded.connect(self._screen.take_ground)
        self._screen.mask_clicked.connect(view.escape.offer)
        # Later, as a restart deletes the page, which is still asking.
        later = Qt.ConnectionType.QueuedConnection
        view.reload_wished.connect(self._screen.restart_requested, later)
        return view
