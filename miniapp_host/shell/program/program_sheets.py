"""What comes up over a program's page: menu, settings, about, console, dialogs and pickers.

Each is a view of a record or a model; what the person wants of the program leaves in signals.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from miniapp_host.api.calls.screen import ActionSheet, Confirmation, Modal, ModalAnswer
from miniapp_host.devices.album import Media
from miniapp_host.devices.book import Book, Entry
from miniapp_host.devices.location import PLACES, Place
from miniapp_host.devices.switches import Switch, Switches
from miniapp_host.shell.console.console import ConsoleSheet
from miniapp_host.shell.console.console_model import ConsoleModel, Level, LogEntry
from miniapp_host.shell.kit.layers import Layer
from miniapp_host.shell.kit.overlay import Overlay, open_overlays
from miniapp_host.shell.kit.overlay_line import OverlayLine
from miniapp_host.shell.kit.page import Page
from miniapp_host.shell.kit.sheet import HalfSheet
from miniapp_host.shell.kit.theme import theme_of
from miniapp_host.shell.program.about_page import AboutPage, ProgramDetails, version_name
from miniapp_host.shell.program.capsule_menu import CapsuleMenu, MenuItem
from miniapp_host.shell.program.privacy_page import PrivacyPage
from miniapp_host.shell.settings.phone_switches import SwitchesPage
from miniapp_host.shell.settings.settings_panel import SettingsPanel
from miniapp_host.shell.sheets.action_sheet import ActionSheetDialog
from miniapp_host.shell.sheets.book_page import BookPage
from miniapp_host.shell.sheets.confirm_sheet import ConfirmSheet
from miniapp_host.shell.sheets.delete_question import delete_question
from miniapp_host.shell.sheets.document_page import DocumentPage
from miniapp_host.shell.sheets.modal import ModalDialog
from miniapp_host.shell.sheets.picture_picker import PicturePicker
from miniapp_host.shell.sheets.picture_preview import Fetch, PicturePreview
from miniapp_host.shell.sheets.place_page import PlacePage
from miniapp_host.shell.sheets.place_picker import PlacePicker
from miniapp_host.shell.sheets.save_dialog import SaveDialog
from miniapp_host.shell.sheets.scan_page import ScanPage
from miniapp_host.texts import Texts

ONE_PICKER = "A picker is open already; this one counts as cancelled."


def _no_icon(_path: str) -> bytes | None:
    return None


def _no_media(_media: Media) -> tuple[Path, ...]:
    return ()


@dataclass(frozen=True, slots=True)
class Supplies:
    """What a program's screen fetches when it needs it."""

    make_settings: Callable[[QWidget], SettingsPanel]
    """A settings panel over the given screen, not yet opened."""
    switches: Switches
    """The phone's own switches."""
    read_icon: Callable[[str], bytes | None] = field(default=_no_icon)
    """A file of the package, for the tab bar; None if it is not there."""
    media: Callable[[Media], tuple[Path, ...]] = field(default=_no_media)
    """The files of that kind in the album, newest first."""
    fetch_picture: Fetch | None = None
    """Fetches a picture from the network."""


class ProgramSheets(QObject):
    """Opens them on `screen`, never two settings panels or two pickers at a time."""

    restart_requested = Signal()
    delete_confirmed = Signal()

    def __init__(
        self,
        screen: QWidget,
        details: ProgramDetails,
        supplies: Supplies,
        console: ConsoleModel,
        texts: Texts,
    ) -> None:
        super().__init__(screen)
        self._screen = screen
        self._details = details
        self._supplies = supplies
        self._console = console
        self._texts = texts
        self._settings: SettingsPanel | None = None
        self._line = OverlayLine(self)
        self._picker: Overlay | None = None
        self._display: Overlay | None = None

    @property
    def settings_open(self) -> bool:
        """Whether the settings panel is shown."""
        return self._settings is not None

    @property
    def top(self) -> Overlay | None:
        """The overlay on top of the page, None if there is none."""
        overlays = open_overlays(self._screen)
        return overlays[-1] if overlays else None

    @property
    def ground(self) -> str | None:
        """The colour at the bottom of what lies on top, None where the page shows."""
        reaching = [one for one in open_overlays(self._screen) if not isinstance(one, ModalDialog)]
        match reaching[-1] if reaching else None:
            case PicturePreview():
                return "#000000"
            case Page() | HalfSheet() | ActionSheetDialog():
                return theme_of(self._screen).bg_2
            case _:
                return None

    def silence(self) -> None:
        """Stop everything that is open from answering."""
        for overlay in open_overlays(self._screen):
            overlay.blockSignals(True)

    def drop(self) -> None:
        """The program's run has ended: what it brought up goes without an answer.

        What the phone has to tell stays until it is read.
        """
        self._settings = self._picker = self._display = None
        self._line.clear()
        for overlay in open_overlays(self._screen):
            if overlay.layer is not Layer.NOTICE:
                overlay.take_away()

    def open_menu(self) -> None:
        """Show the menu behind "···"; this first dismisses what is on top, like a click outside."""
        top = self.top
        if top is not None and top.dismissable:
            top.dismiss()
            if isinstance(top, CapsuleMenu) or not top.leaving:
                return
        note = version_name(self._details.version, self._texts)
        menu = CapsuleMenu(self._screen, self._details.face, note, self._texts)
        menu.chosen.connect(self._on_menu_chosen, Qt.ConnectionType.QueuedConnection)
        menu.open()

    def open_console(self) -> None:
        """Shows the console."""
        ConsoleSheet(self._screen, self._console, self._texts).open()

    def open_about(self) -> None:
        """Shows who the program is."""
        AboutPage(self._screen, self._details, self._texts).open()

    def open_settings(self, on_closed: Callable[[], None] | None = None) -> None:
        """Shows the settings panel, or waits with `on_closed` for the one that is open."""
        if self._settings is None:
            self._settings = self._new_settings()
            self._settings.open()
        if on_closed is not None:
            self._settings.closed.connect(on_closed)

    def open_switches(self, wanted: tuple[Switch, ...], on_closed: Callable[[], None]) -> None:
        """Shows these of the phone's own switches, in place of what showed something before."""
        page = SwitchesPage(self._screen, self._supplies.switches, self._texts, wanted)
        page.finished.connect(on_closed)
        self._show(page)

    def show_modal(self, modal: Modal, on_answer: Callable[[ModalAnswer], None]) -> None:
        """Asks what `modal` says."""

        def make() -> Overlay:
            dialog = ModalDialog(self._screen, modal, Layer.DIALOG)
            dialog.answered.connect(on_answer)
            return dialog

        if not self._line.join(make):
            on_answer(ModalAnswer(confirm=False))

    def show_action_sheet(
        self, sheet: ActionSheet, on_choice: Callable[[int | None], None]
    ) -> None:
        """Offers what `sheet` says."""

        def make() -> Overlay:
            dialog = ActionSheetDialog(self._screen, sheet, self._texts, Layer.DIALOG)
            dialog.chosen.connect(on_choice)
            return dialog

        if not self._line.join(make):
            on_choice(None)

    def choose_pictures(
        self, count: int, on_chosen: Callable[[tuple[Path, ...]], None], media: Media
    ) -> None:
        """Shows the album."""
        if self._may_pick():
            files = self._supplies.media(media)
            self._pick(PicturePicker(self._screen, self._texts, files, count, on_chosen, media))
        else:
            on_chosen(())

    def choose_entry(self, book: Book, on_chosen: Callable[[Entry | None], None]) -> None:
        """Shows a book of the phone."""
        if self._may_pick():
            self._pick(BookPage(self._screen, self._texts, book, on_chosen))
        else:
            on_chosen(None)

    def confirm(self, what: Confirmation, on_answer: Callable[[bool], None]) -> None:
        """Asks what `what` says."""

        def make() -> Overlay:
            sheet = ConfirmSheet(self._screen, what, self._texts)
            sheet.answered.connect(on_answer)
            return sheet

        if not self._line.join(make):
            on_answer(False)

    def show_contract(self) -> None:
        """Shows what the phone knows of the program's privacy contract."""
        self._show(PrivacyPage(self._screen, self._details, self._texts))

    def show_document(self, name: str, size: int) -> None:
        """Shows that a document was opened."""
        self._show(DocumentPage(self._screen, self._texts, name, size))

    def scan(self, on_scanned: Callable[[str | None], None]) -> None:
        """Shows the page that scans a code."""
        if self._may_pick():
            self._pick(ScanPage(self._screen, self._texts, on_scanned))
        else:
            on_scanned(None)

    def save_file(self, name: str, on_place: Callable[[Path | None], None]) -> None:
        """Asks for a place on this computer; a second question beside an open one is cancelled."""
        if self._screen.findChild(SaveDialog) is None:
            SaveDialog(self._screen, self._texts("Save file"), name, on_place).open()
        else:
            on_place(None)

    def show_place(self, place: Place) -> None:
        """Shows a place on the map."""
        self._show(PlacePage(self._screen, self._texts, place))

    def choose_place(self, start: Place | None, on_chosen: Callable[[Place | None], None]) -> None:
        """Shows the map."""
        if self._may_pick():
            first = start or PLACES[0]
            self._pick(PlacePicker(self._screen, self._texts, PLACES, first, on_chosen))
        else:
            on_chosen(None)

    def preview_pictures(self, sources: tuple[str, ...], current: int) -> None:
        """Shows pictures full screen."""
        fetch = self._supplies.fetch_picture
        self._show(PicturePreview(self._screen, self._texts, sources, current, fetch))

    def _may_pick(self) -> bool:
        """Whether no picker is open; a second one counts as cancelled."""
        free = self._picker is None or self._picker.leaving
        if not free:
            self._console.append(LogEntry(Level.WARN, ONE_PICKER))
        return free

    def _pick(self, picker: Overlay) -> None:
        self._picker = picker
        picker.finished.connect(self._on_picker_finished)
        picker.open()

    def _show(self, display: Overlay) -> None:
        """Shows an overlay in place of the one shown before by this function."""
        old, self._display = self._display, display
        display.finished.connect(self._on_display_finished)
        display.open()
        if old is not None:  # only now: the program would believe it is seen in between
            old.take_away()

    def _on_picker_finished(self) -> None:
        if self.sender() is self._picker:
            self._picker = None

    def _on_display_finished(self) -> None:
        if self.sender() is self._display:
            self._display = None

    def _new_settings(self) -> SettingsPanel:
        panel = self._supplies.make_settings(self._screen)
        panel.closed.connect(self._on_settings_closed)
        panel.about_requested.connect(self.open_about)
        panel.restart_requested.connect(self.restart_requested)
        panel.delete_requested.connect(self._ask_before_deleting)
        return panel

    def _on_settings_closed(self) -> None:
        self._settings = None

    def _on_menu_chosen(self, item: MenuItem) -> None:
        match item:
            case MenuItem.SETTINGS:
                self.open_settings()
            case MenuItem.ABOUT:
                self.open_about()
            case MenuItem.CONSOLE:
                self.open_console()
            case MenuItem.RESTART:
                self.restart_requested.emit()
            case MenuItem.DELETE:
                self._ask_before_deleting()

    def _ask_before_deleting(self) -> None:
        name, owned = self._details.face.name, self._details.owned
        question = delete_question(name, owned=owned, texts=self._texts)
        dialog = ModalDialog(self._screen, question)
        dialog.answered.connect(self._on_delete_answered)
        dialog.open()

    def _on_delete_answered(self, answer: ModalAnswer) -> None:
        if answer.confirm:
            self.delete_confirmed.emit()
