"""Turns a burst of changes into a few redraws."""

from PySide6.QtCore import QObject, QTimer, Signal

EVERY_MS = 100


class Burst(QObject):
    """Says `due` at most ten times a second, however often it is told of a change."""

    due = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._timer = QTimer(self, singleShot=True, interval=EVERY_MS)
        self._timer.timeout.connect(self.due)

    def tell(self, _change: object = None) -> None:
        """Something has changed."""
        if not self._timer.isActive():
            self._timer.start()

    def stop(self) -> None:
        """Drop what was told and not yet due."""
        self._timer.stop()
