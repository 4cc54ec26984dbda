"""The functions of FileSystemManager, each from a session and named arguments to a result.

Bytes are base64 under `bytes`, both ways. OSError may escape: whoever runs them says it.
"""

import base64
import os
import shutil
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from operator import attrgetter
from pathlib import Path
from stat import S_ISDIR
from typing import NamedTuple

from miniapp_host.api.calls.call import Call, CallError, Errno
from miniapp_host.api.calls.endpoint import Parameter
from miniapp_host.api.calls.parameters import parameter_error
from miniapp_host.api.calls.session import Session
from miniapp_host.api.files.file_encodings import decoded, encoded, sent_bytes
from miniapp_host.api.files.file_places import (
    Area,
    Place,
    check_depth,
    check_size,
    denied,
    directory,
    existing,
    make_room,
    make_room_for,
    missing,
    refused,
    writable,
    writable_file,
)
from miniapp_host.paths import make_private

Arguments = Mapping[str, object]
Result = dict[str, object]


@dataclass(frozen=True)
class Operation:
    """One function of the manager; `offered` ones are functions of `wx` under the same name."""

    name: str
    run: Callable[[Session, Arguments], Result]
    parameters: tuple[Parameter, ...]
    offered: bool = False

    def checked(self, session: Session, given: Arguments) -> Result:
        """The result; raises CallError, also for what the disk refuses."""
        try:
            return self.run(session, given)
        except OSError as error:
            first = given.get(self.parameters[0].name) if self.parameters else ""
            raise refused(error, str(first)) from error

    def called(self, call: Call) -> None:
        call.ok(self.checked(call.session, call.arguments))

    def called_now(self, session: Session, arguments: list[object]) -> Result:
        """Run for a `…Sync` call; `arguments` holds one object. Raises CallError."""
        first = arguments[0] if arguments else {}
        given = first if isinstance(first, Mapping) else {}
        problem = parameter_error(self.parameters, given)
        if problem is not None:
            raise CallError(problem, Errno.PARAMETER)
        return self.checked(session, given)


def access(session: Session, given: Arguments) -> Result:
    """Succeed if there is something at `path`; raises CallError otherwise."""
    existing(session, given_text(given, "path"), "access")
    return {}


def read_file(session: Session, given: Arguments) -> Result:
    """The text in `encoding`, or the bytes without one; a part of it from `position` on.

    Raises CallError.
    """
    place = existing(session, given_text(given, "filePath"))
    if place.path.is_dir():
        raise directory(place.given)
    start, size = whole(given, "position", 0), place.path.stat().st_size
    length = whole(given, "length", max(0, size - start))
    check_size(length)
    if start > size or start + length > size:
        raise CallError("Invalid argument", Errno.FILE_ARGUMENT)
    with place.path.open("rb") as file:
        file.seek(start)
        body = file.read(length)
    encoding = given.get("encoding")
    if isinstance(encoding, str):
        return {"data": decoded(body, encoding)}
    return {"bytes": base64.b64encode(body).decode("ascii")}


def write_file(session: Session, given: Arguments) -> Result:
    """Write a whole file into a folder that must exist; raises CallError."""
    file, body = writable_file(session, given_text(given, "filePath")), given_bytes(given)
    make_room_for(session, file, len(body))
    file.write_bytes(body)
    return {}


def append_file(session: Session, given: Arguments) -> Result:
    """Append to a file that must exist; raises CallError."""
    place = existing(session, given_text(given, "filePath"))
    file, body = writable_file(session, place.given), given_bytes(given)
    make_room_for(session, file, _size(file) + len(body))
    with file.open("ab") as end:
        end.write(body)
    return {}


def truncate(session: Session, given: Arguments) -> Result:
    """Cut a file, or fill it with zeros, to `length` bytes; raises CallError."""
    place, length = existing(session, given_text(given, "filePath")), whole(given, "length", 0)
    file = writable_file(session, place.given)
    make_room_for(session, file, length)
    os.truncate(file, length)
    return {}


def copy_file(session: Session, given: Arguments) -> Result:
    """Copy any readable file to a file of the program's own; raises CallError."""
    source = existing(session, given_text(given, "srcPath"), "copyFile")
    if source.path.is_dir():
        raise directory(source.given, "copyFile")
    target = writable_file(session, given_text(given, "destPath"))
    make_room_for(session, target, source.path.stat().st_size)
    shutil.copyfile(source.path, target)
    return {}


def rename(session: Session, given: Arguments) -> Result:
    """Move a file or folder of the program's own, replacing a file there; raises CallError."""
    old = writable(session, given_text(given, "oldPath"), "rename")
    new = writable(session, given_text(given, "newPath"), "rename")
    if not old.path.exists() or not new.path.parent.is_dir():
        raise missing(f"{old.given} -> {new.given}", "rename")
    if old.path.is_dir():
        check_depth(session, new, max(map(len, _below(session, old)), default=0))
    old.path.replace(new.path)
    return {}


def unlink(session: Session, given: Arguments) -> Result:
    """Delete a file, not a folder; raises CallError."""
    place = _own_and_there(session, given, "filePath", "unlink")
    if place.path.is_dir():
        raise CallError(f'operation not permitted, unlink "{place.given}"', Errno.NOT_PERMITTED)
    place.path.unlink()
    return {}


def mkdir(session: Session, given: Arguments) -> Result:
    """Make a folder; with `recursive` those above it too. Raises CallError."""
    place = writable(session, given_text(given, "dirPath"), "mkdir")
    if place.path.exists():
        raise CallError(f'file already exists, mkdir "{place.given}"', Errno.FILE_EXISTS)
    recursive = given.get("recursive") is True
    make_room(session, 0, _missing_folders(place.path) if recursive else 1)
    if recursive:
        make_private(place.path.parent)
    place.path.mkdir(mode=0o700)
    return {}


def _missing_folders(folder: Path) -> int:
    """How many folders `mkdir` would make for `folder`, itself included."""
    return 1 + sum(not above.exists() for above in folder.parents)


def rmdir(session: Session, given: Arguments) -> Result:
    """Remove an empty folder; with `recursive` any. Raises CallError."""
    place = _own_and_there(session, given, "dirPath", "rmdir")
    if place.path == session.files.user_folder:
        raise denied(place.given, "rmdir")
    if given.get("recursive") is True and place.path.is_dir():
        shutil.rmtree(place.path)
    else:
        place.path.rmdir()
    return {}


def readdir(session: Session, given: Arguments) -> Result:
    """The names in a folder, in alphabetical order; raises CallError."""
    place = existing(session, given_text(given, "dirPath"), "scandir")
    if not place.path.is_dir():
        raise CallError(f'not a directory, scandir "{place.given}"', Errno.NOT_A_DIRECTORY)
    return {"files": sorted({part[0] for part in _below(session, place)})}


def stat(session: Session, given: Arguments) -> Result:
    """The facts of one file or folder, or with `recursive` a list of all in a folder.

    The folder itself stands there as "/". Raises CallError.
    """
    place = existing(session, given_text(given, "path"), "stat")
    if given.get("recursive") is not True or not place.path.is_dir():
        return {"stats": stats_of(place.path.stat())}
    folder = str(place.path)  # no Path for each: there may be thousands
    found = {"/": folder}
    for parts in _below(session, place):
        path = ""
        for part in parts:
            path = f"{path}/{part}"
            found.setdefault(path, folder + path)
    stats = ((path, os.stat(file)) for path, file in found.items())  # noqa: PTH116
    return {"stats": [{"path": path, "stats": stats_of(facts)} for path, facts in stats]}


class Kept(NamedTuple):
    """A file that wx.saveFile keeps."""

    url: str
    file: Path


def kept_files(session: Session) -> tuple[Kept, ...]:
    """The saved files without a name of the program's own, oldest first."""
    folder = session.files.saved_folder
    found = sorted(folder.iterdir(), key=lambda one: one.stat().st_mtime) if folder.is_dir() else []
    return tuple(Kept(session.files.saved_url(file.name), file) for file in found)


def _own_and_there(session: Session, given: Arguments, name: str, deed: str) -> Place:
    place = writable(session, given_text(given, name), deed)
    if not place.path.exists():
        raise missing(place.given, deed)
    return place


def _below(session: Session, place: Place) -> Iterator[tuple[str, ...]]:
    """Everything in a folder, as paths from there; of the package only its files."""
    if place.area is Area.PACKAGE:
        folder = place.path.relative_to(session.package.root).parts
        files = (Path(file).parts for file in sorted(session.package.files))
        inner = (parts for parts in files if parts[: len(folder)] == folder)
        yield from (parts[len(folder) :] for parts in inner)
        return
    yield from _walked(str(place.path), ())


def _walked(folder: str, above: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """All in a folder by name, each folder before what is in it."""
    with os.scandir(folder) as found:
        entries = sorted(found, key=attrgetter("name"))
    for entry in entries:
        parts = (*above, entry.name)
        yield parts
        if entry.is_dir(follow_symlinks=False):
            yield from _walked(entry.path, parts)


def stats_of(found: os.stat_result) -> Result:
    """The facts that programs learn of a file or folder."""
    is_directory = S_ISDIR(found.st_mode)
    return {
        "mode": found.st_mode,
        "size": 0 if is_directory else found.st_size,
        "lastAccessedTime": int(found.st_atime),
        "lastModifiedTime": int(found.st_mtime),
        "isDirectory": is_directory,
    }


def _size(file: Path) -> int:
    return file.stat().st_size if file.exists() else 0


def given_text(given: Arguments, name: str) -> str:
    """A text argument; anything else counts as empty."""
    value = given.get(name)
    return value if isinstance(value, str) else ""


def whole(given: Arguments, name: str, default: int) -> int:
    """An argument that is a number of bytes; raises CallError if it is not."""
    value = given.get(name)
    if value is None:
        return default
    if isinstance(value, bool) or not isinstance(value, int) or value < 0:
        raise CallError(f"value of {name} is out of range", Errno.FILE_ARGUMENT)
    return value


def given_bytes(given: Arguments) -> bytes:
    """The bytes in `bytes`, or `data` in its encoding, UTF-8 by default; raises CallError."""
    raw = sent_bytes(given)
    if raw is not None:
        return raw
    encoding = given.get("encoding")
    return encoded(given_text(given, "data"), encoding if isinstance(encoding, str) else "utf8")
