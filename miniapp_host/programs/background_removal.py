"""Removes folders in a thread of its own, so that nobody waits for very many files.

A folder is renamed first: its place is free at once, and nothing of it is ever found there again.
What the end of the phone or a crash leaves of it is known by its name at the next start.
"""

import os
import shutil
from collections.abc import Callable, Sequence
from errno import ENOTDIR
from pathlib import Path
from threading import Thread
from time import monotonic

from miniapp_host.programs.collection import end_halt, halt_collection, let_collection_go_on

_NAME = ".gone-"
"""No program's folder begins with a dot."""
THREAD = "removing folders"


class BackgroundRemoval:
    """The folders below `programs_dir` that are being removed.

    While they are, Python collects no garbage: whoever waits for nothing hears from `tell`.
    """

    at_once_seconds = 0.05
    """Few files are gone within it, before whoever removed them goes on."""

    def __init__(self, programs_dir: Path) -> None:
        self._dir = programs_dir
        self._removals: list[_Removal] = []
        self._tell: Callable[[], None] | None = None

    def watch(self, tell: Callable[[], None] | None) -> None:
        """Call `tell`, in another thread, when `wait(0)` is due; None: nobody is told."""
        self._tell = tell
        self.wait(0)

    def take(self, folder: Path) -> None:
        """Take a folder out of its place, to remove it.

        Raises OSError if it can't be moved or is no folder.
        """
        if not folder.is_dir():
            raise NotADirectoryError(ENOTDIR, os.strerror(ENOTDIR), str(folder))
        self._remove([self._moved(folder)])

    def take_up(self) -> None:
        """Go on with what an earlier phone could not finish."""
        left = list(self._dir.glob(f"{_NAME}*"))
        if left:
            self._remove(left)

    def wait(self, seconds: float | None = None) -> None:
        """Wait until everything is removed, at most so long; None: without an end."""
        end = None if seconds is None else monotonic() + seconds
        for removal in self._removals:
            removal.join(None if end is None else max(end - monotonic(), 0))
        self._removals = [removal for removal in self._removals if removal.is_alive()]
        let_collection_go_on()

    def _moved(self, folder: Path) -> Path:
        return folder.rename(self._dir / f"{_NAME}{os.urandom(8).hex()}")

    def _remove(self, folders: Sequence[Path]) -> None:
        removal = _Removal(folders, self._on_removed)
        self._removals.append(removal)
        removal.start()
        self.wait(self.at_once_seconds)

    def _on_removed(self) -> None:
        """Called in the thread."""
        if self._tell is not None:
            self._tell()


class _Removal(Thread):
    """Removes `folders`, and then calls `done`."""

    def __init__(self, folders: Sequence[Path], done: Callable[[], None]) -> None:
        super().__init__(name=THREAD, daemon=True)
        self._halt = halt_collection()
        self._folders = folders
        self._done = done

    def run(self) -> None:
        for folder in self._folders:
            shutil.rmtree(folder, ignore_errors=True)
        end_halt(self._halt)
        self._done()
