"""The rows of the panel Check: one issue each."""

from collections.abc import Collection
from dataclasses import dataclass

from miniapp_host.checks.issues import PACKAGE, Issue, Severity
from miniapp_host.shell.inspector.detail import DetailText, Fact, Remedy
from miniapp_host.shell.inspector.record_model import Column
from miniapp_host.shell.inspector.table_cell import Cut, TableCell
from miniapp_host.shell.kit.theme import Tone
from miniapp_host.texts import Texts

OPEN_FILE, OPEN_PAGE = "file", "page"
_DOTS: dict[Severity, Tone] = {
    Severity.ERROR: "red",
    Severity.WARNING: "warning_ink",
    Severity.NOTE: "link",
}


@dataclass(frozen=True, slots=True)
class CheckRow:
    """One issue and its place in the list."""

    number: int
    issue: Issue


@dataclass(frozen=True)
class CheckFilter:
    """Lets rows through by severity and word; no severity lets all through."""

    word: str
    severity: str
    texts: Texts

    def __call__(self, row: CheckRow) -> bool:
        issue = row.issue
        if self.severity not in ("all", issue.severity.value):
            return False
        said = (issue.place, issue.where, issue.text, self.texts.said(issue.text))
        return any(self.word in one.casefold() for one in said)


def number_of(row: CheckRow) -> int:
    """The row's place in the order in which the check found it."""
    return row.number


def severity_words(texts: Texts) -> dict[Severity, str]:
    """What each severity is called."""
    return {
        Severity.ERROR: texts("Error"),
        Severity.WARNING: texts("Warning"),
        Severity.NOTE: texts("Note"),
    }


def check_columns(texts: Texts) -> tuple[Column[CheckRow], ...]:
    """Severity, file with line, text."""
    words = severity_words(texts)

    def severity_cell(row: CheckRow) -> TableCell:
        severity = row.issue.severity
        return TableCell(words[severity], dot=_DOTS[severity])

    def text_cell(row: CheckRow) -> TableCell:
        return TableCell(texts.said(row.issue.text), cut=Cut.END)

    return (
        Column(texts("Severity"), severity_cell, 82, value=_severity),
        Column(texts("Place"), _place_cell, 150),
        Column(texts("Text"), text_cell, stretches=True),
    )


def _severity(row: CheckRow) -> float:
    """The worst first."""
    return tuple(Severity).index(row.issue.severity)


def check_detail(issue: Issue, pages: Collection[str], texts: Texts) -> DetailText:
    """All about one issue; `pages` are those that the program declares."""
    facts = [Fact(texts("Place"), issue.place, code=True)]
    if issue.where != PACKAGE:
        facts.append(Fact(texts("Page"), issue.where, code=True))
    if issue.remedy:
        facts.append(Fact(texts("Remedy"), texts.said(issue.remedy)))
    remedies = [Remedy(OPEN_FILE, texts("Open the file"))] if issue.file else []
    if page_of(issue, pages):
        remedies.append(Remedy(OPEN_PAGE, texts("Open this page")))
    return DetailText(sentence=texts.said(issue.text), remedies=remedies, facts=facts)


def page_of(issue: Issue, pages: Collection[str]) -> str:
    """The declared page that the issue came up on or that its file belongs to; empty if none."""
    candidates = (issue.where, issue.file.rpartition(".")[0])
    return next((one for one in candidates if one in pages), "")


def _place_cell(row: CheckRow) -> TableCell:
    return TableCell(row.issue.place, code=True, link=True, cut=Cut.START)
