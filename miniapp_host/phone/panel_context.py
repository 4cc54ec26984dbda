"""What the inspector's panels are made of: the phone's parts, and the program that they show."""

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from miniapp_host.phone.memory import PhoneMemory
from miniapp_host.phone.parts import PhoneParts
from miniapp_host.phone.program import OpenProgram
from miniapp_host.phone.programs import OpenPrograms
from miniapp_host.texts import Texts

if TYPE_CHECKING:
    from miniapp_host.phone.checking import Checking
    from miniapp_host.phone.recordings import Recordings
    from miniapp_host.phone.walks import Walks
    from miniapp_host.web.developer_tools import ToolsProfile


class PanelContext(QObject):
    """Follows the program in front; at the launcher it is the last one, as long as it runs."""

    program_changed = Signal()
    """Another program is shown, the same one was started anew, or there is none any more."""

    problem_found = Signal(object)
    """A sentence or an error that the person must be told."""

    def __init__(self, programs: OpenPrograms, parent: QObject) -> None:
        super().__init__(parent)
        self.programs = programs
        self._shown: OpenProgram | None = None
        programs.changed.connect(self._on_programs_changed)
        self.parts.window.program_shown.connect(self._on_window_program_shown)
        front = self.parts.window.front
        self._show(programs.running.get(front.program_id) if front is not None else None)

    @property
    def parts(self) -> PhoneParts:
        """What all open programs share."""
        return self.programs.parts

    @property
    def memory(self) -> PhoneMemory:
        """What the phone keeps."""
        return self.parts.memory

    @property
    def texts(self) -> Texts:
        """The host's sentences."""
        return self.parts.texts

    @property
    def program(self) -> OpenProgram | None:
        """The program that the panels show."""
        return self._shown

    @cached_property
    def walks(self) -> "Walks":
        """The walkthroughs; a walk goes on whichever panel is shown."""
        from miniapp_host.phone.walks import Walks

        reports = self.parts.options.reports or self.memory.folder / "reports"
        return Walks(self.programs, self._program_shown, reports, self)

    @cached_property
    def tools_profile(self) -> "ToolsProfile":
        """What Chromium's tools keep while the inspector is closed."""
        from miniapp_host.web.developer_tools import ToolsProfile

        return ToolsProfile(self)

    @cached_property
    def checking(self) -> "Checking":
        """The check of the program in front; it goes on whichever panel is shown."""
        from miniapp_host.phone.checking import Checking

        checking = Checking(self.programs, self._program_shown, self)
        self.program_changed.connect(checking.follow)
        return checking

    @cached_property
    def recordings(self) -> "Recordings":
        """What the person does, as a test; a recording goes on whichever panel is shown."""
        from miniapp_host.phone.recordings import Recordings

        recordings = Recordings(self.programs, self._program_shown, self)
        self.program_changed.connect(recordings.follow)
        return recordings

    def close(self) -> None:
        """The phone closes: end what goes on without a panel."""
        if "walks" in self.__dict__:
            self.walks.close()
        if "checking" in self.__dict__:
            self.checking.close()
        if "recordings" in self.__dict__:
            self.recordings.end()

    def _program_shown(self) -> OpenProgram | None:
        return self._shown

    def _show(self, program: OpenProgram | None) -> None:
        if program is self._shown:
            return
        if self._shown is not None:
            self._shown.restarted.disconnect(self.program_changed)
        self._shown = program
        if program is not None:
            program.restarted.connect(self.program_changed)
        self.program_changed.emit()

    def _on_window_program_shown(self, program_id: str) -> None:
        self._show(self.programs.running.get(program_id))

    def _on_programs_changed(self) -> None:
        """A program that was closed is shown no more."""
        gone = self._shown is not None and self._shown.id not in self.programs.running
        if gone:
            self._show(None)
