"""Does work in a thread of its own, so that the phone does not stand still."""

from collections.abc import Callable
from typing import Generic, TypeVar

from PySide6.QtCore import QObject, QThread, Signal

from miniapp_host.programs.collection import end_halt, halt_collection, let_collection_go_on
from miniapp_host.programs.stopping import StoppedError
from miniapp_host.texts import ToldError

Result = TypeVar("Result", covariant=True)


class BackgroundThread(QThread, Generic[Result]):
    """Once `finished`, the `result` of the work is there, or its `problem`; neither if stopped."""

    progressed = Signal(int)
    """How much is done, in what the work counts; the same number is not said twice in a row."""

    def __init__(
        self, work: Callable[[Callable[[int], bool]], Result], parent: QObject | None = None
    ) -> None:
        """`work` is called in the thread, with what it tells how much is done and asks to stop.

        It raises ToldError for what the person must know, or StoppedError if it was stopped.
        """
        super().__init__(parent)
        self.result: Result | None = None
        self.problem: ToldError | None = None
        self._work = work
        self._said = -1
        self._halt: object = None

    def begin(self) -> None:
        """Start it; until `leave` Python collects no garbage."""
        self._halt = halt_collection()
        self.start()

    def leave(self) -> None:
        """Wait until it has ended, and delete it."""
        self.wait()
        end_halt(self._halt)
        let_collection_go_on()
        self.deleteLater()

    def run(self) -> None:
        """Do the work; called by Qt in the thread."""
        try:
            self.result = self._work(self._is_stopped)
        except StoppedError:
            pass
        except ToldError as problem:
            self.problem = problem

    def _is_stopped(self, done: int) -> bool:
        if done != self._said:
            self._said = done
            self.progressed.emit(done)
        return self.isInterruptionRequested()
