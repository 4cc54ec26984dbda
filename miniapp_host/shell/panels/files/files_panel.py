"""The panel Files: a table of a program's files, a preview of the chosen one, what can be done."""

from collections.abc import Callable
from enum import Enum

from PySide6.QtCore import Signal

from miniapp_host.programs.file_list import ListedFile, Place
from miniapp_host.programs.media_types import media_type
from miniapp_host.shell.inspector.detail import DetailText, Fact, Remedy
from miniapp_host.shell.inspector.record_panel import RecordPanel
from miniapp_host.shell.panels.files.file_rows import FileFilter, file_columns, place_words
from miniapp_host.shell.panels.network.exchange_detail import shown_content
from miniapp_host.shell.panels.network.measures import said_size
from miniapp_host.texts import Texts

MOST_PREVIEWED = 4 * 1024 * 1024
"""Bytes; of a larger file nothing is read."""


class Deed(Enum):
    """What the person can do with a file."""

    OPEN = "open"
    REVEAL = "reveal"
    DELETE = "delete"


class FilesPanel(RecordPanel[ListedFile]):
    """Shows the files that `present` gives; `follow` looks at them anew."""

    wished = Signal(object, object)
    """The person wants this `Deed` done with this `ListedFile`."""
    seen = Signal(bool)
    """The panel is seen from now on, or not any more: only then its files need be watched."""

    def __init__(self, present: Callable[[], tuple[ListedFile, ...]], texts: Texts) -> None:
        super().__init__("files", texts("Files"), file_columns(texts), _key, texts)
        self._present = present
        self._known: dict[tuple[Place, str], ListedFile] = {}
        self.table.stay_at_top()
        self.table.record_activated.connect(self._on_table_record_activated)
        self.table.deletion_wished.connect(self._on_table_deletion_wished)
        words = {place.value: word for place, word in place_words(texts).items()}
        self._places = self.add_filter_chips({"all": texts("All"), **words})
        self.add_copy_button()
        self.say_empty(
            texts("No program is open"),
            texts("The files of the program in front, and what it writes, appear here."),
        )
        self.show_empty(True)

    def begin(self) -> None:
        self.seen.emit(True)
        self.follow()

    def end(self) -> None:
        self.seen.emit(False)

    def follow(self) -> None:
        """Show the files as they are now."""
        if not self.isVisible():
            return
        files = self._present()
        before, self._known = self._known, {_key(one): one for one in files}
        self.rows.remove(before.keys() - self._known.keys())
        self.rows.take(files)
        self.show_state()
        self.tell_changed([key for key, one in self._known.items() if before.get(key) != one])

    def filter_for(self, word: str) -> Callable[[ListedFile], bool]:
        return FileFilter(word, self._places.chosen[0])

    def detail_of(self, record: ListedFile) -> DetailText:
        return _detail_of(record, self.texts)

    def help_with(self, record: ListedFile, remedy: str) -> None:
        self.wished.emit(Deed(remedy), record)

    def _on_table_record_activated(self, record: object) -> None:
        if isinstance(record, ListedFile):
            self.wished.emit(Deed.OPEN, record)

    def _on_table_deletion_wished(self, files: tuple[ListedFile, ...]) -> None:
        """What lies in the package is the person's own, and stays."""
        for listed in files:
            if listed.place is not Place.PACKAGE:
                self.wished.emit(Deed.DELETE, listed)


def _key(listed: ListedFile) -> tuple[Place, str]:
    return listed.place, listed.name


def _detail_of(listed: ListedFile, texts: Texts) -> DetailText:
    remedies = [
        Remedy(Deed.OPEN.value, texts("Open in editor")),
        Remedy(Deed.REVEAL.value, texts("Show in folder")),
    ]
    if listed.place is not Place.PACKAGE:
        remedies.append(Remedy(Deed.DELETE.value, texts("Delete")))
    facts = (
        Fact(texts("Name"), listed.name, code=True),
        Fact(texts("On disk"), str(listed.file), code=True),
        Fact(texts("Size"), said_size(listed.size), code=True),
    )
    kind = media_type(listed.file.name)
    if listed.size > MOST_PREVIEWED:
        note = Fact(texts("Content"), texts("Too long for a preview."))
        return DetailText(remedies=remedies, facts=(*facts, note))
    try:
        content = listed.file.read_bytes()
    except OSError as error:
        return DetailText(sentence=texts.said(error), remedies=remedies, facts=facts)
    parts = [shown_content(content, kind, texts("Content"))] if content else []
    return DetailText(remedies=remedies, facts=facts, trees=parts)
