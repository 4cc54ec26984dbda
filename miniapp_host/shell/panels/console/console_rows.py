"""The rows of the panel Console: an entry with its number, its columns, and what is said of it."""

from dataclasses import dataclass
from functools import partial

from miniapp_host.programs.page_data import decoded
from miniapp_host.shell.console.console_model import Level, LogEntry
from miniapp_host.shell.inspector.detail import DetailText, DetailTree, Fact, Remedy
from miniapp_host.shell.inspector.record_model import Column
from miniapp_host.shell.inspector.table_cell import Cut, TableCell
from miniapp_host.shell.kit.theme import Tone
from miniapp_host.texts import Texts

OPEN_PLACE = "open"
"""The name of the button that opens the place of an entry."""
_ICONS = {
    Level.ERROR: "error",
    Level.WARN: "warning",
    Level.COMMAND: "chevron-right",
    Level.RESULT: "chevron-left",
    Level.FAILURE: "error",
}
_TONES: dict[Level, Tone] = {
    Level.ERROR: "error_ink",
    Level.WARN: "warning_ink",
    Level.COMMAND: "link",
    Level.FAILURE: "error_ink",
}


@dataclass(frozen=True, slots=True)
class ConsoleRow:
    """One entry and its number since the program was opened."""

    number: int
    entry: LogEntry


class ConsoleFilter:
    """Lets rows through by level and word; what the person typed only among all."""

    def __init__(self, word: str, level: str, texts: Texts) -> None:
        """`word` is casefolded; `level` is `all` or a level's value."""
        self._texts = texts
        self._word = word
        self._level = level

    def __call__(self, row: ConsoleRow) -> bool:
        level = Level.LOG if row.entry.level is Level.INFO else row.entry.level
        if self._level not in ("all", level.value):
            return False
        return not self._word or self._word in said_row(row, self._texts)


def said_row(row: ConsoleRow, texts: Texts) -> str:
    """The casefolded text and place of a row, to find a word in."""
    return f"{texts.said(row.entry.text)}\n{row.entry.place}".casefold()


def number_of(row: ConsoleRow) -> int:
    """The key of a row."""
    return row.number


def console_columns(texts: Texts) -> tuple[Column[ConsoleRow], ...]:
    """The columns, left to right."""
    return (
        Column(texts("Time"), _time_cell, 76, shown_from=420, value=number_of),
        Column(texts("Text"), partial(_text_cell, texts), stretches=True),
        Column(texts("Place"), _place_cell, 150, hint=_whole_place),
    )


def _time_cell(row: ConsoleRow) -> TableCell:
    return TableCell(f"{row.entry.time:%H:%M:%S}", tone="fg_1", code=True)


def _text_cell(texts: Texts, row: ConsoleRow) -> TableCell:
    icon = _ICONS.get(row.entry.level, "")
    tone = _TONES.get(row.entry.level, "fg_0")
    said = texts.said(row.entry.text).strip()
    return TableCell(said, tone=tone, icon=icon, gutter=True, code=True, cut=Cut.END)


def _place_cell(row: ConsoleRow) -> TableCell:
    """The file and its folder: most files of programs are called `index.js`."""
    place = "/".join(row.entry.place.split("/")[-2:])
    return TableCell(place, tone="link", code=True, cut=Cut.START, link=bool(place))


def _whole_place(row: ConsoleRow) -> str:
    return row.entry.place


def console_detail(entry: LogEntry, texts: Texts) -> DetailText:
    """All about one entry."""
    facts = [Fact(texts("Text"), texts.said(entry.text), code=True)]
    if entry.place:
        facts.append(Fact(texts("Place"), entry.place, code=True))
    facts.append(Fact(texts("Time"), f"{entry.time:%Y-%m-%d %H:%M:%S.%f}"[:-3], code=True))
    remedies = [Remedy(OPEN_PLACE, texts("Open in the editor"))] if entry.place else []
    return DetailText(facts=facts, remedies=remedies, trees=_trees(entry, texts))


def _trees(entry: LogEntry, texts: Texts) -> list[DetailTree]:
    """The objects and lists among what was logged, as trees."""
    values = [decoded(value) for value in entry.values]
    return [DetailTree(texts("Value"), one) for one in values if isinstance(one, dict | list)]
