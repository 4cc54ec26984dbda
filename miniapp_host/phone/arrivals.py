"""Programs on their way to the screen, one after the other: read or unpacked beside the window.

What takes longer than a moment shows how far it is, and can be stopped.
"""

from collections import deque
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from miniapp_host.phone.arrival import Destination
from miniapp_host.phone.memory import PhoneMemory
from miniapp_host.shell.kit.program_icon import ProgramFace
from miniapp_host.shell.window.phone_window import PhoneWindow
from miniapp_host.texts import Texts, ToldError

if TYPE_CHECKING:
    from miniapp_host.phone.arrival import Arrival
    from miniapp_host.phone.programs import OpenPrograms
    from miniapp_host.shell.sheets.waiting_sheet import WaitingSheet

PATIENCE_MS = 500
AT_ONCE_MS = 80


class Arrivals(QObject):
    """Reads or unpacks programs and opens them; nothing of one that fails stays."""

    problem_found = Signal(object)
    """A sentence or an error that the person must be told."""
    patience_ms = PATIENCE_MS
    """What takes longer is shown, with a way to stop it."""
    at_once_ms = AT_ONCE_MS
    """What is read within it opens before whoever asked for it goes on."""

    def __init__(
        self,
        memory: PhoneMemory,
        programs: "Callable[[], OpenPrograms]",
        window: PhoneWindow,
        texts: Texts,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._destination = Destination(memory.library, programs, window, texts)
        self._waiting: deque[Callable[[], Arrival]] = deque()
        self._present: Arrival | None = None
        self._stopped = False
        self._sheet: WaitingSheet | None = None
        self._patience = QTimer(self, singleShot=True, interval=self.patience_ms)
        self._patience.timeout.connect(self._on_patience_timeout)

    def open_archive(self, file: Path, page: str | None = None) -> None:
        """Install the program in an archive and open it on `page`, None for its first.

        Raises StoreError if it is found at once that there is no room; what is found later is
        shown.
        """
        from miniapp_host.phone.archive_arrival import ArchiveArrival

        self._receive(partial(ArchiveArrival, self._destination, file, page))

    def open_folder(
        self,
        folder: Path,
        face: ProgramFace,
        page: str | None = None,
        program_id: str | None = None,
    ) -> None:
        """Open the program in a folder on `page`, None for its first; its splash shows `face`.

        `program_id` is its id if the library knows it. Raises ToldError for what is wrong with a
        program that is read at once; what is found later is shown.
        """
        from miniapp_host.phone.folder_arrival import FolderArrival

        self._receive(partial(FolderArrival, self._destination, folder, face, page, program_id))

    def close(self) -> None:
        """The phone closes: stop and wait."""
        self._waiting.clear()
        if self._present is not None:
            thread = self._present.thread
            thread.finished.disconnect(self._on_thread_finished)
            thread.requestInterruption()
            self._leave(self._present)

    def _receive(self, arrival: "Callable[[], Arrival]") -> None:
        self._waiting.append(arrival)
        self._go_on()

    def _go_on(self) -> None:
        """Begins with the next program unless one is on its way; raises ToldError."""
        if self._present is not None or not self._waiting:
            return
        self._present = arrival = self._waiting.popleft()()
        self._stopped = False
        arrival.thread.setParent(self)
        arrival.thread.finished.connect(self._on_thread_finished)
        arrival.start()
        self._patience.start()
        if arrival.comes_at_once(self.at_once_ms):
            self._arrive(arrival)

    # What takes long

    def _on_patience_timeout(self) -> None:
        if self._present is None:
            return
        self._sheet = self._present.make_sheet()
        self._sheet.rejected.connect(self._on_sheet_rejected)
        self._present.thread.progressed.connect(self._sheet.show_progress)
        self._sheet.open()

    def _on_sheet_rejected(self) -> None:
        self._sheet = None
        self._stopped = True
        if self._present is not None:
            self._present.thread.requestInterruption()

    # What has come

    def _on_thread_finished(self) -> None:
        arrival = self._present
        if arrival is None or not arrival.thread.isFinished():
            return  # it came at once: this signal is late
        self._tell_of(partial(self._arrive, arrival))
        while self._waiting and self._present is None:
            self._tell_of(self._go_on)

    def _tell_of(self, step: Callable[[], None]) -> None:
        """Takes a step, or shows what prevents it."""
        try:
            step()
        except (ToldError, OSError) as problem:
            self.problem_found.emit(problem)

    def _arrive(self, arrival: "Arrival") -> None:
        """Opens the program whose thread is done; raises ToldError."""
        try:
            if arrival.thread.problem is not None:
                raise arrival.thread.problem
            if not self._stopped:
                arrival.open()
        finally:
            self._leave(arrival)

    def _leave(self, arrival: "Arrival") -> None:
        """Ends the thread, the sheet, and what else was there only on the way."""
        self._present = None
        sheet, self._sheet = self._sheet, None
        self._patience.stop()
        if sheet is not None:
            sheet.rejected.disconnect(self._on_sheet_rejected)
            sheet.leave()
        arrival.thread.leave()
        arrival.leave()
