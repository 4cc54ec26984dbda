"""Programs on their way to the screen, one after the other: read or unpacked beside the window.

What takes longer than a moment shows how far it is, and can be stopped.
"""

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from miniapp_host.phone.memory import PhoneMemory
from miniapp_host.shell.kit.program_icon import ProgramFace
from miniapp_host.shell.window.opening import cover, lower_cover, uncover
from miniapp_host.shell.window.phone_window import PhoneWindow
from miniapp_host.texts import Texts, ToldError

if TYPE_CHECKING:
    from miniapp_host.phone.programs import OpenPrograms
    from miniapp_host.phone.reading_thread import ReadingThread
    from miniapp_host.phone.unpacking_thread import UnpackingThread
    from miniapp_host.shell.sheets.waiting_sheet import WaitingSheet

PATIENCE_MS = 500
AT_ONCE_MS = 80


@dataclass(frozen=True)
class Packed:
    """An archive to install and open on `page`, None for its first."""

    file: Path
    page: str | None


@dataclass(frozen=True)
class Lying:
    """A folder to open on `page`, None for its first; `program_id` if the library knows it."""

    folder: Path
    face: ProgramFace
    page: str | None = None
    program_id: str | None = None


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
        programs: Callable[[], "OpenPrograms"],
        window: PhoneWindow,
        texts: Texts,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._memory = memory
        self._programs = programs
        self._window = window
        self._texts = texts
        self._waiting: deque[Packed | Lying] = deque()
        self._present: Packed | Lying | None = None
        self._stopped = False
        self._thread: UnpackingThread | ReadingThread | None = None
        self._sheet: WaitingSheet | None = None
        self._patience = QTimer(self, singleShot=True, interval=self.patience_ms)
        self._patience.timeout.connect(self._on_patience_timeout)

    def open(self, program: Packed | Lying) -> None:
        """Open a program, at once or when it has been read.

        Raises ToldError if it is found at once that it can't be opened; later that is shown.
        """
        self._waiting.append(program)
        self._go_on()

    def close(self) -> None:
        """The phone closes: stop and wait."""
        self._waiting.clear()
        if self._thread is not None:
            self._thread.finished.disconnect(self._on_thread_finished)
            self._thread.requestInterruption()
            self._thread.wait()
            self._leave()

    def _go_on(self) -> None:
        if self._present is not None or not self._waiting:
            return
        match self._waiting.popleft():
            case Packed() as packed:
                self._unpack(packed)
            case Lying() as lying:
                self._read(lying)

    def _unpack(self, packed: Packed) -> None:
        from miniapp_host.phone.unpacking_thread import UnpackingThread

        room = self._memory.library.removals.new_room()
        self._begin(packed, UnpackingThread(packed.file, room, self))

    def _read(self, lying: Lying) -> None:
        glass = self._window.screen_widget
        if glass.isVisible():
            cover(glass, lying.face)
        from miniapp_host.phone.reading_thread import ReadingThread

        thread = ReadingThread(lying.folder, lying.program_id, self)
        self._begin(lying, thread)
        if thread.wait(self.at_once_ms):
            self._arrive()
        else:
            cover(glass, lying.face)

    def _begin(self, program: Packed | Lying, thread: "UnpackingThread | ReadingThread") -> None:
        self._present = program
        self._stopped = False
        self._thread = thread
        thread.finished.connect(self._on_thread_finished)
        thread.start()
        self._patience.start()

    # What takes long

    def _on_patience_timeout(self) -> None:
        if self._thread is None or self._present is None:
            return
        self._sheet = self._make_sheet(self._present)
        self._sheet.rejected.connect(self._on_sheet_rejected)
        self._thread.progressed.connect(self._sheet.show_progress)
        self._sheet.open()

    def _make_sheet(self, program: Packed | Lying) -> "WaitingSheet":
        from miniapp_host.shell.sheets.reading_sheet import ReadingSheet
        from miniapp_host.shell.sheets.unpacking_sheet import UnpackingSheet

        match program:
            case Packed(file=file):
                return UnpackingSheet(self._window.top_screen, file, self._texts)
            case Lying(face=face):
                lower_cover(self._window.screen_widget)
                return ReadingSheet(self._window.screen_widget, face.name, self._texts)

    def _on_sheet_rejected(self) -> None:
        self._sheet = None
        self._stopped = True
        if self._thread is not None:
            self._thread.requestInterruption()

    # What has come

    def _on_thread_finished(self) -> None:
        if self._thread is None or not self._thread.isFinished():
            return  # it came at once: this signal is late
        self._tell_of(self._arrive)
        while self._waiting and self._present is None:
            self._tell_of(self._go_on)

    def _tell_of(self, step: Callable[[], None]) -> None:
        """Takes a step, or shows what prevents it."""
        try:
            step()
        except (ToldError, OSError) as problem:
            self.problem_found.emit(problem)

    def _arrive(self) -> None:
        """Opens the program whose thread is done; raises ToldError."""
        assert self._thread is not None
        assert self._present is not None
        try:
            if self._thread.problem is not None:
                raise self._thread.problem
            if not self._stopped:
                self._open_arrived(self._present)
        finally:
            self._leave()

    def _open_arrived(self, program: Packed | Lying) -> None:
        match program:
            case Packed() as packed:
                self._open_packed(packed)
            case Lying() as lying:
                self._open_lying(lying)

    def _open_packed(self, packed: Packed) -> None:
        from miniapp_host.phone.unpacking_thread import UnpackingThread
        from miniapp_host.programs.unpacking import replaced_notice, settled

        thread = self._thread
        assert isinstance(thread, UnpackingThread)
        assert thread.folder is not None
        program, before = settled(self._memory.library, packed.file, thread.room, thread.folder)
        programs = self._programs()
        programs.close_program(program.id)
        programs.open(program.id, packed.page)
        notice = replaced_notice(program, before)
        if notice is not None:
            self.problem_found.emit(notice)

    def _open_lying(self, lying: Lying) -> None:
        from miniapp_host.phone.folder_opening import open_package
        from miniapp_host.phone.reading_thread import ReadingThread

        thread = self._thread
        assert isinstance(thread, ReadingThread)
        assert thread.package is not None
        programs = self._programs()
        if lying.program_id is None:
            open_package(programs, thread.package, lying.page)
        else:
            programs.open(lying.program_id, lying.page, thread.package)

    def _leave(self) -> None:
        """Ends the thread, its room, its sheet and the splash."""
        thread, self._thread = self._thread, None
        sheet, self._sheet = self._sheet, None
        present, self._present = self._present, None
        self._patience.stop()
        if sheet is not None:
            sheet.rejected.disconnect(self._on_sheet_rejected)
            sheet.leave()
        if isinstance(present, Lying):
            uncover(self._window.screen_widget)
        if thread is not None:
            self._drop(thread)

    def _drop(self, thread: "UnpackingThread | ReadingThread") -> None:
        from miniapp_host.phone.unpacking_thread import UnpackingThread

        if isinstance(thread, UnpackingThread):
            self._memory.library.removals.leave_room(thread.room)
        thread.deleteLater()
