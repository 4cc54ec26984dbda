"""The rows of a replayed way: choose a GPX file, start and stop, how fast, how far."""

from pathlib import Path

from PySide6.QtWidgets import QVBoxLayout, QWidget

from miniapp_host.devices.replay import Replay, Replayed
from miniapp_host.shell.inspector.progress_line import ProgressLine
from miniapp_host.shell.inspector.tool_button import ToolTextButton
from miniapp_host.shell.kit.label import PlainLabel
from miniapp_host.shell.panels.device.card import Attempt, row_of
from miniapp_host.shell.panels.device.choice import Choice
from miniapp_host.shell.sheets.open_dialog import OpenDialog
from miniapp_host.texts import Texts

_FACTORS = ("1", "4", "16", "64")


class TrackRows(QWidget):
    """Shows what the replay says, and does what the person wants with it."""

    def __init__(self, replay: Replay, texts: Texts, attempt: Attempt) -> None:
        super().__init__()
        self._replay = replay
        self._texts = texts
        self._attempt = attempt
        self._choose = ToolTextButton("trackChoose", texts("Replay a GPX track…"))
        self._run = ToolTextButton("trackRun", texts("Start"))
        self._factor = Choice("trackFactor", {one: f"{one}×" for one in _FACTORS})
        self._progress = ProgressLine()
        self._facts = PlainLabel(pixels=12, tone="fg_1")
        self._facts.setObjectName("trackFacts")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(row_of(self._choose, self._run, self._factor))
        column.addWidget(self._progress)
        column.addWidget(self._facts)
        self._choose.clicked.connect(self._on_choose_clicked)
        self._run.clicked.connect(self._on_run_clicked)
        self._factor.wished.connect(self._on_factor_wished)

    def refresh(self, now: Replayed) -> None:
        """Show how far it is."""
        loaded = now.track is not None
        for part in (self._run, self._factor, self._progress, self._facts):
            part.setVisible(loaded)
        self._run.setText(self._texts("Stop") if now.running else self._texts("Start"))
        self._run.updateGeometry()
        self._factor.show_chosen(f"{now.factor:g}")
        self._progress.show_share(now.share)
        if now.track is not None:
            passed = _clock(min(now.passed, now.track.seconds))
            whole = _clock(now.track.seconds)
            self._facts.setText(f"{now.track.name} · {passed} / {whole}")

    def load(self, file: Path) -> None:
        """Take a file as the way."""
        self._attempt(lambda: self._replay.load(file))

    def _on_choose_clicked(self) -> None:
        dialog = OpenDialog(self, self._texts("Replay a GPX track…"), "trackDialog", "*.gpx")
        dialog.fileSelected.connect(self._on_file_selected)
        dialog.open()

    def _on_file_selected(self, file: str) -> None:
        self.load(Path(file))

    def _on_run_clicked(self) -> None:
        running = self._replay.now.running
        self._attempt(self._replay.stop if running else self._replay.start)

    def _on_factor_wished(self, factor: str) -> None:
        self._replay.hasten(float(factor))


def _clock(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02d}:{rest:02d}" if hours else f"{minutes}:{rest:02d}"
