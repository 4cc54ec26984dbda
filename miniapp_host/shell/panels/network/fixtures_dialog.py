"""The desktop's dialog in which the person says which file of fixtures an answer goes into."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from miniapp_host.devices.traffic import Exchange
from miniapp_host.texts import Texts


class FixturesDialog(QFileDialog):
    """Says `chosen` with the file and the exchange; the file may exist, it is added to."""

    chosen = Signal(object, object)

    def __init__(
        self, parent: QWidget, file: Path | None, exchange: Exchange, texts: Texts
    ) -> None:
        super().__init__(parent, texts("Add to a file of fixtures"))
        self.setObjectName("fixturesDialog")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        self.setFileMode(QFileDialog.FileMode.AnyFile)
        self.setNameFilter("JSON (*.json)")
        self.setDefaultSuffix("json")
        # The file is not replaced: the question whether to do so would only alarm.
        self.setOption(QFileDialog.Option.DontConfirmOverwrite)
        if file is not None:
            self.setDirectory(str(file.parent))
        self.selectFile(file.name if file is not None else "fixtures.json")
        self._exchange = exchange
        self.finished.connect(self._on_finished)

    def _on_finished(self, result: int) -> None:
        if result == self.DialogCode.Accepted.value:
            self.chosen.emit(Path(self.selectedFiles()[0]), self._exchange)
