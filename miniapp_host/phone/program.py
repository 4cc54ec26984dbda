"""One program that runs on the phone: its session, its view and its screen, joined.

What it needs of the phone it is given; what the person wants of it leaves in signals.
"""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QWidget

from miniapp_host import paths
from miniapp_host.api.calls.session import Launch, Session, Taps
from miniapp_host.api.network.network_task import fetch
from miniapp_host.devices.network import Download, Request
from miniapp_host.permissions.decisions import Subject
from miniapp_host.phone.details import details_of
from miniapp_host.phone.folder_watch import FolderWatch
from miniapp_host.phone.parts import PhoneParts
from miniapp_host.phone.presence import HideReason, Presence
from miniapp_host.phone.web_views import WebViews
from miniapp_host.programs.boot import FROM_HOME, Arrival, make_entry
from miniapp_host.programs.files import ProgramFiles
from miniapp_host.programs.findings import Finding
from miniapp_host.programs.library import Program
from miniapp_host.programs.package import Package
from miniapp_host.programs.tree import PackageError
from miniapp_host.shell.kit.theme import theme_of
from miniapp_host.shell.program.chrome import Chrome
from miniapp_host.shell.program.program_screen import ProgramScreen
from miniapp_host.shell.program.program_sheets import Supplies
from miniapp_host.shell.settings.settings_model import SettingsModel
from miniapp_host.shell.settings.settings_panel import SettingsPanel
from miniapp_host.web.link import LogLine, Respond
from miniapp_host.web.program_view import ProgramView
from miniapp_host.web.serving import Serving

BLANK_SECONDS = 3.0
"""How long after an error the first page may still be drawn before the person is told."""


class OpenProgram(QObject):
    """Runs from `start` to `close`; `restart` reads the folder again and begins anew."""

    close_requested = Signal(str)
    home_requested = Signal()
    restart_requested = Signal(str)
    delete_confirmed = Signal(str)
    page_shown = Signal()
    """The first page is there."""
    page_ready = Signal()
    """A page has been drawn for the first time; so it is for every page that opens."""
    folder_saved = Signal(str)
    """A file of the person's folder was saved: what runs is no longer what lies there."""

    def __init__(
        self,
        parts: PhoneParts,
        program: Program,
        package: Package,
        files: ProgramFiles,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self.id = program.id
        self.subject = Subject(program.id, parts.options.version)
        self._parts = parts
        self._files = files
        self._package = package
        self._drawn = False
        self._arrival: dict[str, object] = {}
        self._goal: str | None = None
        self.screen = ProgramScreen(
            details_of(program, package, self.subject.version),
            Supplies(
                self._make_settings,
                parts.devices.switches,
                self._read_icon,
                parts.devices.album.media,
                self._fetch_picture,
            ),
            parts.texts,
        )
        self._connect_screen()
        if not program.owned:
            self._watch = FolderWatch(package.folder, self)
            self._watch.saved.connect(self._on_watch_saved)

    @property
    def page(self) -> str:
        """The page in front, as path?query."""
        return self._page

    def start(
        self, package: Package, page: str | None = None, arrival: Arrival = FROM_HOME
    ) -> None:
        """Runs `package` from `page` (path?query), its first page if None; PackageError if bad."""
        entry = make_entry(package.manifest, page)
        self._package = package
        self._page = page or entry.path
        self._drawn = False
        self._source = self._parts.source(package, page, arrival, self.screen.metrics())
        self.session = self._make_session(Launch(entry.path, entry.query, arrival))
        serving = Serving(paths.runtime_dir(), self._files.resolve, self._source)
        ground = QColor(theme_of(self.screen).bg_2)
        web = self._parts.web
        self._presence = Presence(self._on_presence_shown, self._on_presence_hidden)
        self.view = ProgramView(serving.resource, self._answer_sync, self, ground, web=web)
        self.view.crashed.connect(self._on_view_crashed)
        self.screen.set_view(self.view)
        self.web_views = WebViews(self._parts, self.session, self.screen, self.view.link)
        self._tell_findings()

    def close(self) -> None:
        """Ends the program: its prompts go, no callback fires, its temporary files are dropped."""
        self._parts.dispatcher.close(self.session)
        self._unwatch()
        self.view.dispose()
        self.web_views.close()
        self._files.drop_temporary()

    def restart(self, package: Package, page: str | None = None) -> None:
        """Closes what runs and starts `package` on the same screen; PackageError if it can't."""
        make_entry(package.manifest, page)
        was_in_front = self.session.in_front
        self.close()
        self.start(package, page)
        if not was_in_front:
            self.go_back()

    def show_broken(self, problem: str) -> None:
        """The folder can't run as it was saved: says why, until it is saved again."""
        self.screen.log("error", problem)
        self.screen.show_failure()

    def come_forward(self) -> None:
        """The program is in front again."""
        if not self.session.in_front:
            self.session.in_front = True
            self._parts.broker.resume(self.subject)
            self._presence.come_forward()

    def arrive(self, arrival: Arrival, page: str | None) -> None:
        """What it is told when it is seen again, and where it goes then (path?query).

        None: it stays where it is. PackageError if it has no such page.
        """
        entry = make_entry(self._package.manifest, page or self._page)
        self.session.entered = Launch(entry.path, entry.query, arrival)
        self._arrival = {"path": entry.path, "query": entry.query, **arrival.options()}
        self._goal = page

    def go_back(self, reason: HideReason = HideReason.LEFT) -> None:
        """The program goes to the background; its prompts wait there."""
        if self.session.in_front:
            self.session.in_front = False
            self._parts.broker.suspend(self.subject)
            self._presence.go_back(reason)

    # What the runtime says (RuntimeListener)

    def launched(self) -> None:
        self._presence.begin()

    def called(self, name: str, arguments: Any, respond: Respond) -> None:
        self._parts.dispatcher.dispatch(self.session, name, arguments, respond)

    def tapped(self) -> None:
        self.session.taps.record()

    def chrome_changed(self, chrome: dict[str, Any]) -> None:
        shown = Chrome.parse(chrome)
        self._page = shown.url or self._page
        self.screen.show_chrome(shown)
        self.web_views.show(shown)

    def logged(self, line: LogLine) -> None:
        self.screen.log(line.level, line.text, line.file, line.line)
        first_error = line.level == "error" and self.screen.console.errors == 1
        if first_error and not self._drawn:
            self.session.when_closed(
                self._parts.devices.clock.after(BLANK_SECONDS, self._say_why_blank),
            )

    def page_drawn(self) -> None:
        self.page_ready.emit()
        if not self._drawn:
            self._drawn = True
            self.screen.show_page()
            self.page_shown.emit()

    def templates_compiled(self, key: str, code: str) -> None:
        self._source.keep(key, code)

    def exit_requested(self) -> None:
        QTimer.singleShot(0, self._on_screen_closed)

    # Making the parts

    def _plain_arrival(self) -> dict[str, object]:
        return {"path": self.session.launch.path, "query": {}}

    def _make_session(self, launch: Launch) -> Session:
        return Session(
            subject=self.subject,
            package=self._package,
            files=self._files,
            storage=self._parts.memory.storage,
            screen=self.screen,
            taps=Taps(self._parts.devices.clock),
            emit=self._emit,
            log=self.screen.log,
            launch=launch,
        )

    def _make_settings(self, screen: QWidget) -> SettingsPanel:
        model = SettingsModel(self._parts.memory.store, self.subject, self._parts.texts)
        return SettingsPanel(screen, self._package.name, model, self._parts.texts)

    def _read_icon(self, path: str) -> bytes | None:
        try:
            return self._package.read(path)
        except (OSError, PackageError):
            return None

    def _fetch_picture(self, url: str, on_body: Callable[[bytes], None]) -> None:
        """Nothing where there is no answer, or a bad one."""

        def ended(download: Download) -> None:
            on_body(download.body if download.head.status < 400 else b"")

        fetch(self.session, self._parts.devices.network, Request(url, picture=True), ended)

    def _connect_screen(self) -> None:
        self.screen.back_requested.connect(self._on_screen_back_requested)
        self.screen.tab_chosen.connect(self._on_screen_tab_chosen)
        self.screen.home_requested.connect(self._on_screen_home_requested)
        self.screen.closed.connect(self._on_screen_closed)
        self.screen.covered.connect(self._on_screen_covered)
        self.screen.resized.connect(self._on_screen_resized)
        self.screen.restart_requested.connect(self._on_screen_restart_requested)
        self.screen.delete_confirmed.connect(self._on_screen_delete_confirmed)

    # What happens

    def _emit(self, event: str, detail: object) -> None:
        self.view.link.emit(event, detail)

    def _answer_sync(self, name: str, arguments: list[Any]) -> dict[str, Any]:
        return self._parts.dispatcher.answer_sync(self.session, name, arguments)

    def _tell_findings(self) -> None:
        for finding in self._package.warnings.found:
            self._on_finding(finding)
        self._unwatch: Callable[[], None] = self._package.warnings.watch(self._on_finding)

    def _on_finding(self, finding: Finding) -> None:
        self.screen.log("warn", finding.text, finding.file, finding.line)

    def _say_why_blank(self) -> None:
        if not self._drawn:
            self.screen.show_failure()

    def _on_view_crashed(self, how: str) -> None:
        """As if it were closed: its prompt goes, and nothing that it waits for is told."""
        self._parts.dispatcher.close(self.session)
        self.screen.end_run()
        self.screen.log("error", f"The program's page crashed: {how}. Restart it from the menu.")
        self.screen.show_failure()

    def _on_watch_saved(self) -> None:
        self.folder_saved.emit(self.id)

    def _on_screen_back_requested(self) -> None:
        self.view.link.tell("back")

    def _on_screen_tab_chosen(self, index: int) -> None:
        self.view.link.tell("tab", index)

    def _on_screen_home_requested(self) -> None:
        self.view.link.tell("open", f"/{self._package.manifest.entry_page}")

    def _on_screen_covered(self, covered: bool) -> None:
        self._presence.cover(covered)

    def _on_screen_resized(self) -> None:
        if self._presence.running:
            metrics = self.screen.metrics()
            size = {"windowWidth": metrics.screen_width, "windowHeight": metrics.window_height}
            self._emit("windowResize", {"size": size})

    def _on_presence_shown(self) -> None:
        self.view.link.emit("appShow", self._arrival or self._plain_arrival())
        if self._goal is not None:
            self.view.link.tell("open", f"/{self._goal.lstrip('/')}")
        self._arrival, self._goal = {}, None

    def _on_presence_hidden(self, reason: HideReason) -> None:
        self.view.link.emit("appHide", {"reason": int(reason)})

    def _on_screen_closed(self) -> None:
        self.close_requested.emit(self.id)

    def _on_screen_restart_requested(self) -> None:
        self.restart_requested.emit(self.id)

    def _on_screen_delete_confirmed(self) -> None:
        self.delete_confirmed.emit(self.id)
