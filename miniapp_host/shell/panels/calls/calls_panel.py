"""The panel Calls: every call of the program in front, as the journal keeps them."""

from collections.abc import Callable, Hashable
from dataclasses import dataclass

from PySide6.QtCore import Signal

from miniapp_host.api.calls.journal import CallNote, CallRecord, Journal
from miniapp_host.api.calls.why import Help, Why
from miniapp_host.permissions.decisions import Subject
from miniapp_host.shell.inspector.detail import DetailText
from miniapp_host.shell.inspector.follower import Follower
from miniapp_host.shell.inspector.intake import Intake
from miniapp_host.shell.inspector.record_panel import RecordPanel
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


class CallsPanel(RecordPanel[CallRecord]):
    """Hears of the journal only while it is seen."""

    help_wished = Signal(HelpWished)
    export_wished = Signal(str)
    """The person wants a file of what is shown: `json` or `html`."""

    def __init__(self, sources: CallSources, texts: Texts) -> None:
        columns = CallColumns(texts).all()
        super().__init__("calls", texts("Calls"), columns, _number, texts)
        self._sources = sources
        self._subject: Subject | None = None
        self._unwatch: tuple[Unwatch, ...] = ()
        self._follower = Follower(sources.journal.newest, _stage)
        self._intake = Intake(self._read, self._take, self)
        labels = {"all": texts("All"), "guarded": texts("Guarded"), "failed": texts("Failed")}
        self._which = self.add_filter_chips(labels)
        self._add_buttons()
        self.say_empty(
            texts("No calls yet"),
            texts("Every wx call of the program in front appears here, and why it ended so."),
        )
        self.show_empty(True)

    def _add_buttons(self) -> None:
        texts = self.texts
        page = self.tools.add_button("document", "ExportHtml", texts("Export as a web page"))
        page.clicked.connect(self._on_export_html_clicked)
        data = self.tools.add_button("braces", "ExportJson", texts("Export as JSON"))
        data.clicked.connect(self._on_export_json_clicked)
        self.add_copy_button()
        clear = self.tools.add_button("clear", "Clear", texts("Clear"))
        clear.clicked.connect(self._on_clear_clicked)

    # What it follows

    def begin(self) -> None:
        journal = self._sources.journal
        self._unwatch = (
            journal.changes.watch(self._intake.tell),
            journal.watch_forgotten(self._on_journal_forgotten),
        )
        self.follow()

    def end(self) -> None:
        for unwatch in self._unwatch:
            unwatch()
        self._unwatch = ()
        self._intake.stop()

    def follow(self) -> None:
        """Show the calls of the program that is in front now."""
        if self._unwatch:
            self._subject = self._sources.subject()
            self._intake.stop()
            self._follower.begin_anew()
            self.rows.clear()
            self._intake.go_on()

    def _read(self) -> list[CallNote]:
        self._sources.journal.changes.seen()
        return [note for note in self._follower.read() if note.subject == self._subject]

    def _take(self, notes: list[CallNote]) -> None:
        """Makes records only of these: a program may make thousands of calls a second."""
        records = {note.number: note.record for note in notes}
        self.rows.take(records.values())
        self.show_state()
        self.tell_changed(records)

    def _on_journal_forgotten(self, _program: str) -> None:
        self.follow()

    # What the person does

    def filter_for(self, word: str) -> Callable[[CallRecord], bool] | None:
        which = self._which.chosen[0]
        return CallFilter(word, which) if word or which != "all" else None

    def detail_of(self, record: CallRecord) -> DetailText:
        return detail_of(record, self._sources.explain(record), self.texts)

    def help_with(self, record: CallRecord, remedy: str) -> None:
        why = self._sources.explain(record)
        self.help_wished.emit(HelpWished(Help(remedy), record, why))

    def _on_export_html_clicked(self) -> None:
        self.export_wished.emit("html")

    def _on_export_json_clicked(self) -> None:
        self.export_wished.emit("json")

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


def _stage(note: CallNote) -> Hashable | None:
    return note.stage
