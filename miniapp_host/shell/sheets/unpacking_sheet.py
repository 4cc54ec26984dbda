"""Says how far the unpacking of a program is, and lets the person stop it."""

from pathlib import Path

from PySide6.QtWidgets import QWidget

from miniapp_host.shell.sheets.waiting_sheet import WaitingSheet, shown
from miniapp_host.texts import Texts


class UnpackingSheet(WaitingSheet):
    """Shows the share that is done."""

    def __init__(self, screen: QWidget, file: Path, texts: Texts) -> None:
        title = texts("Unpacking {name}", name=shown(file.name))
        super().__init__(screen, "unpacking", title, texts)
        self.show_progress(0)

    def show_progress(self, done: int) -> None:
        self.say(f"{done}%", done / 100)
