"""The bytes in some folders, counted so that a write costs the same however many there are."""

from pathlib import Path


class Room:
    """Knows no less than what is used; the files are counted only if that might be too much."""

    def __init__(self, folders: tuple[Path, ...]) -> None:
        self._folders = folders
        self._most_used: int | None = None
        """No less than `used`; None if nobody has counted yet."""

    def used(self) -> int:
        """The bytes of all files in the folders, whether the folders are there or not."""
        found = (file for folder in self._folders for file in folder.rglob("*"))
        return sum(file.stat().st_size for file in found if file.is_file())

    def take(self, count: int, limit: int) -> bool:
        """Whether `count` more bytes do not go beyond `limit`; if so, they count from now on."""
        if self._most_used is None or self._most_used + count > limit:
            self._most_used = self.used()
        if self._most_used + count > limit:
            return False
        self._most_used += max(0, count)
        return True
