"""The columns of the panel Calls; a narrow panel leaves out those that help least."""

import math

from miniapp_host.api.calls.journal import CallRecord
from miniapp_host.shell.inspector.record_model import Column
from miniapp_host.shell.inspector.table_cell import Cut, TableCell
from miniapp_host.shell.kit.theme import Tone
from miniapp_host.shell.panels.calls.call_words import dot_of, has_failed, said_how, said_seconds
from miniapp_host.texts import Texts


class CallColumns:
    """Makes the cells in the language of `texts`."""

    def __init__(self, texts: Texts) -> None:
        self._texts = texts

    def all(self) -> tuple[Column[CallRecord], ...]:
        """The columns, left to right."""
        texts = self._texts
        return (
            Column(texts("Time"), self._time, 76, hint=self._whole_time, value=_began),
            Column(texts("Page"), self._page, 130, shown_from=1000),
            Column(texts("Interface"), self._name, 150),
            Column(texts("Arguments"), self._arguments, 150, shown_from=860),
            Column(texts("Permission"), self._scope, 130, shown_from=700),
            Column(texts("Decided"), self._how, 140),
            Column(texts("Result"), self._result, stretches=True),
            Column(texts("Took"), self._seconds, 76, shown_from=540, right=True, value=_lasted),
        )

    def _time(self, record: CallRecord) -> TableCell:
        return TableCell(f"{record.at.astimezone():%H:%M:%S}", tone="fg_1", code=True)

    def _whole_time(self, record: CallRecord) -> str:
        return f"{record.at.astimezone():%Y-%m-%d %H:%M:%S.%f}"[:-3]

    def _page(self, record: CallRecord) -> TableCell:
        # The path says more than the end of a query.
        cut = Cut.END if "?" in record.page else Cut.START
        return TableCell(record.page, tone="fg_1", code=True, cut=cut)

    def _name(self, record: CallRecord) -> TableCell:
        return TableCell(record.name, code=True)

    def _arguments(self, record: CallRecord) -> TableCell:
        return TableCell(record.arguments, tone="fg_1", code=True, cut=Cut.END)

    def _scope(self, record: CallRecord) -> TableCell:
        return TableCell((record.scope or "").removeprefix("scope."), code=True)

    def _how(self, record: CallRecord) -> TableCell:
        return TableCell(said_how(record, self._texts), dot=dot_of(record))

    def _result(self, record: CallRecord) -> TableCell:
        if record.result is None:
            return TableCell("…" if record.runs else self._texts("closed"), tone="fg_1")
        short = record.result.removeprefix(f"{record.name}:")
        tone: Tone = "error_ink" if has_failed(record) else "fg_0"
        return TableCell(short, tone=tone, code=True, cut=Cut.END)

    def _seconds(self, record: CallRecord) -> TableCell:
        return TableCell(said_seconds(record.seconds), tone="fg_1", code=True, right=True)


def _began(record: CallRecord) -> float:
    return record.number


def _lasted(record: CallRecord) -> float:
    """What has not ended stands behind all that has."""
    return math.inf if record.seconds is None else record.seconds
