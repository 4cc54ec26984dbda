"""The program in a folder arrives: its files are read once, behind its splash."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from miniapp_host.phone.arrival import Destination
from miniapp_host.phone.background_thread import BackgroundThread
from miniapp_host.phone.folder_opening import open_package
from miniapp_host.programs.package import Package
from miniapp_host.programs.reading import read_package
from miniapp_host.shell.kit.program_icon import ProgramFace
from miniapp_host.shell.window.opening import cover, lower_cover, uncover

if TYPE_CHECKING:
    from miniapp_host.shell.sheets.reading_sheet import ReadingSheet


class FolderArrival:
    """An `Arrival` that opens on `page`, None for its first."""

    def __init__(
        self,
        destination: Destination,
        folder: Path,
        face: ProgramFace,
        page: str | None,
        program_id: str | None,
    ) -> None:
        """`program_id` is None for a folder that is not known to be a program of the library."""
        self.thread: BackgroundThread[Package] = BackgroundThread(
            partial(read_package, folder, program_id)
        )
        self._destination = destination
        self._screen = destination.window.screen_widget
        self._face = face
        self._page = page
        self._program_id = program_id

    def start(self) -> None:
        """Show the splash, unless nobody sees the phone yet, and read."""
        if self._screen.isVisible():
            cover(self._screen, self._face)
        self.thread.begin()

    def comes_at_once(self, within_ms: int, /) -> bool:
        """Whether everything is read by then; if not, the splash is shown in any case."""
        if self.thread.wait(within_ms):
            return True
        cover(self._screen, self._face)
        return False

    def make_sheet(self) -> "ReadingSheet":
        """The sheet over the splash, with the number of files."""
        from miniapp_host.shell.sheets.reading_sheet import ReadingSheet

        lower_cover(self._screen)
        return ReadingSheet(self._screen, self._face.name, self._destination.texts)

    def open(self) -> None:
        """Open the program, entered into the library if it is new there; raises ToldError."""
        package = self.thread.result
        assert package is not None
        programs = self._destination.programs()
        if self._program_id is None:
            open_package(programs, package, self._page)
        else:
            programs.open(self._program_id, self._page, package)

    def leave(self) -> None:
        """Take the splash away."""
        uncover(self._screen)
