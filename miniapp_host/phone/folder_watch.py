"""Notices changes to the files of a program that is open from a person's folder."""

import os
import time
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal

if TYPE_CHECKING:
    from miniapp_host.phone.spare_watchers import SpareWatchers

SETTLE_MS = 200
"""Milliseconds without a change before a reload, because editors save in several steps."""

_MOST_FILES = 2_000
"""So many files are watched one by one: Qt takes seconds for tens of thousands."""

_SOURCES = (
    ".js", ".ts", ".mjs", ".json", ".wxml", ".wxss", ".wxs", ".less", ".scss", ".sass", ".css",
)  # fmt: skip
"""What is edited where it stands; a larger folder's other files are noticed when they are replaced.
"""

_TURN_SECONDS = 0.008
_AT_ONCE = 100
"""So many paths are added to Qt's watcher before the next look at the clock."""

_LEFT_OUT = {"node_modules", "__pycache__"}
_Stamp = tuple[int, int]


class FolderWatch(QObject):
    """Watches the files below `folder` except hidden ones and node_modules.

    A large folder is looked through in bounded turns. `spare` has watchers to use again.
    """

    saved = Signal()
    """Something was written, added or removed, and the folder has settled since."""

    def __init__(
        self, folder: Path, parent: QObject | None = None, spare: "SpareWatchers | None" = None
    ) -> None:
        super().__init__(parent)
        self._folder = folder
        self._watcher = QFileSystemWatcher(self) if spare is None else spare.take(self)
        self._settled = QTimer(self, singleShot=True, interval=SETTLE_MS)
        self._settled.timeout.connect(self._on_settled)
        self._watcher.directoryChanged.connect(self._on_change)
        self._watcher.fileChanged.connect(self._on_change)
        self._turn = QTimer(self, singleShot=True, interval=0)
        self._turn.timeout.connect(self._on_turn)
        self._began = time.time_ns()
        self._seen: dict[str, _Stamp] | None = None
        self._found: dict[str, _Stamp] = {}
        self._looking = self._look()
        self._on_turn()

    def _on_change(self, _path: str) -> None:
        self._settled.start()

    def _on_settled(self) -> None:
        if self._turn.isActive():
            self._settled.start()  # the look that goes on may have passed what has changed
            return
        self._found = {}
        self._looking = self._look()
        self._on_turn()

    def _on_turn(self) -> None:
        end = time.monotonic() + _TURN_SECONDS
        for _ in self._looking:
            if time.monotonic() > end:
                self._turn.start()
                return
        before, self._seen = self._seen, self._found
        if self._is_newer() if before is None else before != self._seen:
            self.saved.emit()

    def _is_newer(self) -> bool:
        """Whether a file was saved while the first look went on: the program was read before."""
        now = time.time_ns()
        return any(self._began < changed <= now for changed, _ in self._found.values())

    def _look(self) -> Iterator[None]:
        """Finds time and size of every file, step by step; new ones are watched from now on.

        They are watched before they are looked at, so that no change falls between.
        """
        folders: list[str] = []
        files: list[str] = []
        for folder, inside in _walk(str(self._folder)):
            folders.append(folder)
            files += inside
            yield
        # Qt stops watching a file that is replaced, as many editors do when they save; add it anew.
        known = {*self._watcher.files(), *self._watcher.directories()}
        fresh = [path for path in (*folders, *_to_watch(files)) if path not in known]
        for start in range(0, len(fresh), _AT_ONCE):
            self._watcher.addPaths(fresh[start : start + _AT_ONCE])
            yield
        for start in range(0, len(files), _AT_ONCE):
            self._found.update(_stamps(files[start : start + _AT_ONCE]))
            yield


def _to_watch(files: list[str]) -> list[str]:
    """The files to watch by themselves, besides their folders."""
    if len(files) > _MOST_FILES:
        files = [file for file in files if file.endswith(_SOURCES)]
    return files[:_MOST_FILES]


def _walk(top: str) -> Iterator[tuple[str, list[str]]]:
    """Each folder with its files; what can't be read is left out."""
    waiting = [top]
    while waiting:
        folder = waiting.pop()
        files: list[str] = []
        for entry in _entries(folder):
            if not entry.is_dir():
                files.append(entry.path)
            elif not entry.is_symlink():
                waiting.append(entry.path)
        yield folder, files


def _entries(folder: str) -> list[os.DirEntry[str]]:
    try:
        with os.scandir(folder) as entries:
            return [
                entry
                for entry in entries
                if entry.name not in _LEFT_OUT and not entry.name.startswith(".")
            ]
    except OSError:
        return []


def _stamps(files: Iterable[str]) -> Iterator[tuple[str, _Stamp]]:
    """Their times and sizes; what vanishes meanwhile is left out."""
    for file in files:
        try:
            status = os.stat(file)  # noqa: PTH116 - a Path for each costs more than the look
        except OSError:
            continue
        yield file, (status.st_mtime_ns, status.st_size)
