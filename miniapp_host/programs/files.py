"""A program's own files outside its package: temporary ones, saved ones, and wxfile://usr.

Turns the URLs that programs know them by into paths, and never into a path outside its folder.
"""

import os
import re
import secrets
import shutil
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path, PurePosixPath

from miniapp_host.memory.durable import sync, sync_folder
from miniapp_host.paths import make_private
from miniapp_host.programs.room import Room
from miniapp_host.programs.windows_names import reserved_on_windows

_SUFFIX = re.compile(r"\.[A-Za-z0-9]{1,8}")
_UNSAFE = re.compile(r'[\x00-\x1f\\:*?"<>|]')
_TEMPORARY = "tmp"
_SAVED = "store"
_USER = "usr"
_MARKS = "marks"

# The beginning of a URL -> the folder it stands for; the flat kinds are one file deep.
_PREFIXES = {
    "wxfile://usr/": _USER,
    "http://usr/": _USER,
    "wxfile://tmp_": _TEMPORARY,
    "wxfile://tmp/": _TEMPORARY,
    "http://tmp/": _TEMPORARY,
    "wxfile://store_": _SAVED,
    "wxfile://store/": _SAVED,
    "http://store/": _SAVED,
}


class ProgramFiles:
    """The files below `folder`, which is made together with the first file.

    `remove` removes a folder with all that is in it, or raises OSError.
    """

    def __init__(self, folder: Path, remove: Callable[[Path], None] = shutil.rmtree) -> None:
        self._folder = folder
        self._remove = remove
        self._kept = Room((self.user_folder, self.saved_folder))
        self._temporary = Room((self.temporary_folder,))

    @property
    def folder(self) -> Path:
        """The folder of all of them; nothing is there before the first file."""
        return self._folder

    @property
    def temporary_folder(self) -> Path:
        """The folder of files that last as long as the program is open."""
        return self._folder / _TEMPORARY

    @property
    def user_folder(self) -> Path:
        """The folder of `wxfile://usr`, which is `wx.env.USER_DATA_PATH`."""
        return self._folder / _USER

    @property
    def saved_folder(self) -> Path:
        """The folder of files that wx.saveFile keeps without a name from the program."""
        return self._folder / _SAVED

    def new_saved(self, suffix: str = "") -> tuple[Path, str]:
        """A new path and its URL, as `new_temporary`, for a file that stays."""
        return self._new(_SAVED, suffix)

    def saved_url(self, name: str) -> str:
        """The URL of a file in the saved folder."""
        return f"wxfile://{_SAVED}_{name}"

    def take_room(self, count: int, limit: int, files: int = 0) -> bool:
        """Whether `count` more bytes in `files` more files may be kept; they count then.

        The bytes must not go beyond `limit`, nor the files beyond MOST_FILES.
        """
        return self._kept.take(count, limit, files)

    def take_temporary_room(self, count: int, limit: int) -> bool:
        """As `take_room`, for one more temporary file."""
        return self._temporary.take(count, limit, 1)

    def new_temporary(self, suffix: str = "") -> tuple[Path, str]:
        """An unused path for the caller to write, and its URL; `drop_temporary` removes it."""
        return self._new(_TEMPORARY, suffix)

    def resolve(self, url: str) -> Path | None:
        """The path that `url` names, there or not; None if it is not one of the program's own."""
        found = next((item for item in _PREFIXES.items() if url.startswith(item[0])), None)
        if url.rstrip("/") == "wxfile://usr":
            return self.user_folder
        return self._inside(found[1], url.removeprefix(found[0])) if found else None

    def drop_temporary(self) -> None:
        """Remove the temporary files; called when the program starts and when it closes."""
        with suppress(OSError):
            self._remove_kind(_TEMPORARY)

    def has_mark(self, name: str) -> bool:
        """Whether the phone set this mark for the program (`set_mark`), unseen by programs."""
        return (self._folder / _MARKS / name).exists()

    def set_mark(self, name: str) -> None:
        """Set the mark until the program is deleted; it is on disk when this returns.

        Raises OSError.
        """
        folder = self._folder / _MARKS
        make_private(folder)
        (folder / name).touch()
        sync(folder / name)
        sync_folder(folder)

    def drop_mark(self, name: str) -> None:
        """Take the mark away, if it was set; raises OSError."""
        (self._folder / _MARKS / name).unlink(missing_ok=True)

    def clear(self) -> None:
        """Remove all that the program has written; the phone's marks stay. Raises OSError."""
        for kind in (_TEMPORARY, _SAVED, _USER):
            self._remove_kind(kind)

    def delete(self) -> None:
        """Remove everything, because the program is deleted."""
        shutil.rmtree(self._folder, ignore_errors=True)

    def _remove_kind(self, kind: str) -> None:
        if (self._folder / kind).exists():
            self._remove(self._folder / kind)

    def _new(self, kind: str, suffix: str) -> tuple[Path, str]:
        name = secrets.token_hex(16) + (suffix if _SUFFIX.fullmatch(suffix) else "")
        folder = self._folder / kind
        make_private(folder)
        return folder / name, f"wxfile://{kind}_{name}"

    def _inside(self, kind: str, rest: str) -> Path | None:
        parts = PurePosixPath(rest).parts
        if not parts or parts[0] == "/" or _UNSAFE.search(rest):
            return None
        if kind != _USER and len(parts) > 1:
            return None
        if os.name == "nt" and any(map(reserved_on_windows, parts)):
            return None
        folder = self._folder / kind
        path = folder.joinpath(*parts)
        # A link inside, however it came there, must not lead out.
        return path if path.resolve().is_relative_to(folder.resolve()) else None
