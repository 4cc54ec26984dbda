"""Unpacks an archive in a thread of its own, so that the phone does not stand still."""

from pathlib import Path

from PySide6.QtCore import QObject, QThread, Signal

from miniapp_host.programs.archive import UnpackingStoppedError
from miniapp_host.programs.no_collection import no_collection
from miniapp_host.programs.unpacking import unpacked
from miniapp_host.texts import ToldError


class UnpackingThread(QThread):
    """Once `finished`, `folder` is there, or the `problem`; neither if it was stopped."""

    progressed = Signal(int)
    """How much is done, in hundredths; each is said once."""

    def __init__(self, file: Path, room: Path, parent: QObject) -> None:
        super().__init__(parent)
        self.folder: Path | None = None
        self.problem: ToldError | None = None
        self.file = file
        self.room = room
        self._said = -1

    def run(self) -> None:
        """Unpack everything; called by Qt in the thread."""
        try:
            with no_collection():
                self.folder = unpacked(self.file, self.room, self._is_stopped)
        except UnpackingStoppedError:
            pass
        except ToldError as problem:
            self.problem = problem

    def _is_stopped(self, done: float) -> bool:
        percent = int(100 * done)
        if percent != self._said:
            self._said = percent
            self.progressed.emit(percent)
        return self.isInterruptionRequested()
