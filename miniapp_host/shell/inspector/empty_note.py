"""What stands in a panel that has nothing to show: what would appear here, and how to bring it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from miniapp_host.shell.kit.label import PlainLabel

_WIDTH = 380


class EmptyNote(QWidget):
    """A title and a hint in the middle."""

    def __init__(self, panel: str) -> None:
        super().__init__()
        self.setObjectName(f"{panel}Empty")
        middle = Qt.AlignmentFlag.AlignHCenter
        self._title = PlainLabel(pixels=15, medium=True, align=middle)
        self._hint = PlainLabel(pixels=14, tone="fg_1", lines=0, align=middle)
        self._hint.setFixedWidth(_WIDTH)
        column = QVBoxLayout(self)
        column.setSpacing(6)
        column.addStretch(2)
        column.addWidget(self._title)
        row = QHBoxLayout()  # aligned in the column, the hint would have room for one line only
        row.addStretch(1)
        row.addWidget(self._hint)
        row.addStretch(1)
        column.addLayout(row)
        column.addStretch(3)

    def say(self, title: str, hint: str) -> None:
        """Set both texts."""
        self._title.setText(title)
        self._hint.setText(hint)
        self.setAccessibleName(f"{title}. {hint}")
