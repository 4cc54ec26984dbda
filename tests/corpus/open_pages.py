"""Opens every declared page of a program and tells what went wrong on each.

`python -m tests.corpus.open_pages FOLDER [--page P]… [--skip ROOT]… [--json FILE]`. A page that
hangs or crashes its renderer is a finding; the next one is opened on a fresh start.
"""

import argparse
import json
import sys
import tempfile
import time
from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass
from pathlib import Path

from miniapp_host.permissions.prompts import Answer, Prompt
from miniapp_host.programs.package import Package
from miniapp_host.shell.console_model import Level, LogEntry
from tests.corpus.phone_session import HostWarnings, PhoneSession, start_qt, wait_until

QUIET_MS = 200
MOST_QUIET_MS = 1500
OF_THE_VIEW = "(mp://"


@dataclass(frozen=True)
class PageReport:
    """What came of opening one page."""

    page: str
    state: str
    """opened | led to PATH | hung | crashed | blank"""
    seconds: float
    nodes: int
    errors: tuple[str, ...]
    warnings: tuple[str, ...]
    host: tuple[str, ...]
    """What the host's own code complained of: the view's console, Python's log."""
    prompts: tuple[str, ...]

    @property
    def clean(self) -> bool:
        return self.state != "hung" and not (self.errors or self.host or self.state == "crashed")


class Dismissing:
    """Dismisses every prompt and remembers for which scope it was."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def ask(self, prompt: Prompt, on_answer: Callable[[Answer], None]) -> None:
        self.asked.append(prompt.scope.id)
        on_answer(Answer.DISMISS)

    def withdraw(self, prompt: Prompt) -> None:
        """Nothing of it is on the screen."""


class PageOpener:
    """Opens pages one after the other in one running program."""

    def __init__(self, session: PhoneSession, prompter: Dismissing, limit: float) -> None:
        self._session = session
        self._prompter = prompter
        self._limit = limit
        self._warnings = HostWarnings()
        self._fresh = True

    def open(self, page: str, picture: Path | None = None) -> PageReport:
        """Opens `page`; a start from nothing follows whatever did not come to an end."""
        began = time.monotonic()
        state = self._reach(page)
        if state == "hung" and not self._fresh:
            self._fresh = True  # the page before may be the one that hangs
            state = self._reach(page)
        self._fresh = state in ("hung", "crashed")
        self._session.settle(QUIET_MS, MOST_QUIET_MS)
        nodes = self._nodes()
        if self._session.crashes:
            state, self._fresh = "crashed", True
        if picture:
            self._session.phone.window.grab().save(str(picture))
        self._session.dismiss_overlays()
        return self._report(page, state, time.monotonic() - began, nodes)

    def _reach(self, page: str) -> str:
        session = self._session
        if self._fresh:
            session.crashes.clear()
            reached = session.start(page, self._limit)
        else:
            number, _ = session.front()
            session.relaunch(page)
            reached = wait_until(
                lambda: session.front()[0] != number or bool(session.crashes), self._limit
            )
        if session.crashes:
            return "crashed"
        _, path = session.front()
        if not reached:
            return "hung"
        return "opened" if path == page else f"led to {path}"

    def _nodes(self) -> int:
        count = self._session.evaluate(
            "document.querySelector('.sheet[data-state=shown] iframe')"
            ".contentDocument.querySelectorAll('*').length"
        )
        return count if isinstance(count, int) else 0

    def _report(self, page: str, state: str, seconds: float, nodes: int) -> PageReport:
        entries, host = list(self._session.entries), list(self._warnings.texts)
        prompts = tuple(self._prompter.asked)
        for heard in (self._session.entries, self._warnings.texts, self._prompter.asked):
            heard.clear()
        said = [entry for entry in entries if OF_THE_VIEW not in entry.text]
        host += [entry.text for entry in entries if OF_THE_VIEW in entry.text]
        return PageReport(
            page=page,
            state=state,
            seconds=round(seconds, 2),
            nodes=nodes,
            errors=_of_level(said, Level.ERROR),
            warnings=_of_level(said, Level.WARN),
            host=tuple(dict.fromkeys(host)),
            prompts=prompts,
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
        mark = "ok " if one.clean else "BAD"
        lines.append(f"{mark} {one.seconds:5.1f} s {one.nodes:5} nodes  {one.page}  {one.state}")
        lines += [f"      error  {text[:300]}" for text in one.errors]
        lines += [f"      host   {text[:300]}" for text in one.host]
        lines += [f"      warn   {text[:160]}" for text in one.warnings]
        lines += [f"      asked  {text}" for text in one.prompts]
    return "\n".join(lines)


def main() -> int:
    words = _words()
    app = start_qt()
    with tempfile.TemporaryDirectory() as data_dir:
        prompter = Dismissing()
        session = PhoneSession(Path(data_dir), words.folder, prompter)
        opener = PageOpener(session, prompter, words.limit)
        reports = []
        for page in words.page or pages_of(words.folder, words.skip):
            picture = words.pictures and words.pictures / f"{page.replace('/', '_')}.png"
            reports.append(opener.open(page, picture))
            print(table(reports[-1:]), flush=True)
        session.close()
    if words.json:
        words.json.write_text(json.dumps([asdict(one) for one in reports], indent=1), "utf-8")
    bad = sum(not one.clean for one in reports)
    print(f"{len(reports)} pages, {len(reports) - bad} without an error, {bad} with")
    del app
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
