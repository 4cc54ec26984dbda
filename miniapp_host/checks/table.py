"""A report for the terminal: the issues of one file or page together, in columns."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from miniapp_host.checks.issues import PACKAGE, Issue, Severity
from miniapp_host.checks.report import PageReport, Report
from miniapp_host.texts import Texts

_COLOURS = {Severity.ERROR: "31", Severity.WARNING: "33", Severity.NOTE: "36"}
_BOLD, _FAINT = "1", "2"
_WIDEST_PLACE = 6
_WIDEST_SEVERITY = len(Severity.WARNING.value)
_LONGEST = 300


class Table:
    """Writes reports with colours or without, in the language of `texts`."""

    def __init__(self, coloured: bool, texts: Texts) -> None:
        self._coloured = coloured
        self._texts = texts

    def lines(self, report: Report) -> Iterator[str]:
        """The lines: findings by file, by page, the pages that asked for scopes, the sum."""
        for heading, issues in groupby(report.findings, self._heading):
            yield self._paint(heading, _BOLD)
            yield from self._group(tuple(issues))
            yield ""
        yield from self._prompts(report.pages)
        yield self._sum(report)

    def _group(self, issues: tuple[Issue, ...]) -> Iterator[str]:
        places = [_place(one) for one in issues]
        wide = max(_WIDEST_PLACE, *(len(place) for place in places))
        for one, place in zip(issues, places, strict=True):
            severity = self._paint(self._severity(one.severity), _COLOURS[one.severity])
            yield f"  {place:>{wide}}  {severity}  {_one_line(self._texts.said(one.text))}"
            if one.remedy:
                remedy = self._paint(self._texts.said(one.remedy), _FAINT)
                yield f"  {'':{wide}}  {'':{_WIDEST_SEVERITY}}  {remedy}"

    def _prompts(self, pages: Iterable[PageReport]) -> Iterator[str]:
        asking = [page for page in pages if page.prompts]
        if not asking:
            return
        yield self._paint(self._texts("Asked while the page was loading"), _BOLD)
        wide = max(len(page.path) for page in asking)
        for page in asking:
            yield f"  {page.path:{wide}}  {', '.join(page.prompts)}"
        yield ""

    def _sum(self, report: Report) -> str:
        errors, warnings, notes = (report.count(each) for each in Severity)
        opened = sum(page.opened for page in report.pages)
        text = self._texts(
            "{name}: {opened} of {pages} opened; {errors}, {warnings}, {notes}",
            name=report.program["name"],
            opened=opened,
            pages=self._many(len(report.pages), "{n} page", "{n} pages"),
            errors=self._many(errors, "{n} error", "{n} errors"),
            warnings=self._many(warnings, "{n} warning", "{n} warnings"),
            notes=self._many(notes, "{n} note", "{n} notes"),
        )
        return self._paint(text, _COLOURS[Severity.ERROR] if errors else _BOLD)

    def _severity(self, severity: Severity) -> str:
        """The word for it, as wide as the widest."""
        word = self._texts(severity.value)
        return word + " " * (_WIDEST_SEVERITY - _columns(word))

    def _many(self, count: int, one: str, several: str) -> str:
        return self._texts(one if count == 1 else several, n=count)

    def _heading(self, issue: Issue) -> str:
        if issue.where == PACKAGE:
            return issue.file
        return self._texts("page {path}", path=issue.where)

    def _paint(self, text: str, colour: str) -> str:
        return f"\x1b[{colour}m{text}\x1b[0m" if self._coloured else text


def _columns(word: str) -> int:
    """How wide a terminal draws an English or a Chinese word."""
    return len(word) + sum(not letter.isascii() for letter in word)


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
