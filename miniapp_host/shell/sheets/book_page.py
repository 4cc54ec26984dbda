"""The entries of a book of the phone: to choose one for a program, or to keep them in order.

A view of a Book: it redraws when the book changes, whoever changed it.
"""

from collections.abc import Callable

from PySide6.QtCore import QSignalMapper, Qt
from PySide6.QtWidgets import QWidget

from miniapp_host.devices.book import Book, BookKind, Entry
from miniapp_host.shell.kit.bound_watch import bound_watch
from miniapp_host.shell.kit.cell import Cell, CellGroup, DetailCell
from miniapp_host.shell.kit.icon import Icon, IconButton
from miniapp_host.shell.kit.label import PlainLabel
from miniapp_host.shell.kit.page import Page
from miniapp_host.shell.sheets.entry_form import EntryForm
from miniapp_host.texts import Texts


class BookPage(Page):
    """Shows a book; calls `on_chosen`, if given, once: with the entry, or None for going back.

    Without it a click on an entry edits it.
    """

    def __init__(
        self,
        screen: QWidget,
        texts: Texts,
        book: Book,
        on_chosen: Callable[[Entry | None], None] | None = None,
    ) -> None:
        super().__init__(screen, texts.of(book.kind.title), texts("Back"))
        self.setObjectName("bookPage")
        self._screen = screen
        self._texts = texts
        self._book = book
        self._on_chosen = on_chosen
        self._chosen: Entry | None = None
        self._entries_clicked = QSignalMapper(self)
        self._entries_clicked.mappedInt.connect(self._on_entry_mapped)
        self._edits_clicked = QSignalMapper(self)
        self._edits_clicked.mappedInt.connect(self._on_edit_mapped)
        self._unwatch = bound_watch(self, book.watch, self._on_book_change)
        self._fill()
        self.finished.connect(self._on_finished)

    def _fill(self) -> None:
        while (item := self.body.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        entries = self._book.entries
        if not entries:
            self.body.addWidget(self._nothing())
        group = CellGroup()
        for index, entry in enumerate(entries):
            group.add(self._entry_cell(index, entry))
        self.body.addWidget(group)
        self.body.addWidget(self._new_group())
        self.body.addStretch(1)

    def _nothing(self) -> QWidget:
        middle = Qt.AlignmentFlag.AlignHCenter
        label = PlainLabel(self._texts("Nothing here yet"), pixels=14, tone="fg_1", align=middle)
        label.setObjectName("bookEmpty")
        label.setFixedHeight(80)
        return label

    def _entry_cell(self, index: int, entry: Entry) -> Cell:
        heading, detail = words_of(self._book.kind, entry)
        trailing: QWidget = Icon("chevron-right", 16, "fg_2")
        if self._on_chosen is not None:
            trailing = IconButton("edit", self._texts("Edit"), size=20, tone="fg_1")
            trailing.setObjectName(f"edit_{index}")
            trailing.clicked.connect(self._edits_clicked.map)
            self._edits_clicked.setMapping(trailing, index)
        cell = DetailCell(heading, detail, trailing=trailing, clickable=True)
        cell.setObjectName(f"entry_{index}")
        cell.clicked.connect(self._entries_clicked.map)
        self._entries_clicked.setMapping(cell, index)
        return cell

    def _new_group(self) -> CellGroup:
        group = CellGroup()
        word = self._texts.of(self._book.kind.new)
        cell = Cell(word, leading=Icon("plus", 20, "fg_0"), clickable=True)
        cell.setObjectName("newEntry")
        cell.clicked.connect(self._on_new_clicked)
        group.add(cell)
        return group

    def _on_entry_mapped(self, index: int) -> None:
        if self._on_chosen is None:
            EntryForm(self._screen, self._texts, self._book, index).open()
        else:
            self._chosen = self._book.entries[index]
            self.accept()

    def _on_edit_mapped(self, index: int) -> None:
        EntryForm(self._screen, self._texts, self._book, index).open()

    def _on_new_clicked(self) -> None:
        EntryForm(self._screen, self._texts, self._book).open()

    def _on_book_change(self, _book: Book) -> None:
        self._fill()

    def _on_finished(self, _result: int) -> None:
        self._unwatch()
        if self._on_chosen is not None:
            self._on_chosen(self._chosen)


def words_of(kind: BookKind, entry: Entry) -> tuple[str, str]:
    """The two lines by which the person knows an entry."""
    heading, detail = (
        " ".join(value for name in names if (value := entry.get(name, "")))
        for names in (kind.heading, kind.detail)
    )
    return heading, detail
