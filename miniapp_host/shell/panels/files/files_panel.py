"""The panel Files: a table of a program's files, a preview of the chosen one, what can be done."""

from collections.abc import Callable
from enum import Enum

from PySide6.QtCore import Signal

from miniapp_host.programs.file_list import ListedFile, Place
from miniapp_host.programs.media_types import media_type
from miniapp_host.shell.inspector.detail import Detail, DetailText, Fact, Remedy
from miniapp_host.shell.inspector.panel import Panel
from miniapp_host.shell.inspector.record_model import RecordModel
from miniapp_host.shell.inspector.split_body import SplitBody
from miniapp_host.shell.inspector.table import Table
from miniapp_host.shell.inspector.tool_row import Chips
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


class FilesPanel(Panel):
    """Shows the files that `present` gives; `follow` looks at them anew."""

    wished = Signal(object, object)
    """The person wants this `Deed` done with this `ListedFile`."""
    seen = Signal(bool)
    """The panel is seen from now on, or not any more: only then its files need be watched."""

    def __init__(self, present: Callable[[], tuple[ListedFile, ...]], texts: Texts) -> None:
        super().__init__("files", texts("Files"), texts)
        self._present = present
        self._rows = RecordModel(file_columns(texts), _key, self)
        self._table = Table("filesTable", self._rows, texts)
        self._table.record_chosen.connect(self._on_table_record_chosen)
        self._table.record_activated.connect(self._on_table_record_activated)
        self._detail = Detail("files", (texts("Key"), texts("Value")))
        self._detail.remedy_pressed.connect(self._on_detail_remedy_pressed)
        self._known: set[tuple[Place, str]] = set()
        self._shown: ListedFile | None = None
        self._body = SplitBody(self._table, self._detail)
        self.set_body(self._body)
        self._places = self._add_tools()
        self.say_empty(
            texts("No program is open"),
            texts("The files of the program in front, and what it writes, appear here."),
        )
        self.show_empty(True)

    def _add_tools(self) -> Chips:
        self.tools.add_filter()
        self.tools.filter_changed.connect(self._on_filter_changed)
        words = {place.value: word for place, word in place_words(self.texts).items()}
        places = self.tools.add_chips({"all": self.texts("All"), **words}, exclusive=True)
        places.changed.connect(self._on_filter_changed)
        return places

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
        known = {_key(one): one for one in files}
        self._rows.remove(self._known - known.keys())
        self._rows.take(files)
        if not self._known:
            self._table.scrollToTop()
        self._known = set(known)
        self.counted.emit(len(files))
        self.show_empty(not files)
        if self._shown is not None:
            self._show(known.get(_key(self._shown)))

    def _show(self, listed: ListedFile | None) -> None:
        """Shows a file below the table, unless it is shown as it is now."""
        if listed == self._shown:
            return
        self._shown = listed
        self._body.show_detail(listed is not None)
        if listed is not None:
            self._detail.show_text(_detail_of(listed, self.texts))

    def _on_filter_changed(self) -> None:
        word = self.tools.filter.text.casefold() if self.tools.filter is not None else ""
        self._rows.show_only(FileFilter(word, self._places.chosen[0]))

    def _on_table_record_chosen(self, record: object) -> None:
        self._show(record if isinstance(record, ListedFile) else None)

    def _on_table_record_activated(self, record: object) -> None:
        if isinstance(record, ListedFile):
            self.wished.emit(Deed.OPEN, record)

    def _on_detail_remedy_pressed(self, name: str) -> None:
        if self._shown is not None:
            self.wished.emit(Deed(name), self._shown)


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
