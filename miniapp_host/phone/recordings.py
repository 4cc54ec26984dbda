"""Begins and ends recordings of the program in front; one goes on whichever panel is seen."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from miniapp_host.phone.program import OpenProgram
from miniapp_host.phone.programs import OpenPrograms
from miniapp_host.recording.recording import Recording
from miniapp_host.texts import Sentence, ToldError, reason_of

if TYPE_CHECKING:
    from miniapp_host.phone.recorder import Recorder


class RecordingError(ToldError):
    """A recording can't be begun or kept; the text says what to do."""


class Recordings(QObject):
    """`recording` is the last one, `running` whether it still grows."""

    changed = Signal()
    """A recording began or ended, or a step was added."""

    def __init__(
        self, programs: OpenPrograms, shown: Callable[[], OpenProgram | None], parent: QObject
    ) -> None:
        """`shown` gives the program that is recorded."""
        super().__init__(parent)
        self._programs = programs
        self._shown = shown
        self._recorder: Recorder | None = None
        self._folder = Path()
        self.recording = Recording()
        self.recording.watch(self._on_recording_change)

    @property
    def running(self) -> bool:
        """Whether what the person does is recorded."""
        return self._recorder is not None

    @property
    def source(self) -> str:
        """The test so far, empty if there is no line."""
        return self.recording.source(self._folder) if self.recording.lines else ""

    def begin(self, given: Path | None = None) -> None:
        """Record the program in front anew; raises RecordingError if there is none.

        `given` is the folder or archive that it was opened by, None for its folder.
        """
        from miniapp_host.phone.recorded_beginning import beginning_of
        from miniapp_host.phone.recorder import Recorder

        program = self._shown()
        if program is None:
            raise RecordingError(Sentence("Open the program to record first."))
        self.end()
        self._folder = given or program.session.package.folder
        self.recording.begin(beginning_of(program, self._programs.parts))
        self._recorder = Recorder(self._programs, self._shown, self.recording, self)
        self.changed.emit()

    def end(self) -> None:
        """Record no more."""
        recorder, self._recorder = self._recorder, None
        if recorder is not None:
            recorder.stop()
            self.changed.emit()

    def follow(self) -> None:
        """Another program is shown, or it was restarted."""
        if self._recorder is not None:
            self._recorder.follow()

    def write(self, file: Path) -> None:
        """Keep the test in `file`; raises RecordingError if it can't be written."""
        try:
            self.recording.write(file, self._folder)
        except OSError as problem:
            raise RecordingError(
                Sentence(
                    "{file}: {reason}; name another file",
                    file=file,
                    reason=reason_of(problem),
                )
            ) from problem

    def _on_recording_change(self, _recording: Recording) -> None:
        self.changed.emit()
