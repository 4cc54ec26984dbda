"""One check of a program: reads its files, opens its pages without a window, reports."""

import os
import sys
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from miniapp_host import paths
from miniapp_host.automation.scripted_prompter import ScriptedPrompter
from miniapp_host.checks.issues import Issue, Severity, error
from miniapp_host.checks.known_names import read_known_names
from miniapp_host.checks.program import check_files
from miniapp_host.checks.remedies import issue_of
from miniapp_host.checks.report import PageReport, Report
from miniapp_host.permissions.prompts import Answer
from miniapp_host.phone.options import Options
from miniapp_host.phone.phone import Phone
from miniapp_host.phone.running import run_unseen
from miniapp_host.phone.terminal import silence_engines
from miniapp_host.programs.boot import make_entry
from miniapp_host.programs.manifest import ManifestError
from miniapp_host.programs.open_error import OpenError
from miniapp_host.programs.package import Package
from miniapp_host.programs.project import read_project
from miniapp_host.programs.reading import read_package
from miniapp_host.texts import Sentence
from miniapp_host.visits.page_issues import missing_names, page_issues, path_of
from miniapp_host.visits.page_opener import Outcome, PageOpener, PageVisit
from miniapp_host.visits.progress import Progress
from miniapp_host.web.chromium import add_flags

_UNSEEN_AND_UNHEARD = ("--disable-gpu", "--disable-audio-output")


@dataclass(frozen=True)
class CheckWish:
    """What to check: `pages` of the program in `folder`, None for every declared one.

    A page may take `limit` seconds; `fixtures` is the file that answers instead of the network.
    `verbose` lets Qt and Chromium write to standard error, `progress` tells each page there.
    """

    folder: Path
    pages: Sequence[str] | None
    limit: float
    fixtures: Path | None = None
    verbose: bool = False
    progress: bool = False


def check(wish: CheckWish) -> Report:
    """Check as wished and report; raises ToldError if there is nothing to check."""
    folder, pages = wish.folder, wish.pages
    try:
        package = read_package(folder)
        for page in pages or ():
            make_entry(package.manifest, page)
    except ManifestError as problem:
        return _report_of_unreadable(folder, problem)
    if not wish.verbose:
        silence_engines()
    _need_no_screen()
    with tempfile.TemporaryDirectory(prefix="miniapp-host-") as data_dir:
        options = Options(data_dir=Path(data_dir), fixtures=wish.fixtures)
        progress = partial(Progress, lines=wish.progress)
        run = Check(package, pages or package.manifest.pages, wish.limit, progress)
        run_unseen(options, run.prompter, run.begin, run.interrupt)
    return run.report()


def _need_no_screen() -> None:
    """Selects Qt's platform "offscreen", so that no window appears on any screen."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    add_flags(*_UNSEEN_AND_UNHEARD)


def _report_of_unreadable(folder: Path, problem: ManifestError) -> Report:
    """A report whose only finding is an app.json with which the program can't run.

    Raises the error again for a folder without app.json.
    """
    file = _file_of(folder, problem.file)
    if not file.is_file():
        raise problem
    text = file.read_text("utf-8", "replace")
    about = {"name": folder.resolve().name, "appid": "", "version": "", "folder": str(folder)}
    return Report(about, (issue_of(problem, text),), ())


def _file_of(folder: Path, name: str) -> Path:
    try:
        return read_project(folder).root / name
    except ManifestError:
        return folder / name


class Check:
    """One check of one package; `begin` starts it on a phone, `report` gives the result."""

    def __init__(
        self,
        package: Package,
        pages: Sequence[str],
        limit: float,
        progress: Callable[[int], Progress] = Progress,
    ) -> None:
        self.prompter = ScriptedPrompter(usual=Answer.DISMISS)
        self._package = package
        self._pages = tuple(page for page in pages if package.has(f"{path_of(page)}.wxml"))
        self._limit = limit
        self._issues: list[Issue] = []
        self._reports = {page: PageReport(page, opened=False) for page in pages}
        self._said: set[str] = set()
        """The texts of issues that the files brought up, which pages do not repeat."""
        self._asked = 0
        self._quit: Callable[[], None] = sys.exit
        self._interrupted = False
        self._progress = progress(len(self._pages))

    def begin(self, phone: Phone, on_finished: Callable[[], None]) -> None:
        """Read the files, then open the pages; `on_finished` is called at the end.

        Raises OpenError if the runtime is not built.
        """
        known = read_known_names(paths.runtime_dir(), phone.programs.api_names)
        self._issues.extend(check_files(self._package, known))
        self._said = {one.text for one in self._issues if one.severity is Severity.WARNING}
        opener = PageOpener(phone, self._package.folder, self._pages, self._limit, phone)
        opener.page_opening.connect(self._progress.show)
        opener.page_visited.connect(self._on_page_visited)
        opener.program_stopped.connect(self._on_program_stopped)
        opener.finished.connect(self._progress.clear)
        opener.finished.connect(on_finished)
        self._quit = on_finished
        opener.start()

    def interrupt(self) -> None:
        """End the check because the process is asked to end, by Ctrl+C for example."""
        self._interrupted = True
        self._progress.clear()
        self._quit()

    def report(self) -> Report:
        """Every finding once, those of the files first, then page by page as they were opened.

        Raises OpenError if the person interrupted it.
        """
        if self._interrupted:
            raise OpenError(Sentence("The check was interrupted."))
        once: dict[tuple[str, int | None, str], Issue] = {}
        places = {path_of(page): place for place, page in enumerate(self._pages)}
        for one in sorted(self._issues, key=lambda one: places.get(one.where, -1)):
            once.setdefault((one.file, one.line, one.text), one)
        package = self._package
        about = {
            "name": package.name,
            "appid": package.appid,
            "version": package.version or "",
            "folder": str(package.folder),
        }
        return Report(about, tuple(once.values()), tuple(self._reports.values()))

    def _on_page_visited(self, visit: PageVisit) -> None:
        found = [one for one in page_issues(visit, self._limit) if one.text not in self._said]
        self._issues.extend(found)
        if visit.before != visit.page:
            self._add_errors(visit.before, found)
        prompts = [prompt.scope.id for prompt in self.prompter.asked[self._asked :]]
        self._asked += len(prompts)
        self._reports[visit.page] = PageReport(
            path=visit.page,
            opened=visit.outcome in (Outcome.OPENED, Outcome.LED_ON),
            ms=visit.ms,
            prompts=tuple(dict.fromkeys(prompts)),
            missing=tuple(dict.fromkeys(missing_names(visit))),
        )
        self._add_errors(visit.page, found)

    def _add_errors(self, page: str, found: Sequence[Issue]) -> None:
        """Adds to the report of `page` the errors that came up while it was open."""
        report = self._reports.get(page)
        where = path_of(page)
        if report is not None:
            errors = (one for one in found if one.severity is Severity.ERROR)
            own = tuple(one for one in errors if one.where == where)
            self._reports[page] = replace(report, errors=report.errors + own)

    def _on_program_stopped(self, page: str) -> None:
        text = Sentence("after this page the program answered no more")
        remedy = Sentence("Look for a loop without an end that begins once the page is there.")
        found = error(f"{path_of(page)}.js", None, text, remedy)
        self._issues.append(replace(found, where=path_of(page)))
