"""Reads the files of a program in a thread of its own, so that the phone does not stand still."""

from pathlib import Path

from PySide6.QtCore import QObject, QThread, Signal

from miniapp_host.programs.no_collection import no_collection
from miniapp_host.programs.package import Package
from miniapp_host.programs.reading import read_package
from miniapp_host.programs.tree import ReadingStoppedError
from miniapp_host.texts import ToldError


class ReadingThread(QThread):
    """Once `finished`, `package` is there, or the `problem`; neither if it was stopped."""

    progressed = Signal(int)
    """How many files were found so far."""

    def __init__(self, folder: Path, known_as: str | None, parent: QObject) -> None:
        """`known_as` is the program's id if the library knows it."""
        super().__init__(parent)
        self.package: Package | None = None
        self.problem: ToldError | None = None
        self._folder = folder
        self._known_as = known_as

    def run(self) -> None:
        """Read everything; called by Qt in the thread."""
        try:
            with no_collection():
                self.package = read_package(self._folder, self._known_as, self._is_stopped)
        except ReadingStoppedError:
            pass
        except ToldError as problem:
            self.problem = problem

    def _is_stopped(self, files: int) -> bool:
        self.progressed.emit(files)
        return self.isInterruptionRequested()
