"""The panel Calls: every call of the program in front, as the journal keeps them."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication

from miniapp_host.api.calls.journal import CallRecord, Journal
from miniapp_host.api.calls.why import Help, Why
from miniapp_host.permissions.decisions import Subject
from miniapp_host.shell.inspector.burst import Burst
from miniapp_host.shell.inspector.detail import Detail
from miniapp_host.shell.inspector.panel import Panel
from miniapp_host.shell.inspector.record_model import RecordModel
from miniapp_host.shell.inspector.split_body import SplitBody
from miniapp_host.shell.inspector.table import Table
from miniapp_host.shell.inspector.tool_row import Chips
from miniapp_host.shell.panels.calls.call_columns import CallColumns
from miniapp_host.shell.panels.calls.call_detail import detail_of
from miniapp_host.shell.panels.calls.call_words import has_failed, is_guarded
from miniapp_host.texts import Texts
from miniapp_host.watchers import Unwatch


@dataclass(frozen=True)
class CallSources:
    """Where the panel has what it shows: the journal, whose calls, and why each ended so."""

    journal: Journal
    subject: Callable[[], Subject | None]
    """The program that the inspector shows; None if there is none."""
    explain: Callable[[CallRecord], Why]


@dataclass(frozen=True)
class HelpWished:
    """The person pressed a button under a call."""

    help: Help
    record: CallRecord
    why: Why


class CallsPanel(Panel):
    """Hears of the journal only while it is seen."""

    help_wished = Signal(HelpWished)
    export_wished = Signal(str)
    """The person wants a file of what is shown: `json` or `html`."""

    def __init__(self, sources: CallSources, texts: Texts) -> None:
        super().__init__("calls", texts("Calls"), texts)
        self._sources = sources
        self._subject: Subject | None = None
        self._news: dict[int, CallRecord] = {}
        self._unwatch: tuple[Unwatch, ...] = ()
        self._burst = Burst(self)
        self._burst.due.connect(self._on_burst_due)
        self._rows = RecordModel(CallColumns(texts).all(), _number, self)
        self._table = Table("callsTable", self._rows, texts)
        self._table.setAccessibleName(texts("Calls"))
        self._table.record_chosen.connect(self._on_table_record_chosen)
        self._detail = Detail("calls", (texts("Key"), texts("Value")))
        self._detail.remedy_pressed.connect(self._on_detail_remedy_pressed)
        self._body = SplitBody(self._table, self._detail)
        self.set_body(self._body)
        self.tools.add_filter()
        self.tools.filter_changed.connect(self._on_filter_changed)
        self._which = self._add_chips()
        self._which.changed.connect(self._on_filter_changed)
        self._add_buttons()
        self.say_empty(
            texts("No calls yet"),
            texts("Every wx call of the program in front appears here, and why it ended so."),
        )
        self.show_empty(True)

    @property
    def shown(self) -> tuple[CallRecord, ...]:
        """The calls that the filter lets through, oldest first."""
        return self._rows.shown

    def _add_chips(self) -> Chips:
        texts = self.texts
        labels = {"all": texts("All"), "guarded": texts("Guarded"), "failed": texts("Failed")}
        return self.tools.add_chips(labels, exclusive=True)

    def _add_buttons(self) -> None:
        texts = self.texts
        page = self.tools.add_button("document", "ExportHtml", texts("Export as a web page"))
        page.clicked.connect(self._on_export_html_clicked)
        data = self.tools.add_button("braces", "ExportJson", texts("Export as JSON"))
        data.clicked.connect(self._on_export_json_clicked)
        copy = self.tools.add_button("copy", "CopyAll", texts("Copy all"))
        copy.clicked.connect(self._on_copy_clicked)
        clear = self.tools.add_button("delete", "Clear", texts("Clear"))
        clear.clicked.connect(self._on_clear_clicked)

    # What it follows

    def begin(self) -> None:
        journal = self._sources.journal
        self._unwatch = (
            journal.watch(self._hear),
            journal.watch_forgotten(self._on_journal_forgotten),
        )
        self.follow()

    def end(self) -> None:
        for unwatch in self._unwatch:
            unwatch()
        self._unwatch = ()
        self._burst.stop()
        self._news.clear()

    def follow(self) -> None:
        """Show the calls of the program that is in front now."""
        if not self._unwatch:
            return
        self._news.clear()
        self._subject = self._sources.subject()
        records = self._sources.journal.records
        self._rows.set_records(one for one in records if one.subject == self._subject)
        self._show_state()

    def _hear(self, record: CallRecord) -> None:
        """Only notes the record: a program may make thousands of calls a second."""
        if record.subject == self._subject:
            self._news[record.number] = record
            self._burst.tell()

    def _on_burst_due(self) -> None:
        news, self._news = self._news, {}
        self._rows.take(news.values())
        self._show_state()
        chosen = self._table.current_record()
        if isinstance(chosen, CallRecord) and chosen.number in news:
            self._on_table_record_chosen(chosen)

    def _on_journal_forgotten(self, _program: str) -> None:
        self.follow()

    def _show_state(self) -> None:
        self.show_empty(self._rows.total == 0)
        self.counted.emit(self._rows.total)

    # What the person does

    def _on_filter_changed(self) -> None:
        word = self.tools.filter.text.casefold() if self.tools.filter is not None else ""
        which = self._which.chosen[0]
        self._rows.show_only(CallFilter(word, which) if word or which != "all" else None)

    def _on_table_record_chosen(self, record: object) -> None:
        self._body.show_detail(isinstance(record, CallRecord))
        if isinstance(record, CallRecord):
            self._detail.show_text(detail_of(record, self._sources.explain(record), self.texts))

    def _on_detail_remedy_pressed(self, name: str) -> None:
        record = self._table.current_record()
        if isinstance(record, CallRecord):
            why = self._sources.explain(record)
            self.help_wished.emit(HelpWished(Help(name), record, why))

    def _on_export_html_clicked(self) -> None:
        self.export_wished.emit("html")

    def _on_export_json_clicked(self) -> None:
        self.export_wished.emit("json")

    def _on_copy_clicked(self) -> None:
        self._table.selectAll()
        QGuiApplication.clipboard().setText(self._table.copied())

    def _on_clear_clicked(self) -> None:
        if self._subject is not None:
            self._sources.journal.forget(self._subject.program)


class CallFilter:
    """Lets calls through by a word in any of their texts, and by what they are."""

    def __init__(self, word: str, which: str) -> None:
        """`word` is casefolded; `which` is all, guarded or failed."""
        self._word = word
        self._which = which

    def __call__(self, record: CallRecord) -> bool:
        if self._which == "guarded" and not is_guarded(record):
            return False
        if self._which == "failed" and not has_failed(record):
            return False
        return not self._word or self._word in _all_texts(record)


def _all_texts(record: CallRecord) -> str:
    parts = (record.name, record.page, record.arguments, record.scope, record.result)
    return "\n".join(part for part in parts if part).casefold()


def _number(record: CallRecord) -> int:
    return record.number
