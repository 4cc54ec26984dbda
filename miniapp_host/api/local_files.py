"""From the path that a program gives to a real file: of its package, or one of its own files."""

from pathlib import Path

from miniapp_host.api.call import CallError
from miniapp_host.api.session import Session
from miniapp_host.programs.package import PackageError

_OWN = ("wxfile://", "http://tmp/", "http://usr/", "http://store/")
_REMOTE = ("http://", "https://")
MISSING = "file doesn't exist"


def local_file(session: Session, path: str) -> Path:
    """The file behind `path`; raises CallError if there is none, for network addresses too."""
    file = _own_file(session, path) if path.startswith(_OWN) else _package_file(session, path)
    if file is None or not file.is_file():
        raise CallError(MISSING)
    return file


def is_remote(path: str) -> bool:
    """Whether it names something on the network; `http://tmp/` is how some phones say wxfile."""
    return path.startswith(_REMOTE) and not path.startswith(_OWN)


def _own_file(session: Session, path: str) -> Path | None:
    return session.files.resolve(path)


def _package_file(session: Session, path: str) -> Path | None:
    if "://" in path or "\x00" in path:
        return None
    try:
        return session.package.path(path)
    except (FileNotFoundError, PackageError):
        return None
