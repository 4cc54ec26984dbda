"""The panel Permissions: every scope that the program in front uses or declares, and its state."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication

from miniapp_host.api.calls.journal import CallRecord, Journal
from miniapp_host.permissions.decisions import Change, Decision, Subject
from miniapp_host.permissions.scopes import Scope
from miniapp_host.permissions.store import PermissionStore
from miniapp_host.shell.inspector.burst import Burst
from miniapp_host.shell.inspector.detail import Detail
from miniapp_host.shell.inspector.panel import Panel
from miniapp_host.shell.inspector.record_model import RecordModel
from miniapp_host.shell.inspector.split_body import SplitBody
from miniapp_host.shell.inspector.table import Table
from miniapp_host.shell.panels.permissions.permission_columns import PermissionColumns
from miniapp_host.shell.panels.permissions.permission_detail import detail_of
from miniapp_host.shell.panels.permissions.permission_row import PermissionRow
from miniapp_host.texts import Texts
from miniapp_host.watchers import Unwatch


@dataclass(frozen=True)
class PermissionOwners:
    """Whom the panel watches, whose scopes it shows, and how they stand now."""

    store: PermissionStore
    journal: Journal
    subject: Callable[[], Subject | None]
    """The program that the inspector shows; None if there is none."""
    rows: Callable[[], Sequence[PermissionRow]]


@dataclass(frozen=True)
class StateWish:
    """The person wants a scope of a program in this state."""

    subject: Subject
    scope: Scope
    decision: Decision


class PermissionsPanel(Panel):
    """Hears of store and journal only while it is seen; its rows are read afresh, in bursts."""

    state_wished = Signal(StateWish)
    all_again_wished = Signal(Subject)
    """The person wants everything about the program asked again."""

    def __init__(self, owners: PermissionOwners, texts: Texts) -> None:
        super().__init__("permissions", texts("Permissions"), texts)
        self._owners = owners
        self._subject: Subject | None = None
        self._unwatch: tuple[Unwatch, ...] = ()
        self._burst = Burst(self)
        self._burst.due.connect(self._on_burst_due)
        self._rows = RecordModel(PermissionColumns(texts).all(), _scope_id, self)
        self._table = Table("permissionsTable", self._rows, texts)
        self._table.stay_at_top()
        self._table.record_chosen.connect(self._on_table_record_chosen)
        self._detail = Detail("permissions", (texts("Key"), texts("Value")))
        self._detail.remedy_pressed.connect(self._on_detail_remedy_pressed)
        self._body = SplitBody(self._table, self._detail)
        self.set_body(self._body)
        self.tools.add_filter()
        self.tools.filter_changed.connect(self._on_filter_changed)
        again = self.tools.add_button("restart", "AskAgain", texts("Ask again for everything"))
        again.clicked.connect(self._on_again_clicked)
        copy = self.tools.add_button("copy", "CopyAll", texts("Copy all"))
        copy.clicked.connect(self._on_copy_clicked)
        self.say_empty(
            texts("No permissions"),
            texts("What the program in front uses or declares appears here, with its state."),
        )
        self.show_empty(True)

    @property
    def shown(self) -> tuple[PermissionRow, ...]:
        """The scopes that the filter lets through."""
        return self._rows.shown

    # What it follows

    def begin(self) -> None:
        journal = self._owners.journal
        self._unwatch = (
            self._owners.store.watch(self._hear_change),
            journal.watch(self._hear_call),
            journal.watch_forgotten(self._hear_forgotten),
        )
        self.follow()

    def end(self) -> None:
        for unwatch in self._unwatch:
            unwatch()
        self._unwatch = ()
        self._burst.stop()

    def follow(self) -> None:
        """Show the scopes of the program that is in front now."""
        if self._unwatch:
            self._subject = self._owners.subject()
            self._rows.set_records(self._owners.rows())
            self._show_state()

    def look_again(self) -> None:
        """What the rows are made of has changed; a panel that nobody sees looks when it is seen."""
        if self._unwatch:
            self._burst.tell()

    def _hear_change(self, change: Change) -> None:
        if change.subject == self._subject:
            self._burst.tell()

    def _hear_call(self, record: CallRecord) -> None:
        if record.scope is not None and record.subject == self._subject:
            self._burst.tell()

    def _hear_forgotten(self, _program: str) -> None:
        self._burst.tell()

    def _on_burst_due(self) -> None:
        """Reads everything again; the row that is open tells what has become of it."""
        rows = self._owners.rows()
        gone = {row.scope.id for row in self._rows.shown} - {row.scope.id for row in rows}
        self._rows.remove(gone)
        changed = {row.scope.id: row for row in rows if row not in self._rows.shown}
        self._rows.take(changed.values())
        self._show_state()
        chosen = self._table.current_record()
        if isinstance(chosen, PermissionRow) and chosen.scope.id in changed:
            self._on_table_record_chosen(chosen)

    def _show_state(self) -> None:
        self.show_empty(self._rows.total == 0)
        self.counted.emit(self._rows.total)

    # What the person does

    def _on_filter_changed(self, text: str) -> None:
        word = text.casefold().strip()
        self._rows.show_only(PermissionFilter(word, self.texts) if word else None)

    def _on_table_record_chosen(self, row: object) -> None:
        self._body.show_detail(isinstance(row, PermissionRow))
        if isinstance(row, PermissionRow):
            self._detail.show_text(detail_of(row, self.texts))

    def _on_detail_remedy_pressed(self, name: str) -> None:
        row = self._table.current_record()
        if isinstance(row, PermissionRow) and self._subject is not None:
            self.state_wished.emit(StateWish(self._subject, row.scope, Decision(name)))

    def _on_again_clicked(self) -> None:
        if self._subject is not None:
            self.all_again_wished.emit(self._subject)

    def _on_copy_clicked(self) -> None:
        self._table.selectAll()
        QGuiApplication.clipboard().setText(self._table.copied())


class PermissionFilter:
    """Lets scopes through by a word in their title, id or interfaces, or in their state."""

    def __init__(self, word: str, texts: Texts) -> None:
        """`word` is casefolded."""
        self._word = word
        self._texts = texts

    def __call__(self, row: PermissionRow) -> bool:
        state = row.decision.value if row.decision else ""
        parts = (self._texts.of(row.scope.title), row.scope.id, *row.scope.interfaces, state)
        return self._word in "\n".join(parts).casefold()


def _scope_id(row: PermissionRow) -> str:
    return row.scope.id
