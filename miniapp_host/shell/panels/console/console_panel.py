"""The panel Console: what the program wrote, by level, with file and line."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Signal

from miniapp_host.shell.console.console_model import ConsoleModel, Level, LogEntry
from miniapp_host.shell.inspector.detail import DetailText
from miniapp_host.shell.inspector.intake import Intake
from miniapp_host.shell.inspector.record_panel import RecordPanel
from miniapp_host.shell.inspector.search_band import NEXT, SearchBand
from miniapp_host.shell.panels.console.command_line import CommandLine
from miniapp_host.shell.panels.console.console_rows import (
    OPEN_PLACE,
    ConsoleFilter,
    ConsoleRow,
    console_columns,
    console_detail,
    number_of,
    said_row,
)
from miniapp_host.texts import Texts
from miniapp_host.watchers import Unwatch


@dataclass(frozen=True)
class PlaceWished:
    """The person wants to see this line of the program; `line` is counted from 1."""

    file: str
    line: int | None


class ConsolePanel(RecordPanel[ConsoleRow]):
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
        columns = console_columns(texts)
        super().__init__("console", texts("Console"), columns, number_of, texts)
        self._present = present
        self._want_values = want_values
        self._give_up: Unwatch | None = None
        self._source: ConsoleModel | None = None
        self._next = 0
        self._unwatch: Unwatch | None = None
        self._intake = Intake(self._read, self._take, self)
        self.table.link_clicked.connect(self._on_table_link_clicked)
        self._line = CommandLine(texts)
        self._line.sent.connect(self._on_line_sent)
        self.add_foot(self._line)
        self.say_empty(
            texts("Nothing here yet"),
            texts("What the program writes with console.log, and its errors, appear here."),
        )
        labels = {
            "all": texts("All"),
            Level.ERROR.value: texts("Errors"),
            Level.WARN.value: texts("Warnings"),
            Level.LOG.value: texts("Logs"),
        }
        self._levels = self.add_filter_chips(labels)
        self._add_buttons()
        self.show_empty(True)

    def _add_buttons(self) -> None:
        band = SearchBand(self, "console", self.table, self._said, self.texts)
        self.add_band(band)
        find = self.tools.add_button("search", "Find", self.texts("Find"), NEXT.toString())
        find.clicked.connect(band.begin)
        self.add_copy_button()
        clear = self.tools.add_button("clear", "Clear", self.texts("Clear"))
        clear.clicked.connect(self._on_clear_clicked)

    def _said(self, record: object) -> str:
        return said_row(record, self.texts) if isinstance(record, ConsoleRow) else ""

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
            self._unwatch = self._source.changes.watch(self._intake.tell)
            self._source.cleared.connect(self._on_source_cleared)
        self._line.setEnabled(self._source is not None)
        self.rows.clear()
        self._next = 0
        self._intake.go_on()

    def _leave(self) -> None:
        self._intake.stop()
        if self._unwatch is not None:
            self._unwatch()
            self._unwatch = None
        source, self._source = self._source, None
        if source is not None:
            source.cleared.disconnect(self._on_source_cleared)

    def _read(self) -> list[tuple[int, LogEntry]]:
        """What is new; what the console drops as too old stays in the rows for a while."""
        if self._source is None:
            return []
        self._source.changes.seen()
        new = self._source.since(self._next)
        if new:
            self._next = new[-1][0] + 1
        return new

    def _take(self, new: list[tuple[int, LogEntry]]) -> None:
        self.rows.take(ConsoleRow(number, entry) for number, entry in new)
        self.show_empty(self.rows.total == 0)

    def filter_for(self, word: str) -> Callable[[ConsoleRow], bool]:
        return ConsoleFilter(word, self._levels.chosen[0], self.texts)

    def detail_of(self, record: ConsoleRow) -> DetailText:
        return console_detail(record.entry, self.texts)

    def help_with(self, record: ConsoleRow, remedy: str) -> None:
        if remedy == OPEN_PLACE:
            self._on_table_link_clicked(record)

    def copied(self) -> str:
        return "\n".join(row.entry.as_line(self.texts) for row in self.shown)

    def _on_source_cleared(self) -> None:
        self._intake.stop()
        self.rows.clear()
        self._intake.go_on()

    def _on_table_link_clicked(self, record: object) -> None:
        if isinstance(record, ConsoleRow):
            self.place_wished.emit(PlaceWished(record.entry.file, record.entry.line))

    def _on_line_sent(self, code: str) -> None:
        self.table.show_newest()
        self.code_sent.emit(code)

    def _on_clear_clicked(self) -> None:
        if self._source is not None:
            self._source.clear()
