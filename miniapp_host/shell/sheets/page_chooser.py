"""Choosing a page of a program to open, with a query if it takes one."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from miniapp_host.shell.kit.buttons import Button, Kind
from miniapp_host.shell.kit.cell import Cell, CellGroup
from miniapp_host.shell.kit.field import Field
from miniapp_host.shell.kit.label import PlainLabel
from miniapp_host.shell.kit.page import Page
from miniapp_host.shell.kit.pressable import ENTER_KEYS
from miniapp_host.texts import Texts

_SIDE = 16


class PageChooser(Page):
    """Lists `pages` (paths); what is typed narrows the list, and a query goes with the choice."""

    chosen = Signal(str)
    """The person wants this page, as path or path?query; it is told at most once."""

    def __init__(self, screen: QWidget, pages: Sequence[str], texts: Texts) -> None:
        super().__init__(screen, texts("Open at a page"), texts("Back"))
        self.setObjectName("pageChooser")
        self._pages = tuple(pages)
        self._texts = texts
        self._done = Button(texts("Open"), Kind.PRIMARY, mini=True)
        self._done.setObjectName("pageOpen")
        self._done.clicked.connect(self._choose)
        self.put_in_bar(self._done)
        self._field = Field("pageSearch", texts("Page, or page?name=value"), texts, icon="search")
        self._field.text_changed.connect(self._on_field_text_changed)
        self._group = CellGroup()
        self._cells = [self._page_cell(page) for page in self._pages]
        middle = Qt.AlignmentFlag.AlignHCenter
        self._none = PlainLabel(texts("No such page"), pixels=14, tone="fg_1", align=middle)
        self._fill_body()
        self._on_field_text_changed("")

    @property
    def wanted(self) -> str | None:
        """The page that would be opened now, with what is typed as its query; None if unclear."""
        found = self._found()
        return self._with_query(found[0]) if len(found) == 1 else None

    def first_focus(self) -> QWidget:
        return self._field

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER_KEYS:
            self._choose()
        else:
            super().keyPressEvent(event)

    def _page_cell(self, page: str) -> "_PageCell":
        cell = _PageCell(page)
        cell.picked.connect(self._on_cell_picked)
        self._group.add(cell)
        return cell

    def _fill_body(self) -> None:
        holder = QVBoxLayout()
        holder.setContentsMargins(_SIDE, 12, _SIDE, 12)
        holder.addWidget(self._field)
        self.body.addLayout(holder)
        self.body.addWidget(self._group)
        self.body.addSpacing(24)
        self.body.addWidget(self._none)
        self.body.addStretch(1)

    def _found(self) -> list[str]:
        """The pages that what is typed can mean; one that is typed whole is meant alone."""
        typed = self._field.text.partition("?")[0].strip().strip("/").casefold()
        whole = [page for page in self._pages if page.casefold() == typed]
        return whole or [page for page in self._pages if typed in page.casefold()]

    def _with_query(self, page: str) -> str:
        _, mark, query = self._field.text.partition("?")
        return f"{page}?{query.strip()}" if mark and query.strip() else page

    def _choose(self) -> None:
        wanted = self.wanted
        if wanted is not None and not self.leaving:
            self.chosen.emit(wanted)
            self.leave()

    def _on_cell_picked(self, page: str) -> None:
        if not self.leaving:
            self.chosen.emit(self._with_query(page))
            self.leave()

    def _on_field_text_changed(self, _text: str) -> None:
        found = set(self._found())
        for cell in self._cells:
            cell.setVisible(cell.page in found)
        self._none.setVisible(not found)
        self._done.setEnabled(len(found) == 1)


class _PageCell(Cell):
    """One page; its whole path is its title."""

    picked = Signal(str)

    def __init__(self, page: str) -> None:
        super().__init__(page, clickable=True)
        self.setObjectName(f"page_{page}")
        self.page = page
        self.clicked.connect(self._on_clicked)

    def _on_clicked(self) -> None:
        self.picked.emit(self.page)
