"""The folders that are to go: listed before, put aside after, so that a crash leaves no litter.

A room in which a program is being unpacked is listed from its beginning on.
"""

import logging
import os
from contextlib import suppress
from pathlib import Path

from miniapp_host.memory.database import Database
from miniapp_host.memory.store_error import StoreError
from miniapp_host.programs.background_removal import BackgroundRemoval

_LATER = "INSERT OR IGNORE INTO removals (folder) VALUES (?)"
_ALL = "SELECT folder FROM removals"
_DONE = "DELETE FROM removals WHERE folder = ?"
_ROOM = ".room-"
"""No program's folder begins with a dot."""

_log = logging.getLogger(__name__)


class Removals:
    """The list, by the folders' paths below `programs_dir`."""

    def __init__(self, database: Database, programs_dir: Path) -> None:
        self._database = database
        self._dir = programs_dir
        self._rooms: set[str] = set()
        self.background = BackgroundRemoval(programs_dir)

    def __contains__(self, name: object) -> bool:
        """Whether the folder is still to go; raises StoreError."""
        return (name,) in self._database.execute(_ALL)

    def add(self, name: str) -> None:
        """Remove the folder at the next `finish`; raises StoreError."""
        self._database.execute(_LATER, (name,))

    def keep(self, name: str) -> None:
        """Keep the folder after all; raises StoreError."""
        self._database.execute(_DONE, (name,))

    def new_room(self) -> Path:
        """A folder to make and to fill, which stays until `leave_room`; raises StoreError."""
        name = f"{_ROOM}{os.urandom(8).hex()}"
        self.add(name)
        self._rooms.add(name)
        return self._dir / name

    def leave_room(self, room: Path) -> None:
        """Remove the room with what is in it."""
        self._rooms.discard(room.relative_to(self._dir).as_posix())
        self.finish()

    def finish(self) -> None:
        """Remove the listed folders; one that can't be taken away now stays in the list."""
        try:
            for (name,) in self._database.execute(_ALL):
                if name not in self._rooms and self._is_gone(name):
                    self.keep(name)
        except StoreError as error:
            _log.warning("folders of deleted programs are left: %s", error)

    def _is_gone(self, name: str) -> bool:
        """Whether that folder has left its place; it must lie inside the programs folder."""
        folder = (self._dir / name).resolve()
        if self._dir not in folder.parents:
            return True
        if folder.exists():
            try:
                self.background.take(folder)
            except OSError:
                return False
        if folder.parent != self._dir:
            with suppress(OSError):  # it is not empty: the program has another copy, or files
                folder.parent.rmdir()
        return True
