"""Removes folders in a thread of its own, so that nobody waits for very many files.

A folder is renamed first: its place is free at once, and nothing of it is ever found there again.
What the end of the phone or a crash leaves of it is known by its name at the next start.
"""

import os
import shutil
from collections.abc import Sequence
from errno import ENOTDIR
from pathlib import Path
from threading import Thread
from time import monotonic

from miniapp_host.programs.no_collection import no_collection

_NAME = ".gone-"
"""No program's folder begins with a dot."""
THREAD = "removing folders"
AT_ONCE_SECONDS = 0.05
"""Few files are gone within it, before whoever removed them goes on."""


class BackgroundRemoval:
    """The folders below `programs_dir` that are being removed."""

    def __init__(self, programs_dir: Path) -> None:
        self._dir = programs_dir
        self._threads: list[Thread] = []

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
        for thread in self._threads:
            thread.join(None if end is None else max(end - monotonic(), 0))
        self._threads = [thread for thread in self._threads if thread.is_alive()]

    def _moved(self, folder: Path) -> Path:
        return folder.rename(self._dir / f"{_NAME}{os.urandom(8).hex()}")

    def _remove(self, folders: Sequence[Path]) -> None:
        thread = Thread(target=_remove_all, args=(folders,), name=THREAD, daemon=True)
        thread.start()
        self._threads.append(thread)
        self.wait(AT_ONCE_SECONDS)


def _remove_all(folders: Sequence[Path]) -> None:
    with no_collection():
        for folder in folders:
            shutil.rmtree(folder, ignore_errors=True)
