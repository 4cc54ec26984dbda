"""The desktop's own dialog in which the person says where a program's file goes."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from miniapp_host.permissions.prompts import plain_text

_LONGEST_NAME = 100


class SaveDialog(QFileDialog):
    """Calls `on_place` once: with the place, or None when the person wants none."""

    def __init__(
        self,
        screen: QWidget,
        title: str,
        name: str,
        on_place: Callable[[Path | None], None],
    ) -> None:
        super().__init__(screen, title)
        self.setObjectName("saveDialog")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        self.setFileMode(QFileDialog.FileMode.AnyFile)
        self.selectFile(plain_text(name, _LONGEST_NAME).lstrip("."))
        self._on_place = on_place
        self.finished.connect(self._on_finished)

    def _on_finished(self, result: int) -> None:
        accepted = result == self.DialogCode.Accepted.value
        self._on_place(Path(self.selectedFiles()[0]) if accepted else None)
