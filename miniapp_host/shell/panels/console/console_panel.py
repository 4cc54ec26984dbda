"""The panel Console: what the program wrote, by level, with file and line."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtGui import QGuiApplication

from miniapp_host.shell.console.console_model import ConsoleModel, Level, LogEntry
from miniapp_host.shell.inspector.burst import Burst
from miniapp_host.shell.inspector.detail import Detail, DetailText, Fact
from miniapp_host.shell.inspector.panel import Panel
from miniapp_host.shell.inspector.record_model import Column, RecordModel
from miniapp_host.shell.inspector.split_body import SplitBody
from miniapp_host.shell.inspector.table import Table
from miniapp_host.shell.inspector.table_cell import Cut, TableCell
from miniapp_host.shell.inspector.tool_row import Chips
from miniapp_host.shell.kit.theme import Tone
from miniapp_host.texts import Texts


@dataclass(frozen=True, slots=True)
class ConsoleRow:
    """One entry and its number since the program was opened."""

    number: int
    entry: LogEntry


class ConsolePanel(Panel):
    """Shows the model that `present` gives; `follow` changes over to another program's."""

    def __init__(self, present: Callable[[], ConsoleModel | None], texts: Texts) -> None:
        super().__init__("console", texts("Console"), texts)
        self._present = present
        self._source: ConsoleModel | None = None
        self._next = 0
        self._burst = Burst(self)
        self._burst.due.connect(self._on_burst_due)
        self._rows = RecordModel(_columns(texts), _number, self)
        self._table = Table("consoleTable", self._rows, texts)
        self._table.record_chosen.connect(self._on_table_record_chosen)
        self._detail = Detail("console", (texts("Key"), texts("Value")))
        self._body = SplitBody(self._table, self._detail)
        self.set_body(self._body)
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
        self.follow()

    def end(self) -> None:
        self._leave()

    def follow(self) -> None:
        """Show the console of the program that is in front now."""
        self._leave()
        if not self.isVisible():
            return
        self._source = self._present()
        if self._source is not None:
            self._source.rowsInserted.connect(self._burst.tell)
            self._source.rowsRemoved.connect(self._burst.tell)
        self._rows.clear()
        self._next = 0
        self._on_burst_due()

    def _leave(self) -> None:
        self._burst.stop()
        source, self._source = self._source, None
        if source is not None:
            source.rowsInserted.disconnect(self._burst.tell)
            source.rowsRemoved.disconnect(self._burst.tell)

    def _on_burst_due(self) -> None:
        """Takes what is new, and drops what the console has dropped."""
        entries = self._source.entries if self._source is not None else ()
        first = self._source.first_number if self._source is not None else 0
        new = range(max(self._next, first), first + len(entries))
        self._rows.take(ConsoleRow(at, entries[at - first]) for at in new)
        self._next = first + len(entries)
        if not entries:
            self._rows.clear()
        self.show_empty(self._rows.total == 0)

    def _on_filter_changed(self) -> None:
        word = self.tools.filter.text.casefold() if self.tools.filter is not None else ""
        self._rows.show_only(_Filter(word, self._levels.chosen[0]))

    def _on_table_record_chosen(self, record: object) -> None:
        self._body.show_detail(record is not None)
        if isinstance(record, ConsoleRow):
            self._detail.show_text(_detail_of(record.entry, self.texts))

    def _on_copy_clicked(self) -> None:
        text = "\n".join(str(row.entry) for row in self._rows.shown)
        QGuiApplication.clipboard().setText(text)

    def _on_clear_clicked(self) -> None:
        if self._source is not None:
            self._source.clear()


class _Filter:
    """Lets rows through by level and word."""

    def __init__(self, word: str, level: str) -> None:
        self._word = word
        self._level = level

    def __call__(self, row: ConsoleRow) -> bool:
        level = Level.LOG if row.entry.level is Level.INFO else row.entry.level
        if self._level not in ("all", level.value):
            return False
        return self._word in row.entry.text.casefold() or self._word in row.entry.place.casefold()


def _number(row: ConsoleRow) -> int:
    return row.number


def _columns(texts: Texts) -> tuple[Column[ConsoleRow], ...]:
    return (
        Column(texts("Time"), _time_cell, 76),
        Column(texts("Text"), _text_cell, stretches=True),
        Column(texts("Place"), _place_cell, 160),
    )


def _tone(entry: LogEntry) -> Tone:
    match entry.level:
        case Level.ERROR:
            return "error_ink"
        case Level.WARN:
            return "warning_ink"
        case _:
            return "fg_0"


def _time_cell(row: ConsoleRow) -> TableCell:
    return TableCell(f"{row.entry.time:%H:%M:%S}", tone="fg_1", code=True)


def _text_cell(row: ConsoleRow) -> TableCell:
    icons = {Level.ERROR: "error", Level.WARN: "warning"}
    icon = icons.get(row.entry.level, "")
    text = row.entry.text
    return TableCell(text, tone=_tone(row.entry), icon=icon, code=True, cut=Cut.END)


def _place_cell(row: ConsoleRow) -> TableCell:
    return TableCell(row.entry.place, tone="link", code=True, cut=Cut.START)


def _detail_of(entry: LogEntry, texts: Texts) -> DetailText:
    facts = [Fact(texts("Text"), entry.text, code=True)]
    if entry.place:
        facts.append(Fact(texts("Place"), entry.place, code=True))
    facts.append(Fact(texts("Time"), f"{entry.time:%Y-%m-%d %H:%M:%S.%f}"[:-3], code=True))
    return DetailText(facts=facts)
