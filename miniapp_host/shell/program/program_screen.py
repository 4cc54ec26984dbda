"""One open program on the phone: its framed view, and everything that comes up over it.

Satisfies `Screen`. It knows no store, broker or session: what it needs it is given, what the person
wants it says in signals.
"""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QChildEvent, QPoint, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from miniapp_host.api.calls.screen import (
    ActionSheet,
    Confirmation,
    Modal,
    ModalAnswer,
    Toast,
)
from miniapp_host.devices.album import Media
from miniapp_host.devices.book import Book, Entry
from miniapp_host.devices.place import Place
from miniapp_host.devices.switches import Switch
from miniapp_host.shell.console.console_model import ConsoleModel, Level, LogEntry
from miniapp_host.shell.kit.layers import Layer, place
from miniapp_host.shell.kit.overlay import Overlay
from miniapp_host.shell.program.about_page import ProgramDetails
from miniapp_host.shell.program.failure_page import FailurePage
from miniapp_host.shell.program.find_bar import HEIGHT as FIND_BAR
from miniapp_host.shell.program.find_bar import FindBar
from miniapp_host.shell.program.framed_view import FramedView
from miniapp_host.shell.program.native_pages import NativePages
from miniapp_host.shell.program.pickers import Pickers
from miniapp_host.shell.program.program_sheets import ProgramSheets
from miniapp_host.shell.program.supplies import Supplies
from miniapp_host.shell.program.web_view_frame import WebViewFrame
from miniapp_host.shell.sheets.toast import ToastNote
from miniapp_host.texts import Sentence, Texts


class ProgramScreen(FramedView):
    """The part of the phone's glass that belongs to one program."""

    restart_requested = Signal()
    inspector_requested = Signal()
    start_as_requested = Signal(str)
    """The id of the program that the person wants to start in a way of their own."""
    menu_requested = Signal(QPoint)
    """The person pressed the right button on a page, at this place on the desktop."""
    search_requested = Signal(str, bool)
    """Find this text in the page; forward or backward."""
    delete_confirmed = Signal()
    clear_confirmed = Signal()
    height_wanted = Signal(int)
    """The height in pixels that the program wants for the window."""
    covered = Signal(bool)
    """A page of the phone's own has come up over the program, or the last of them has gone."""
    _find: FindBar | None = None

    def __init__(self, details: ProgramDetails, supplies: Supplies, texts: Texts) -> None:
        super().__init__(details.face, supplies.read_icon, texts)
        self.setObjectName("programScreen")
        self._details = details
        self._texts = texts
        self._console = ConsoleModel(self)
        self._pages = NativePages(self)
        self._sheets = ProgramSheets(self, details, supplies, self._console, texts)
        self._pickers = Pickers(self, supplies.media, self._console, texts)
        self._toast = ToastNote(self)
        self._connect_parts()

    # What the phone asks of it

    def show_web_view(self, frame: WebViewFrame | None) -> None:
        """Covers the page, but nothing of the phone's own, with `frame`, its child; or uncovers."""
        super().show_web_view(frame)
        if frame is not None and not frame.findChild(QShortcut):
            self._hear_escape(frame)

    def _hear_escape(self, view: QWidget) -> None:
        """Chromium keeps every key for itself that is no shortcut."""
        shortcut = QShortcut(QKeySequence(Qt.Key.Key_Escape), view)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(self.go_back)

    def open_find(self) -> None:
        """Let the person find a text in the page."""
        if self._find is None:
            self._find = FindBar(self._texts, self)
            self._find.search_wished.connect(self.search_requested)
            self._arrange()
        self._find.open_bar()

    def find_anew(self) -> None:
        """Another page is in front: what the person looks for is counted there."""
        if self._find is not None:
            self._find.find_anew()

    def show_found(self, active: int, count: int) -> None:
        """Say at which of how many places the page stands."""
        if self._find is not None:
            self._find.show_found(active, count)

    def _arrange(self) -> None:
        super()._arrange()
        if self._find is not None:
            self._find.setGeometry(0, self._bars_height, self.width(), FIND_BAR)

    @property
    def details(self) -> ProgramDetails:
        """What the phone tells of the program."""
        return self._details

    def take_details(self, details: ProgramDetails) -> None:
        """Tell this of the program from now on, in what is opened after it."""
        self._details = details
        self._sheets.take_details(details)

    @property
    def program_id(self) -> str:
        """The library's id of the program."""
        return self._details.face.id

    @property
    def texts(self) -> Texts:
        """The host's sentences in the person's language."""
        return self._texts

    @property
    def name(self) -> str:
        """The program's name."""
        return self._details.face.name

    @property
    def ground(self) -> str:
        """The colour at the bottom of the screen, as `#rrggbb`."""
        above = self._sheets.ground
        return super().ground if above is None else above

    @property
    def console(self) -> ConsoleModel:
        """The lines that the program logged."""
        return self._console

    def end_run(self) -> None:
        """Close what the ended run had opened, without answers."""
        self._sheets.drop()
        self._toast.hide_toast(False)
        if self._find is not None:
            self._find.hide()

    def show_failure(self) -> None:
        """The first page cannot be drawn: says why, with the first error that was logged."""
        error = self._console.first_error
        page = FailurePage(self._details.face.name, error, self._texts, self)
        page.console_clicked.connect(self._sheets.open_console)
        page.restart_clicked.connect(self.restart_requested)
        self._cover_with(page)
        self._pill.show_errors(0)
        self.show_chrome(self._chrome)

    def fail(self, why: Sentence) -> None:
        """The program can't go on: writes why into its console, and shows that in its place."""
        self.log("error", why)
        self.show_failure()

    def log(
        self, level: str, text: Sentence, file: str | None = None, line: int | None = None
    ) -> None:
        """Adds what the host says to the program's console; `level` is a console method's name."""
        self._console.append(LogEntry(Level.named(level), text, file or "", line))

    def go_back(self) -> None:
        """Handle Esc and the mouse's back button: close what is on top, or go a page back."""
        if self._sheets.top is not None:
            self._sheets.top.reject()
        elif self._find is not None and self._find.isVisible():
            self._find.close_bar()
        elif self._can_go_back:
            self._on_bar_back_clicked()

    def retire(self) -> None:
        """Stop all answers, as the program is closed."""
        self.blockSignals(True)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._sheets.silence()

    # What the program asks of it (Screen)

    @property
    def settings_open(self) -> bool:
        return self._sheets.settings_open

    def show_toast(self, toast: Toast) -> None:
        self._toast.show_toast(toast)

    def hide_toast(self, loading: bool) -> None:
        self._toast.hide_toast(loading)

    def show_modal(self, modal: Modal, on_answer: Callable[[ModalAnswer], None]) -> None:
        self._sheets.show_modal(modal, on_answer)

    def show_action_sheet(
        self, sheet: ActionSheet, on_choice: Callable[[int | None], None]
    ) -> None:
        self._sheets.show_action_sheet(sheet, on_choice)

    def open_settings(self, on_closed: Callable[[], None]) -> None:
        self._sheets.open_settings(on_closed)

    def open_switches(self, wanted: tuple[Switch, ...], on_closed: Callable[[], None]) -> None:
        self._sheets.open_switches(wanted, on_closed)

    def choose_pictures(
        self,
        count: int,
        on_chosen: Callable[[tuple[Path, ...]], None],
        media: Media = Media.PICTURES,
    ) -> None:
        self._pickers.choose_pictures(count, on_chosen, media)

    def choose_entry(self, book: Book, on_chosen: Callable[[Entry | None], None]) -> None:
        self._pickers.choose_entry(book, on_chosen)

    def confirm(self, what: Confirmation, on_answer: Callable[[bool], None]) -> None:
        self._sheets.confirm(what, on_answer)

    def show_contract(self) -> None:
        self._sheets.show_contract()

    def show_document(self, name: str, size: int) -> None:
        self._sheets.show_document(name, size)

    def scan(self, on_scanned: Callable[[str | None], None]) -> None:
        self._pickers.scan(on_scanned)

    def save_file(self, name: str, on_place: Callable[[Path | None], None]) -> None:
        self._pickers.save_file(name, on_place)

    def ask_for_height(self, height: int) -> None:
        self.height_wanted.emit(height)

    def show_place(self, place: Place) -> None:
        self._sheets.show_place(place)

    def choose_place(self, start: Place | None, on_chosen: Callable[[Place | None], None]) -> None:
        self._pickers.choose_place(start, on_chosen)

    def preview_pictures(self, sources: tuple[str, ...], current: int) -> None:
        self._sheets.preview_pictures(sources, current)

    # What happens in it

    def childEvent(self, event: QChildEvent) -> None:
        # Polished: before it is first shown. PySide takes long over a child that is being made.
        if event.polished() and isinstance(child := event.child(), Overlay):
            self._pages.watch(child)
        super().childEvent(event)

    def _forget_run(self) -> None:
        self._console.clear()
        self.end_run()

    def _connect_parts(self) -> None:
        self._capsule.menu_clicked.connect(self._sheets.open_menu)
        self._console.errors_changed.connect(self._on_console_errors_changed)
        self._sheets.restart_requested.connect(self.restart_requested)
        self._sheets.inspector_requested.connect(self.inspector_requested)
        self._sheets.start_as_requested.connect(self.start_as_requested)
        self._sheets.delete_confirmed.connect(self.delete_confirmed)
        self._sheets.clear_confirmed.connect(self.clear_confirmed)
        self._pill.clicked.connect(self._sheets.open_console)
        self._pages.covered.connect(self.covered)
        self._pages.overlay_moved.connect(self._on_pages_overlay_moved)

    def _on_console_errors_changed(self, errors: int) -> None:
        self._pill.show_errors(0 if isinstance(self._cover, FailurePage) else errors)
        self._arrange()

    def _on_pages_overlay_moved(self) -> None:
        """Whatever comes up over the page, whoever brings it, changes what lies at the bottom."""
        place(self._capsule, Layer.COVERED_CAPSULE if self._pages.there else Layer.CAPSULE)
        self.ground_changed.emit()
