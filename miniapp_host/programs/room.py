"""The bytes and the files in some folders, counted so that a write costs the same however many."""

from collections.abc import Iterator
from pathlib import Path

MOST_FILES = 5000
"""Files and folders that may be there: listing or removing all of them takes 100 ms."""


class Room:
    """Knows no less than what is used; the files are counted only if that might be too much."""

    def __init__(self, folders: tuple[Path, ...], most_files: int = MOST_FILES) -> None:
        self._folders = folders
        self._most_files = most_files
        self._most_used: int | None = None
        """No less than the bytes of all files there; None if nobody has counted yet."""
        self._files = 0
        """No less than the files and folders there are, once somebody has counted."""

    def take(self, count: int, limit: int, files: int = 0) -> bool:
        """Whether `count` more bytes do not go beyond `limit`, nor `files` more files too far.

        If so, they count from now on.
        """
        if not self._fits(count, limit, files):
            self._count()
        if not self._fits(count, limit, files):
            return False
        self._most_used = (self._most_used or 0) + max(0, count)
        self._files += files
        return True

    def _fits(self, count: int, limit: int, files: int) -> bool:
        if self._most_used is None or self._most_used + count > limit:
            return False
        return files == 0 or self._files + files <= self._most_files

    def _count(self) -> None:
        found = list(self._found())
        self._most_used = sum(file.stat().st_size for file in found if file.is_file())
        self._files = len(found)

    def _found(self) -> Iterator[Path]:
        return (file for folder in self._folders for file in folder.rglob("*"))
