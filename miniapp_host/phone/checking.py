"""The check of the program in front: its files at once, then its pages in another process."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject

from miniapp_host.checks.issues import Issue
from miniapp_host.phone.background_thread import BackgroundThread
from miniapp_host.phone.editor import Editor
from miniapp_host.phone.file_check import check_folder
from miniapp_host.phone.page_check import PageCheck, PageProgress
from miniapp_host.phone.program import OpenProgram
from miniapp_host.phone.programs import OpenPrograms
from miniapp_host.shell.panels.check.check_desk import CheckState, Stage
from miniapp_host.shell.panels.check.check_rows import page_of
from miniapp_host.texts import ToldError
from miniapp_host.watchers import Unwatch, Watchers


class Checking(QObject):
    """One check at a time; that of a program that is no longer in front is stopped."""

    def __init__(
        self, programs: OpenPrograms, front: Callable[[], OpenProgram | None], parent: QObject
    ) -> None:
        """`front` gives the program to check; `follow` tells that it is another one."""
        super().__init__(parent)
        self.state = CheckState()
        self._programs = programs
        self._front = front
        self._folder: Path | None = None
        self._files: BackgroundThread[tuple[Issue, ...]] | None = None
        self._pages: PageCheck | None = None
        self._watchers: Watchers[CheckState] = Watchers()
        self._editor = Editor(programs.parts.memory.preferences)

    @property
    def program_name(self) -> str:
        """The name of the program in front; empty if there is none."""
        program = self._front()
        return program.session.package.name if program is not None else ""

    def pages(self) -> tuple[str, ...]:
        """The pages that the program in front declares."""
        program = self._front()
        return tuple(program.session.package.manifest.pages) if program is not None else ()

    def watch(self, callback: Callable[[CheckState], None]) -> Unwatch:
        """Call `callback` whenever the check has got further."""
        return self._watchers.watch(callback)

    def start(self) -> None:
        """Check the program in front, from the beginning."""
        program = self._front()
        if program is None:
            return
        self._drop()
        self._folder = program.session.package.folder
        self._tell(CheckState(Stage.FILES))
        work = partial(check_folder, self._folder, self._programs.api_names)
        self._files = BackgroundThread(work, self)
        self._files.finished.connect(self._on_files_finished)
        self._files.begin()

    def stop(self) -> None:
        """Stop the check; what was found stays."""
        if self.state.runs:
            self._drop()
            self._tell(replace(self.state, stage=Stage.STOPPED))

    def close(self) -> None:
        """The phone closes: wait for the thread, end the process."""
        self._drop()

    def open_file(self, issue: Issue) -> None:
        """Open the issue's file in the person's editor, at its line."""
        program = self._front()
        if program is None:
            return
        try:
            self._editor.open(program.session.package.place(issue.file), issue.line)
        except (ToldError, FileNotFoundError) as problem:
            self._programs.problem_found.emit(problem)

    def open_page(self, issue: Issue) -> None:
        """Open the page that the issue came up on."""
        program, page = self._front(), page_of(issue, self.pages())
        if program is not None and page:
            program.view.link.tell("open", f"/{page}")

    def follow(self) -> None:
        """Forget what was found of another program; a restart of the same keeps it."""
        program = self._front()
        folder = program.session.package.folder if program is not None else None
        if folder != self._folder:
            self._drop()
            self._folder = folder
            self._tell(CheckState())

    # How

    def _drop(self) -> None:
        """End what runs, without a word."""
        files, self._files = self._files, None
        pages, self._pages = self._pages, None
        if files is not None:
            files.finished.disconnect(self._on_files_finished)
            files.requestInterruption()
            files.leave()
        if pages is not None:
            pages.stop()

    def _tell(self, state: CheckState) -> None:
        self.state = state
        self._watchers.announce(state)

    # What happens

    def _on_files_finished(self) -> None:
        """The files are read: show what is wrong with them, and go on with the pages."""
        files, self._files = self._files, None
        if files is None or self._folder is None:
            return
        texts = self._programs.parts.texts
        problem = texts.said(files.problem) if files.problem else ""
        self._tell(CheckState(Stage.PAGES, files.result or (), problem=problem))
        files.leave()
        self._pages = PageCheck(self._folder, texts.language, self)
        self._pages.progressed.connect(self._on_pages_progressed)
        self._pages.finished.connect(self._on_pages_finished)
        self._pages.failed.connect(self._on_pages_failed)
        self._pages.start()

    def _on_pages_progressed(self, progress: PageProgress) -> None:
        at, pages, page = progress.at, progress.pages, progress.page
        self._tell(replace(self.state, at=at, pages=pages, page=page))

    def _on_pages_finished(self, issues: tuple[Issue, ...]) -> None:
        self._pages = None
        self._tell(CheckState(Stage.DONE, issues))

    def _on_pages_failed(self, problem: str) -> None:
        self._pages = None
        self._tell(replace(self.state, stage=Stage.DONE, problem=problem))
