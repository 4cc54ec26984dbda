"""The panel Pending: which questions wait for the person, of all programs, answered from here."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import Signal

from miniapp_host.api.calls.journal import CallNote, Journal
from miniapp_host.permissions.broker import Broker
from miniapp_host.permissions.decisions import Subject
from miniapp_host.permissions.prompts import Answer, Prompt
from miniapp_host.shell.inspector.burst import Burst
from miniapp_host.shell.inspector.detail import DetailText
from miniapp_host.shell.inspector.record_panel import RecordPanel
from miniapp_host.shell.panels.pending.pending_row import (
    PendingRow,
    detail_of,
    pending_columns,
    said_program,
)
from miniapp_host.texts import Texts
from miniapp_host.watchers import Unwatch

_Asked = tuple[Subject, str | None, bool]
"""Of whom what is asked, and whether the answer is kept."""


@dataclass(frozen=True)
class AnswerWish:
    """The person answers a question from here."""

    prompt: Prompt
    answer: Answer


class PendingPanel(RecordPanel[PendingRow]):
    """Hears of the broker only while it is seen."""

    answer_wished = Signal(AnswerWish)

    def __init__(self, broker: Broker, journal: Journal, texts: Texts) -> None:
        columns = pending_columns(texts)
        super().__init__("pending", texts("Pending"), columns, _prompt, texts)
        self._broker = broker
        self._journal = journal
        self._unwatch: Unwatch | None = None
        self._kept: dict[Prompt, PendingRow] = {}
        self._burst = Burst(self)
        self._burst.due.connect(self._show_questions)
        self.add_copy_button()
        self.say_empty(
            texts("Nobody waits"),
            texts("Questions that wait for an answer appear here, of every open program."),
        )
        self.show_empty(True)

    # What it follows

    def begin(self) -> None:
        self._unwatch = self._broker.questions_changed.watch(self._burst.tell)
        self._show_questions()

    def end(self) -> None:
        if self._unwatch is not None:
            self._unwatch()
        self._unwatch = None
        self._burst.stop()
        self.counted.emit(0)  # nobody counts while it is not seen

    def _show_questions(self) -> None:
        """Reads the open questions; the first is chosen, so that one click answers it."""
        names = _names(self._journal.waiting)
        rows = {
            one.prompt: PendingRow(one, names.get(_asked(one.prompt), ()))
            for one in self._broker.questions
        }
        self.rows.remove([prompt for prompt in self._kept if prompt not in rows])
        changed = {key: row for key, row in rows.items() if row != self._kept.get(key)}
        self.rows.take(changed.values())
        self._kept = rows
        self.show_state()
        self.tell_changed(changed)
        if self.chosen is None and self.shown:
            self.table.choose_row(0)

    # What the person does

    def filter_for(self, word: str) -> Callable[[PendingRow], bool] | None:
        return PendingFilter(word, self.texts) if word else None

    def detail_of(self, record: PendingRow) -> DetailText:
        return detail_of(record, self.texts)

    def help_with(self, record: PendingRow, remedy: str) -> None:
        self.answer_wished.emit(AnswerWish(record.prompt, Answer(remedy)))


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


def _asked(prompt: Prompt) -> _Asked:
    return prompt.subject, prompt.scope.id, prompt.remembered


def _names(waiting: Iterable[CallNote]) -> Mapping[_Asked, tuple[str, ...]]:
    """The interfaces whose calls wait for an answer, each once, by what is asked."""
    found: defaultdict[_Asked, dict[str, None]] = defaultdict(dict)
    for call in waiting:
        found[call.subject, call.scope, call.before is not None][call.name] = None
    return {asked: tuple(names) for asked, names in found.items()}
