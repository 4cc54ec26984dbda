"""The columns of the panel Permissions; a narrow panel leaves out those that help least."""

from miniapp_host.shell.inspector.record_model import Column
from miniapp_host.shell.inspector.table_cell import Cut, TableCell
from miniapp_host.shell.kit.theme import Tone
from miniapp_host.shell.panels.permissions.permission_row import PermissionRow
from miniapp_host.shell.panels.permissions.permission_words import (
    WAY_WORDS,
    said_declared,
    said_purpose,
    said_state,
    said_ways,
    said_when,
    said_who,
    state_dot,
)
from miniapp_host.texts import Texts


class PermissionColumns:
    """Makes the cells in the language of `texts`."""

    def __init__(self, texts: Texts) -> None:
        self._texts = texts

    def all(self) -> tuple[Column[PermissionRow], ...]:
        """The columns, left to right."""
        texts = self._texts
        return (
            Column(texts("Permission"), self._title, 200, hint=self._id),
            Column(texts("State"), self._state, 100),
            Column(texts("Since"), self._since, 132, shown_from=600, value=_decided_at),
            Column(texts("By whom"), self._who, 150, shown_from=820),
            Column(texts("Ways seen"), self._ways, 84, hint=self._all_ways),
            Column(texts("Purpose"), self._purpose, 150, stretches=True),
            Column(texts("Declared"), self._declared, 160, shown_from=960),
        )

    def _title(self, row: PermissionRow) -> TableCell:
        return TableCell(self._texts.of(row.scope.title), icon=row.scope.icon)

    def _id(self, row: PermissionRow) -> str:
        return f"{row.scope.id}: {', '.join(row.scope.interfaces)}"

    def _state(self, row: PermissionRow) -> TableCell:
        return TableCell(said_state(row, self._texts), dot=state_dot(row))

    def _since(self, row: PermissionRow) -> TableCell:
        return TableCell(said_when(row.last, self._texts), tone="fg_1")

    def _who(self, row: PermissionRow) -> TableCell:
        return TableCell(said_who(row.last, self._texts), tone="fg_1")

    def _ways(self, row: PermissionRow) -> TableCell:
        done = row.seen.issuperset(row.ways)
        return TableCell(said_ways(row), tone="fg_0" if done else "fg_1", code=True)

    def _all_ways(self, row: PermissionRow) -> str:
        marks = (
            f"{'✓' if way in row.seen else '–'} {self._texts.of(WAY_WORDS[way])}"
            for way in row.ways
        )
        return "\n".join(marks)

    def _purpose(self, row: PermissionRow) -> TableCell:
        tone: Tone = "fg_0" if row.has_purpose else "error_ink" if row.lacks_purpose else "fg_1"
        return TableCell(said_purpose(row, self._texts), tone=tone, cut=Cut.END)

    def _declared(self, row: PermissionRow) -> TableCell:
        lacks = bool(row.declarable) and not row.declared
        tone: Tone = "error_ink" if lacks else "fg_1"
        text = said_declared(row, self._texts)
        return TableCell(text, tone=tone, code=bool(row.declared), cut=Cut.END)


def _decided_at(row: PermissionRow) -> float:
    """Seconds since 1970; what was never decided stands first."""
    at = row.last.at if row.last is not None else None
    return at.timestamp() if at is not None else 0
