"""Opens a program's pages in a process of its own: `miniapp-host check`, its progress and report.

A second phone in this process would fight with the first for Chromium and the person's focus.
"""

import json
import os
import re
import tempfile
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, QProcess, QProcessEnvironment, Signal

from miniapp_host import paths
from miniapp_host.checks.report import issues_in
from miniapp_host.texts import Language

_PROGRESS = re.compile(r"(\d+)/(\d+) (\S+)")
_FINISHED = (0, 1)


@dataclass(frozen=True)
class PageProgress:
    """The page that is opened now, number `at` of `pages`."""

    at: int
    pages: int
    page: str


class PageCheck(QObject):
    """One run of the command; `stop` ends it, and it says nothing more."""

    progressed = Signal(PageProgress)
    finished = Signal(object)
    """A tuple of Issue: all that was found, those of the files among them."""
    failed = Signal(str)
    """It could not be done; what it said last."""

    def __init__(self, folder: Path, language: Language, parent: QObject) -> None:
        """The command speaks `language` if it fails."""
        super().__init__(parent)
        self._language = language
        self._said = ""
        self._folder = folder
        self._dir = tempfile.TemporaryDirectory(prefix="miniapp-host-")
        self._report = Path(self._dir.name) / "report.json"
        self._process = QProcess(self)
        self._process.setStandardOutputFile(os.devnull)
        self._process.readyReadStandardError.connect(self._on_process_ready_read)
        self._process.finished.connect(self._on_process_finished)
        self._process.errorOccurred.connect(self._on_process_error_occurred)

    def start(self) -> None:
        """Begin; the results come as signals."""
        environment = QProcessEnvironment.systemEnvironment()
        environment.insert("PYTHONUNBUFFERED", "1")
        self._process.setProcessEnvironment(environment)
        program, *words = paths.own_command()
        words += ["check", str(self._folder), "--json", str(self._report), "--progress"]
        words += ["--lang", self._language.value.partition("_")[0]]
        self._process.start(program, words)

    def stop(self) -> None:
        """End it at once."""
        self._process.blockSignals(True)
        self._process.kill()
        self._process.waitForFinished(1000)
        self._end()

    def _end(self) -> None:
        self._dir.cleanup()
        self.deleteLater()

    def _on_process_ready_read(self) -> None:
        text = bytes(self._process.readAllStandardError().data()).decode("utf-8", "replace")
        for line in text.splitlines():
            found = _PROGRESS.fullmatch(line.strip())
            if found is not None:
                self.progressed.emit(PageProgress(int(found[1]), int(found[2]), found[3]))
            elif line.strip():
                self._said = line.strip()

    def _on_process_finished(self, code: int, _status: QProcess.ExitStatus) -> None:
        try:
            if code not in _FINISHED:
                raise ValueError(self._said or f"exit code {code}")
            issues = issues_in(json.loads(self._report.read_text("utf-8")))
        except (KeyError, OSError, TypeError, ValueError) as problem:
            self.failed.emit(str(problem))
        else:
            self.finished.emit(issues)
        self._end()

    def _on_process_error_occurred(self, error: QProcess.ProcessError) -> None:
        if error is QProcess.ProcessError.FailedToStart:
            self.failed.emit(self._process.errorString())
            self._end()
