"""Lets the person choose a program on the desktop: its folder, or an archive of it.

No file dialog of a desktop offers both, so the kind is asked for first.
"""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from miniapp_host.texts import Texts

if TYPE_CHECKING:
    from PySide6.QtWidgets import QFileDialog


class ProgramChoice(QObject):
    """Asks over `launcher`."""

    chosen = Signal(Path)

    def __init__(self, launcher: QWidget, texts: Texts) -> None:
        super().__init__(launcher)
        self._launcher = launcher
        self._texts = texts

    def ask(self) -> None:
        """Offer both kinds."""
        from miniapp_host.api.calls.screen import ActionSheet
        from miniapp_host.shell.sheets.action_sheet import ActionSheetDialog

        items = (self._texts("Open a folder"), self._texts("Open a .zip archive"))
        sheet = ActionSheetDialog(self._launcher, ActionSheet(items), self._texts)
        sheet.chosen.connect(self._on_sheet_chosen)
        sheet.open()

    def _on_sheet_chosen(self, choice: int | None) -> None:
        match choice:
            case 0:
                self._choose_folder()
            case 1:
                self._choose_archive()
            case _:
                pass

    def _choose_folder(self) -> None:
        from PySide6.QtWidgets import QFileDialog

        dialog = self._dialog(self._texts("Choose a mini program's folder"), "folderDialog")
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.open()

    def _choose_archive(self) -> None:
        from PySide6.QtWidgets import QFileDialog

        dialog = self._dialog(self._texts("Choose a packed mini program"), "archiveDialog")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilter(f"{self._texts('Packed mini programs')} (*.zip *.ZIP)")
        dialog.open()

    def _dialog(self, title: str, name: str) -> "QFileDialog":
        from PySide6.QtWidgets import QFileDialog

        dialog = QFileDialog(self._launcher, title)
        dialog.setObjectName(name)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self._on_dialog_file_selected)
        return dialog

    def _on_dialog_file_selected(self, path: str) -> None:
        if path:
            self.chosen.emit(Path(path))
