"""Takes a picture of the phone for every step of a walk that has got its verdict."""

from PySide6.QtCore import QBuffer, QIODevice, QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from miniapp_host.walkthroughs.walk import Moved, Walk

SETTLE_MS = 350
"""After a verdict, until what it was about is wholly on the screen."""


class WalkCamera(QObject):
    """The picture is taken a moment after the verdict, or when the next one comes."""

    taken = Signal()

    def __init__(self, walk: Walk, screen: QWidget, parent: QObject) -> None:
        super().__init__(parent)
        self._walk = walk
        self._screen = screen
        self._due: int | None = None
        self._timer = QTimer(self, singleShot=True, interval=SETTLE_MS)
        self._timer.timeout.connect(self.take)

    def hear(self, moved: Moved) -> None:
        """The walk has moved: take what is due, and the picture of `moved.judged` soon."""
        self.take()
        self._due = moved.judged
        if moved.judged is not None:
            self._timer.start()

    def take(self) -> None:
        """Take the picture that is due, if one is."""
        self._timer.stop()
        step, self._due = self._due, None
        if step is None or step not in self._walk.verdicts:
            return
        self._walk.pictures[step] = png_of(self._screen)
        self.taken.emit()


def png_of(widget: QWidget) -> bytes:
    """How the widget looks now."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    widget.grab().save(buffer, "PNG")
    return bytes(buffer.data().data())
