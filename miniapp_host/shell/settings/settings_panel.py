"""The settings of one program: a page with a switch per decided scope, and what else can be done.

Shows a SettingsModel and asks it for changes; what becomes of the program is the receiver's of the
signals.
"""

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from miniapp_host.api.calls.screen import ModalAnswer
from miniapp_host.memory.store_error import StoreError
from miniapp_host.permissions.prompts import NAME_LIMIT, plain_text
from miniapp_host.permissions.scopes import Scope
from miniapp_host.shell.kit.cell import Cell, CellGroup
from miniapp_host.shell.kit.icon import Icon
from miniapp_host.shell.kit.label import PlainLabel
from miniapp_host.shell.kit.page import Page
from miniapp_host.shell.kit.switch import Switch
from miniapp_host.shell.settings.settings_model import Role, SettingsModel
from miniapp_host.shell.sheets.host_modals import question
from miniapp_host.shell.sheets.modal import ModalDialog
from miniapp_host.shell.sheets.notice import show_notice
from miniapp_host.texts import Texts


class ScopeSwitch(Switch):
    """A switch that moves only when the store announces it; a click only requests it."""

    def __init__(self, scope: Scope, title: str, *, checked: bool) -> None:
        super().__init__(title, checked=checked)
        self.setObjectName(f"switch_{scope.id}")
        self.scope = scope

    def nextCheckState(self) -> None:
        """Does nothing: a click asks the model, and the store's announcement moves it."""


class SettingsPanel(Page):
    """Shows the settings of the program `name` (cleaned and capped here); open it with `open()`.

    It owns `model`, which goes with it.
    """

    closed = Signal()
    about_requested = Signal()
    restart_requested = Signal()
    delete_requested = Signal()

    def __init__(self, screen: QWidget, name: str, model: SettingsModel, texts: Texts) -> None:
        super().__init__(screen, texts("Settings"), texts("Back"))
        self.setObjectName("settingsPanel")
        self._name = plain_text(name, NAME_LIMIT)
        self._model = model
        model.setParent(self)
        self._texts = texts
        self._has_confirmed = False
        self._wanted_off: Scope | None = None
        heading = texts("Allow “{name}” to use my following permissions", name=self._name)
        self._scopes = CellGroup(heading)
        self._scopes.setObjectName("scopes")
        self._empty = self._make_empty()
        self.body.addWidget(self._scopes)
        self.body.addWidget(self._empty)
        self.body.addWidget(self._make_actions())
        self.body.addStretch(1)
        self._watch_model()
        self._on_model_rows_inserted(QModelIndex(), 0, model.rowCount() - 1)
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

    def _watch_model(self) -> None:
        self._model.rowsInserted.connect(self._on_model_rows_inserted)
        self._model.rowsRemoved.connect(self._on_model_rows_removed)
        self._model.dataChanged.connect(self._on_model_data_changed)
        self._model.failed.connect(self._on_model_failed)

    def _on_model_rows_inserted(self, parent: QModelIndex, first: int, last: int) -> None:
        for row in range(first, last + 1):
            self._scopes.insert(row, self._make_cell(row))
        self._show_what_there_is()

    def _make_cell(self, row: int) -> Cell:
        index = self._model.index(row)
        scope: Scope = index.data(Role.SCOPE)
        title = str(index.data(Role.TITLE))
        switch = ScopeSwitch(scope, title, checked=self._is_allowed(row))
        switch.clicked.connect(self._on_switch_clicked)
        return Cell(title, leading=Icon(scope.icon, 24, "fg_1"), trailing=switch)

    def _on_model_rows_removed(self, parent: QModelIndex, first: int, last: int) -> None:
        for _ in range(first, last + 1):
            self._scopes.remove(first)
        self._show_what_there_is()

    def _on_model_data_changed(self, first: QModelIndex, last: QModelIndex) -> None:
        for row in range(first.row(), last.row() + 1):
            self._switch(row).setChecked(self._is_allowed(row))

    def _on_switch_clicked(self) -> None:
        switch = self.sender()
        if not isinstance(switch, ScopeSwitch):
            return
        if switch.isChecked() and not self._has_confirmed:
            self._confirm_off(switch.scope)
        else:
            self._set(switch.scope, not switch.isChecked())

    def _confirm_off(self, scope: Scope) -> None:
        """Asks before the first switching off after the panel was opened."""
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
            self._has_confirmed = True
            self._set(scope, False)

    def _set(self, scope: Scope, allowed: bool) -> None:
        """Asks the model; a row that has gone meanwhile is not asked about."""
        state = Qt.CheckState.Checked if allowed else Qt.CheckState.Unchecked
        for row in range(self._model.rowCount()):
            index = self._model.index(row)
            if index.data(Role.SCOPE) == scope:
                self._model.setData(index, state, Role.ALLOWED)
                return

    def _on_model_failed(self, error: StoreError) -> None:
        """Shows that the store could not write and nothing has changed."""
        title = self._texts("The change could not be saved")
        show_notice(self._screen(), error, self._texts, title)

    def _on_finished(self) -> None:
        self._model.close()
        self.closed.emit()

    def _screen(self) -> QWidget:
        screen = self.parentWidget()
        assert screen is not None
        return screen

    def _is_allowed(self, row: int) -> bool:
        return bool(self._model.index(row).data(Role.ALLOWED) == Qt.CheckState.Checked)

    def _switch(self, row: int) -> ScopeSwitch:
        switch = self._scopes.cell(row).findChild(ScopeSwitch)
        assert isinstance(switch, ScopeSwitch)
        return switch

    def _show_what_there_is(self) -> None:
        has_rows = self._model.rowCount() > 0
        self._scopes.setVisible(has_rows)
        self._empty.setVisible(not has_rows and self._model.problem is None)
