"""The decided scopes of one program as rows: a view of the store, without a copy of any value.

A row is a scope's id; what it says is read from the store each time, and a change is written there
and comes back as the store's announcement.
"""

from enum import IntEnum

from PySide6.QtCore import (
    QAbstractListModel,
    QByteArray,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from miniapp_host.memory.store_error import StoreError
from miniapp_host.permissions.decisions import Actor, Change, Decision, Subject
from miniapp_host.permissions.scopes import Scope, scope_named
from miniapp_host.permissions.store import PermissionStore
from miniapp_host.shell.kit.bound_watch import bound_watch
from miniapp_host.texts import Texts

Index = QModelIndex | QPersistentModelIndex


class Role(IntEnum):
    """What a row tells: the `Scope`, the `Decision`, the scope's title in the person's language."""

    SCOPE = Qt.ItemDataRole.UserRole + 1
    DECISION = Qt.ItemDataRole.UserRole + 2
    TITLE = Qt.ItemDataRole.DisplayRole
    ALLOWED = Qt.ItemDataRole.CheckStateRole


_CHANGING = [Role.DECISION, Role.ALLOWED]


class SettingsModel(QAbstractListModel):
    """The scopes in the order of their first decision; unknown scopes are not listed."""

    failed = Signal(StoreError)
    """A change could not be written and was not made."""

    def __init__(
        self,
        store: PermissionStore,
        subject: Subject,
        texts: Texts,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._store = store
        self._subject = subject
        self._texts = texts
        self.problem: StoreError | None = None
        """The error if the decisions could not be read; then no row is listed."""
        self._scopes = [scope for scope in self._decided() if scope_named(scope)]
        self._unwatch = bound_watch(self, store.watch, self._on_store_change)

    def close(self) -> None:
        """Stop listening to the store."""
        self._unwatch()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self._scopes)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not self._has(index):
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsUserCheckable

    def roleNames(self) -> dict[int, QByteArray]:
        return {int(role): QByteArray(role.name.lower().encode()) for role in Role}

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not self._has(index):
            return None
        scope = self._scope(index.row())
        match role:
            case Role.TITLE | Qt.ItemDataRole.AccessibleTextRole:
                return self._texts.of(scope.title)
            case Role.SCOPE:
                return scope
            case Role.DECISION:
                return self._decision(scope)
            case Role.ALLOWED:
                granted = self._decision(scope) is Decision.GRANTED
                return Qt.CheckState.Checked if granted else Qt.CheckState.Unchecked
            case _:
                return None

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Decides, with a `Decision` (Role.DECISION) or a check state; False if nothing was."""
        decision = _wanted(value, role)
        if decision is None or not self._has(index):
            return False
        return self._decide(self._scopes[index.row()], decision)

    def _has(self, index: Index) -> bool:
        own = index.isValid() and index.model() is self
        return own and index.column() == 0 and index.row() < len(self._scopes)

    def _scope(self, row: int) -> Scope:
        scope = scope_named(self._scopes[row])
        assert scope is not None
        return scope

    def _decided(self) -> list[str]:
        try:
            return list(self._store.decisions(self._subject))
        except StoreError as error:
            self.problem = error
            return []

    def _decision(self, scope: Scope) -> Decision:
        """The store's decision; one that cannot be read counts as not granted."""
        try:
            return self._store.decision(self._subject, scope.id)
        except StoreError:
            return Decision.DENIED

    def _decide(self, scope_id: str, decision: Decision) -> bool:
        try:
            self._store.decide(self._subject, scope_id, decision, Actor.SETTINGS)
        except StoreError as error:
            self.failed.emit(error)
            return False
        return True

    def _on_store_change(self, change: Change) -> None:
        if change.subject != self._subject or scope_named(change.scope) is None:
            return
        if change.decision is Decision.UNDECIDED:
            self._take_out(change.scope)
        elif change.scope in self._scopes:
            index = self.index(self._scopes.index(change.scope))
            self.dataChanged.emit(index, index, _CHANGING)
        else:
            self._put_in(change.scope)

    def _take_out(self, scope: str) -> None:
        if scope not in self._scopes:
            return
        row = self._scopes.index(scope)
        self.beginRemoveRows(QModelIndex(), row, row)
        del self._scopes[row]
        self.endRemoveRows()

    def _put_in(self, scope: str) -> None:
        row = len(self._scopes)
        self.beginInsertRows(QModelIndex(), row, row)
        self._scopes.append(scope)
        self.endInsertRows()


def _wanted(value: object, role: int) -> Decision | None:
    """The decision that `value` means; None for any other value."""
    if role == Role.DECISION and isinstance(value, Decision):
        return value
    if role != Role.ALLOWED:
        return None
    on = Qt.CheckState(value) is Qt.CheckState.Checked
    return Decision.GRANTED if on else Decision.DENIED
