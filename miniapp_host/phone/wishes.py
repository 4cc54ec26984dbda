"""Does what the person wishes with a key or a menu: with the phone, and the program in front."""

import shiboken6
from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtWidgets import QWidget

from miniapp_host.api.calls.screen import Toast, ToastIcon
from miniapp_host.phone.program import OpenProgram
from miniapp_host.phone.programs import OpenPrograms
from miniapp_host.phone.screenshot import take_screenshot
from miniapp_host.shell.kit.overlay import open_overlays
from miniapp_host.shell.sheets.toast import ToastNote
from miniapp_host.shell.window.key_sheet import KeySheet
from miniapp_host.shell.window.keys import Wish
from miniapp_host.shell.window.page_finder import PageFinder
from miniapp_host.shell.window.page_menu import PageMenu
from miniapp_host.texts import ToldError


class Wishes(QObject):
    """A wish that needs a program does nothing while the launcher is in front."""

    inspector_wished = Signal()
    inspect_wished = Signal(QPoint)
    """The inspector is to show what is at this place on the desktop."""
    problem_found = Signal(object)
    """An error that the person must be told."""
    first_steps_wished = Signal()

    def __init__(self, programs: OpenPrograms, parent: QObject) -> None:
        super().__init__(parent)
        self._programs = programs
        self._parts = programs.parts
        self._window = programs.parts.window
        self._texts = programs.parts.texts
        self._note: ToastNote | None = None
        self._menu_place = QPoint()

    def fulfil(self, wish: Wish) -> None:
        """Do it, or tell why it can't be done."""
        try:
            self._do(wish)
        except (ToldError, OSError) as error:
            self.problem_found.emit(error)

    def _do(self, wish: Wish) -> None:
        match wish:
            case Wish.BACK:
                self._window.go_back()
            case Wish.HOME:
                self._window.leave_program()
            case Wish.SCREENSHOT:
                self._take_screenshot()
            case Wish.KEYS:
                self._open_keys()
            case Wish.INSPECTOR:
                self.inspector_wished.emit()
            case Wish.INSPECT:
                self.inspect_wished.emit(self._menu_place)
            case _:
                self._do_with(self._front, wish)

    def _do_with(self, program: OpenProgram | None, wish: Wish) -> None:
        """What concerns the program in front; nothing while the launcher is."""
        if program is None:
            return
        match wish:
            case Wish.RELOAD:
                self._programs.reload(program.id)
            case Wish.FIND:
                program.screen.open_find()
            case Wish.COPY:
                program.view.copy_selected()
            case Wish.ASK_AGAIN:
                self._ask_again(program)
            case Wish.OPEN_PAGE:
                self._find_page(program)
            case _:
                pass

    @property
    def _front(self) -> OpenProgram | None:
        front = self._window.front
        return self._programs.running.get(front.program_id) if front is not None else None

    def _take_screenshot(self) -> None:
        take_screenshot(self._window.screen_widget, self._parts.devices.album)
        self._say(self._texts("In the album and on the clipboard"))

    def _ask_again(self, program: OpenProgram) -> None:
        self._parts.memory.ask_again(program.subject)
        self._say(self._texts("Every permission is asked for again"))

    def _find_page(self, program: OpenProgram) -> None:
        _close_sheets(program.screen)
        pages = program.session.package.manifest.pages
        finder = PageFinder(program.screen, pages, self._texts)
        finder.page_chosen.connect(program.open_page)
        finder.open()

    def _open_keys(self) -> None:
        screen = self._window.top_screen
        if not _close_sheets(screen):
            sheet = KeySheet(screen, self._texts)
            sheet.first_steps_wished.connect(self.first_steps_wished)
            sheet.open()

    def _say(self, words: str) -> None:
        screen = self._window.top_screen
        if self._note is not None and shiboken6.isValid(self._note):
            self._note.hide_toast()
            self._note.deleteLater()
        self._note = ToastNote(screen)
        self._note.show_toast(Toast(words, ToastIcon.NONE))

    def open_menu(self, place: QPoint) -> None:
        """Opens the menu of the page in front; `place` is on the desktop."""
        program = self._front
        if program is not None:
            selected = program.view.hasFocus() and program.view.hasSelection()
            menu = PageMenu(program.screen, self._texts, selected=selected)
            menu.wished.connect(self.fulfil, Qt.ConnectionType.QueuedConnection)
            self._menu_place = place
            menu.popup(place)


def _close_sheets(screen: QWidget) -> bool:
    """Closes the sheets of this module that are open over `screen`; whether there was one."""
    sheets = [one for one in open_overlays(screen) if isinstance(one, KeySheet | PageFinder)]
    for sheet in sheets:
        sheet.reject()
    return bool(sheets)
