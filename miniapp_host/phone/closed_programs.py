"""Programs that were closed: the person sees the launcher, and then Chromium ends them."""

from collections.abc import Callable, Iterator
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from miniapp_host.phone.endings import Endings

if TYPE_CHECKING:
    from miniapp_host.phone.program import OpenProgram


class ClosedPrograms(QObject):
    """Deletes each once it is out of sight."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._in_sight: list[Iterator[None]] = []
        self._endings = Endings(self)

    def add(self, program: "OpenProgram", ending: Iterator[None]) -> Callable[[], None]:
        """Take a closed program; the result must be called once it is out of sight.

        Each step of `ending` ends a part of it; then the rest is deleted.
        """
        steps = _steps(program, ending)
        self._in_sight.append(steps)
        return partial(self._on_out_of_sight, steps)

    def finish(self) -> None:
        """Delete all of them at once, because the phone closes."""
        for steps in self._in_sight:
            self._endings.add(steps)
        self._in_sight.clear()
        self._endings.finish()

    def _on_out_of_sight(self, steps: Iterator[None]) -> None:
        if steps in self._in_sight:
            self._in_sight.remove(steps)
            self._endings.add(steps)


def _steps(program: "OpenProgram", ending: Iterator[None]) -> Iterator[None]:
    program.screen.hide()
    yield from ending
    program.screen.deleteLater()
    program.deleteLater()
