"""One phone per data folder: who holds the folder's claim is its phone."""

import os
import sys
from pathlib import Path

from PySide6.QtCore import QLockFile

from miniapp_host.automation.verb_error import FolderError
from miniapp_host.texts import Sentence

_LOCK = "phone.lock"
_SOCKET = "phone.socket"
_LONGEST = 90
"""Bytes of a path that a Unix socket surely takes: 103 on macOS, less what Qt puts behind it."""


class Claim:
    """The right to be the phone of `folder`; it ends with the process, however that ends."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._lock = QLockFile(str(folder / _LOCK))
        self._lock.setStaleLockTime(0)  # a phone may run for days

    def take(self) -> bool:
        """Whether the claim is ours now; False if another process of this machine has it.

        In a folder that can't be written nobody has a claim, and nobody is kept out. Raises
        FolderError if what stands at the lock's place can't be a lock.
        """
        self._require_file()
        if self._lock.tryLock(0):
            return True
        return self._lock.error() is not QLockFile.LockError.LockFailedError

    def _require_file(self) -> None:
        """A folder at the lock's place looks to Qt like the lock of another process."""
        place = self.folder / _LOCK
        if place.exists() and not place.is_file():
            raise FolderError(
                Sentence(
                    "{path} is no file, so the phone can't lock its folder. Move it away and "
                    "start again.",
                    path=place,
                )
            )

    def release(self) -> None:
        """Give the claim up."""
        self._lock.unlock()


def address_of(folder: Path) -> str:
    """Where the phone of `folder` is reached: a socket in the folder, on Windows a named pipe.

    A path that is too long for a socket is replaced by a short one in a private folder. Raises
    OSError if there can be no such folder.
    """
    return _address(folder)


def _digest(folder: Path) -> str:
    import hashlib  # with OpenSSL, which an idle phone can do without

    return hashlib.sha256(os.fsencode(folder)).hexdigest()[:16]


if sys.platform == "win32":

    def _address(folder: Path) -> str:
        return f"miniapp-host-{_digest(folder)}"

else:

    def _address(folder: Path) -> str:
        inside = folder / _SOCKET
        short = len(os.fsencode(inside)) <= _LONGEST
        return str(inside if short else _private_folder() / f"{_digest(folder)}.socket")

    def _private_folder() -> Path:
        """A folder with a short path that only this person may enter."""
        import tempfile  # with hashlib

        folder = Path(os.environ.get("XDG_RUNTIME_DIR") or tempfile.gettempdir())
        folder = folder / f"miniapp-host-{os.getuid()}"
        folder.mkdir(mode=0o700, exist_ok=True)
        about = folder.lstat()
        if about.st_uid != os.getuid() or about.st_mode & 0o077:
            raise PermissionError(f"{folder} does not belong to you alone")
        return folder
