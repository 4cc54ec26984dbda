"""The rows of a replayed way: choose a GPX file, start and stop, how fast, how far."""

from pathlib import Path

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from miniapp_host.devices.replay import Replay, Replayed
from miniapp_host.shell.inspector.tool_button import ToolTextButton
from miniapp_host.shell.kit.label import PlainLabel
from miniapp_host.shell.kit.theme import theme_of
from miniapp_host.shell.panels.device.card import Attempt, row_of
from miniapp_host.shell.panels.device.choice import Choice
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
        self._progress = _Progress()
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
        dialog = QFileDialog(self, self._texts("Replay a GPX track…"))
        dialog.setObjectName("trackDialog")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilter("*.gpx")
        dialog.fileSelected.connect(self._on_file_selected)
        dialog.open()

    def _on_file_selected(self, file: str) -> None:
        self.load(Path(file))

    def _on_run_clicked(self) -> None:
        running = self._replay.now.running
        self._attempt(self._replay.stop if running else self._replay.start)

    def _on_factor_wished(self, factor: str) -> None:
        self._replay.hasten(float(factor))


class _Progress(QWidget):
    """A thin line that fills."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedHeight(4)
        self._share = 0.0

    def show_share(self, share: float) -> None:
        self._share = share
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        theme = theme_of(self)
        for ink, share in ((theme.fg_3, 1.0), (theme.brand, self._share)):
            painter.setBrush(QColor(ink))
            painter.drawRoundedRect(QRectF(0, 0, self.width() * share, 4), 2, 2)


def _clock(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02d}:{rest:02d}" if hours else f"{minutes}:{rest:02d}"
