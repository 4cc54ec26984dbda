"""Notices changes to the files of a program that is open from a person's folder."""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal

SETTLE_MS = 200
"""Milliseconds without a change before a reload, because editors save in several steps."""

_MOST_FILES = 2_000
"""So many files are watched one by one: Qt takes seconds for tens of thousands."""

_SOURCES = (
    ".js", ".ts", ".mjs", ".json", ".wxml", ".wxss", ".wxs", ".less", ".scss", ".sass", ".css",
)  # fmt: skip
"""What is edited where it stands; a larger folder's other files are noticed when they are replaced.
"""

_LEFT_OUT = {"node_modules", "__pycache__"}
_Stamp = tuple[int, int]


class FolderWatch(QObject):
    """Watches the files below `folder` except hidden ones and node_modules."""

    saved = Signal()
    """Something was written, added or removed, and the folder has settled since."""

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folder = folder
        self._watcher = QFileSystemWatcher(self)
        self._settled = QTimer(self, singleShot=True, interval=SETTLE_MS)
        self._settled.timeout.connect(self._on_settled)
        self._watcher.directoryChanged.connect(self._on_change)
        self._watcher.fileChanged.connect(self._on_change)
        self._seen = self._look()

    def _on_change(self, _path: str) -> None:
        self._settled.start()

    def _on_settled(self) -> None:
        seen = self._look()
        if seen != self._seen:
            self._seen = seen
            self.saved.emit()

    def _look(self) -> dict[str, _Stamp]:
        """The time and size of every file; new files are watched from now on."""
        found: dict[str, _Stamp] = {}
        folders = []
        for folder, files in _walk(self._folder):
            folders.append(folder)
            found.update(files)
        # Qt stops watching a file that is replaced, as many editors do when they save; add it anew.
        known = {*self._watcher.files(), *self._watcher.directories()}
        fresh = [path for path in (*folders, *_to_watch(found)) if path not in known]
        if fresh:
            self._watcher.addPaths(fresh)
        return found


def _to_watch(files: Iterable[str]) -> list[str]:
    """The files to watch by themselves, besides their folders."""
    every = list(files)
    if len(every) > _MOST_FILES:
        every = [file for file in every if file.endswith(_SOURCES)]
    return every[:_MOST_FILES]


def _walk(top: Path) -> Iterator[tuple[str, dict[str, _Stamp]]]:
    """Each folder with the stamps of its files; what vanishes meanwhile is left out."""
    for folder, inner, names in os.walk(top):
        inner[:] = [name for name in inner if name not in _LEFT_OUT and not name.startswith(".")]
        yield folder, dict(_stamps(Path(folder), names))


def _stamps(folder: Path, names: list[str]) -> Iterator[tuple[str, _Stamp]]:
    for name in names:
        try:
            status = (folder / name).stat()
        except OSError:
            continue
        if not name.startswith("."):
            yield str(folder / name), (status.st_mtime_ns, status.st_size)
