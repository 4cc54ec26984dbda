"""Goes through the rows of a table to one in which a word stands, some of them in each turn."""

from collections import deque
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

from miniapp_host.shell.inspector.table import Table
from miniapp_host.shell.inspector.table_cell import Role

_AT_ONCE = 500

Says = Callable[[object], str]
"""Gives the casefolded text of a record."""


class RowSearch(QObject):
    """Chooses the row that it finds; a search that goes on ends when another one begins."""

    ended = Signal(bool)
    """Whether there is such a row."""

    def __init__(self, table: Table, says: Says) -> None:
        super().__init__(table)
        self._table = table
        self._says = says
        self._word = ""
        self._rows: deque[int] = deque()
        self._timer = QTimer(self, singleShot=True, interval=0)
        self._timer.timeout.connect(self._go_on)

    def find(self, word: str, *, forward: bool, here: bool) -> None:
        """Find `word` after the chosen row, or before it; `here`: the chosen row counts too.

        The first row follows the last one.
        """
        self._timer.stop()
        self._word = word.casefold()
        count, current = self._table.model().rowCount(), self._table.currentIndex().row()
        step = 1 if forward else -1
        if current < 0:
            first = 0 if forward else count - 1
        else:
            first = current if here else current + step
        self._rows = deque((first + step * at) % count for at in range(count))
        self._go_on()

    def _go_on(self) -> None:
        model = self._table.model()
        for _ in range(min(_AT_ONCE, len(self._rows))):
            index = model.index(self._rows.popleft(), 0)
            if index.isValid() and self._word in self._says(index.data(Role.RECORD)):
                self._table.choose_row(index.row())
                self.ended.emit(True)
                return
        if self._rows:
            self._timer.start()
        else:
            self.ended.emit(False)
