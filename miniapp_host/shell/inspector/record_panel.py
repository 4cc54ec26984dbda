"""A panel of records: a table, what is known of the chosen row below it, a filter, and copying."""

from collections.abc import Callable, Collection, Hashable, Sequence
from typing import Generic, TypeVar, cast

from PySide6.QtGui import QGuiApplication

from miniapp_host.shell.inspector.detail import Detail, DetailText
from miniapp_host.shell.inspector.panel import Panel
from miniapp_host.shell.inspector.record_model import Column, RecordModel
from miniapp_host.shell.inspector.split_body import SplitBody
from miniapp_host.shell.inspector.table import Table
from miniapp_host.shell.inspector.tool_row import Chips
from miniapp_host.texts import Texts

R = TypeVar("R")


class RecordPanel(Panel, Generic[R]):
    """Subclasses fill `rows`, and say what a row's detail holds, what passes, what a button does.

    Its widgets are named NAMETable, NAMEDetail, NAMEFilter and NAMECopyAll.
    """

    def __init__(
        self,
        name: str,
        title: str,
        columns: Sequence[Column[R]],
        key: Callable[[R], Hashable],
        texts: Texts,
    ) -> None:
        super().__init__(name, title, texts)
        self._key = key
        self._detailed: Hashable = None
        """The key of the record that the detail shows; None if it shows none."""
        self.rows = RecordModel(columns, key, self)
        self.table = Table(f"{name}Table", self.rows, texts)
        self.table.setAccessibleName(title)
        self.table.record_chosen.connect(self._on_table_record_chosen)
        self._detail = Detail(name, (texts("Key"), texts("Value")))
        self._detail.remedy_pressed.connect(self._on_detail_remedy_pressed)
        self._body = SplitBody(self.table, self._detail)
        self.set_body(self._body)
        self.tools.add_filter()
        self.tools.filter_changed.connect(self.filter_anew)

    @property
    def shown(self) -> tuple[R, ...]:
        """The records that the filter lets through, in the order of the rows."""
        return self.rows.shown

    @property
    def chosen(self) -> R | None:
        """The record of the current row; None if there is none."""
        return cast("R | None", self.table.current_record())

    # What a subclass says

    def detail_of(self, record: R) -> DetailText:
        """What stands below the table while the row of `record` is chosen."""
        raise NotImplementedError

    def filter_for(self, word: str) -> Callable[[R], bool] | None:
        """What lets records through for a casefolded word; None for all of them."""
        raise NotImplementedError

    def help_with(self, record: R, remedy: str) -> None:
        """The person pressed the button `remedy` in the detail of `record`."""

    def copied(self) -> str:
        """What *Copy all* puts on the clipboard: the rows as they are shown, a line each."""
        return self.table.all_copied()

    # What it does for a subclass

    def add_filter_chips(self, labels: dict[str, str]) -> Chips:
        """Add words of which one is chosen, the first at first; `filter_for` asks which."""
        chips = self.tools.add_chips(labels, exclusive=True)
        chips.changed.connect(self.filter_anew)
        return chips

    def add_copy_button(self) -> None:
        """Add the button *Copy all* at the right."""
        copy = self.tools.add_button("copy", "CopyAll", self.texts("Copy all"))
        copy.clicked.connect(self._on_copy_clicked)

    def show_state(self) -> None:
        """Show the note instead of an empty table, and count at the tab."""
        self.show_empty(self.rows.total == 0)
        self.counted.emit(self.rows.total)

    def tell_changed(self, keys: Collection[Hashable]) -> None:
        """The records of these keys are others now: the detail of the chosen one is shown anew."""
        chosen = self.chosen
        if chosen is None or self._key(chosen) not in keys:
            return
        if self._key(chosen) == self._detailed:
            self._detail.renew_text(self.detail_of(chosen))
        else:
            self._on_table_record_chosen(chosen)

    def filter_anew(self, _word: str = "") -> None:
        """What the person typed or chose to filter with has changed."""
        word = self.tools.filter.text.casefold().strip() if self.tools.filter is not None else ""
        self.rows.show_only(self.filter_for(word))

    def _on_table_record_chosen(self, record: R | None) -> None:
        self._body.show_detail(record is not None)
        self._detailed = None if record is None else self._key(record)
        if record is not None:
            self._detail.show_text(self.detail_of(record))

    def _on_detail_remedy_pressed(self, name: str) -> None:
        chosen = self.chosen
        if chosen is not None:
            self.help_with(chosen, name)

    def _on_copy_clicked(self) -> None:
        QGuiApplication.clipboard().setText(self.copied())
