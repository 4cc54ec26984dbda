"""Watchers of folders that are used again, for who opens one program after another: tests.

To end one takes Linux up to 20 ms, in which the phone stands still.
"""

import shiboken6
from PySide6.QtCore import QFileSystemWatcher, QObject


class SpareWatchers:
    """Gives a watcher to one user at a time; it is free when Qt has deleted that user.

    `close()` ends them all.
    """

    def __init__(self) -> None:
        self._given: list[tuple[QFileSystemWatcher, QObject]] = []

    def take(self, user: QObject) -> QFileSystemWatcher:
        """One that watches nothing, and of which nobody else hears."""
        for place, (watcher, before) in enumerate(self._given):
            if not shiboken6.isValid(before):
                _forget_all(watcher)
                self._given[place] = (watcher, user)
                return watcher
        made = QFileSystemWatcher()
        self._given.append((made, user))
        return made

    def close(self) -> None:
        """End them all; nobody may use one any more."""
        while self._given:
            watcher, _user = self._given.pop()
            shiboken6.delete(watcher)


def _forget_all(watcher: QFileSystemWatcher) -> None:
    if watched := [*watcher.files(), *watcher.directories()]:
        watcher.removePaths(watched)
