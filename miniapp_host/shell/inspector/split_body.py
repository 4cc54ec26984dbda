"""A panel's body in two: the rows, and below them what is said of the one that is chosen."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from miniapp_host.shell.kit.line_splitter import LineSplitter

_SHARE = 0.45
_LEAST = 80


class SplitBody(LineSplitter):
    """The lower part is hidden until there is something to say."""

    def __init__(self, rows: QWidget, detail: QWidget) -> None:
        super().__init__(Qt.Orientation.Vertical)
        self._detail = detail
        self._opened = False
        for part in (rows, detail):
            part.setMinimumHeight(_LEAST)
            self.addWidget(part)
        self.setStretchFactor(0, 1)
        detail.hide()

    def show_detail(self, shown: bool) -> None:
        """Show or hide the lower part; it keeps the height that the person gave it."""
        self._detail.setVisible(shown)
        if shown and not self._opened:
            self._opened = True
            below = round(self.height() * _SHARE)
            self.setSizes([self.height() - below, below])
