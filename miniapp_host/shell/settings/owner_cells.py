"""What the phone's owner keeps for programs, as rows of the phone's settings: books and steps."""

from PySide6.QtWidgets import QWidget

from miniapp_host.api.calls.screen import ModalAnswer
from miniapp_host.devices.book import Book
from miniapp_host.devices.books import Books
from miniapp_host.devices.preferences import PreferencesError
from miniapp_host.devices.steps import MOST, SimulatedSteps
from miniapp_host.shell.kit.cell import Cell, CellGroup
from miniapp_host.shell.sheets.book_page import BookPage
from miniapp_host.shell.sheets.host_modals import text_input
from miniapp_host.shell.sheets.modal import ModalDialog
from miniapp_host.shell.sheets.notice import show_notice
from miniapp_host.texts import Texts


class OwnerCells(CellGroup):
    """Each row leads to what it names; the numbers are those at the time it is drawn."""

    def __init__(self, screen: QWidget, books: Books, steps: SimulatedSteps, texts: Texts) -> None:
        super().__init__(texts("What else programs may ask for"))
        self._screen = screen
        self._steps = steps
        self._texts = texts
        self._books = books.all
        for book in self._books:
            self._add(f"host_{book.kind.key}", texts.of(book.kind.title), len(book.entries), book)
        self._add("hostSteps", texts("Steps today"), steps.today)

    def _add(self, name: str, title: str, number: int, book: Book | None = None) -> None:
        cell = Cell(title, note=str(number), clickable=True, chevron=True)
        cell.setObjectName(name)
        if book is None:
            cell.clicked.connect(self._on_steps_clicked)
        else:
            cell.setProperty("at", self._books.index(book))
            cell.clicked.connect(self._on_book_clicked)
        self.add(cell)

    def _on_book_clicked(self) -> None:
        cell = self.sender()
        if cell is not None:
            book = self._books[int(cell.property("at"))]
            BookPage(self._screen, self._texts, book).open()

    def _on_steps_clicked(self) -> None:
        title, today = self._texts("Steps today"), str(self._steps.today)
        placeholder = self._texts("A number up to {most}", most=MOST)
        modal = text_input(title, today, placeholder, self._texts)
        dialog = ModalDialog(self._screen, modal)
        dialog.answered.connect(self._on_steps_answered)
        dialog.open()

    def _on_steps_answered(self, answer: ModalAnswer) -> None:
        written = (answer.content or "").strip()
        if not answer.confirm or not written.isdecimal():
            return
        try:
            self._steps.walk(min(MOST, int(written[:9])))
        except PreferencesError as problem:
            title = self._texts("This could not be saved")
            show_notice(self._screen, problem, self._texts, title)
