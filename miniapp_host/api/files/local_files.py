"""Finds the file behind a path that a program gives: in its package, or among its own files."""

from pathlib import Path

from miniapp_host.api.calls.call import CallError
from miniapp_host.api.calls.session import Session
from miniapp_host.programs.tree import PackageError

_OWN = ("wxfile://", "http://tmp/", "http://usr/", "http://store/")
_REMOTE = ("http://", "https://")
MISSING = "file doesn't exist"


def local_file(session: Session, path: str) -> Path:
    """The file behind `path`; raises CallError if there is none, for network addresses too."""
    try:
        file = session.files.resolve(path) if is_own(path) else _in_package(session, path)
        if file is not None and file.is_file():
            return file
    except (OSError, ValueError, PackageError):
        pass  # names that no file can have: too long, half a character, out of the folder
    raise CallError(MISSING)


def is_remote(path: str) -> bool:
    """Whether `path` names a file of the network; `http://tmp/` is some phones' word for wxfile."""
    return path.startswith(_REMOTE) and not is_own(path)


def is_own(path: str) -> bool:
    """Whether `path` names a file that the program made or keeps; it need not exist."""
    return path.startswith(_OWN)


def _in_package(session: Session, path: str) -> Path | None:
    return None if "://" in path else session.package.path(path)
