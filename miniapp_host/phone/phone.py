"""Builds and connects every object of the phone, and owns them; tests call the same `build`.

What only an open program or a dialog needs is imported when there is one: an idle phone is light.
"""

import logging
from collections.abc import Callable
from dataclasses import replace
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication

from miniapp_host import paths
from miniapp_host.memory.store_error import StoreError
from miniapp_host.phone.arrivals import Arrivals
from miniapp_host.phone.body import Body
from miniapp_host.phone.colours import recolour
from miniapp_host.phone.first_steps import FirstSteps
from miniapp_host.phone.memory import PhoneMemory
from miniapp_host.phone.options import Options
from miniapp_host.phone.program_care import ProgramCare
from miniapp_host.phone.qt_texts import QtTexts
from miniapp_host.phone.removal_end import RemovalEnd
from miniapp_host.phone.system_libraries import lacks_told
from miniapp_host.phone.tools import Tools
from miniapp_host.phone.window_memory import WindowMemory
from miniapp_host.programs.openable import is_archive
from miniapp_host.shell.home.launcher import Launcher
from miniapp_host.shell.home.launcher_model import LauncherModel
from miniapp_host.shell.kit.bound_watch import bound_watch
from miniapp_host.shell.kit.program_icon import ProgramFace
from miniapp_host.shell.settings.appearance import Appearance
from miniapp_host.shell.window.drop_gate import DropGate
from miniapp_host.shell.window.phone_window import PhoneWindow
from miniapp_host.texts import Texts, ToldError

_log = logging.getLogger(__name__)

if TYPE_CHECKING:
    from miniapp_host.permissions.prompts import Prompter
    from miniapp_host.permissions.store import PermissionStore
    from miniapp_host.phone.program import OpenProgram
    from miniapp_host.phone.programs import OpenPrograms


class Phone(QObject):
    """The whole phone: its memory, its window, its launcher and the programs that run on it."""

    end_announced = Signal()
    """The phone closes, at once or in a moment, and nobody must give it anything more."""

    def __init__(self, options: Options) -> None:
        """Build it; raises StoreError or, if a file of `options` is bad, ToldError."""
        super().__init__()
        options.read_files()
        self._options = options
        self._programs: OpenPrograms | None = None
        self._closed = False
        self.starts_anew = False
        self.memory = _memory_of(options)
        self._removal_end = RemovalEnd(self.memory.library.removals.background, self)
        self.appearance = self.memory.appearance
        self.texts = Texts(self.appearance.language, paths.resources() / "i18n")
        self.window = PhoneWindow(self.texts, self.appearance.colours)
        self.window.closed.connect(self.close)
        self._drops = DropGate(self.window, self.window.screen_widget, self.texts)
        self._drops.given.connect(self._on_folder_given)
        self._window_memory = WindowMemory(self.window, self.memory.preferences, self)
        self._body = Body(self.window, self.memory, self)
        self._qt_texts = QtTexts(self.appearance, self)
        self.tools = Tools(self.window, self._make_programs, self.memory.preferences, self)
        self.tools.problem_found.connect(self.show_problem)
        self.tools.first_steps_wished.connect(self.show_first_steps)
        self.first_steps = FirstSteps(self.memory, self.texts, self)
        self._care = ProgramCare(self.window, self._make_programs, self)
        self._care.problem_found.connect(self.show_problem)
        self._care.open_wished.connect(self._on_launcher_program_chosen)
        self._arrivals = Arrivals(self.memory, self._make_programs, self.window, self.texts, self)
        self._arrivals.problem_found.connect(self.show_problem)
        if options.samples:
            self.memory.install_samples_once()
        self.launcher_model = LauncherModel(self.memory.library, self, self.texts)
        self.launcher_model.failed.connect(self.show_problem)
        self.launcher = self._make_launcher()
        self._show_launcher()
        self._unwatch = bound_watch(self, self.appearance.watch, self._on_appearance_change)
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._on_desktop_scheme_changed)
        for notice in self.memory.notices:
            self.show_problem(notice)
        self.tools.begin()
        self._window_memory.begin()

    # What it is made of

    @cached_property
    def programs(self) -> "OpenPrograms":
        """The open programs and what only they need; made when first used.

        Raises OpenError if this machine lacks a library that only they need.
        """
        with lacks_told():
            from miniapp_host.phone.programs import OpenPrograms

        programs = OpenPrograms(self._options, self.memory, self.window, self.texts, self)
        programs.changed.connect(self._on_programs_changed)
        programs.problem_found.connect(self.show_problem)
        programs.inspector_requested.connect(self.tools.open_inspector)
        programs.start_as_requested.connect(self._care.start_as.ask)
        programs.menu_requested.connect(self.tools.open_page_menu)
        self._programs = programs
        return programs

    def _make_programs(self) -> "OpenPrograms":
        return self.programs

    @property
    def store(self) -> "PermissionStore":
        """The decisions."""
        return self.memory.store

    @property
    def running(self) -> "dict[str, OpenProgram]":
        """The programs that are open, by id."""
        return self._programs.running if self._programs else {}

    def _make_launcher(self) -> Launcher:
        """The home screen, made anew when the language changes."""
        launcher = Launcher(self.launcher_model, self.texts)
        launcher.program_chosen.connect(self._on_launcher_program_chosen)
        launcher.folder_chosen.connect(self._on_folder_given)
        launcher.wished.connect(self._care.do)
        launcher.samples_requested.connect(self._on_launcher_samples_requested)
        launcher.settings_requested.connect(self._on_launcher_settings_requested)
        if self._options.keeps_nothing:
            launcher.say_nothing_is_kept()
        return launcher

    def _show_launcher(self) -> None:
        self.window.set_launcher(self.launcher)
        self.first_steps.add_to(self.launcher)
        self._offer_samples()

    # Programs

    def open_folder(self, folder: Path, page: str | None = None) -> "OpenProgram":
        """Open the program in `folder`, which stays the person's; raises ToldError."""
        from miniapp_host.phone.folder_opening import open_folder

        return open_folder(self.programs, folder, page)

    def give(self, path: Path, page: str | None = None) -> None:
        """Open the program in a folder or an archive, once it is read or unpacked.

        Raises ToldError for a folder that is read at once; else what is wrong is shown.
        """
        if is_archive(path):
            self._arrivals.open_archive(path, page)
        else:
            self._arrivals.open_folder(path, ProgramFace(path.name, path.name), page)

    def open(self, program_id: str, page: str | None = None) -> "OpenProgram":
        """Bring a program to the front, started if it does not run; raises ToldError."""
        return self.programs.open(program_id, page)

    def close_program(self, program_id: str) -> None:
        """Close a program; its open prompts are withdrawn without a decision."""
        self.programs.close_program(program_id)

    def delete(self, program_id: str) -> None:
        """Delete a program with its decisions and data; a person's folder stays.

        Raises ToldError.
        """
        self.programs.delete(program_id)

    def install_samples(self) -> None:
        """Install the sample programs that are missing; raises ToldError."""
        self.memory.install_samples()
        self._offer_samples()

    def _offer_samples(self) -> None:
        """Lets the launcher offer the sample programs while one of them is missing.

        If that can't be read, the offer stays as it was; the failure itself is shown elsewhere.
        """
        try:
            self.launcher.set_samples_missing(bool(self.memory.missing_samples()))
        except StoreError as error:
            _log.info("the samples were not looked for: %s", error)

    # What happens

    def _on_launcher_program_chosen(self, program_id: str) -> None:
        self._try(partial(self._open_known, program_id))

    def _open_known(self, program_id: str) -> None:
        """Opens a program of the library; one that does not run yet is read beside the window."""
        known = self.memory.library.program(program_id)
        if known is None or program_id in self.running:
            self.open(program_id)
        else:
            face = self.launcher_model.face_of(program_id)
            self._arrivals.open_folder(known.folder, face, program_id=program_id)

    def _on_folder_given(self, path: Path) -> None:
        self._try(partial(self.give, path))

    def _on_launcher_samples_requested(self) -> None:
        self._try(self.install_samples)

    def _on_launcher_settings_requested(self) -> None:
        self._try(self._open_own_settings)

    def _try(self, wish: Callable[[], object]) -> None:
        """Do what the person wants, or show the error."""
        try:
            wish()
        except (ToldError, OSError) as problem:
            self.show_problem(problem)

    def _open_own_settings(self) -> None:
        from miniapp_host.phone.own_settings import open_own_settings

        settings = open_own_settings(self.window.screen_widget, self.memory, self.texts)
        settings.restart_wished.connect(self._on_host_settings_restart_wished)
        settings.first_steps_wished.connect(self.show_first_steps)

    def _on_host_settings_restart_wished(self) -> None:
        self.starts_anew = True
        self.window.close()

    def _on_appearance_change(self, _appearance: Appearance) -> None:
        """Gives the new theme or language to the window at once, and to programs as an event."""
        if self.texts.language is not self.appearance.language:
            from miniapp_host.phone.speaking import speak_anew

            self.texts.language = self.appearance.language
            self.launcher = self._make_launcher()
            self._show_launcher()
            self.tools.speak_anew()
            speak_anew(self.window, self.running.values(), self.texts)
        recolour(self.window, self.appearance.colours, self.running.values())

    def _on_desktop_scheme_changed(self, _scheme: Qt.ColorScheme) -> None:
        self._on_appearance_change(self.appearance)

    def _on_programs_changed(self) -> None:
        self.launcher_model.set_running(frozenset(self.running))
        self._offer_samples()

    def show_problem(self, problem: object) -> None:
        """Show the error or sentence to the person, over what is in front."""
        from miniapp_host.shell.sheets.notice import show_notice

        show_notice(self.window.top_screen, problem, self.texts)

    def show_first_steps(self) -> None:
        """Show the hint for who is new on the launcher, which comes to the front."""
        self.window.leave_program()
        self.first_steps.show()

    def close(self) -> None:
        """Close every program and the memory; a second call does nothing."""
        if self._closed:
            return
        self._closed = True
        self.end_announced.emit()
        QGuiApplication.styleHints().colorSchemeChanged.disconnect(self._on_desktop_scheme_changed)
        self._unwatch()
        self._window_memory.end()
        self._drops.end()
        self.tools.close()
        self._qt_texts.close()
        self._arrivals.close()
        if self._programs:
            self._programs.close()
        self.launcher_model.close()
        self._removal_end.close()
        self.memory.close()


def build(
    options: Options, prompter: "Prompter | None" = None, guard_ms: int | None = None
) -> Phone:
    """The phone, not yet shown; raises as `Phone` does.

    `prompter` and `guard_ms` replace those of `options`.
    """
    prompter = prompter or options.prompter
    guard_ms = options.guard_ms if guard_ms is None else guard_ms
    return Phone(replace(options, prompter=prompter, guard_ms=guard_ms))


def _memory_of(options: Options) -> PhoneMemory:
    folder, waits = paths.data_dir(options.data_dir), options.waits_for_disk
    return PhoneMemory(folder, templates=options.templates, waits_for_disk=waits)
