"""The sheet in which a page of the program is found by its path and opened."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from miniapp_host.shell.inspector.record_model import Column, RecordModel
from miniapp_host.shell.inspector.row_painter import ROW
from miniapp_host.shell.inspector.table import Table
from miniapp_host.shell.inspector.table_cell import Cut, TableCell
from miniapp_host.shell.kit.field import Field
from miniapp_host.shell.kit.label import PlainLabel
from miniapp_host.shell.kit.layers import Layer
from miniapp_host.shell.kit.sheet import HalfSheet
from miniapp_host.texts import Texts

_MOST_ROWS = 10
_MOVING = {
    Qt.Key.Key_Up,
    Qt.Key.Key_Down,
    Qt.Key.Key_PageUp,
    Qt.Key.Key_PageDown,
}


@dataclass(frozen=True, slots=True)
class _Row:
    """A page's path, as a record of the table."""

    path: str


class PageFinder(HalfSheet):
    """Says `page_chosen` with path?query: the row that is marked, or the path that was typed."""

    page_chosen = Signal(str)

    def __init__(self, screen: QWidget, pages: Sequence[str], texts: Texts) -> None:
        super().__init__(screen, layer=Layer.NOTICE)
        self.setObjectName("pageFinder")
        self.setAccessibleName(texts("Open a page"))
        self._pages = frozenset(pages)
        self._chosen = ""
        hint = texts("Page, with ?query if you like")
        self._field = Field("pageField", hint, texts, icon="search")
        self._field.text_changed.connect(self._on_field_text_changed)
        self.header.addWidget(self._field, 1)
        self._rows = RecordModel((Column("", _cell),), _path, self)
        self._rows.set_records(_Row(page) for page in pages)
        self._table = Table("pageList", self._rows, texts)
        self._table.setAccessibleName(texts("Pages"))
        self._table.stay_at_top()
        self._table.horizontalHeader().hide()
        self._table.setFixedHeight(ROW * min(_MOST_ROWS, len(pages)) + 2)
        self._table.record_activated.connect(self._on_table_record_activated)
        self._table.clicked.connect(self._on_table_clicked)
        middle = Qt.AlignmentFlag.AlignHCenter
        none = texts("No page is called so")
        self._none = PlainLabel(none, pixels=14, tone="fg_1", align=middle)
        self._none.setFixedHeight(ROW)
        self.body.addWidget(self._none)
        self.body.addWidget(self._table)
        self._none.hide()
        self._mark_first()
        self.finished.connect(self._on_finished)
        self._typed_in.installEventFilter(self)

    @property
    def _typed_in(self) -> QWidget:
        """What takes the letters of the field."""
        return self._field.focusProxy() or self._field

    def first_focus(self) -> QWidget:
        return self._typed_in

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Up and down move the mark while the person types; Enter opens."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() in _MOVING:
                self._table.event(event)
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._choose()
                return True
        return super().eventFilter(watched, event)

    def _choose(self) -> None:
        path, _, query = self._field.text.strip().lstrip("/").partition("?")
        marked = self._table.current_record()
        if path in self._pages:
            page = path
        elif isinstance(marked, _Row):
            page = marked.path
        else:
            return
        self._chosen = f"{page}?{query}" if query else page
        self.accept()

    def _mark_first(self) -> None:
        if self._rows.rowCount():
            self._table.choose_row(0)

    def _on_field_text_changed(self, text: str) -> None:
        words = text.partition("?")[0].casefold().split()
        self._rows.show_only(_Holds(words) if words else None)
        self._none.setVisible(not self._rows.rowCount())
        self._mark_first()

    def _on_table_clicked(self) -> None:
        self._choose()

    def _on_table_record_activated(self, _record: object) -> None:
        self._choose()

    def _on_finished(self, _result: int) -> None:
        chosen, self._chosen = self._chosen, ""
        if chosen:
            self.page_chosen.emit(chosen)


class _Holds:
    """Lets pages through whose path holds every word."""

    def __init__(self, words: list[str]) -> None:
        self._words = words

    def __call__(self, row: _Row) -> bool:
        return all(word in row.path.casefold() for word in self._words)


def _path(row: _Row) -> str:
    return row.path


def _cell(row: _Row) -> TableCell:
    return TableCell(row.path, code=True, cut=Cut.START)
