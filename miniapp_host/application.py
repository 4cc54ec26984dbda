"""Builds every object of the phone, wires them and owns their lives; tests call the same `build`.

QtWebEngine is imported only when a program is opened: a phone without one stays light.
"""

import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Qt
from PySide6.QtWidgets import QApplication

from miniapp_host import __version__, paths
from miniapp_host.api.families import Devices, make_dispatcher
from miniapp_host.api.screen import Modal
from miniapp_host.database import Database, StoreError
from miniapp_host.devices.album import Album
from miniapp_host.devices.clipboard import PhoneClipboard
from miniapp_host.devices.location import SimulatedLocation
from miniapp_host.devices.preferences import Preferences
from miniapp_host.devices.profile import SimulatedProfile
from miniapp_host.devices.switches import Switches
from miniapp_host.permissions.broker import Broker
from miniapp_host.permissions.prompts import Prompter
from miniapp_host.permissions.store import PermissionStore
from miniapp_host.programs.files import ProgramFiles
from miniapp_host.programs.library import Library, Program
from miniapp_host.programs.manifest import ManifestError
from miniapp_host.programs.package import Package, PackageError
from miniapp_host.programs.storage import ProgramStorage
from miniapp_host.shell.appearance import Appearance
from miniapp_host.shell.authorization_dialog import GUARD_MS
from miniapp_host.shell.dialog_prompter import DialogPrompter
from miniapp_host.shell.host_settings import HostSettings, PhoneDevices
from miniapp_host.shell.launcher import Launcher
from miniapp_host.shell.launcher_model import LauncherModel
from miniapp_host.shell.modal import USUAL_CANCEL, USUAL_CONFIRM, ModalDialog
from miniapp_host.shell.phone_window import PhoneWindow
from miniapp_host.shell.qt_clock import QtClock
from miniapp_host.shell.theme import theme
from miniapp_host.texts import Texts

if TYPE_CHECKING:
    from miniapp_host.open_program import OpenProgram

OUTSIDE_SECONDS = 0.5
"""How often the phone looks whether another phone of the same person changed a decision."""


class OpenError(Exception):
    """A program can't be opened; the text is one line: which file, why and what to do."""


@dataclass(frozen=True)
class Options:
    """What the command line says; None means the usual."""

    data_dir: Path | None = None
    folder: Path | None = None
    page: str | None = None
    version: str = "develop"


class Phone(QObject):
    """The whole phone: what it keeps, its devices, its window and the programs that run on it."""

    def __init__(
        self, options: Options, prompter: Prompter | None = None, guard_ms: int = GUARD_MS
    ) -> None:
        """`prompter` answers instead of the person; `guard_ms` is how long Allow takes no click."""
        super().__init__()
        self.folder = paths.data_dir(options.data_dir)
        self.version = options.version
        self.running: dict[str, OpenProgram] = {}
        self._make_memory()
        self._make_devices()
        self._dialogs = DialogPrompter(self.texts, guard_ms=guard_ms)
        self.broker = Broker(self.store, prompter or self._dialogs, self.show_problem)
        self.dispatcher = make_dispatcher(self.devices, self.store, self.broker)
        self.window = PhoneWindow(self.texts, theme(self.appearance.dark))
        self._connect_window()
        self._install_samples_once()
        self._make_launcher()
        self._stop_looking = self.clock.every(OUTSIDE_SECONDS, self._look_outside)
        self.appearance.watch(self._on_appearance_change)
        self._say_notices()

    # What it is made of

    def _make_memory(self) -> None:
        self.database = Database(self.folder / "phone.sqlite")
        self.store = PermissionStore(self.database)
        self.storage = ProgramStorage(self.database)
        self.library = Library(self.database, self.folder / "programs")
        self.preferences = Preferences(self.folder / "preferences.json")
        self.appearance = Appearance(self.preferences)
        self.texts = Texts(self.appearance.language, paths.resources() / "i18n")

    def _make_devices(self) -> None:
        self.clock = QtClock(self)
        self.devices = Devices(
            album=Album(self.folder / "album"),
            clipboard=PhoneClipboard(),
            clock=self.clock,
            location=SimulatedLocation(self.preferences),
            profile=SimulatedProfile(self.preferences, self.folder),
            switches=Switches(self.preferences),
        )

    def _make_launcher(self) -> None:
        """The home screen, made anew when the language changes."""
        self.launcher_model = LauncherModel(self.library, self)
        self.launcher = Launcher(self.launcher_model, self.texts)
        self.launcher.program_chosen.connect(self.open)
        self.launcher.folder_chosen.connect(self._on_launcher_folder_chosen)
        self.launcher.delete_confirmed.connect(self.delete)
        self.launcher.close_chosen.connect(self.close_program)
        self.launcher.samples_requested.connect(self.install_samples)
        self.launcher.settings_requested.connect(self._on_launcher_settings_requested)
        self.window.set_launcher(self.launcher)
        self._tell_launcher()

    def _connect_window(self) -> None:
        self.window.program_shown.connect(self._on_window_program_shown)
        self.window.program_hidden.connect(self._on_window_program_hidden)
        self.window.closed.connect(self.close)

    # Programs

    def open_folder(self, folder: Path, page: str | None = None) -> "OpenProgram":
        """Opens the program in `folder`, which stays the person's; OpenError if it can't run."""
        try:
            clash = self.library.name_clash(folder)
            program = self._entered(folder)
        except (ManifestError, PackageError) as error:
            raise OpenError(str(error)) from error
        opened = self.open(program.id, page)
        if clash is not None and clash.folder != program.folder:
            self._say_same_appid(program, clash)
        return opened

    def _entered(self, folder: Path) -> Program:
        """A sample is the phone's own copy, whichever way it is opened."""
        if folder.resolve() not in _samples():
            return self.library.open_folder(folder)
        known = self.library.program(Package.open(folder).appid)
        return known or self.library.install(folder)

    def open(self, program_id: str, page: str | None = None) -> "OpenProgram":
        """Brings a program to the front, started if it does not run; OpenError if it can't."""
        running = self.running.get(program_id)
        if running is not None and page is not None:
            self.close_program(program_id)
            running = None
        if running is None:
            running = self._start(program_id, page)
        self.library.used(program_id)
        self.window.show_program(running.screen)
        return running

    def close_program(self, program_id: str) -> None:
        """Ends a program; what it waits for goes unanswered and unrecorded."""
        program = self.running.pop(program_id, None)
        if program is None:
            return
        program.close()
        self.window.remove_program(program.screen)
        program.deleteLater()
        self._tell_launcher()

    def restart(self, program_id: str) -> None:
        """Reads the folder again and starts from the first page."""
        try:
            self.running[program_id].restart(self._package(program_id))
        except OpenError as error:
            self.close_program(program_id)
            self.show_problem(error)

    def delete(self, program_id: str) -> None:
        """Forgets a program with all it was allowed and kept; a folder of the person's stays."""
        self.close_program(program_id)
        try:
            with self.database.transaction():
                self.store.forget(program_id)
                self.storage.forget(program_id)
                self.library.delete(program_id)
        except StoreError as error:
            self.show_problem(error)
        self._tell_launcher()

    def _start(self, program_id: str, page: str | None) -> "OpenProgram":
        package = self._package(program_id)
        from miniapp_host.open_program import OpenProgram, PhoneParts
        from miniapp_host.web.engine import prepare_engine

        prepare_engine()
        parts = PhoneParts(
            album=self.devices.album,
            broker=self.broker,
            cache_dir=self.folder / "cache",
            clock=self.clock,
            dispatcher=self.dispatcher,
            runtime_dir=paths.runtime_dir(),
            storage=self.storage,
            store=self.store,
            texts=self.texts,
        )
        program = self._known(program_id)
        files = ProgramFiles(self.library.files_dir(program_id))
        opened = OpenProgram(parts, program, package, files, self.version, self)
        try:
            opened.start(package, page)
        except PackageError as error:
            raise OpenError(str(error)) from error
        self._connect_program(opened)
        self.running[program_id] = opened
        self._tell_launcher()
        return opened

    def _connect_program(self, program: "OpenProgram") -> None:
        program.close_requested.connect(self.close_program)
        program.restart_requested.connect(self.restart)
        program.delete_confirmed.connect(self.delete)

    def _package(self, program_id: str) -> Package:
        libraries = {"weui": paths.runtime_dir() / "weui"}
        try:
            return Package.open(self._known(program_id).folder, libraries)
        except (ManifestError, PackageError) as error:
            raise OpenError(str(error)) from error

    def _known(self, program_id: str) -> Program:
        program = self.library.program(program_id)
        if program is None:
            raise OpenError(f"There is no program {program_id} on this phone. Add its folder.")
        return program

    # Samples

    def install_samples(self) -> None:
        """Puts the sample programs that are not there onto the phone."""
        for folder in _samples():
            if self.library.program(Package.open(folder).appid) is None:
                self.library.install(folder)
        self._tell_launcher()

    def _install_samples_once(self) -> None:
        if self.preferences.get("samples") is not True:
            for folder in _samples():
                self.library.install(folder)
            self.preferences.set("samples", True)

    # What happens

    def _on_window_program_shown(self, program_id: str) -> None:
        program = self.running[program_id]
        self._dialogs.attach(program.screen)
        program.come_forward()

    def _on_window_program_hidden(self, program_id: str) -> None:
        program = self.running.get(program_id)
        if program is not None:
            program.go_back()

    def _on_launcher_folder_chosen(self, folder: Path) -> None:
        try:
            self.open_folder(folder)
        except OpenError as error:
            self.show_problem(error)

    def _on_launcher_settings_requested(self) -> None:
        devices = self.devices
        shown = PhoneDevices(
            album=devices.album,
            appearance=self.appearance,
            location=devices.location,
            profile=devices.profile,
            switches=devices.switches,
        )
        HostSettings(self.window.screen_widget, shown, self.texts).open()

    def _on_appearance_change(self, _appearance: Appearance) -> None:
        """A new theme or language reaches the host at once, and programs as an event."""
        if self.texts.language is not self.appearance.language:
            self.texts.language = self.appearance.language
            self._make_launcher()
        worn = theme(self.appearance.dark)
        self.window.wear(worn)
        for program in self.running.values():
            program.session.emit("themeChange", {"theme": worn.name})

    def _say_notices(self) -> None:
        """What was found damaged and put aside, once."""
        for notice in (self.database.notice, self.preferences.notice):
            if notice:
                self.show_problem(notice)

    def _look_outside(self) -> None:
        try:
            self.store.announce_outside_changes()
        except StoreError as error:
            self.show_problem(error)

    def _tell_launcher(self) -> None:
        self.launcher_model.set_running(frozenset(self.running))

    def _say_same_appid(self, program: Program, clash: Program) -> None:
        self.show_problem(
            self.texts(
                "{name} has the appid {appid} of a program that this phone knows from another "
                "folder ({folder}). They are one program here: same decisions, same data.",
                name=program.name,
                appid=program.id,
                folder=clash.folder,
            )
        )

    def show_problem(self, problem: object) -> None:
        """Tells the person, once, on whatever is in front."""
        modal = Modal(
            title="",
            content=str(problem),
            show_cancel=False,
            cancel_text="",
            cancel_color=USUAL_CANCEL,
            confirm_text=self.texts("OK"),
            confirm_color=USUAL_CONFIRM,
        )
        ModalDialog(self.window.front or self.launcher, modal).open()

    def close(self) -> None:
        """Ends every program and closes what is kept; closing again does nothing."""
        self._stop_looking()
        for program_id in list(self.running):
            self.close_program(program_id)
        self.launcher_model.close()
        self.database.close()


def build(options: Options, prompter: Prompter | None = None, guard_ms: int = GUARD_MS) -> Phone:
    """The phone, not yet shown. Raises StoreError if what it keeps can't be read."""
    return Phone(options, prompter, guard_ms)


def prepare_qt() -> None:
    """Must come before the QApplication: QtWebEngine is loaded later and shares its contexts."""
    QCoreApplication.setAttribute(Qt.ApplicationAttribute.AA_ShareOpenGLContexts)
    QCoreApplication.setApplicationName(paths.APP_NAME)
    QCoreApplication.setApplicationVersion(__version__)


def run(options: Options) -> int:
    """Shows the phone until it is closed; the exit code. OpenError if `options` can't be met."""
    prepare_qt()
    app = QApplication.instance() or QApplication(sys.argv[:1])
    try:
        phone = build(options)
    except StoreError as error:
        raise OpenError(str(error)) from error
    if options.folder is not None:
        phone.open_folder(options.folder, options.page)
    phone.window.show()
    return app.exec()


def _samples() -> list[Path]:
    folder = paths.resources() / "programs"
    return sorted(found for found in folder.iterdir() if (found / "app.json").is_file())
