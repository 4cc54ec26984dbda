"""A report for the terminal: the issues of one file or page together, in columns."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from miniapp_host.checks.issues import PACKAGE, Issue, Severity
from miniapp_host.checks.report import PageReport, Report

_COLOURS = {Severity.ERROR: "31", Severity.WARNING: "33", Severity.NOTE: "36"}
_BOLD, _FAINT = "1", "2"
_WIDEST_PLACE = 6
_LONGEST = 300


class Table:
    """Writes reports with colours or without."""

    def __init__(self, coloured: bool) -> None:
        self._coloured = coloured

    def lines(self, report: Report) -> Iterator[str]:
        """The lines: findings by file, by page, the pages that asked for scopes, the sum."""
        for heading, issues in groupby(report.findings, _heading):
            yield self._paint(heading, _BOLD)
            yield from self._group(tuple(issues))
            yield ""
        yield from self._prompts(report.pages)
        yield self._sum(report)

    def _group(self, issues: tuple[Issue, ...]) -> Iterator[str]:
        places = [_place(one) for one in issues]
        wide = max(_WIDEST_PLACE, *(len(place) for place in places))
        for one, place in zip(issues, places, strict=True):
            severity = self._paint(f"{one.severity.value:7}", _COLOURS[one.severity])
            yield f"  {place:>{wide}}  {severity}  {_one_line(one.text)}"
            if one.remedy:
                yield f"  {'':{wide}}           {self._paint(one.remedy, _FAINT)}"

    def _prompts(self, pages: Iterable[PageReport]) -> Iterator[str]:
        asking = [page for page in pages if page.prompts]
        if not asking:
            return
        yield self._paint("Asked while the page was loading", _BOLD)
        wide = max(len(page.path) for page in asking)
        for page in asking:
            yield f"  {page.path:{wide}}  {', '.join(page.prompts)}"
        yield ""

    def _sum(self, report: Report) -> str:
        errors, warnings, notes = (report.count(each) for each in Severity)
        opened = sum(page.opened for page in report.pages)
        found = f"{_many(errors, 'error')}, {_many(warnings, 'warning')}, {_many(notes, 'note')}"
        text = f"{report.program['name']}: {opened} of {_many(len(report.pages), 'page')} opened; "
        return self._paint(text + found, _COLOURS[Severity.ERROR] if errors else _BOLD)

    def _paint(self, text: str, colour: str) -> str:
        return f"\x1b[{colour}m{text}\x1b[0m" if self._coloured else text


def _heading(issue: Issue) -> str:
    return issue.file if issue.where == PACKAGE else f"page {issue.where}"


def _place(issue: Issue) -> str:
    """The place of an issue: the line under a file's heading, file and line under a page's."""
    if issue.where != PACKAGE:
        return issue.place
    return "" if issue.line is None else str(issue.line)


def _one_line(text: str) -> str:
    """The text without line breaks and control characters, which could command the terminal."""
    plain = "".join(letter if letter.isprintable() else " " for letter in text)
    line = " ".join(plain.split())
    return line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1]}…"


def _many(count: int, word: str) -> str:
    return f"{count} {word}" if count == 1 else f"{count} {word}s"
