"""Says how many files of a program were found so far, and lets the person stop the reading."""

from PySide6.QtWidgets import QWidget

from miniapp_host.programs.tree import MOST_FILES
from miniapp_host.shell.sheets.waiting_sheet import WaitingSheet, shown
from miniapp_host.texts import Texts


class ReadingSheet(WaitingSheet):
    """Shows the files, and their share of the most that a program may have."""

    def __init__(self, screen: QWidget, name: str, texts: Texts) -> None:
        title = texts("Reading {name}", name=shown(name))
        super().__init__(screen, "reading", title, texts)
        self.show_progress(0)

    def show_progress(self, done: int) -> None:
        self.say(self._texts("{count} files", count=f"{done:,}"), done / MOST_FILES)
