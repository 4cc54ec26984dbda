"""Makes the panels Permissions and Pending, and does what the person wishes there."""

from collections.abc import Sequence

from PySide6.QtCore import QObject

from miniapp_host.memory.store_error import StoreError
from miniapp_host.permissions.decisions import Actor, Subject
from miniapp_host.permissions.questions import Question
from miniapp_host.phone.panel_context import PanelContext
from miniapp_host.phone.scope_reader import ScopeReader
from miniapp_host.shell.panels.pending.pending_panel import AnswerWish, PendingPanel
from miniapp_host.shell.panels.permissions.permission_row import PermissionRow, PermissionSources
from miniapp_host.shell.panels.permissions.permissions_panel import (
    PermissionOwners,
    PermissionsPanel,
    StateWish,
)


def make_permissions_panel(context: PanelContext) -> PermissionsPanel:
    """The panel, which follows `context`."""
    keeper = PermissionKeeper(context)
    owners = PermissionOwners(
        store=context.memory.store,
        journal=context.parts.journal,
        subject=keeper.subject,
        news_of_questions=context.parts.broker.questions_changed,
        rows=keeper.rows,
    )
    panel = PermissionsPanel(owners, context.texts)
    keeper.setParent(panel)
    keeper.reader.found.connect(panel.look_again)
    context.program_changed.connect(panel.follow)
    panel.state_wished.connect(keeper.set_state)
    panel.all_again_wished.connect(keeper.ask_again)
    return panel


def make_pending_panel(context: PanelContext) -> PendingPanel:
    """The panel of the open questions of all programs."""
    panel = PendingPanel(context.parts.broker, context.parts.journal, context.texts)
    panel.answer_wished.connect(PendingAnswers(context, panel).give)
    return panel


class PendingAnswers(QObject):
    """Answers open questions as the person's prompt would."""

    def __init__(self, context: PanelContext, parent: QObject) -> None:
        super().__init__(parent)
        self._broker = context.parts.broker

    def give(self, wish: AnswerWish) -> None:
        """Answer the question, unless it was answered meanwhile."""
        self._broker.answer(wish.prompt, wish.answer, Actor.PROMPT)


class PermissionKeeper(QObject):
    """Reads the scopes of the program in front, and sets their states as the person wants."""

    def __init__(self, context: PanelContext) -> None:
        super().__init__()
        self._context = context
        self._sources = PermissionSources(context.memory.store, context.parts.ways, self._questions)
        self.reader = ScopeReader(self)

    def subject(self) -> Subject | None:
        """The program that is shown, None if there is none."""
        return self._context.program.subject if self._context.program is not None else None

    def rows(self) -> Sequence[PermissionRow]:
        """Its scopes as they stand now; none without a program."""
        program = self._context.program
        if program is None:
            return ()
        package = program.session.package
        used = self.reader.read(package)
        return self._sources.rows(program.subject, package.manifest, used)

    def _questions(self) -> tuple[Question, ...]:
        return self._context.parts.broker.questions

    def set_state(self, wish: StateWish) -> None:
        """Decide as the person wants, or tell why it can't be kept."""
        try:
            self._sources.store.decide(wish.subject, wish.scope.id, wish.decision, Actor.SETTINGS)
        except StoreError as error:
            self._context.problem_found.emit(error)

    def ask_again(self, subject: Subject) -> None:
        """Take back every decision, or tell why it can't be done."""
        try:
            self._context.memory.ask_again(subject)
        except (StoreError, OSError) as error:
            self._context.problem_found.emit(error)
