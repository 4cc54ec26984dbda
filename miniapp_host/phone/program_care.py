"""What the launcher's menu does with a program besides opening, closing and deleting it."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from miniapp_host.phone.faces import face_of
from miniapp_host.phone.start_as import StartAs
from miniapp_host.shell.home.program_menu import Verb
from miniapp_host.shell.window.phone_window import PhoneWindow
from miniapp_host.texts import ToldError

if TYPE_CHECKING:
    from miniapp_host.phone.programs import OpenPrograms


class ProgramCare(QObject):
    """Does what is wished for; `programs` makes the open programs when they are needed."""

    problem_found = Signal(object)
    """An error that the person must be told."""
    open_wished = Signal(str)
    """A program is to come to the front, started if it does not run."""

    def __init__(
        self, window: PhoneWindow, programs: Callable[[], "OpenPrograms"], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._window = window
        self._programs = programs
        self._chosen_for = ""
        self.start_as = StartAs(window, programs, self)
        self.start_as.problem_found.connect(self.problem_found)

    def do(self, program_id: str, verb: Verb) -> None:
        """Do it, or tell what prevents it."""
        try:
            self._do(program_id, verb)
        except (ToldError, OSError) as problem:
            self.problem_found.emit(problem)

    def _do(self, program_id: str, verb: Verb) -> None:
        programs = self._programs()
        match verb:
            case Verb.OPEN:
                self.open_wished.emit(program_id)
            case Verb.OPEN_AT_PAGE | Verb.START_AS | Verb.ASK_AGAIN:
                self._show_page(program_id, verb)
            case Verb.RESTART:
                programs.close_program(program_id)
                self.open_wished.emit(program_id)
            case Verb.CLEAR_DATA:
                programs.clear_data(program_id)
            case Verb.CLOSE:
                programs.close_program(program_id)
            case Verb.DELETE:
                programs.delete(program_id)

    def _show_page(self, program_id: str, verb: Verb) -> None:
        """Shows the page of the phone on which the person says more."""
        match verb:
            case Verb.OPEN_AT_PAGE:
                self._let_choose_page(program_id)
            case Verb.START_AS:
                self.start_as.ask(program_id)
            case _:
                self._show_states(program_id)

    def _let_choose_page(self, program_id: str) -> None:
        from miniapp_host.shell.sheets.page_chooser import PageChooser

        programs = self._programs()
        pages = programs.package(program_id).manifest.pages
        chooser = PageChooser(self._window.screen_widget, pages, programs.parts.texts)
        chooser.chosen.connect(self._on_page_chosen)
        self._chosen_for = program_id
        chooser.open()

    def _on_page_chosen(self, page: str) -> None:
        try:
            self._programs().open(self._chosen_for, page)
        except ToldError as problem:
            self.problem_found.emit(problem)

    def _show_states(self, program_id: str) -> None:
        from miniapp_host.phone.supplies import make_states_page

        programs = self._programs()
        name = face_of(programs.known(program_id), programs.parts.texts).name
        subject = programs.subject(program_id)
        screen = self._window.screen_widget
        make_states_page(programs.parts, subject, name, screen).open()
