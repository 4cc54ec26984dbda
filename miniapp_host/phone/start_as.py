"""Starts programs as the person describes it: shows the page, keeps the starts, begins the run."""

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from miniapp_host.shell.window.phone_window import PhoneWindow
from miniapp_host.texts import ToldError

if TYPE_CHECKING:
    from miniapp_host.phone.programs import OpenPrograms
    from miniapp_host.programs.start import Start
    from miniapp_host.programs.starts import Starts


class StartAs(QObject):
    """`programs` makes the open programs when they are needed."""

    problem_found = Signal(object)
    """An error that the person must be told."""

    def __init__(
        self, window: PhoneWindow, programs: Callable[[], "OpenPrograms"], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._window = window
        self._programs = programs
        self._program_id = ""

    def ask(self, program_id: str) -> None:
        """Show the page of starts over the phone; a program that can't be read is told."""
        try:
            self._open_page(program_id)
        except ToldError as problem:
            self.problem_found.emit(problem)

    def begin(self, program_id: str, start: "Start") -> None:
        """Start a program so, and tell what prevents it."""
        try:
            self._programs().start(program_id, start)
        except ToldError as problem:
            self.problem_found.emit(problem)

    def starts(self, program_id: str) -> "Starts":
        """The starts that the person keeps of a program."""
        return self._programs().parts.memory.starts(program_id)

    def _open_page(self, program_id: str) -> None:
        from miniapp_host.shell.sheets.start_page import StartPage

        programs = self._programs()
        pages = programs.package(program_id).manifest.pages
        page = StartPage(
            self._screen_for(program_id),
            pages,
            self.starts(program_id),
            self.now(program_id),
            programs.parts.texts,
        )
        page.chosen.connect(self._on_page_chosen)
        self._program_id = program_id
        page.open()

    def _screen_for(self, program_id: str) -> QWidget:
        """The program's own screen if it is in front: it hears that a page hides it."""
        front = self._window.front
        if front is not None and front.program_id == program_id:
            return front
        return self._window.screen_widget

    def now(self, program_id: str) -> "Start":
        """How a program that runs was started; the usual way for any other."""
        from miniapp_host.programs.start import Start

        programs = self._programs()
        running = programs.running.get(program_id)
        start = running.start if running is not None else Start()
        return replace(start, version=start.version or programs.parts.options.version)

    def _on_page_chosen(self, start: "Start") -> None:
        self.begin(self._program_id, start)
