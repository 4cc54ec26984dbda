"""Opens every declared page of a program and tells what the *host* did wrong on each.

`python -m tests.corpus.open_pages FOLDER [--page P]… [--skip ROOT]… [--json FILE]`. What is wrong
with the program is `miniapp-host check`'s part; both open pages with the product's PageOpener.
"""

import argparse
import json
import sys
import tempfile
from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass
from pathlib import Path

from miniapp_host.automation.scripted_prompter import ScriptedPrompter
from miniapp_host.permissions.prompts import Answer
from miniapp_host.phone.options import Options
from miniapp_host.phone.phone import Phone
from miniapp_host.phone.running import run_unseen
from miniapp_host.programs.package import Package
from miniapp_host.shell.console.console_model import Level, LogEntry
from miniapp_host.visits.page_opener import Outcome, PageOpener, PageVisit
from tests.corpus.host_warnings import HostWarnings

OF_THE_VIEW = "(mp://"
BAD = (Outcome.HUNG, Outcome.CRASHED, Outcome.REFUSED)


@dataclass(frozen=True)
class PageReport:
    """What came of opening one page."""

    page: str
    outcome: str
    ms: int
    errors: tuple[str, ...]
    warnings: tuple[str, ...]
    host: tuple[str, ...]
    """What the host's own code complained of: the view's console, Python's log."""
    clean: bool


class Tour:
    """All the pages of one program; `reports` grows as they are opened."""

    def __init__(self, words: argparse.Namespace) -> None:
        self.reports: list[PageReport] = []
        self._words = words
        self._warnings = HostWarnings()

    def begin(self, phone: Phone, on_finished: Callable[[], None]) -> None:
        words = self._words
        self._phone = phone
        pages = words.page or pages_of(words.folder, words.skip)
        opener = PageOpener(phone, words.folder, pages, words.limit, phone)
        opener.page_settled.connect(self._on_page_settled)
        opener.page_visited.connect(self._on_page_visited)
        opener.finished.connect(on_finished)
        opener.start()

    def _on_page_settled(self, page: str) -> None:
        if self._words.pictures:
            picture = self._words.pictures / f"{page.replace('/', '_')}.png"
            self._phone.window.grab().save(str(picture))

    def _on_page_visited(self, visit: PageVisit) -> None:
        report = make_report(visit, self._warnings.texts)
        self._warnings.texts.clear()
        self.reports.append(report)
        print(table([report]), flush=True)


def make_report(visit: PageVisit, host: Iterable[str]) -> PageReport:
    said = [entry for entry in visit.entries if OF_THE_VIEW not in entry.text]
    ours = (entry.text for entry in visit.entries if OF_THE_VIEW in entry.text)
    complaints = tuple(dict.fromkeys([*host, *ours]))
    errors = _of_level(said, Level.ERROR)
    return PageReport(
        page=visit.page,
        outcome=f"{visit.outcome.value} {visit.how}".strip(),
        ms=visit.ms,
        errors=errors,
        warnings=_of_level(said, Level.WARN),
        host=complaints,
        clean=not (errors or complaints or visit.outcome in BAD),
    )


def _of_level(entries: Iterable[LogEntry], level: Level) -> tuple[str, ...]:
    found = [f"{one.text} ({one.place})" for one in entries if one.level is level]
    return tuple(dict.fromkeys(found))


def pages_of(folder: Path, skipped: Iterable[str] = ()) -> list[str]:
    """The declared pages that have a .wxml, but for those under a skipped root."""
    package = Package.open(folder)
    pages = [page for page in package.manifest.pages if package.has(f"{page}.wxml")]
    return [page for page in pages if not page.startswith(tuple(f"{one}/" for one in skipped))]


def table(reports: Iterable[PageReport]) -> str:
    """One line per page, its errors below it."""
    lines = []
    for one in reports:
        lines.append(f"{'ok ' if one.clean else 'BAD'} {one.ms:6} ms  {one.page}  {one.outcome}")
        lines += [f"      error  {text[:300]}" for text in one.errors]
        lines += [f"      host   {text[:300]}" for text in one.host]
        lines += [f"      warn   {text[:160]}" for text in one.warnings]
    return "\n".join(lines)


def main() -> int:
    words = _words()
    tour = Tour(words)
    with tempfile.TemporaryDirectory() as data_dir:
        prompter = ScriptedPrompter(usual=Answer.DISMISS)
        run_unseen(Options(data_dir=Path(data_dir)), prompter, tour.begin)
    reports = tour.reports
    if words.json:
        words.json.write_text(json.dumps([asdict(one) for one in reports], indent=1), "utf-8")
    bad = sum(not one.clean for one in reports)
    print(f"{len(reports)} pages, {len(reports) - bad} without an error, {bad} with")
    return 1 if bad else 0


def _words() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.corpus.open_pages")
    parser.add_argument("folder", type=Path, help="the program's folder, a local checkout")
    parser.add_argument("--page", action="append", help="only this page; may be repeated")
    parser.add_argument("--skip", action="append", default=[], help="a subpackage to leave out")
    parser.add_argument("--limit", type=float, default=15, help="seconds for one page")
    parser.add_argument("--json", type=Path, help="writes the reports there")
    parser.add_argument("--pictures", type=Path, help="a picture of every page, in this folder")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
