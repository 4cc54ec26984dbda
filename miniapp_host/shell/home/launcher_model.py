"""The launcher's programs as a Qt model over the library, in its order, with exact signals."""

from collections.abc import Callable, Sequence
from datetime import datetime
from enum import IntEnum
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import (
    QAbstractListModel,
    QByteArray,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    QTimer,
    Signal,
)

from miniapp_host.memory.store_error import StoreError
from miniapp_host.programs.samples import shown_name
from miniapp_host.shell.home.ago import use_said
from miniapp_host.shell.kit.bound_watch import bound_watch
from miniapp_host.shell.kit.program_icon import ProgramFace
from miniapp_host.texts import Texts

Index = QModelIndex | QPersistentModelIndex

AGAIN_MS = 500
"""Milliseconds until the next attempt to read the library."""


class Listed(Protocol):
    """What the launcher reads of a program."""

    @property
    def id(self) -> str: ...
    @property
    def name(self) -> str: ...
    @property
    def icon(self) -> Path | None: ...
    @property
    def owned(self) -> bool: ...
    @property
    def last_used(self) -> datetime | None: ...


class Shelf(Protocol):
    """What the launcher reads of the library."""

    def programs(self) -> Sequence[Listed]:
        """The installed programs, last used first."""
        ...

    def watch(self, callback: Callable[[str], None]) -> Callable[[], None]:
        """Call `callback` with the id of each program that changed; the result ends that."""
        ...


class Role(IntEnum):
    """The kinds of data of a row."""

    NAME = Qt.ItemDataRole.DisplayRole
    FACE = Qt.ItemDataRole.UserRole + 1
    LAST_USED = Qt.ItemDataRole.UserRole + 2
    RUNNING = Qt.ItemDataRole.UserRole + 3
    OWNED = Qt.ItemDataRole.UserRole + 4


class LauncherModel(QAbstractListModel):
    """Rows are the library's programs; which of them run is told by `set_running`.

    While another process has the library, the rows stay as they were, and it looks again.
    """

    failed = Signal(StoreError)
    """The library could not be read."""

    def __init__(
        self, shelf: Shelf, parent: QObject | None = None, texts: Texts | None = None
    ) -> None:
        super().__init__(parent)
        self._shelf = shelf
        self._texts = texts
        self._running: frozenset[str] = frozenset()
        self._rows: list[Listed] = list(shelf.programs())
        self._again = QTimer(self, singleShot=True, interval=AGAIN_MS)
        self._again.timeout.connect(self._look)
        self._unwatch = bound_watch(self, shelf.watch, self._on_shelf_change)

    def close(self) -> None:
        """Stop listening to the library."""
        self._unwatch()
        self._again.stop()

    def set_running(self, running: frozenset[str]) -> None:
        """Set the ids of the programs that are open, in front or not."""
        changed = running ^ self._running
        self._running = running
        for row, program in enumerate(self._rows):
            if program.id in changed:
                self.dataChanged.emit(self.index(row), self.index(row), [Role.RUNNING])

    def row_of(self, program_id: str) -> int | None:
        """The row of a program, None if it is not installed."""
        rows = (row for row, program in enumerate(self._rows) if program.id == program_id)
        return next(rows, None)

    def face_of(self, program_id: str) -> ProgramFace:
        """How a program shows itself; by its id alone if it is not installed."""
        found = (program for program in self._rows if program.id == program_id)
        program = next(found, None)
        return self._face(program) if program else ProgramFace(program_id, program_id)

    def _face(self, program: Listed) -> ProgramFace:
        return ProgramFace(program.id, self._name(program), program.icon)

    def _name(self, program: Listed) -> str:
        if self._texts is None:
            return program.name
        return shown_name(program.id, program.name, self._texts)

    def _use(self, program: Listed) -> str | None:
        if self._texts is None:
            return None
        running = program.id in self._running
        return use_said(
            program.last_used, datetime.now().astimezone(), self._texts, running=running
        )

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self._rows)

    def roleNames(self) -> dict[int, QByteArray]:
        return {int(role): QByteArray(role.name.lower().encode()) for role in Role}

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not self.checkIndex(index, self.CheckIndexOption.IndexIsValid):
            return None
        program = self._rows[index.row()]
        match role:
            case Role.NAME | Qt.ItemDataRole.AccessibleTextRole:
                return self._name(program)
            case Qt.ItemDataRole.AccessibleDescriptionRole:
                return self._use(program)
            case Role.FACE:
                return self._face(program)
            case Role.LAST_USED:
                return program.last_used
            case Role.RUNNING:
                return program.id in self._running
            case Role.OWNED:
                return program.owned
            case _:
                return None

    def _on_shelf_change(self, _program_id: str) -> None:
        self._look()

    def _look(self) -> None:
        try:
            wanted = self._shelf.programs()
        except StoreError as error:
            if error.is_passing:
                self._again.start()
            else:
                self.failed.emit(error)
        else:
            self._become(wanted)

    def _become(self, wanted: Sequence[Listed]) -> None:
        """Turns the old rows into the new ones, in steps that are announced one by one."""
        kept = {program.id for program in wanted}
        for row in reversed(range(len(self._rows))):
            if self._rows[row].id not in kept:
                self._take_out(row)
        for row, program in enumerate(wanted):
            self._settle(row, program)

    def _settle(self, row: int, program: Listed) -> None:
        """Puts `program` into `row`; all rows above are right already."""
        present = self.row_of(program.id)
        if present is None:
            self._put_in(row, program)
            return
        if present != row:
            self._move(present, row)
        if self._rows[row] != program:
            self._rows[row] = program
            self.dataChanged.emit(self.index(row), self.index(row))

    def _take_out(self, row: int) -> None:
        self.beginRemoveRows(QModelIndex(), row, row)
        del self._rows[row]
        self.endRemoveRows()

    def _put_in(self, row: int, program: Listed) -> None:
        self.beginInsertRows(QModelIndex(), row, row)
        self._rows.insert(row, program)
        self.endInsertRows()

    def _move(self, source: int, target: int) -> None:
        self.beginMoveRows(QModelIndex(), source, source, QModelIndex(), target)
        self._rows.insert(target, self._rows.pop(source))
        self.endMoveRows()
