"""The panel Permissions: every scope that the program in front uses or declares, and its state."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal

from miniapp_host.api.calls.journal import Journal
from miniapp_host.permissions.decisions import Change, Decision, Subject
from miniapp_host.permissions.scopes import Scope
from miniapp_host.permissions.store import PermissionStore
from miniapp_host.shell.inspector.burst import Burst
from miniapp_host.shell.inspector.detail import DetailText
from miniapp_host.shell.inspector.record_panel import RecordPanel
from miniapp_host.shell.panels.permissions.permission_columns import PermissionColumns
from miniapp_host.shell.panels.permissions.permission_detail import detail_of
from miniapp_host.shell.panels.permissions.permission_row import PermissionRow
from miniapp_host.texts import Texts
from miniapp_host.watchers import Notice, Unwatch


@dataclass(frozen=True)
class PermissionOwners:
    """Whom the panel watches, whose scopes it shows, and how they stand now."""

    store: PermissionStore
    journal: Journal
    subject: Callable[[], Subject | None]
    """The program that the inspector shows; None if there is none."""
    news_of_questions: Notice
    """Given when other questions wait for an answer."""
    rows: Callable[[], Sequence[PermissionRow]]


@dataclass(frozen=True)
class StateWish:
    """The person wants a scope of a program in this state."""

    subject: Subject
    scope: Scope
    decision: Decision


class PermissionsPanel(RecordPanel[PermissionRow]):
    """Hears of store and journal only while it is seen; its rows are read afresh, in bursts."""

    state_wished = Signal(StateWish)
    all_again_wished = Signal(Subject)
    """The person wants everything about the program asked again."""

    def __init__(self, owners: PermissionOwners, texts: Texts) -> None:
        columns = PermissionColumns(texts).all()
        super().__init__("permissions", texts("Permissions"), columns, _scope_id, texts)
        self._owners = owners
        self._subject: Subject | None = None
        self._unwatch: tuple[Unwatch, ...] = ()
        self._burst = Burst(self)
        self._burst.due.connect(self._on_burst_due)
        self.table.stay_at_top()
        again = self.tools.add_button("restart", "AskAgain", texts("Ask again for everything"))
        again.clicked.connect(self._on_again_clicked)
        self.add_copy_button()
        self.say_empty(
            texts("No permissions"),
            texts("What the program in front uses or declares appears here, with its state."),
        )
        self.show_empty(True)

    # What it follows

    def begin(self) -> None:
        journal = self._owners.journal
        self._unwatch = (
            self._owners.store.watch(self._hear_change),
            journal.news_of_ways.watch(self._burst.tell),
            self._owners.news_of_questions.watch(self._burst.tell),
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
            self._owners.journal.news_of_ways.seen()
            self._subject = self._owners.subject()
            self.rows.set_records(self._owners.rows())
            self.show_state()

    def look_again(self) -> None:
        """What the rows are made of has changed; a panel that nobody sees looks when it is seen."""
        if self._unwatch:
            self._burst.tell()

    def _hear_change(self, change: Change) -> None:
        if change.subject == self._subject:
            self._burst.tell()

    def _hear_forgotten(self, _program: str) -> None:
        self._burst.tell()

    def _on_burst_due(self) -> None:
        """Reads everything again; the row that is open tells what has become of it."""
        self._owners.journal.news_of_ways.seen()
        rows = self._owners.rows()
        gone = {row.scope.id for row in self.rows.shown} - {row.scope.id for row in rows}
        self.rows.remove(gone)
        changed = {row.scope.id: row for row in rows if row not in self.rows.shown}
        self.rows.take(changed.values())
        self.show_state()
        self.tell_changed(changed)

    # What the person does

    def filter_for(self, word: str) -> Callable[[PermissionRow], bool] | None:
        return PermissionFilter(word, self.texts) if word else None

    def detail_of(self, record: PermissionRow) -> DetailText:
        return detail_of(record, self.texts)

    def help_with(self, record: PermissionRow, remedy: str) -> None:
        if self._subject is not None:
            wish = StateWish(self._subject, record.scope, Decision(remedy))
            self.state_wished.emit(wish)

    def _on_again_clicked(self) -> None:
        if self._subject is not None:
            self.all_again_wished.emit(self._subject)


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
