"""What an open program wrote to its console, newest last, as a Qt model."""

from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import Enum

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from miniapp_host.texts import Texts
from miniapp_host.watchers import Notice

MOST_ENTRIES = 1000
LONGEST_TEXT = 10_000


class Level(Enum):
    """How serious an entry is; the values are JavaScript's."""

    LOG = "log"
    INFO = "info"
    WARN = "warn"
    ERROR = "error"
    COMMAND = "command"
    """What the person typed to be evaluated; the next two are what came of it."""
    RESULT = "result"
    FAILURE = "failure"

    @classmethod
    def named(cls, word: str) -> "Level":
        """The level of a console method's name; `log` for any other word."""
        return next((level for level in _METHODS if level.value == word), cls.LOG)


_METHODS = (Level.LOG, Level.INFO, Level.WARN, Level.ERROR)


@dataclass(frozen=True, slots=True)
class LogEntry:
    """One line of the console; `file` and `line` where it is known who wrote it."""

    level: Level
    text: str
    """What the program wrote; a `Sentence` is the host's, which people read in their language."""
    file: str = ""
    line: int | None = None
    time: datetime = field(default_factory=datetime.now)
    values: tuple[object, ...] = ()
    """What was logged, in the form of shown-value.js; empty if the text says it all."""

    @property
    def place(self) -> str:
        """`file:line`, `file`, or an empty text."""
        return f"{self.file}:{self.line}" if self.file and self.line is not None else self.file

    def __str__(self) -> str:
        return self._line(self.text)

    def as_line(self, texts: Texts) -> str:
        """As `str` gives it, with what the host says in the language of `texts`."""
        return self._line(texts.said(self.text))

    def _line(self, said: str) -> str:
        where = f"  ({self.place})" if self.place else ""
        return f"{self.time:%H:%M:%S} {self.level.value.upper():5} {said}{where}"


Index = QModelIndex | QPersistentModelIndex


class ConsoleModel(QAbstractListModel):
    """The last thousand entries; `errors_changed` tells how many of them are errors."""

    errors_changed = Signal(int)
    cleared = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._entries: list[LogEntry] = []
        self._errors = 0
        self._removed = 0
        self.changes = Notice()
        """Given when an entry has come."""

    @property
    def entries(self) -> tuple[LogEntry, ...]:
        """The entries, oldest first."""
        return tuple(self._entries)

    @property
    def errors(self) -> int:
        """The number of errors since the console was cleared."""
        return self._errors

    @property
    def first_error(self) -> LogEntry | None:
        """The oldest error that is still there."""
        return next((entry for entry in self._entries if entry.level is Level.ERROR), None)

    def append(self, entry: LogEntry) -> None:
        """Add an entry, its text cut if too long; the oldest goes when there are too many."""
        if len(self._entries) >= MOST_ENTRIES:
            self.beginRemoveRows(QModelIndex(), 0, 0)
            del self._entries[0]
            self._removed += 1
            self.endRemoveRows()
        row = len(self._entries)
        self.beginInsertRows(QModelIndex(), row, row)
        if len(entry.text) > LONGEST_TEXT:
            entry = replace(entry, text=entry.text[:LONGEST_TEXT])
        self._entries.append(entry)
        self.endInsertRows()
        self.changes.give()
        if entry.level is Level.ERROR:
            self._count_errors(self._errors + 1)

    def since(self, number: int) -> list[tuple[int, LogEntry]]:
        """The entries from that number on, each with its own."""
        first = max(number, self._removed)
        return list(enumerate(self._entries[first - self._removed :], first))

    def clear(self) -> None:
        """Remove all entries."""
        if self._entries:
            self.beginRemoveRows(QModelIndex(), 0, len(self._entries) - 1)
            self._removed += len(self._entries)
            self._entries.clear()
            self.endRemoveRows()
        self._count_errors(0)
        self.cleared.emit()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self._entries)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not self.checkIndex(index, self.CheckIndexOption.IndexIsValid):
            return None
        entry = self._entries[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return str(entry)
            case Qt.ItemDataRole.UserRole:
                return entry
            case _:
                return None

    def _count_errors(self, errors: int) -> None:
        if errors != self._errors:
            self._errors = errors
            self.errors_changed.emit(errors)
