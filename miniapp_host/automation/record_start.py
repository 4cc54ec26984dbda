"""Starts the phone with a recording that runs, and keeps the test when the phone is closed."""

from dataclasses import replace
from functools import partial
from pathlib import Path

from miniapp_host.automation.listener import Listener
from miniapp_host.automation.opened_first import open_first, without_program
from miniapp_host.automation.start import claim_alone
from miniapp_host.phone.openable import check_program
from miniapp_host.phone.options import Options
from miniapp_host.phone.phone import Phone
from miniapp_host.phone.recordings import RecordingError, Recordings
from miniapp_host.phone.running import run
from miniapp_host.programs.open_error import OpenError
from miniapp_host.texts import Sentence

PANEL = "recording"


def start_recording(options: Options, file: Path) -> int:
    """Show the phone until it is closed, then write the test into `file`; 0 if it has a line.

    `options.folder` is the program's folder or archive. Raises ToldError, before anything is
    recorded if it can.
    """
    assert options.folder is not None
    check_program(options.folder, options.page)
    options.read_files()
    _check_place(file)
    claim = claim_alone(options.data_dir)
    started = RecordStart(replace(options, data_dir=claim.folder), file)
    code = run(without_program(started.options), started.begin)
    if started.problem is not None:
        raise started.problem
    return code or started.exit_code


def _check_place(file: Path) -> None:
    """Raises OpenError if no test can be kept there."""
    folder = file.absolute().parent
    if not folder.is_dir():
        raise OpenError(Sentence("There is no folder {folder}.", folder=folder))
    if file.is_dir():
        raise OpenError(Sentence("{file} is a folder. Name a file in it: test_x.py.", file=file))


class RecordStart:
    """One phone that records into `file`; `problem` is why the test could not be kept there."""

    def __init__(self, options: Options, file: Path) -> None:
        self.options = options
        self._file = file
        self._kept = False
        self.problem: RecordingError | None = None

    @property
    def exit_code(self) -> int:
        """0 if a test was written, 1 if nothing was done on the phone."""
        return 0 if self._kept else 1

    def begin(self, phone: Phone) -> None:
        """Open the panel and record; closing the window ends it."""
        open_first(phone, self.options)
        Listener(phone, self.options)
        recordings = phone.tools.workbench.context.recordings
        phone.tools.workbench.show_panel(PANEL)
        recordings.begin(self.options.folder)
        phone.window.closed.connect(partial(self._keep, recordings))

    def _keep(self, recordings: Recordings) -> None:
        recordings.end()
        if not recordings.recording.lines:
            return
        try:
            recordings.write(self._file)
            self._kept = True
        except RecordingError as problem:
            self.problem = problem
            print(recordings.source)  # the person's work is not lost
