"""Makes the panel Record over the phone's recordings."""

from pathlib import Path

from PySide6.QtCore import QObject

from miniapp_host.phone.panel_context import PanelContext
from miniapp_host.shell.panels.recording.recording_panel import RecordingPanel
from miniapp_host.shell.sheets.save_dialog import SaveDialog
from miniapp_host.texts import ToldError

FILE_NAME = "test_recorded.py"


def make_recording_panel(context: PanelContext) -> RecordingPanel:
    """The panel, which shows `context.recordings`."""
    panel = RecordingPanel(context.texts)
    RecordingDesk(context, panel)
    return panel


class RecordingDesk(QObject):
    """Does what the person wants in the panel, and keeps it showing what there is."""

    def __init__(self, context: PanelContext, panel: RecordingPanel) -> None:
        super().__init__(panel)
        self._context = context
        self._panel = panel
        context.recordings.changed.connect(self._show)
        panel.toggled.connect(self._on_panel_toggled)
        panel.save_wished.connect(self._on_panel_save_wished)
        self._show()

    def _show(self) -> None:
        recordings = self._context.recordings
        self._panel.show_state(recordings.source, running=recordings.running)

    def _on_panel_toggled(self) -> None:
        recordings = self._context.recordings
        try:
            if recordings.running:
                recordings.end()
            else:
                recordings.begin()
        except ToldError as problem:
            self._context.problem_found.emit(problem)

    def _on_panel_save_wished(self) -> None:
        title = self._context.texts("Save the test")
        SaveDialog(self._panel, title, FILE_NAME, self._write).open()

    def _write(self, file: Path | None) -> None:
        if file is None:
            return
        try:
            self._context.recordings.write(file)
        except ToldError as problem:
            self._context.problem_found.emit(problem)
