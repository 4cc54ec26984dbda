"""Reads a program's files in a thread of its own, so that the phone does not stand still."""

from pathlib import Path

from PySide6.QtCore import QObject, QThread

from miniapp_host import paths
from miniapp_host.checks.issues import Issue
from miniapp_host.checks.known_names import read_known_names
from miniapp_host.checks.program import check_files
from miniapp_host.programs.no_collection import no_collection
from miniapp_host.programs.reading import read_package
from miniapp_host.texts import ToldError


class FileCheck(QThread):
    """Once `finished`, `issues` are there, or the `problem` that kept it from reading."""

    def __init__(self, folder: Path, host_names: tuple[str, ...], parent: QObject) -> None:
        super().__init__(parent)
        self.issues: tuple[Issue, ...] = ()
        self.problem: ToldError | None = None
        self._folder = folder
        self._host_names = host_names

    def run(self) -> None:
        """Read everything; called by Qt in the thread."""
        runtime = paths.runtime_dir()
        try:
            with no_collection():
                package = read_package(self._folder)
                self.issues = check_files(package, read_known_names(runtime, self._host_names))
        except ToldError as problem:
            self.problem = problem
