"""One open program: connects its session, its view and its screen.

What it needs of the phone it is given; what the person wants of it leaves in signals.
"""

from collections import deque
from collections.abc import Iterator
from typing import Any

from PySide6.QtCore import QObject, Signal

from miniapp_host.api.calls.session import Launch, Session
from miniapp_host.permissions.decisions import Subject
from miniapp_host.phone.console_line import ConsoleLine, entry_of
from miniapp_host.phone.details import details_of
from miniapp_host.phone.folder_watch import FolderWatch
from miniapp_host.phone.parts import PhoneParts
from miniapp_host.phone.platform import window_resize
from miniapp_host.phone.presence import HideReason
from miniapp_host.phone.runs import Runs
from miniapp_host.phone.supplies import make_supplies
from miniapp_host.programs.boot import FROM_HOME, Arrival, first_hold, make_entry
from miniapp_host.programs.findings import Finding
from miniapp_host.programs.library import Program
from miniapp_host.programs.package import Package
from miniapp_host.programs.page_data import PageData
from miniapp_host.programs.start import Start
from miniapp_host.shell.kit.soon import soon
from miniapp_host.shell.program.chrome import Chrome
from miniapp_host.shell.program.program_screen import ProgramScreen
from miniapp_host.texts import Sentence, ToldError
from miniapp_host.web.program_view import ProgramView
from miniapp_host.web.runtime_listener import LogLine, Respond

BLANK_SECONDS = 3.0
"""Seconds after an error until the person is told, if the first page is still not drawn."""


class OpenProgram(QObject):
    """Owns what survives a restart; everything else is in its `Run`."""

    close_requested = Signal(str)
    restart_requested = Signal(str)
    delete_confirmed = Signal(str)
    clear_confirmed = Signal(str)
    """The person wants what the program has stored gone."""
    page_shown = Signal()
    """The first page has been painted."""
    page_ready = Signal(int)
    """A page has been drawn for the first time, told by its number: later pages have greater ones.

    The numbers begin anew with every run.
    """
    restarted = Signal()
    """A new run has begun in place of the old one."""
    folder_saved = Signal(str)
    """A file of the person's folder was saved, so the running program is out of date."""

    def __init__(
        self,
        parts: PhoneParts,
        program: Program,
        package: Package,
        start: Start,
        parent: QObject,
    ) -> None:
        """Run `package` as `start` says; raises PackageError if it has no such page."""
        super().__init__(parent)
        self.id = program.id
        self.start = start
        self.subject = Subject(program.id, start.version or parts.options.version)
        self._parts = parts
        self._files = parts.memory.files(program.id)
        self.page_data = PageData()
        self._arrival: dict[str, object] = {}
        self._goal: str | None = None
        details = details_of(program, package, self.subject.version, parts.texts)
        supplies = make_supplies(parts, lambda: self._run.session)
        self.screen = ProgramScreen(details, supplies, parts.texts)
        self.console_line = ConsoleLine(self.screen.console, parts.console_values, self)
        self.screen.expect(first_hold(package, start.page))
        shape = parts.devices.display.shape_for(self.screen.hold)
        parts.window.adopt_program(self.screen, shape)  # the size that a run begins with
        self._runs = Runs(parts, self.subject, self._files, self.screen, self)
        self._run = self._runs.make(package, start.page, start.arrival)
        self.drawn = False  # whether the present run has drawn a page
        self._begin()
        self._connect_screen()
        if not program.owned:
            watch = FolderWatch(package.folder, self, parts.options.watchers)
            watch.saved.connect(self._on_folder_saved)

    @property
    def page(self) -> str:
        """The page in front, as path?query."""
        return self.session.page

    @property
    def session(self) -> Session:
        """The session of the present run."""
        return self._run.session

    @property
    def view(self) -> ProgramView:
        """The view of the present run."""
        return self._run.view

    def close(self) -> Iterator[None]:
        """Close the program: prompts are withdrawn without callbacks, temporary files deleted.

        It can still be seen; the result ends it in Chromium, one of its pages at each step.
        """
        self._parts.dispatcher.close(self.session)
        self._run.silence()
        self._files.drop_temporary()
        return self._run.dispose()

    def restart(self, package: Package, page: str | None = None) -> None:
        """Start `package` anew, as the person described it if they did; raises PackageError."""
        arrival = self.start.arrival if self.start.again else FROM_HOME
        page = page or (self.start.page if self.start.again else None)
        make_entry(package.manifest, page)
        was_in_front = self.session.in_front
        deque(self.close(), maxlen=0)
        self.screen.expect(first_hold(package, page))
        self._run = self._runs.make(package, page, arrival)
        self.drawn = False
        self._begin()
        if not was_in_front:
            self.go_back()
        self.restarted.emit()

    def open_page(self, page: str) -> None:
        """Open a page (path?query) in place of all that are open."""
        self.view.link.tell("open", f"/{page.lstrip('/')}")

    def show_broken(self, problem: ToldError) -> None:
        """Show why the saved folder can't run, until it is saved again."""
        self.screen.fail(problem.sentence)

    def come_forward(self) -> None:
        """Bring the program to the front again."""
        if not self.session.in_front:
            self.session.in_front = True
            self._parts.broker.resume(self.subject)
            self._run.presence.come_forward()

    def arrive(self, arrival: Arrival, page: str | None) -> None:
        """Set what the program is told when it is shown again, and the page it opens.

        `page` is path?query; None keeps the page in front. Raises PackageError if there is no such
        page.
        """
        entry = make_entry(self.session.package.manifest, page or self.page)
        self.session.entered = Launch(entry.path, entry.query, arrival)
        self._arrival = {"path": entry.path, "query": entry.query, **arrival.options()}
        self._goal = page

    def go_back(self, reason: HideReason = HideReason.LEFT) -> None:
        """Send the program to the background; its prompts wait there."""
        if self.session.in_front:
            self.session.in_front = False
            self._parts.broker.suspend(self.subject)
            self._run.presence.go_back(reason)

    # What the runtime says (RuntimeListener)

    def launched(self) -> None:
        self._run.presence.begin()
        self.page_data.launched()

    def called(self, name: str, arguments: Any, respond: Respond) -> None:
        self._parts.dispatcher.dispatch(self.session, name, arguments, respond)

    def tapped(self) -> None:
        self.session.taps.record()

    def chrome_changed(self, chrome: dict[str, Any]) -> None:
        shown = Chrome.parse(chrome)
        self.session.page = shown.url or self.page
        self.screen.show_chrome(shown)
        self._run.web_views.show(shown)

    def logged(self, line: LogLine) -> None:
        self.screen.console.append(entry_of(line))
        first_error = line.level == "error" and self.screen.console.errors == 1
        if first_error and not self.drawn:
            self.session.when_closed(
                self._parts.devices.clock.after(BLANK_SECONDS, self._say_why_blank),
            )

    def page_drawn(self, number: int) -> None:
        self.page_ready.emit(number)
        if not self.drawn:
            self.drawn = True
            self.screen.show_page()
            self.page_shown.emit()

    def templates_compiled(self, key: str, code: str) -> None:
        self._run.source.keep(key, code)

    def page_data_told(self, told: dict[str, Any]) -> None:
        self.page_data.hear(told)

    def evaluated(self, _number: int, outcome: dict[str, Any]) -> None:
        self.console_line.hear(outcome)

    def exit_requested(self) -> None:
        soon(self, self._on_screen_closed)

    # What else its run says (RunListener)

    def emitted(self, event: str, detail: object) -> None:
        self.view.link.emit(event, detail)

    def crashed(self, how: str) -> None:
        """Ends the session as closing does: prompts and pending calls are dropped."""
        self._parts.dispatcher.close(self.session)
        self.screen.end_run()
        said = Sentence("The program's page crashed: {how}. Restart it from the menu.", how=how)
        self.screen.fail(said)

    def shown(self) -> None:
        plain = {"path": self.session.launch.path, "query": {}}
        self.view.link.emit("appShow", self._arrival or plain)
        if self._goal is not None:
            self.view.link.tell("open", f"/{self._goal.lstrip('/')}")
        self._arrival, self._goal = {}, None

    def hidden(self, reason: HideReason) -> None:
        self.view.link.emit("appHide", {"reason": int(reason)})

    # Beginning

    def _begin(self) -> None:
        """Shows the new run, and the warnings about its package."""
        self.screen.set_view(self.view)
        self.view.menu_wished.connect(self.screen.menu_requested)
        self.page_data.start(self.view.link.tell)
        self.console_line.start(self.view.link.tell)
        warnings = self.session.package.warnings
        for finding in warnings.found:
            self._on_finding(finding)
        self.session.when_closed(warnings.watch(self._on_finding))

    def _connect_screen(self) -> None:
        self.screen.back_requested.connect(self._on_screen_back_requested)
        self.screen.tab_chosen.connect(self._on_screen_tab_chosen)
        self.screen.home_requested.connect(self._on_screen_home_requested)
        self.screen.search_requested.connect(self._on_screen_search_requested)
        self.screen.closed.connect(self._on_screen_closed)
        self.screen.covered.connect(self._on_screen_covered)
        self.screen.resized.connect(self._on_screen_resized)
        self.screen.restart_requested.connect(self._on_screen_restart_requested)
        self.screen.delete_confirmed.connect(self._on_screen_delete_confirmed)
        self.screen.clear_confirmed.connect(self._on_screen_clear_confirmed)

    # What happens

    def _on_finding(self, finding: Finding) -> None:
        self.screen.log("warn", finding.text, finding.file, finding.line)

    def _say_why_blank(self) -> None:
        if not self.drawn:
            self.screen.show_failure()

    def _on_folder_saved(self) -> None:
        self.folder_saved.emit(self.id)

    def _on_screen_back_requested(self) -> None:
        self.view.link.tell("back")

    def _on_screen_tab_chosen(self, index: int) -> None:
        self.view.link.tell("tab", index)

    def _on_screen_home_requested(self) -> None:
        self.view.link.tell("open", f"/{self.session.package.manifest.entry_page}")

    def _on_screen_search_requested(self, text: str, forward: bool) -> None:
        view = self._run.web_views.front or self.view
        view.find_text(text, self.screen.show_found, forward=forward)

    def _on_screen_covered(self, covered: bool) -> None:
        self._run.presence.cover(covered)

    def _on_screen_resized(self) -> None:
        if self._run.presence.running and self.session.is_open:
            self.view.link.emit("windowResize", window_resize(self.screen.metrics()))

    def _on_screen_closed(self) -> None:
        self.close_requested.emit(self.id)

    def _on_screen_restart_requested(self) -> None:
        self.restart_requested.emit(self.id)

    def _on_screen_delete_confirmed(self) -> None:
        self.delete_confirmed.emit(self.id)

    def _on_screen_clear_confirmed(self) -> None:
        self.clear_confirmed.emit(self.id)
