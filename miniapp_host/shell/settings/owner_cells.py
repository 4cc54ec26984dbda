"""What the phone's owner keeps for programs, as rows of the phone's settings: books and steps."""

from functools import partial

from PySide6.QtCore import QSignalMapper
from PySide6.QtWidgets import QWidget

from miniapp_host.api.calls.screen import ModalAnswer
from miniapp_host.devices.book import Book
from miniapp_host.devices.books import Books
from miniapp_host.devices.steps import MOST, SimulatedSteps
from miniapp_host.shell.kit.cell import Cell, CellGroup
from miniapp_host.shell.sheets.saving import saved
from miniapp_host.texts import Texts


class OwnerCells(CellGroup):
    """Each row leads to what it names; the numbers are those at the time it is drawn."""

    def __init__(self, screen: QWidget, books: Books, steps: SimulatedSteps, texts: Texts) -> None:
        super().__init__(texts("What else programs may ask for"))
        self._screen = screen
        self._steps = steps
        self._texts = texts
        self._books = books.all
        self._books_clicked = QSignalMapper(self)
        self._books_clicked.mappedInt.connect(self._on_book_mapped)
        for book in self._books:
            self._add(f"host_{book.kind.key}", texts.of(book.kind.title), len(book.entries), book)
        self._add("hostSteps", texts("Steps today"), steps.today)

    def _add(self, name: str, title: str, number: int, book: Book | None = None) -> None:
        cell = Cell(title, note=str(number), clickable=True, chevron=True)
        cell.setObjectName(name)
        if book is None:
            cell.clicked.connect(self._on_steps_clicked)
        else:
            cell.clicked.connect(self._books_clicked.map)
            self._books_clicked.setMapping(cell, self._books.index(book))
        self.add(cell)

    def _on_book_mapped(self, at: int) -> None:
        from miniapp_host.shell.sheets.book_page import BookPage

        BookPage(self._screen, self._texts, self._books[at]).open()

    def _on_steps_clicked(self) -> None:
        from miniapp_host.shell.sheets.host_modals import text_input
        from miniapp_host.shell.sheets.modal import ModalDialog

        title, today = self._texts("Steps today"), str(self._steps.today)
        placeholder = self._texts("A number up to {most}", most=MOST)
        modal = text_input(title, today, placeholder, self._texts)
        dialog = ModalDialog(self._screen, modal)
        dialog.answered.connect(self._on_steps_answered)
        dialog.open()

    def _on_steps_answered(self, answer: ModalAnswer) -> None:
        written = (answer.content or "").strip()
        if answer.confirm and written.isdecimal():
            steps = min(MOST, int(written[:9]))
            saved(partial(self._steps.walk, steps), self._screen, self._texts)
