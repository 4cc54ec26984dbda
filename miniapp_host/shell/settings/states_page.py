"""For testers: every scope of one program with its state, each of which can be set.

The settings list only what was decided, as a phone does; here a decision can be taken back, and
made before anybody is asked. The values are the store's: a row says what the store announces.
"""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from miniapp_host.api.calls.screen import ActionSheet, ModalAnswer
from miniapp_host.memory.store_error import StoreError
from miniapp_host.permissions.decisions import Actor, Change, Decision, Subject
from miniapp_host.permissions.prompts import NAME_LIMIT, plain_text
from miniapp_host.permissions.scopes import Scope
from miniapp_host.permissions.store import PermissionStore
from miniapp_host.shell.kit.bound_watch import bound_watch
from miniapp_host.shell.kit.cell import Cell, CellGroup
from miniapp_host.shell.kit.icon import Icon
from miniapp_host.shell.kit.page import Page
from miniapp_host.shell.sheets.action_sheet import ActionSheetDialog
from miniapp_host.shell.sheets.clear_question import ask_again_question
from miniapp_host.shell.sheets.modal import ModalDialog
from miniapp_host.shell.sheets.saving import saved
from miniapp_host.texts import Texts

_STATES = {
    Decision.GRANTED: "Allowed",
    Decision.DENIED: "Rejected",
    Decision.UNDECIDED: "Not decided",
}
_CHOICES = (
    (Decision.GRANTED, "Allow"),
    (Decision.DENIED, "Reject"),
    (Decision.UNDECIDED, "Ask again"),
)
"""What the menu of a scope offers, in its order."""


class StateCell(Cell):
    """One scope with its state; a click asks for another one."""

    chosen = Signal(Scope)

    def __init__(self, scope: Scope, title: str) -> None:
        icon = Icon(scope.icon, 24, "fg_1")
        super().__init__(title, note=" ", leading=icon, clickable=True, chevron=True)
        self.setObjectName(f"state_{scope.id}")
        self.scope = scope
        self.clicked.connect(self._on_clicked)

    def _on_clicked(self) -> None:
        self.chosen.emit(self.scope)


class StatesPage(Page):
    """Shows the `scopes` of the program `name`; open it with `open()`.

    `take_all_back` takes back every decision; it raises StoreError or OSError.
    """

    def __init__(
        self,
        screen: QWidget,
        name: str,
        store: PermissionStore,
        subject: Subject,
        texts: Texts,
    ) -> None:
        super().__init__(screen, texts("Ask again"), texts("Back"))
        self.setObjectName("statesPage")
        self._name = plain_text(name, NAME_LIMIT)
        self._store = store
        self._subject = subject
        self._texts = texts
        self._chosen: Scope | None = None
        self._take_all_back: Callable[[], None] | None = None
        self._cells: dict[str, StateCell] = {}
        self._unwatch = bound_watch(self, store.watch, self._on_store_change)
        self.finished.connect(self._on_finished)

    def list_scopes(self, scopes: Sequence[Scope], take_all_back: Callable[[], None]) -> None:
        """Fill the page; what takes back every decision raises StoreError or OSError."""
        self._take_all_back = take_all_back
        heading = "What “{name}” may use. Set a state, or let it ask like the first time."
        group = CellGroup(self._texts(heading, name=self._name))
        for scope in scopes:
            cell = StateCell(scope, self._texts.of(scope.title))
            cell.chosen.connect(self._on_cell_chosen)
            self._cells[scope.id] = cell
            group.add(cell)
            self._show_state(scope.id)
        everything = CellGroup()
        again = Cell(self._texts("Ask again for everything"), clickable=True)
        again.setObjectName("askAgainForAll")
        again.clicked.connect(self._on_again_clicked)
        everything.add(again)
        self.body.addWidget(everything)
        self.body.addWidget(group)
        self.body.addStretch(1)

    def _show_state(self, scope: str) -> None:
        try:
            decision = self._store.decision(self._subject, scope)
        except StoreError:
            self._cells[scope].set_note("?")
        else:
            self._cells[scope].set_note(self._texts(_STATES[decision]))

    def _on_cell_chosen(self, scope: Scope) -> None:
        self._chosen = scope
        items = tuple(self._texts(words) for _, words in _CHOICES)
        offered = ActionSheet(items, alert_text=self._texts.of(scope.title))
        sheet = ActionSheetDialog(self._screen(), offered, self._texts)
        sheet.chosen.connect(self._on_sheet_chosen)
        sheet.open()

    def _on_sheet_chosen(self, choice: int | None) -> None:
        if choice is not None and self._chosen is not None:
            self._set(self._chosen, _CHOICES[choice][0])

    def _set(self, scope: Scope, decision: Decision) -> None:
        decide = partial(self._store.decide, self._subject, scope.id)
        saved(partial(decide, decision, Actor.SETTINGS), self._screen(), self._texts)

    def _on_again_clicked(self) -> None:
        dialog = ModalDialog(self._screen(), ask_again_question(self._name, self._texts))
        dialog.answered.connect(self._on_question_answered)
        dialog.open()

    def _on_question_answered(self, answer: ModalAnswer) -> None:
        if answer.confirm and self._take_all_back is not None:
            saved(self._take_all_back, self._screen(), self._texts)

    def _on_store_change(self, change: Change) -> None:
        if change.subject == self._subject and change.scope in self._cells:
            self._show_state(change.scope)

    def _on_finished(self) -> None:
        self._unwatch()

    def _screen(self) -> QWidget:
        screen = self.parentWidget()
        assert screen is not None
        return screen
