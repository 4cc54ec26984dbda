"""Files on their way into the album: as many in one turn as nobody notices, the others after it."""

import time
from collections import deque
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from miniapp_host.devices.album import Album, UnknownMediaError
from miniapp_host.shell.panels.device.card import Attempt
from miniapp_host.texts import Sentence, ToldError

_TURN_SECONDS = 0.1


class AlbumError(ToldError):
    """A file is nothing for an album."""


class AlbumImport(QObject):
    """Copies files; the first that can't be copied ends it and is told."""

    moved = Signal()
    """It has begun, gone on or ended: see `done`, `total` and `runs`."""

    def __init__(
        self,
        album: Album,
        attempt: Attempt,
        parent: QObject,
        now: Callable[[], float] = time.monotonic,
    ) -> None:
        """`now` gives seconds of a clock that never goes back."""
        super().__init__(parent)
        self.total = 0
        self._album = album
        self._attempt = attempt
        self._now = now
        self._left: deque[Path] = deque()
        self._turn = QTimer(self, singleShot=True, interval=0)
        self._turn.timeout.connect(self._go_on)

    @property
    def done(self) -> int:
        """How many of the files are in the album."""
        return self.total - len(self._left)

    @property
    def runs(self) -> bool:
        """Whether there are files to copy."""
        return bool(self._left)

    def take(self, files: list[Path]) -> None:
        """Copy these, too."""
        self.total = len(files) + (self.total if self.runs else 0)
        self._left.extend(files)
        self._go_on()

    def stop(self) -> None:
        """Copy no more; what is in the album stays."""
        self._left.clear()
        self._turn.stop()
        self.moved.emit()

    def _go_on(self) -> None:
        end = self._now() + _TURN_SECONDS
        while self._left and self._attempt(self._copy_next) and self._now() < end:
            pass
        if self._left:
            self._turn.start()
        self.moved.emit()

    def _copy_next(self) -> None:
        file = self._left.popleft()
        try:
            self._add(file)
        except (ToldError, OSError):
            self._left.clear()
            raise

    def _add(self, file: Path) -> None:
        try:
            self._album.add(file)
        except UnknownMediaError as problem:
            raise AlbumError(
                Sentence("{name} is neither a picture nor an MP4 video", name=file.name)
            ) from problem
