"""The program in an archive arrives: it is unpacked into the phone and installed."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from miniapp_host.phone.arrival import Destination
from miniapp_host.phone.background_thread import BackgroundThread
from miniapp_host.programs.unpacking import replaced_notice, settled, unpacked

if TYPE_CHECKING:
    from miniapp_host.shell.sheets.unpacking_sheet import UnpackingSheet


class ArchiveArrival:
    """An `Arrival` that opens on `page`, None for its first."""

    def __init__(self, destination: Destination, file: Path, page: str | None) -> None:
        """Make room for the program; raises StoreError."""
        self._room = destination.library.removals.new_room()
        self.thread: BackgroundThread[Path] = BackgroundThread(partial(_unpack, file, self._room))
        self._destination = destination
        self._file = file
        self._page = page

    def start(self) -> None:
        """Unpack."""
        self.thread.begin()

    def comes_at_once(self, _within_ms: int, /) -> bool:
        """Never: nobody waits while an archive is unpacked."""
        return False

    def make_sheet(self) -> "UnpackingSheet":
        """The sheet over whatever is in front, with the share that is done."""
        from miniapp_host.shell.sheets.unpacking_sheet import UnpackingSheet

        screen = self._destination.window.top_screen
        return UnpackingSheet(screen, self._file, self._destination.texts)

    def open(self) -> None:
        """Enter the program into the library and open it there; raises ToldError."""
        folder = self.thread.result
        assert folder is not None
        program, before = settled(self._destination.library, self._file, self._room, folder)
        programs = self._destination.programs()
        programs.close_program(program.id)
        programs.open(program.id, self._page)
        notice = replaced_notice(program, before)
        if notice is not None:
            programs.problem_found.emit(notice)

    def leave(self) -> None:
        """Remove what is left in the room."""
        self._destination.library.removals.leave_room(self._room)


def _unpack(file: Path, room: Path, is_stopped: Callable[[int], bool]) -> Path:
    """The program's folder below `room`; how much is done is told in hundredths."""
    return unpacked(file, room, lambda done: is_stopped(int(100 * done)))
