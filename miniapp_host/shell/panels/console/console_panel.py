"""The panel Console: what the program wrote, by level, with file and line."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication

from miniapp_host.shell.console.console_model import ConsoleModel, Level
from miniapp_host.shell.inspector.burst import Burst
from miniapp_host.shell.inspector.detail import Detail
from miniapp_host.shell.inspector.panel import Panel
from miniapp_host.shell.inspector.record_model import RecordModel
from miniapp_host.shell.inspector.split_body import SplitBody
from miniapp_host.shell.inspector.table import Table
from miniapp_host.shell.inspector.tool_row import Chips
from miniapp_host.shell.panels.console.command_line import CommandLine
from miniapp_host.shell.panels.console.console_rows import (
    OPEN_PLACE,
    ConsoleFilter,
    ConsoleRow,
    console_columns,
    console_detail,
    number_of,
)
from miniapp_host.texts import Texts
from miniapp_host.watchers import Unwatch


@dataclass(frozen=True)
class PlaceWished:
    """The person wants to see this line of the program; `line` is counted from 1."""

    file: str
    line: int | None


class ConsolePanel(Panel):
    """Shows the model that `present` gives; `follow` changes over to another program's.

    `want_values` is called when it is seen and returns how to stop: what programs log comes with
    its values only meanwhile.
    """

    code_sent = Signal(str)
    """The person typed this code, to be evaluated in the program."""
    place_wished = Signal(PlaceWished)

    def __init__(
        self,
        present: Callable[[], ConsoleModel | None],
        want_values: Callable[[], Unwatch],
        texts: Texts,
    ) -> None:
        super().__init__("console", texts("Console"), texts)
        self._present = present
        self._want_values = want_values
        self._give_up: Unwatch | None = None
        self._source: ConsoleModel | None = None
        self._next = 0
        self._burst = Burst(self)
        self._burst.due.connect(self._on_burst_due)
        self._rows = RecordModel(console_columns(texts), number_of, self)
        self._table = Table("consoleTable", self._rows, texts)
        self._table.setAccessibleName(texts("Console"))
        self._table.record_chosen.connect(self._on_table_record_chosen)
        self._table.link_clicked.connect(self._on_table_link_clicked)
        self._detail = Detail("console", (texts("Key"), texts("Value")))
        self._detail.remedy_pressed.connect(self._on_detail_remedy_pressed)
        self._line = CommandLine(texts)
        self._line.sent.connect(self._on_line_sent)
        self._body = SplitBody(self._table, self._detail)
        self.set_body(self._body)
        self.add_foot(self._line)
        self.say_empty(
            texts("Nothing here yet"),
            texts("What the program writes with console.log, and its errors, appear here."),
        )
        self.tools.add_filter()
        self.tools.filter_changed.connect(self._on_filter_changed)
        self._levels = self._add_levels()
        self._levels.changed.connect(self._on_filter_changed)
        self._add_buttons()
        self.show_empty(True)

    def _add_levels(self) -> Chips:
        texts = self.texts
        labels = {
            "all": texts("All"),
            Level.ERROR.value: texts("Errors"),
            Level.WARN.value: texts("Warnings"),
            Level.LOG.value: texts("Logs"),
        }
        return self.tools.add_chips(labels, exclusive=True)

    def _add_buttons(self) -> None:
        copy = self.tools.add_button("copy", "CopyAll", self.texts("Copy all"))
        copy.clicked.connect(self._on_copy_clicked)
        clear = self.tools.add_button("delete", "Clear", self.texts("Clear"))
        clear.clicked.connect(self._on_clear_clicked)

    def begin(self) -> None:
        self._give_up = self._want_values()
        self.follow()

    def end(self) -> None:
        self._leave()
        if self._give_up is not None:
            self._give_up()

    def follow(self) -> None:
        """Show the console of the program that is in front now."""
        self._leave()
        if not self.is_seen:
            return
        self._source = self._present()
        if self._source is not None:
            self._source.rowsInserted.connect(self._burst.tell)
            self._source.cleared.connect(self._on_source_cleared)
        self._line.setEnabled(self._source is not None)
        self._rows.clear()
        self._next = 0
        self._on_burst_due()

    def _leave(self) -> None:
        self._burst.stop()
        source, self._source = self._source, None
        if source is not None:
            source.rowsInserted.disconnect(self._burst.tell)
            source.cleared.disconnect(self._on_source_cleared)

    def _on_burst_due(self) -> None:
        """Takes what is new; what the console drops as too old is kept here for a while."""
        entries = self._source.entries if self._source is not None else ()
        first = self._source.first_number if self._source is not None else 0
        new = range(max(self._next, first), first + len(entries))
        self._rows.take(ConsoleRow(at, entries[at - first]) for at in new)
        self._next = first + len(entries)
        self.show_empty(self._rows.total == 0)

    def _on_filter_changed(self) -> None:
        word = self.tools.filter.text.casefold() if self.tools.filter is not None else ""
        self._rows.show_only(ConsoleFilter(word, self._levels.chosen[0]))

    def _on_table_record_chosen(self, record: object) -> None:
        self._body.show_detail(record is not None)
        if isinstance(record, ConsoleRow):
            self._detail.show_text(console_detail(record.entry, self.texts))

    def _on_source_cleared(self) -> None:
        self._rows.clear()
        self.show_empty(True)

    def _on_table_link_clicked(self, record: object) -> None:
        if isinstance(record, ConsoleRow):
            self.place_wished.emit(PlaceWished(record.entry.file, record.entry.line))

    def _on_detail_remedy_pressed(self, name: str) -> None:
        if name == OPEN_PLACE:
            self._on_table_link_clicked(self._table.current_record())

    def _on_line_sent(self, code: str) -> None:
        self._table.show_newest()
        self.code_sent.emit(code)

    def _on_copy_clicked(self) -> None:
        text = "\n".join(str(row.entry) for row in self._rows.shown)
        QGuiApplication.clipboard().setText(text)

    def _on_clear_clicked(self) -> None:
        if self._source is not None:
            self._source.clear()
