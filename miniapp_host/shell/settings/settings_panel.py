"""The settings of one program: a page with a switch per decided scope, and what else can be done.

A ScopeList shows the SettingsModel through a CarefulModel, which has the first switching off
confirmed here. What becomes of the program is the business of whoever hears the signals.
"""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from miniapp_host.api.calls.screen import ModalAnswer
from miniapp_host.memory.store_error import StoreError
from miniapp_host.permissions.prompts import NAME_LIMIT, plain_text
from miniapp_host.permissions.scopes import Scope
from miniapp_host.shell.kit.cell import Cell, CellGroup, Group
from miniapp_host.shell.kit.label import PlainLabel
from miniapp_host.shell.kit.page import Page
from miniapp_host.shell.settings.careful_model import CarefulModel
from miniapp_host.shell.settings.scope_list import ScopeList
from miniapp_host.shell.settings.settings_model import SettingsModel
from miniapp_host.shell.sheets.host_modals import question
from miniapp_host.shell.sheets.modal import ModalDialog
from miniapp_host.shell.sheets.notice import show_notice
from miniapp_host.shell.sheets.saving import tell_unsaved
from miniapp_host.texts import Texts


class SettingsPanel(Page):
    """Shows the settings of the program `name` (cleaned and capped here); open it with `open()`.

    It owns `model`, which goes with it.
    """

    closed = Signal()
    about_requested = Signal()
    restart_requested = Signal()
    delete_requested = Signal()
    states_requested = Signal()
    """The person wants to see and set the state of every scope."""
    clear_requested = Signal()

    def __init__(self, screen: QWidget, name: str, model: SettingsModel, texts: Texts) -> None:
        super().__init__(screen, texts("Settings"), texts("Back"))
        self.setObjectName("settingsPanel")
        self._name = plain_text(name, NAME_LIMIT)
        self._model = model
        self._careful = CarefulModel(model)
        self._careful.setParent(self)
        self._texts = texts
        self._wanted_off: Scope | None = None
        heading = texts("Allow “{name}” to use my following permissions", name=self._name)
        self._scopes = ScopeList(self._careful, heading)
        self._listed = Group(heading)
        self._listed.setObjectName("scopesGroup")
        self._listed.inside.addWidget(self._scopes)
        self._empty = self._make_empty()
        self.body.addWidget(self._listed)
        self.body.addWidget(self._empty)
        self.body.addWidget(self._make_actions())
        self.body.addWidget(self._make_testers())
        self.body.addStretch(1)
        self._careful.confirmation_needed.connect(self._on_confirmation_needed)
        self._scopes.selectionModel().currentChanged.connect(self._on_current_row_changed)
        model.rowsInserted.connect(self._show_what_there_is)
        model.rowsRemoved.connect(self._show_what_there_is)
        model.failed.connect(self._on_model_failed)
        self._show_what_there_is()
        if model.problem is not None:
            show_notice(screen, model.problem, texts)
        self.finished.connect(self._on_finished)

    def _make_empty(self) -> QWidget:
        words = self._texts("This program has not asked for anything yet")
        empty = PlainLabel(words, tone="fg_1", lines=0, align=Qt.AlignmentFlag.AlignHCenter)
        holder = QWidget()
        holder.setObjectName("settingsEmpty")
        inside = QVBoxLayout(holder)
        inside.setContentsMargins(32, 64, 32, 64)
        inside.addWidget(empty)
        return holder

    def _make_actions(self) -> CellGroup:
        group = CellGroup()
        about = Cell(self._texts("About"), clickable=True, chevron=True)
        restart = Cell(self._texts("Restart"), clickable=True)
        delete = Cell(self._texts("Delete"), tone="red", clickable=True)
        about.clicked.connect(self.about_requested)
        restart.clicked.connect(self.restart_requested)
        delete.clicked.connect(self.delete_requested)
        for name, cell in (("about", about), ("restart", restart), ("delete", delete)):
            cell.setObjectName(name)
            group.add(cell)
        return group

    def _make_testers(self) -> CellGroup:
        """What no phone has: it stands last, under a title of its own."""
        group = CellGroup(self._texts("For testing"))
        again = Cell(self._texts("Ask again"), clickable=True, chevron=True)
        clear = Cell(self._texts("Clear data"), clickable=True)
        again.clicked.connect(self.states_requested)
        clear.clicked.connect(self.clear_requested)
        for name, cell in (("askAgain", again), ("clearData", clear)):
            cell.setObjectName(name)
            group.add(cell)
        return group

    def _on_confirmation_needed(self, scope: Scope) -> None:
        self._wanted_off = scope
        title = self._texts("Turn off “{scope}”?", scope=self._texts.of(scope.title))
        content = self._texts(
            "“{name}” will no longer be able to use it. Features that need it may stop working.",
            name=self._name,
        )
        modal = question(title, content, self._texts("Turn off"), self._texts)
        dialog = ModalDialog(self._screen(), modal)
        dialog.answered.connect(self._on_confirmation_answered)
        dialog.open()

    def _on_confirmation_answered(self, answer: ModalAnswer) -> None:
        scope, self._wanted_off = self._wanted_off, None
        if answer.confirm and scope is not None:
            self._careful.turn_off(scope)

    def _on_current_row_changed(self) -> None:
        """Scrolls the page to the row that the keyboard has reached."""
        self.reveal(self._scopes)

    def _on_model_failed(self, error: StoreError) -> None:
        """Shows that the store could not write and nothing has changed."""
        tell_unsaved(error, self._screen(), self._texts)

    def _on_finished(self) -> None:
        self._model.close()
        self.closed.emit()

    def _screen(self) -> QWidget:
        screen = self.parentWidget()
        assert screen is not None
        return screen

    def _show_what_there_is(self) -> None:
        has_rows = self._model.rowCount() > 0
        self._listed.setVisible(has_rows)
        self._empty.setVisible(not has_rows and self._model.problem is None)
