"""One open program on the phone: bars, its view, capsule, and everything that comes up over it.

Satisfies `Screen`. It knows no store, broker or session: what it needs it is given, what the person
wants it says in signals.
"""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QChildEvent, QEvent, QRect, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from miniapp_host.api.calls.screen import (
    ActionSheet,
    Confirmation,
    Metrics,
    Modal,
    ModalAnswer,
    Toast,
)
from miniapp_host.devices.album import Media
from miniapp_host.devices.book import Book, Entry
from miniapp_host.devices.location import Place
from miniapp_host.devices.switches import Switch
from miniapp_host.shell.console.console import ErrorPill
from miniapp_host.shell.console.console_model import ConsoleModel, Level, LogEntry
from miniapp_host.shell.kit import status_bar
from miniapp_host.shell.kit.layers import Layer, place
from miniapp_host.shell.kit.overlay import Overlay
from miniapp_host.shell.kit.theme import theme_of
from miniapp_host.shell.program import capsule, navigation_bar, tab_bar
from miniapp_host.shell.program.about_page import ProgramDetails
from miniapp_host.shell.program.chrome import Chrome
from miniapp_host.shell.program.failure_page import FailurePage
from miniapp_host.shell.program.native_pages import NativePages
from miniapp_host.shell.program.pickers import Pickers
from miniapp_host.shell.program.program_sheets import ProgramSheets
from miniapp_host.shell.program.splash import Splash
from miniapp_host.shell.program.supplies import Supplies
from miniapp_host.shell.program.web_view_frame import WebViewFrame
from miniapp_host.shell.sheets.toast import ToastNote
from miniapp_host.texts import Texts

BARS = status_bar.HEIGHT + navigation_bar.HEIGHT
_PILL_GAP = 12
_HOME_AREA = 34


class ProgramScreen(QWidget):
    """The part of the phone's glass that belongs to one program, 390 wide."""

    back_requested = Signal()
    home_requested = Signal()
    tab_chosen = Signal(int)
    restart_requested = Signal()
    delete_confirmed = Signal()
    closed = Signal()
    """The person pressed the capsule's close."""
    ground_changed = Signal()
    resized = Signal()
    height_wanted = Signal(int)
    """The height in pixels that the program wants for the window."""
    covered = Signal(bool)
    """A page of the phone's own has come up over the program, or the last of them has gone."""

    def __init__(self, details: ProgramDetails, supplies: Supplies, texts: Texts) -> None:
        super().__init__()
        self.setObjectName("programScreen")
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)  # Qt paints nothing below it
        self._details = details
        self._texts = texts
        self._chrome = Chrome()
        self._view: QWidget | None = None
        self._cover: QWidget | None = None
        self._web: WebViewFrame | None = None
        self._console = ConsoleModel(self)
        self._pages = NativePages(self)
        self._sheets = ProgramSheets(self, details, supplies, self._console, texts)
        self._pickers = Pickers(self, supplies.media, self._console, texts)
        self._bar = navigation_bar.NavigationBar(texts, self)
        self._tabs = tab_bar.TabBar(supplies.read_icon, self)
        self._status = status_bar.StatusBar(self)
        self._capsule = capsule.Capsule(texts, self)
        place(self._capsule, Layer.CAPSULE)
        self._pill = ErrorPill(texts, self)
        self._toast = ToastNote(self)
        self._connect_parts()
        self._cover_with(Splash(details.face, self))
        self.show_chrome(self._chrome)

    # What the phone asks of it

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
        look, above = self._chrome.tab_bar, self._sheets.ground
        if above is not None:
            return above
        if self._cover is not None:
            return theme_of(self).bg_2
        if look and self._chrome.tabs_shown:
            return look.background
        return self._web.ground if self._web is not None else self._chrome.background

    @property
    def console(self) -> ConsoleModel:
        """The lines that the program logged."""
        return self._console

    def set_view(self, view: QWidget) -> None:
        """Shows the program in `view`, behind a splash until `show_page`; an old view goes."""
        old, self._view = self._view, view
        view.setParent(self)
        view.lower()
        view.show()
        if old is not None:
            old.hide()
            old.deleteLater()
            self._console.clear()
            self.end_run()
            self._tabs.forget_icons()
        self._chrome = Chrome()
        if not isinstance(self._cover, Splash):
            self._cover_with(Splash(self._details.face, self))
        self.show_chrome(self._chrome)

    def end_run(self) -> None:
        """Close what the ended run had opened, without answers."""
        self._pickers.forget()
        self._sheets.drop()
        self._toast.hide_toast(False)

    def show_chrome(self, chrome: Chrome) -> None:
        """Draws what the service says about the page in front."""
        self._chrome = chrome
        covered = self._cover is not None
        white = theme_of(self).dark if covered else chrome.bar_white
        self._bar.setVisible(not chrome.bar_hidden and not covered)
        self._bar.set_title(chrome.title)
        self._bar.set_loading(chrome.bar_loading)
        self._bar.show_buttons(back=self._can_go_back, home=chrome.home_button)
        for part in (self._bar, self._status, self._capsule):
            part.set_white(white)
        self._tabs.setVisible(chrome.tabs_shown and not covered)
        if chrome.tab_bar is not None and chrome.tab is not None:
            self._tabs.show_look(chrome.tab_bar, chrome.tab)
        self._arrange()
        self.update()
        self.ground_changed.emit()

    def show_web_view(self, frame: WebViewFrame | None) -> None:
        """Covers the page, but nothing of the phone's own, with `frame`, its child; or uncovers."""
        old, self._web = self._web, frame
        if old is not None and old is not frame:
            old.changed.disconnect(self._on_web_changed)
            old.hide()
        if frame is not None and old is not frame:
            frame.changed.connect(self._on_web_changed)
            self._put_above_view(frame)
            frame.show()
        self.show_chrome(self._chrome)

    def show_page(self) -> None:
        """Remove what covers the view, as the first page is painted."""
        cover, self._cover = self._cover, None
        if isinstance(cover, Splash):
            cover.leave()
        elif cover is not None:
            cover.hide()
            cover.deleteLater()
        self.show_chrome(self._chrome)

    def show_failure(self, error: LogEntry | None = None) -> None:
        """The first page cannot be drawn: says why, with `error` or the first one logged."""
        shown = error or self._console.first_error
        page = FailurePage(self._details.face.name, shown, self._texts, self)
        page.console_clicked.connect(self._sheets.open_console)
        page.restart_clicked.connect(self.restart_requested)
        self._cover_with(page)
        self._pill.show_errors(0)
        self.show_chrome(self._chrome)

    def log(self, level: str, text: str, file: str | None = None, line: int | None = None) -> None:
        """Adds an entry to the program's console; `level` is a console method's name."""
        self._console.append(LogEntry(Level.named(level), text, file or "", line))

    def go_back(self) -> None:
        """Handle Esc and the mouse's back button: close what is on top, or go a page back."""
        if self._sheets.top is not None:
            self._sheets.top.reject()
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

    def metrics(self) -> Metrics:
        tabs = self._tabs.height() if self._chrome.tabs_shown else 0
        return Metrics(
            screen_width=self.width(),
            screen_height=self.height(),
            tab_bar_height=tabs,
            custom_navigation=self._chrome.bar_hidden,
            theme=theme_of(self).name,
        )

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

    # Drawing

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._arrange()
        self.resized.emit()

    def childEvent(self, event: QChildEvent) -> None:
        child = event.child()
        if event.polished() and isinstance(child, Overlay):  # polished: before it is first shown
            self._pages.watch(child)
        super().childEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.PaletteChange:
            self.show_chrome(self._chrome)
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(self._chrome.background))
        if not self._chrome.bar_hidden:
            bars = QRect(0, 0, self.width(), BARS)
            painter.fillRect(bars, QColor(self._chrome.bar_background))

    def _arrange(self) -> None:
        width, height = self.width(), self.height()
        top = 0 if self._chrome.bar_hidden else BARS
        tabs = self._tabs.height() if self._chrome.tabs_shown else 0
        if self._view is not None:
            self._view.setGeometry(0, top, width, max(0, height - top - tabs))
        if self._web is not None:
            self._web.setGeometry(0, top, width, max(0, height - top - tabs))
        if self._cover is not None:
            self._cover.setGeometry(0, 0, width, height)
        self._status.setGeometry(0, 0, width, status_bar.HEIGHT)
        self._bar.setGeometry(0, status_bar.HEIGHT, width, navigation_bar.HEIGHT)
        self._capsule.move(width - capsule.WIDTH - capsule.RIGHT, status_bar.HEIGHT + capsule.TOP)
        self._tabs.setGeometry(0, height - self._tabs.height(), width, self._tabs.height())
        foot = tabs or _HOME_AREA
        self._pill.move(_PILL_GAP, height - foot - self._pill.sizeHint().height() - _PILL_GAP)

    @property
    def _can_go_back(self) -> bool:
        return self._chrome.can_go_back or (self._web is not None and self._web.can_go_back)

    def _put_above_view(self, frame: QWidget) -> None:
        frame.lower()
        if self._view is not None:
            self._view.lower()

    def _cover_with(self, cover: QWidget) -> None:
        old, self._cover = self._cover, cover
        if old is not None:
            old.hide()
            old.deleteLater()
        cover.stackUnder(self._status)
        cover.setGeometry(self.rect())
        cover.show()

    # What the person does

    def _connect_parts(self) -> None:
        self._bar.back_clicked.connect(self._on_bar_back_clicked)
        self._bar.home_clicked.connect(self.home_requested)
        self._tabs.tab_clicked.connect(self.tab_chosen)
        self._capsule.menu_clicked.connect(self._sheets.open_menu)
        self._capsule.close_clicked.connect(self.closed)
        self._console.errors_changed.connect(self._on_console_errors_changed)
        self._sheets.restart_requested.connect(self.restart_requested)
        self._sheets.delete_confirmed.connect(self.delete_confirmed)
        self._pill.clicked.connect(self._sheets.open_console)
        self._pages.covered.connect(self.covered)
        self._pages.overlay_moved.connect(self._on_pages_overlay_moved)

    def _on_bar_back_clicked(self) -> None:
        """Goes back in the history of a web page first, then in the program."""
        if self._web is not None and self._web.can_go_back:
            self._web.back_clicked.emit()
        else:
            self.back_requested.emit()

    def _on_web_changed(self) -> None:
        self._bar.show_buttons(back=self._can_go_back, home=self._chrome.home_button)
        self.ground_changed.emit()

    def _on_console_errors_changed(self, errors: int) -> None:
        self._pill.show_errors(0 if isinstance(self._cover, FailurePage) else errors)
        self._arrange()

    def _on_pages_overlay_moved(self) -> None:
        """Whatever comes up over the page, whoever brings it, changes what lies at the bottom."""
        place(self._capsule, Layer.COVERED_CAPSULE if self._pages.there else Layer.CAPSULE)
        self.ground_changed.emit()
