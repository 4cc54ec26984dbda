"""The settings of one program as the panel offers them: the first switching off is asked about.

A proxy between SettingsModel and its view, so that whatever changes a row there meets it.
"""

from PySide6.QtCore import QIdentityProxyModel, QModelIndex, Qt, Signal

from miniapp_host.permissions.decisions import Decision
from miniapp_host.permissions.scopes import Scope
from miniapp_host.shell.settings.settings_model import Index, Role, SettingsModel


class CarefulModel(QIdentityProxyModel):
    """Lets every change through, but asks before the first that denies a scope.

    One object serves one visit of the panel; it takes over `source`.
    """

    confirmation_needed = Signal(Scope)
    """The person wants to switch this scope off; nothing changes before `turn_off`."""

    def __init__(self, source: SettingsModel) -> None:
        super().__init__()
        self._has_confirmed = False
        source.setParent(self)
        self.setSourceModel(source)

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Change a decision; False if it could not be written or has to be confirmed first."""
        if _denies(value, role) and not self._has_confirmed and index.isValid():
            self.confirmation_needed.emit(index.data(Role.SCOPE))
            return False
        return super().setData(index, value, role)

    def turn_off(self, scope: Scope) -> None:
        """Deny `scope` after the person has confirmed, and ask no more in this visit.

        Does nothing to a scope that is no longer listed.
        """
        self._has_confirmed = True
        index = self.index_of(scope.id)
        if index.isValid():
            self.setData(index, Decision.DENIED, Role.DECISION)

    def index_of(self, scope_id: str) -> QModelIndex:
        """The row of a scope; an invalid index if it is not listed."""
        rows = (self.index(row, 0) for row in range(self.rowCount()))
        found = (index for index in rows if index.data(Role.SCOPE).id == scope_id)
        return next(found, QModelIndex())


def _denies(value: object, role: int) -> bool:
    """Whether a change to `value` would deny a scope."""
    if role == Role.DECISION:
        return value is Decision.DENIED
    return role == Role.ALLOWED and Qt.CheckState(value) is Qt.CheckState.Unchecked
