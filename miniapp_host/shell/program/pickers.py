"""What a program lets the person choose: pictures, entries, places, codes, a place for a file."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from miniapp_host.devices.album import Media
from miniapp_host.devices.book import Book, Entry
from miniapp_host.devices.location import PLACES, Place
from miniapp_host.shell.console.console_model import ConsoleModel, Level, LogEntry
from miniapp_host.shell.kit.overlay import Overlay
from miniapp_host.shell.sheets.book_page import BookPage
from miniapp_host.shell.sheets.picture_picker import PicturePicker
from miniapp_host.shell.sheets.place_picker import PlacePicker
from miniapp_host.shell.sheets.save_dialog import SaveDialog
from miniapp_host.shell.sheets.scan_page import ScanPage
from miniapp_host.texts import Texts

ONE_PICKER = "A picker is open already; this one counts as cancelled."


class Pickers(QObject):
    """Opens them on `screen`, never two at a time."""

    def __init__(
        self,
        screen: QWidget,
        media: Callable[[Media], tuple[Path, ...]],
        console: ConsoleModel,
        texts: Texts,
    ) -> None:
        """`media` gives what the album has of a kind."""
        super().__init__(screen)
        self._screen = screen
        self._media = media
        self._console = console
        self._texts = texts
        self._picker: Overlay | None = None

    def forget(self) -> None:
        """The program's run has ended: the next one may pick at once."""
        self._picker = None

    def choose_pictures(
        self, count: int, on_chosen: Callable[[tuple[Path, ...]], None], media: Media
    ) -> None:
        """Shows the album."""
        if self._may_pick():
            files = self._media(media)
            self._pick(PicturePicker(self._screen, self._texts, files, count, on_chosen, media))
        else:
            on_chosen(())

    def choose_entry(self, book: Book, on_chosen: Callable[[Entry | None], None]) -> None:
        """Shows a book of the phone."""
        if self._may_pick():
            self._pick(BookPage(self._screen, self._texts, book, on_chosen))
        else:
            on_chosen(None)

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

    def choose_place(self, start: Place | None, on_chosen: Callable[[Place | None], None]) -> None:
        """Shows the map."""
        if self._may_pick():
            first = start or PLACES[0]
            self._pick(PlacePicker(self._screen, self._texts, PLACES, first, on_chosen))
        else:
            on_chosen(None)

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

    def _on_picker_finished(self) -> None:
        if self.sender() is self._picker:
            self._picker = None
