"""The open programs, and what only they need: devices, broker and dispatcher.

Made when the first program is opened, QtWebEngine with it: a phone without one stays light.
"""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Signal

from miniapp_host.api.families import make_dispatcher
from miniapp_host.devices.devices import Devices
from miniapp_host.memory.store_error import StoreError
from miniapp_host.permissions.broker import Broker
from miniapp_host.permissions.decisions import Subject
from miniapp_host.permissions.outside import Outside
from miniapp_host.phone.closed_programs import ClosedPrograms
from miniapp_host.phone.console_values import ConsoleValues
from miniapp_host.phone.device_events import DeviceEvents
from miniapp_host.phone.devices import make_devices
from miniapp_host.phone.faces import face_of
from miniapp_host.phone.memory import PhoneMemory
from miniapp_host.phone.options import Options
from miniapp_host.phone.parts import PhoneParts
from miniapp_host.phone.presence import HideReason
from miniapp_host.phone.qt_clock import QtClock
from miniapp_host.phone.system_libraries import lacks_told
from miniapp_host.programs.boot import Arrival, make_entry
from miniapp_host.programs.library import Program
from miniapp_host.programs.open_error import OpenError
from miniapp_host.programs.package import Package
from miniapp_host.programs.reading import read_package
from miniapp_host.programs.start import Start
from miniapp_host.shell.asking.authorization_dialog import GUARD_MS
from miniapp_host.shell.asking.dialog_prompter import DialogPrompter
from miniapp_host.shell.window.opening import opening
from miniapp_host.shell.window.phone_window import PhoneWindow
from miniapp_host.texts import Sentence, Texts, ToldError

if TYPE_CHECKING:
    from miniapp_host.phone.program import OpenProgram

OUTSIDE_SECONDS = 0.5
"""Seconds between two looks for decisions that another process changed."""


class OpenPrograms(QObject):
    """Starts and ends programs, and moves them between foreground and background."""

    changed = Signal()
    """A program was started or closed: `running` has changed."""
    inspector_requested = Signal()
    start_as_requested = Signal(str)
    menu_requested = Signal(QPoint)
    """The person pressed the right button on a page, at this place on the desktop."""
    problem_found = Signal(object)
    """A sentence or an error that the person must be told."""

    def __init__(
        self,
        options: Options,
        memory: PhoneMemory,
        window: PhoneWindow,
        texts: Texts,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.running: dict[str, OpenProgram] = {}
        self._closed = ClosedPrograms(self)
        self._memory = memory
        self._window = window
        guard_ms = GUARD_MS if options.guard_ms is None else options.guard_ms
        self._dialogs = DialogPrompter(texts, guard_ms=guard_ms)
        self.parts = self._make_parts(options, texts)
        self._window.program_shown.connect(self._on_window_program_shown)
        self._window.program_hidden.connect(self._on_window_program_hidden)
        self._device_events = DeviceEvents(self.devices, self.tell, self)
        outside = Outside(memory.store, self.problem_found.emit)
        self._stop_looking = self.devices.clock.every(OUTSIDE_SECONDS, outside.look)

    @property
    def devices(self) -> Devices:
        """The devices of the phone."""
        return self.parts.devices

    @property
    def api_names(self) -> tuple[str, ...]:
        """The names of `wx` that the host answers."""
        names = self.parts.dispatcher.names
        return (*names["async"], *names["sync"])

    def open(
        self, program_id: str, page: str | None = None, package: Package | None = None
    ) -> "OpenProgram":
        """Bring a program to the front, started if it does not run; raises ToldError.

        `package` is its files if they were read just now.
        """
        if page is not None:
            self.close_program(program_id)
        if (running := self.running.get(program_id)) is None:
            return self._start(program_id, Start(page), package)
        self._show(running)
        return running

    def start(self, program_id: str, start: Start) -> "OpenProgram":
        """Start a program so, anew if it runs; raises ToldError if its page is not there."""
        package = self.package(program_id)
        make_entry(package.manifest, start.page)
        self.close_program(program_id)
        return self._start(program_id, start, package)

    def subject(self, program_id: str) -> Subject:
        """The program in the version that runs, or that this phone would run."""
        running = self.running.get(program_id)
        return running.subject if running else Subject(program_id, self.parts.options.version)

    # What programs may see of each other (Neighbours)

    def name_of(self, appid: str) -> str | None:
        program = self._memory.library.program(appid)
        return program.name if program else None

    def enter(self, appid: str, page: str | None, arrival: Arrival) -> None:
        if (running := self.running.get(appid)) is None:
            self._start(appid, Start(page, arrival))
            return
        running.arrive(arrival, page or self.package(appid).manifest.entry_page)
        self._show(running)

    def go_back_to(self, appid: str, arrival: Arrival) -> bool:
        running = self.running.get(appid)
        if running is None:
            return False
        running.arrive(arrival, None)
        self._show(running)
        return True

    def _show(self, program: "OpenProgram") -> None:
        self._memory.library.used(program.id)
        front = self._window.front
        if front is not None and front is not program.screen:
            self.running[front.program_id].go_back(HideReason.OTHER_PROGRAM)
        self._window.show_program(program.screen)

    def close_program(self, program_id: str) -> None:
        """Close a program; its open prompts are withdrawn without a decision."""
        program = self.running.pop(program_id, None)
        if program is None:
            return
        program.blockSignals(True)
        self._window.remove_program(program.screen, self._closed.add(program, program.close()))
        self.changed.emit()

    def restart(self, program_id: str) -> None:
        """Read the folder again and start it as `OpenProgram.restart` does."""
        program = self.running.get(program_id)
        if program is None:
            return
        try:
            program.restart(self.package(program_id))
        except ToldError as error:
            self.close_program(program_id)
            self.problem_found.emit(error)

    def reload(self, program_id: str) -> None:
        """Read the saved folder and show the page in front again; decisions and storage stay."""
        program = self.running.get(program_id)
        if program is None:
            return
        try:
            package = self.package(program_id)
            kept = program.page.partition("?")[0] in package.manifest.pages
            program.restart(package, program.page if kept else None)
        except ToldError as error:
            program.show_broken(error)

    def delete(self, program_id: str) -> None:
        """Close a program and delete it with its data, or raise StoreError and delete nothing."""
        self.close_program(program_id)
        try:
            self._memory.forget(program_id)
            self.parts.journal.forget(program_id)
        finally:
            self.changed.emit()

    def clear_data(self, program_id: str) -> None:
        """Remove what a program stored; one in front starts anew, one behind it is closed.

        Raises ToldError or OSError.
        """
        program = self.running.get(program_id)
        was_in_front = program is not None and self._window.front is program.screen
        self.close_program(program_id)
        try:
            self._memory.clear_data(program_id)
        finally:
            if was_in_front:
                self.open(program_id)

    def tell(self, event: str, detail: Mapping[str, object]) -> None:
        """Send an event to every open program."""
        for program in self.running.values():
            program.session.emit(event, detail)

    def close(self) -> None:
        """Close every program; a second call does nothing."""
        self._stop_looking()
        for program_id in list(self.running):
            self.close_program(program_id)
        self._closed.finish()
        self.parts.journal.clear()

    # Starting

    def _start(
        self, program_id: str, start: Start, package: Package | None = None
    ) -> "OpenProgram":
        """Start a program and bring it to the front, behind its splash meanwhile."""
        known = self.known(program_id)
        with opening(self._window.screen_widget, face_of(known, self.parts.texts)):
            package = package or self.package(program_id)
            make_entry(package.manifest, start.page)
            with lacks_told():
                from miniapp_host.phone.program import OpenProgram
                from miniapp_host.web.engine import prepare_engine

            prepare_engine(self.parts.options.inspect, self.parts.options.own_ports)
            self._enlist(program := OpenProgram(self.parts, known, package, start, self))
            self._show(program)
        return program

    def _make_parts(self, options: Options, texts: Texts) -> PhoneParts:
        store, clock = self._memory.store, QtClock(self)
        devices = make_devices(self._memory, options, clock, self)
        prompter = options.prompter or self._dialogs
        broker = Broker(store, prompter, self.problem_found.emit, later=clock.soon)
        return PhoneParts(
            options=options,
            memory=self._memory,
            window=self._window,
            texts=texts,
            devices=devices,
            broker=broker,
            dispatcher=make_dispatcher(devices, store, broker, self, options.allowed),
            console_values=ConsoleValues(),
        )

    def _enlist(self, program: "OpenProgram") -> None:
        program.close_requested.connect(self.close_program)
        program.restart_requested.connect(self.restart)
        program.folder_saved.connect(self.reload)
        program.delete_confirmed.connect(self._on_program_delete_confirmed)
        program.clear_confirmed.connect(self._on_program_clear_confirmed)
        program.screen.inspector_requested.connect(self.inspector_requested)
        program.screen.start_as_requested.connect(self.start_as_requested)
        program.screen.menu_requested.connect(self.menu_requested)
        program.screen.height_wanted.connect(self._window.take_height)
        self.running[program.id] = program
        self.changed.emit()

    def package(self, program_id: str) -> Package:
        """The files of a program as they are now; raises ToldError."""
        return read_package(self.known(program_id).folder, program_id)

    def known(self, program_id: str) -> Program:
        """What the library knows of a program; raises OpenError if there is none of that id."""
        program = self._memory.library.program(program_id)
        if program is None:
            raise OpenError(
                Sentence("There is no program {id} on this phone. Add its folder.", id=program_id)
            )
        return program

    # What happens

    def _on_program_delete_confirmed(self, program_id: str) -> None:
        try:
            self.delete(program_id)
        except StoreError as error:
            self.problem_found.emit(error)

    def _on_program_clear_confirmed(self, program_id: str) -> None:
        try:
            self.clear_data(program_id)
        except (ToldError, OSError) as error:
            self.problem_found.emit(error)

    def _on_window_program_shown(self, program_id: str) -> None:
        program = self.running[program_id]
        self._dialogs.attach(program.screen)
        program.come_forward()

    def _on_window_program_hidden(self, program_id: str) -> None:
        program = self.running.get(program_id)
        if program is not None:
            program.go_back()
