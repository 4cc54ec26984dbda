"""Lets the person choose a program on the desktop: its folder, or an archive of it.

No file dialog of a desktop offers both, so the kind is asked for first.
"""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from miniapp_host.texts import Texts

if TYPE_CHECKING:
    from miniapp_host.shell.sheets.open_dialog import OpenDialog


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

        from miniapp_host.shell.sheets.open_dialog import OpenDialog

        title = self._texts("Choose a mini program's folder")
        folder = QFileDialog.FileMode.Directory
        dialog = OpenDialog(self._launcher, title, "folderDialog", mode=folder)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        self._open(dialog)

    def _choose_archive(self) -> None:
        from miniapp_host.shell.sheets.open_dialog import OpenDialog

        title = self._texts("Choose a packed mini program")
        kinds = f"{self._texts('Packed mini programs')} (*.zip *.ZIP)"
        self._open(OpenDialog(self._launcher, title, "archiveDialog", kinds))

    def _open(self, dialog: "OpenDialog") -> None:
        dialog.fileSelected.connect(self._on_dialog_file_selected)
        dialog.open()

    def _on_dialog_file_selected(self, path: str) -> None:
        if path:
            self.chosen.emit(Path(path))
