"""The panel Pending: which questions wait for the person, of all programs, answered from here."""

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication

from miniapp_host.api.calls.journal import CallRecord, Journal
from miniapp_host.permissions.broker import Broker
from miniapp_host.permissions.prompts import Answer, Prompt
from miniapp_host.permissions.questions import Question
from miniapp_host.shell.inspector.burst import Burst
from miniapp_host.shell.inspector.detail import Detail
from miniapp_host.shell.inspector.panel import Panel
from miniapp_host.shell.inspector.record_model import RecordModel
from miniapp_host.shell.inspector.split_body import SplitBody
from miniapp_host.shell.inspector.table import Table
from miniapp_host.shell.panels.pending.pending_row import (
    PendingRow,
    detail_of,
    pending_columns,
    said_program,
)
from miniapp_host.texts import Texts
from miniapp_host.watchers import Unwatch


@dataclass(frozen=True)
class AnswerWish:
    """The person answers a question from here."""

    prompt: Prompt
    answer: Answer


class PendingPanel(Panel):
    """Hears of the broker only while it is seen."""

    answer_wished = Signal(AnswerWish)

    def __init__(self, broker: Broker, journal: Journal, texts: Texts) -> None:
        super().__init__("pending", texts("Pending"), texts)
        self._broker = broker
        self._journal = journal
        self._unwatch: Unwatch | None = None
        self._kept: list[PendingRow] = []
        self._burst = Burst(self)
        self._burst.due.connect(self._show_questions)
        self._rows = RecordModel(pending_columns(texts), _prompt, self)
        self._table = Table("pendingTable", self._rows, texts)
        self._table.record_chosen.connect(self._on_table_record_chosen)
        self._detail = Detail("pending", (texts("Key"), texts("Value")))
        self._detail.remedy_pressed.connect(self._on_detail_remedy_pressed)
        self._body = SplitBody(self._table, self._detail)
        self.set_body(self._body)
        self.tools.add_filter()
        self.tools.filter_changed.connect(self._on_filter_changed)
        copy = self.tools.add_button("copy", "CopyAll", texts("Copy all"))
        copy.clicked.connect(self._on_copy_clicked)
        self.say_empty(
            texts("Nobody waits"),
            texts("Questions that wait for an answer appear here, of every open program."),
        )
        self.show_empty(True)

    @property
    def shown(self) -> tuple[PendingRow, ...]:
        """The questions that the filter lets through, in the order in which they came."""
        return self._rows.shown

    # What it follows

    def begin(self) -> None:
        self._unwatch = self._broker.watch_questions(self._hear)
        self._show_questions()

    def end(self) -> None:
        if self._unwatch is not None:
            self._unwatch()
        self._unwatch = None
        self._burst.stop()
        self.counted.emit(0)  # nobody counts while it is not seen

    def _hear(self, _questions: tuple[Question, ...]) -> None:
        self._burst.tell()

    def _show_questions(self) -> None:
        """Reads the open questions; the first is chosen, so that one click answers it."""
        waiting = self._journal.waiting
        rows = [PendingRow(one, _names(one.prompt, waiting)) for one in self._broker.questions]
        open_now = {row.prompt for row in rows}
        self._rows.remove([row.prompt for row in self._kept if row.prompt not in open_now])
        changed = {row.prompt: row for row in rows if row not in self._kept}
        self._rows.take(changed.values())
        self._kept = rows
        self.show_empty(not rows)
        self.counted.emit(len(rows))
        chosen = self._table.current_record()
        if isinstance(chosen, PendingRow) and chosen.prompt in changed:
            self._on_table_record_chosen(chosen)
        elif not isinstance(chosen, PendingRow) and self._rows.shown:
            self._table.choose_row(0)

    # What the person does

    def _on_filter_changed(self, text: str) -> None:
        word = text.casefold().strip()
        self._rows.show_only(PendingFilter(word, self.texts) if word else None)

    def _on_table_record_chosen(self, row: object) -> None:
        self._body.show_detail(isinstance(row, PendingRow))
        if isinstance(row, PendingRow):
            self._detail.show_text(detail_of(row, self.texts))

    def _on_detail_remedy_pressed(self, name: str) -> None:
        row = self._table.current_record()
        if isinstance(row, PendingRow):
            self.answer_wished.emit(AnswerWish(row.prompt, Answer(name)))

    def _on_copy_clicked(self) -> None:
        self._table.selectAll()
        QGuiApplication.clipboard().setText(self._table.copied())


class PendingFilter:
    """Lets questions through by a word in their program, scope or interfaces."""

    def __init__(self, word: str, texts: Texts) -> None:
        """`word` is casefolded."""
        self._word = word
        self._texts = texts

    def __call__(self, row: PendingRow) -> bool:
        scope = row.prompt.scope
        parts = (said_program(row), self._texts.of(scope.title), scope.id, *row.names)
        return self._word in "\n".join(parts).casefold()


def _prompt(row: PendingRow) -> Prompt:
    return row.prompt


def _names(prompt: Prompt, waiting: tuple[CallRecord, ...]) -> tuple[str, ...]:
    """The interfaces whose calls wait for the answer to `prompt`, each once."""
    calls = (
        call.name
        for call in waiting
        if call.subject == prompt.subject
        and call.scope == prompt.scope.id
        and (call.before is not None) is prompt.remembered
    )
    return tuple(dict.fromkeys(calls))
