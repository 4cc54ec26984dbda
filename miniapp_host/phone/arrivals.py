"""Packed programs on their way into the phone: one after the other, unpacked beside the window."""

from collections import deque
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from miniapp_host.phone.memory import PhoneMemory
from miniapp_host.shell.window.phone_window import PhoneWindow
from miniapp_host.texts import Texts, ToldError

if TYPE_CHECKING:
    from miniapp_host.phone.programs import OpenPrograms
    from miniapp_host.phone.unpacking_thread import UnpackingThread
    from miniapp_host.shell.sheets.unpacking_sheet import UnpackingSheet

PATIENCE_MS = 500
"""What takes longer is shown, with a way to stop it."""


class Arrivals(QObject):
    """Unpacks archives and opens the programs in them; nothing of one that fails stays."""

    problem_found = Signal(object)
    """A sentence or an error that the person must be told."""

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
        self._waiting: deque[tuple[Path, str | None]] = deque()
        self._thread: UnpackingThread | None = None
        self._page: str | None = None
        self._sheet: UnpackingSheet | None = None
        self._patience = QTimer(self, singleShot=True, interval=PATIENCE_MS)
        self._patience.timeout.connect(self._on_patience_timeout)

    def open(self, file: Path, page: str | None = None) -> None:
        """Install the program in `file` and open it on `page`, None for its first."""
        self._waiting.append((file, page))
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
        if self._thread is not None or not self._waiting:
            return
        from miniapp_host.phone.unpacking_thread import UnpackingThread

        file, self._page = self._waiting.popleft()
        try:
            room = self._memory.library.removals.new_room()
        except ToldError as problem:
            self.problem_found.emit(problem)
            return
        self._thread = UnpackingThread(file, room, self)
        self._thread.finished.connect(self._on_thread_finished)
        self._thread.start()
        self._patience.start()

    def _on_patience_timeout(self) -> None:
        if self._thread is None:
            return
        from miniapp_host.shell.sheets.unpacking_sheet import UnpackingSheet

        self._sheet = UnpackingSheet(self._window.top_screen, self._thread.file, self._texts)
        self._sheet.rejected.connect(self._on_sheet_rejected)
        self._thread.progressed.connect(self._sheet.show_progress)
        self._sheet.open()

    def _on_sheet_rejected(self) -> None:
        self._sheet = None
        if self._thread is not None:
            self._thread.requestInterruption()

    def _on_thread_finished(self) -> None:
        thread = self._thread
        assert thread is not None
        problem = thread.problem
        try:
            if thread.folder is not None and not thread.isInterruptionRequested():
                self._settle(thread, thread.folder)
        except ToldError as error:
            problem = error
        finally:
            self._leave()
        if problem is not None:
            self.problem_found.emit(problem)
        self._go_on()

    def _settle(self, thread: "UnpackingThread", folder: Path) -> None:
        from miniapp_host.programs.unpacking import replaced_notice, settled

        program, before = settled(self._memory.library, thread.file, thread.room, folder)
        programs = self._programs()
        programs.close_program(program.id)
        programs.open(program.id, self._page)
        notice = replaced_notice(program, before)
        if notice is not None:
            self.problem_found.emit(notice)

    def _leave(self) -> None:
        """Ends the thread, its room and its sheet."""
        thread, self._thread = self._thread, None
        sheet, self._sheet = self._sheet, None
        self._patience.stop()
        if sheet is not None:
            sheet.rejected.disconnect(self._on_sheet_rejected)
            sheet.leave()
        if thread is not None:
            self._memory.library.removals.leave_room(thread.room)
            thread.deleteLater()
