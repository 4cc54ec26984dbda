"""The view of a SettingsModel: a cell with a switch per row, in step by the model's signals."""

from PySide6.QtCore import QModelIndex, Qt, Signal

from miniapp_host.permissions.scopes import Scope
from miniapp_host.shell.kit.cell import Cell, CellGroup
from miniapp_host.shell.kit.icon import Icon
from miniapp_host.shell.kit.switch import Switch
from miniapp_host.shell.settings.settings_model import Role, SettingsModel


class ScopeSwitch(Switch):
    """A switch that moves only when the model announces it; a click only requests it."""

    change_requested = Signal(Scope, bool)
    """The person wants the scope allowed (True) or not."""

    def __init__(self, scope: Scope, title: str, *, checked: bool) -> None:
        super().__init__(title, checked=checked)
        self.setObjectName(f"switch_{scope.id}")
        self._scope = scope

    def nextCheckState(self) -> None:
        """Requests the change instead of moving; the model announces whether it was made."""
        self.change_requested.emit(self._scope, not self.isChecked())


class ScopeList(CellGroup):
    """Shows every row of `model` under the title `heading`; it never changes the model itself."""

    change_requested = Signal(Scope, bool)
    """The person wants a scope allowed (True) or not."""

    def __init__(self, heading: str, model: SettingsModel) -> None:
        super().__init__(heading)
        self.setObjectName("scopes")
        self._model = model
        model.rowsInserted.connect(self._on_model_rows_inserted)
        model.rowsRemoved.connect(self._on_model_rows_removed)
        model.dataChanged.connect(self._on_model_data_changed)
        self._on_model_rows_inserted(QModelIndex(), 0, model.rowCount() - 1)

    def _on_model_rows_inserted(self, parent: QModelIndex, first: int, last: int) -> None:
        for row in range(first, last + 1):
            self.insert(row, self._make_cell(self._model.index(row)))

    def _on_model_rows_removed(self, parent: QModelIndex, first: int, last: int) -> None:
        for _ in range(first, last + 1):
            self.remove(first)

    def _on_model_data_changed(self, first: QModelIndex, last: QModelIndex) -> None:
        for row in range(first.row(), last.row() + 1):
            self._switch(row).setChecked(_is_allowed(self._model.index(row)))

    def _make_cell(self, index: QModelIndex) -> Cell:
        scope: Scope = index.data(Role.SCOPE)
        title = str(index.data(Role.TITLE))
        switch = ScopeSwitch(scope, title, checked=_is_allowed(index))
        switch.change_requested.connect(self.change_requested)
        return Cell(title, leading=Icon(scope.icon, 24, "fg_1"), trailing=switch)

    def _switch(self, row: int) -> ScopeSwitch:
        switch = self.cell(row).findChild(ScopeSwitch)
        assert isinstance(switch, ScopeSwitch)
        return switch


def _is_allowed(index: QModelIndex) -> bool:
    return bool(index.data(Role.ALLOWED) == Qt.CheckState.Checked)
