"""Writing one entry of a book: a field per line, saved at once, or deleted."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from miniapp_host.api.calls.screen import ActionSheet
from miniapp_host.devices.book import Book, Line
from miniapp_host.shell.kit.buttons import Button, Kind
from miniapp_host.shell.kit.cell import SIDE
from miniapp_host.shell.kit.field import Field
from miniapp_host.shell.kit.form_row import FormRow
from miniapp_host.shell.kit.label import PlainLabel
from miniapp_host.shell.kit.page import Page
from miniapp_host.shell.kit.value_button import ValueButton
from miniapp_host.shell.sheets.action_sheet import ActionSheetDialog
from miniapp_host.shell.sheets.saving import saved
from miniapp_host.texts import Texts


class EntryForm(Page):
    """Edits the entry at `index` of `book`, or a new one; it can be saved once it is complete."""

    def __init__(self, screen: QWidget, texts: Texts, book: Book, index: int | None = None) -> None:
        kind = book.kind
        super().__init__(screen, texts.of(kind.new if index is None else kind.title), texts("Back"))
        self.setObjectName("entryForm")
        self._screen = screen
        self._texts = texts
        self._book = book
        self._index = index
        known = {} if index is None else book.entries[index]
        self._rows = [self._row(line, known.get(line.name, "")) for line in kind.lines]
        self._save = Button(texts("Save"), Kind.PRIMARY)
        self._save.setObjectName("entrySave")
        self._save.clicked.connect(self._on_save_clicked)
        middle = Qt.AlignmentFlag.AlignHCenter
        self._reason = PlainLabel("", pixels=12, tone="fg_1", lines=0, align=middle)
        self._reason.setObjectName("entryReason")
        self._fill_body()
        self._check()

    def _fill_body(self) -> None:
        column = QVBoxLayout()
        column.setContentsMargins(SIDE, 12, SIDE, 24)
        column.setSpacing(10)
        for row in self._rows:
            column.addWidget(row)
        column.addSpacing(22)
        column.addWidget(self._save)
        column.addWidget(self._reason)
        if self._index is not None:
            delete = Button(self._texts("Delete"), Kind.WARN)
            delete.setObjectName("entryDelete")
            delete.clicked.connect(self._on_delete_clicked)
            column.addWidget(delete)
        self.body.addLayout(column)
        self.body.addStretch(1)

    def _row(self, line: Line, value: str) -> "_TextRow | _ChoiceRow":
        if line.choices:
            return _ChoiceRow(line, value, self._screen, self._texts)
        row = _TextRow(line, value, self._texts)
        row.changed.connect(self._check)
        return row

    def _written(self) -> dict[str, str]:
        lines = self._book.kind.lines
        return {line.name: row.value for line, row in zip(lines, self._rows, strict=True)}

    def _check(self) -> None:
        missing = self._book.kind.missing(self._written())
        self._save.setEnabled(not missing)
        names = self._texts(", ").join(self._texts.of(line.label) for line in missing)
        self._reason.setText(self._texts("Still needed: {names}", names=names) if missing else "")
        self._reason.setVisible(bool(missing))

    def _on_save_clicked(self) -> None:
        if self._index is None:
            self._try(partial(self._book.add, self._written()))
        else:
            self._try(partial(self._book.replace, self._index, self._written()))

    def _on_delete_clicked(self) -> None:
        if self._index is not None:
            self._try(partial(self._book.remove, self._index))

    def _try(self, change: Callable[[], None]) -> None:
        """Makes the change and leaves, or says why the disk refused it."""
        if saved(change, self._screen, self._texts):
            self.accept()


class _TextRow(FormRow):
    """A label and a field, which says what may be written by an example."""

    changed = Signal()

    def __init__(self, line: Line, value: str, texts: Texts) -> None:
        example = texts.of(line.example) if line.example else ""
        self._field = Field(line.name, example, texts)
        note = "" if line.required else texts("Optional")
        super().__init__(texts.of(line.label), self._field, note)
        self._field.set_text(value)
        self._field.text_changed.connect(self._on_field_text_changed)

    @property
    def value(self) -> str:
        return self._field.text.strip()

    def _on_field_text_changed(self, _text: str) -> None:
        self.changed.emit()


class _ChoiceRow(FormRow):
    """A label and what is chosen; a press offers the choices."""

    def __init__(self, line: Line, value: str, screen: QWidget, texts: Texts) -> None:
        self._button = ValueButton(line.name)
        super().__init__(texts.of(line.label), self._button)
        self._choices = line.choices
        self._screen = screen
        self._texts = texts
        self.value = value if value in line.choices else next(iter(line.choices))
        self._button.setText(texts.of(line.choices[self.value]))
        self._button.clicked.connect(self._on_button_clicked)

    def _on_button_clicked(self) -> None:
        words = tuple(self._texts.of(choice) for choice in self._choices.values())
        choices = ActionSheet(words, current=tuple(self._choices).index(self.value))
        sheet = ActionSheetDialog(self._screen, choices, self._texts)
        sheet.chosen.connect(self._on_sheet_chosen)
        sheet.open()

    def _on_sheet_chosen(self, index: int | None) -> None:
        if index is not None:
            self.value = tuple(self._choices)[index]
            self._button.setText(self._texts.of(self._choices[self.value]))
