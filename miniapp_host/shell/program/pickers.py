"""What a program lets the person choose: pictures, entries, places, codes, a place for a file."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from miniapp_host.devices.album import Media
from miniapp_host.devices.book import Book, Entry
from miniapp_host.devices.place import Place
from miniapp_host.devices.places import PLACES
from miniapp_host.shell.console.console_model import ConsoleModel, Level, LogEntry
from miniapp_host.shell.kit.overlay import open_overlays
from miniapp_host.shell.sheets.book_page import BookPage
from miniapp_host.shell.sheets.picture_picker import PicturePicker
from miniapp_host.shell.sheets.place_picker import PlacePicker
from miniapp_host.shell.sheets.save_dialog import SaveDialog
from miniapp_host.shell.sheets.scan_page import ScanPage
from miniapp_host.texts import Sentence, Texts

ONE_PICKER = Sentence("A picker is open already; this one counts as cancelled.")
_PICKERS = (PicturePicker, BookPage, PlacePicker, ScanPage)


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

    def choose_pictures(
        self, count: int, on_chosen: Callable[[tuple[Path, ...]], None], media: Media
    ) -> None:
        """Shows the album."""
        if self._may_pick():
            files = self._media(media)
            PicturePicker(self._screen, self._texts, files, count, on_chosen, media).open()
        else:
            on_chosen(())

    def choose_entry(self, book: Book, on_chosen: Callable[[Entry | None], None]) -> None:
        """Shows a book of the phone."""
        if self._may_pick():
            BookPage(self._screen, self._texts, book, on_chosen).open()
        else:
            on_chosen(None)

    def scan(self, on_scanned: Callable[[str | None], None]) -> None:
        """Shows the page that scans a code."""
        if self._may_pick():
            ScanPage(self._screen, self._texts, on_scanned).open()
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
            PlacePicker(self._screen, self._texts, PLACES, first, on_chosen).open()
        else:
            on_chosen(None)

    def _may_pick(self) -> bool:
        """Whether no picker is open; a second one counts as cancelled."""
        taken = any(isinstance(one, _PICKERS) for one in open_overlays(self._screen))
        if taken:
            self._console.append(LogEntry(Level.WARN, ONE_PICKER))
        return not taken
