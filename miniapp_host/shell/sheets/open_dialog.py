"""Lets the person choose what lies on the desktop: a file, several, or a folder."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QWidget

_ONE = QFileDialog.FileMode.ExistingFile


class OpenDialog(QFileDialog):
    """Says `fileSelected` or `filesSelected`; gone once it is closed."""

    def __init__(
        self,
        parent: QWidget,
        title: str,
        name: str,
        kinds: str = "",
        mode: QFileDialog.FileMode = _ONE,
    ) -> None:
        """`name` is its object name; `kinds` is Qt's filter, empty for whatever there is."""
        super().__init__(parent, title)
        self.setObjectName(name)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setFileMode(mode)
        if kinds:
            self.setNameFilter(kinds)
