"""Which files a program may reach by the paths it writes, and how the phone words a refusal.

The package and temporary files can only be read; what lies under wxfile://usr is the program's.
"""

import errno
from enum import Enum
from pathlib import Path
from typing import NamedTuple

from miniapp_host.api.calls.call import CallError, Errno
from miniapp_host.api.calls.session import Session
from miniapp_host.api.files.local_files import is_own, is_remote
from miniapp_host.paths import make_private
from miniapp_host.programs.tree import PackageError, inside

ROOM = 200 * 1024 * 1024
"""Bytes that a program may keep, saved files and its own together."""
TEMPORARY_ROOM = 4 * 1024 * 1024 * 1024
"""Bytes of temporary files that a program may have while it is open."""
LARGEST_FILE = 100 * 1024 * 1024
"""Bytes of one file that is read or written, as documented with errno 1300202."""
DEEPEST = 100
"""Folders in each other: far deeper ones can be neither listed nor removed, by Python's limit."""
_FULL = "the maximum size of the file storage limit is exceeded"

_OS_ERRORS = {
    errno.EACCES: ("permission denied", Errno.FILE_READ_ONLY),
    errno.EPERM: ("operation not permitted", Errno.NOT_PERMITTED),
    errno.EISDIR: ("illegal operation on a directory", Errno.IS_A_DIRECTORY),
    errno.ENOTDIR: ("not a directory", Errno.NOT_A_DIRECTORY),
    errno.EBADF: ("bad file descriptor", Errno.BAD_DESCRIPTOR),
    errno.ENOENT: ("no such file or directory", Errno.NO_SUCH_FILE),
    errno.EEXIST: ("file already exists", Errno.FILE_EXISTS),
    errno.ENOTEMPTY: ("directory not empty", Errno.NOT_EMPTY),
    errno.ENAMETOOLONG: ("File name too long", Errno.NAME_TOO_LONG),
}


class Area(Enum):
    """The part of the file system that a file belongs to."""

    PACKAGE = "package"
    TEMPORARY = "temporary"
    USER = "user"


class Place(NamedTuple):
    """A path as the program wrote it, and what it stands for; nothing need be there."""

    given: str
    path: Path
    area: Area


def place_of(session: Session, given: str, deed: str = "open") -> Place:
    """The place that `given` stands for; raises CallError if programs may not see it."""
    if is_remote(given) or ("://" in given and not is_own(given)):
        raise denied(given, deed)
    try:
        if not is_own(given):
            return Place(given, _in_package(session, given, deed), Area.PACKAGE)
        found = session.files.resolve(given)
    except (PackageError, OSError, ValueError):
        raise denied(given, deed) from None
    if found is None:
        raise denied(given, deed)
    owned = found == session.files.user_folder or session.files.user_folder in found.parents
    return Place(given, found, Area.USER if owned else Area.TEMPORARY)


def existing(session: Session, given: str, deed: str = "open") -> Place:
    """A place where there is a file or folder; raises CallError if there is none."""
    place = place_of(session, given, deed)
    if place.area is Area.USER:
        make_private(session.files.user_folder)
    if not place.path.exists():
        raise missing(given, deed)
    return place


def writable(session: Session, given: str, deed: str = "open") -> Place:
    """A place of the program's own, below wxfile://usr; raises CallError for any other."""
    place = place_of(session, given, deed) if is_own(given) else None
    if place is None or place.area is not Area.USER:
        raise denied(given, deed)
    check_depth(session, place)
    make_private(session.files.user_folder)
    return place


def check_depth(session: Session, place: Place, below: int = 0) -> None:
    """Raises CallError if the place, with `below` folders in it, lies in more than DEEPEST."""
    parts = place.path.relative_to(session.files.user_folder).parts
    if len(parts) + below > DEEPEST:
        raise refused(OSError(errno.ENAMETOOLONG, ""), place.given)


def writable_file(session: Session, given: str) -> Path:
    """The path of a file that may be written, in an existing folder; raises CallError."""
    place = writable(session, given)
    if not place.path.parent.is_dir():
        raise missing(given)
    if place.path.is_dir():
        raise directory(given)
    return place.path


def make_room(session: Session, count: int, files: int = 0) -> None:
    """Raises CallError if `count` more bytes, or `files` more files, are too many."""
    if not session.files.take_room(count, ROOM, files):
        raise CallError(_FULL, Errno.STORAGE_FULL)


def make_room_for(session: Session, file: Path, size: int) -> None:
    """Raises CallError if `file`, there or not, may not come to have `size` bytes."""
    check_size(size)
    there = file.exists()
    before = file.stat().st_size if there else 0
    make_room(session, size - before, 0 if there else 1)


def check_size(size: int) -> None:
    """Raises CallError if a file of `size` bytes is too large to be read or written."""
    if size > LARGEST_FILE:
        raise CallError(_FULL, Errno.STORAGE_FULL)


def make_temporary_room(session: Session, count: int) -> None:
    """Raises CallError if one more temporary file, of `count` bytes, is too much."""
    if not session.files.take_temporary_room(count, TEMPORARY_ROOM):
        raise CallError(_FULL, Errno.STORAGE_FULL)


def denied(given: str, deed: str = "open") -> CallError:
    """The error for a path that may not be used for this."""
    return _refusal("permission denied", given, deed, Errno.FILE_READ_ONLY)


def missing(given: str, deed: str = "open") -> CallError:
    """The error for a path without a file or folder."""
    return _refusal("no such file or directory", given, deed, Errno.NO_SUCH_FILE)


def directory(given: str, deed: str = "open") -> CallError:
    """The error for a folder where a file is needed."""
    return _refusal("illegal operation on a directory", given, deed, Errno.IS_A_DIRECTORY)


def refused(error: OSError, given: str, deed: str = "open") -> CallError:
    """The error for what the disk refused."""
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        reason = "the maximum size of the file storage limit is exceeded"
        return CallError(reason, Errno.STORAGE_FULL)
    reason, number = _OS_ERRORS.get(error.errno or 0, ("system error", Errno.FILE_SYSTEM))
    return _refusal(reason, given, deed, number)


def _in_package(session: Session, given: str, deed: str) -> Path:
    """A file's path, or that of a folder with files in it."""
    package = session.package
    try:
        return package.path(given)
    except FileNotFoundError:
        folder = inside(given)
        if any(file.startswith(f"{folder}/" if folder else "") for file in package.files):
            return package.root / folder
        raise missing(given, deed) from None


def _refusal(reason: str, given: str, deed: str, number: Errno) -> CallError:
    return CallError(f'{reason}, {deed} "{given}"', number)
