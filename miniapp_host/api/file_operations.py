"""What FileSystemManager's functions do: each from a session and named arguments to a result.

Bytes are base64 under `bytes`, both ways. OSError may escape: whoever runs them says it.
"""

import base64
import os
import shutil
import zipfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from miniapp_host.api.call import CallError, Errno
from miniapp_host.api.file_encodings import decoded, encoded
from miniapp_host.api.file_places import (
    Area,
    Place,
    denied,
    directory,
    existing,
    make_room,
    missing,
    writable,
    writable_file,
)
from miniapp_host.api.session import Session
from miniapp_host.api.web_request import sent_bytes

Arguments = Mapping[str, object]
Result = dict[str, object]

_MOST_UNZIPPED = 10_000


def access(session: Session, given: Arguments) -> Result:
    """Succeeds if there is something."""
    existing(session, _text(given, "path"), "access")
    return {}


def read_file(session: Session, given: Arguments) -> Result:
    """The text in `encoding`, or without one the bytes; a part of it from `position` on."""
    place = existing(session, _text(given, "filePath"))
    if place.path.is_dir():
        raise directory(place.given)
    start, size = _whole(given, "position", 0), place.path.stat().st_size
    length = _whole(given, "length", max(0, size - start))
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
    """All of a file; its folder must be there."""
    file, body = writable_file(session, _text(given, "filePath")), _body(given)
    make_room(session, len(body) - _size(file))
    file.write_bytes(body)
    return {}


def append_file(session: Session, given: Arguments) -> Result:
    """To a file that is there."""
    place = existing(session, _text(given, "filePath"))
    file, body = writable_file(session, place.given), _body(given)
    make_room(session, len(body))
    with file.open("ab") as end:
        end.write(body)
    return {}


def truncate(session: Session, given: Arguments) -> Result:
    """Cuts a file, or fills it with zeros, to `length`."""
    place, length = existing(session, _text(given, "filePath")), _whole(given, "length", 0)
    file = writable_file(session, place.given)
    make_room(session, max(0, length - file.stat().st_size))
    os.truncate(file, length)
    return {}


def copy_file(session: Session, given: Arguments) -> Result:
    """From anywhere that can be read to the program's own."""
    source = existing(session, _text(given, "srcPath"), "copyFile")
    if source.path.is_dir():
        raise directory(source.given, "copyFile")
    target = writable_file(session, _text(given, "destPath"))
    make_room(session, source.path.stat().st_size - _size(target))
    shutil.copyfile(source.path, target)
    return {}


def rename(session: Session, given: Arguments) -> Result:
    """Of what is the program's own, within it; a file that is there is replaced."""
    old = writable(session, _text(given, "oldPath"), "rename")
    new = writable(session, _text(given, "newPath"), "rename")
    if not old.path.exists() or not new.path.parent.is_dir():
        raise missing(f"{old.given} -> {new.given}", "rename")
    old.path.replace(new.path)
    return {}


def unlink(session: Session, given: Arguments) -> Result:
    """A file, not a folder."""
    place = _own_and_there(session, given, "filePath", "unlink")
    if place.path.is_dir():
        raise CallError(f'operation not permitted, unlink "{place.given}"', Errno.NOT_PERMITTED)
    place.path.unlink()
    return {}


def mkdir(session: Session, given: Arguments) -> Result:
    """A folder; with `recursive` those above it too."""
    place = writable(session, _text(given, "dirPath"), "mkdir")
    if place.path.exists():
        raise CallError(f'file already exists, mkdir "{place.given}"', Errno.FILE_EXISTS)
    place.path.mkdir(parents=given.get("recursive") is True)
    return {}


def rmdir(session: Session, given: Arguments) -> Result:
    """An empty folder; with `recursive` any."""
    place = _own_and_there(session, given, "dirPath", "rmdir")
    if place.path == session.files.user_folder:
        raise denied(place.given, "rmdir")
    if given.get("recursive") is True and place.path.is_dir():
        shutil.rmtree(place.path)
    else:
        place.path.rmdir()
    return {}


def readdir(session: Session, given: Arguments) -> Result:
    """The names in a folder, in alphabetical order."""
    place = existing(session, _text(given, "dirPath"), "scandir")
    if not place.path.is_dir():
        raise CallError(f'not a directory, scandir "{place.given}"', Errno.NOT_A_DIRECTORY)
    return {"files": sorted({part[0] for part in _below(session, place)})}


def stat(session: Session, given: Arguments) -> Result:
    """Of one thing, or with `recursive` a list of all in a folder, which stands there as "/"."""
    place = existing(session, _text(given, "path"), "stat")
    if given.get("recursive") is not True or not place.path.is_dir():
        return {"stats": _stats(place.path)}
    found = {"/": place.path}
    for parts in _below(session, place):
        for depth in range(1, len(parts) + 1):
            found["/" + "/".join(parts[:depth])] = place.path.joinpath(*parts[:depth])
    return {"stats": [{"path": path, "stats": _stats(file)} for path, file in found.items()]}


def unzip(session: Session, given: Arguments) -> Result:
    """Into a folder of the program's own, which is made; names that lead out of it refuse all."""
    source = existing(session, _text(given, "zipFilePath"), "unzip")
    target = writable(session, _text(given, "targetPath"), "unzip")
    try:
        with zipfile.ZipFile(source.path) as archive:
            entries = archive.infolist()
            _check_entries(entries)
            make_room(session, sum(entry.file_size for entry in entries))
            for entry in entries:
                _extract(archive, entry, target.path)
    except (zipfile.BadZipFile, RuntimeError, NotImplementedError, EOFError):
        raise CallError("unzip fail", Errno.UNZIP) from None
    return {}


class Kept(NamedTuple):
    """A file that wx.saveFile keeps."""

    url: str
    file: Path


def kept_files(session: Session) -> tuple[Kept, ...]:
    """Those without a name of the program's own, oldest first."""
    folder = session.files.saved_folder
    found = sorted(folder.iterdir(), key=lambda one: one.stat().st_mtime) if folder.is_dir() else []
    return tuple(Kept(session.files.saved_url(file.name), file) for file in found)


def _own_and_there(session: Session, given: Arguments, name: str, deed: str) -> Place:
    place = writable(session, _text(given, name), deed)
    if not place.path.exists():
        raise missing(place.given, deed)
    return place


def _below(session: Session, place: Place) -> Iterator[tuple[str, ...]]:
    """Everything in a folder, as parts of its path from there; of the package only its files."""
    if place.area is Area.PACKAGE:
        folder = place.path.relative_to(session.package.root).parts
        files = (Path(file).parts for file in sorted(session.package.files))
        inner = (parts for parts in files if parts[: len(folder)] == folder)
        yield from (parts[len(folder) :] for parts in inner)
        return
    for found in sorted(place.path.rglob("*")):
        yield found.relative_to(place.path).parts


def _stats(file: Path) -> Result:
    found = file.stat()
    return {
        "mode": found.st_mode,
        "size": 0 if file.is_dir() else found.st_size,
        "lastAccessedTime": int(found.st_atime),
        "lastModifiedTime": int(found.st_mtime),
        "isDirectory": file.is_dir(),
    }


def _check_entries(entries: list[zipfile.ZipInfo]) -> None:
    names = (entry.filename.replace("\\", "/") for entry in entries)
    if len(entries) > _MOST_UNZIPPED or any(_leads_out(name) for name in names):
        raise CallError("unzip entry fail", Errno.UNZIP)


def _leads_out(name: str) -> bool:
    return name.startswith("/") or ".." in name.split("/") or ":" in name or "\x00" in name


def _extract(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, target: Path) -> None:
    """Reads no more than the entry says it holds."""
    file = target / entry.filename.replace("\\", "/")
    if entry.is_dir():
        file.mkdir(parents=True, exist_ok=True)
        return
    file.parent.mkdir(parents=True, exist_ok=True)
    with archive.open(entry) as source:
        file.write_bytes(source.read(entry.file_size))


def _size(file: Path) -> int:
    return file.stat().st_size if file.exists() else 0


def _text(given: Arguments, name: str) -> str:
    value = given.get(name)
    return value if isinstance(value, str) else ""


def _whole(given: Arguments, name: str, default: int) -> int:
    value = given.get(name)
    if value is None:
        return default
    if isinstance(value, bool) or not isinstance(value, int) or value < 0:
        raise CallError(f"value of {name} is out of range", Errno.FILE_ARGUMENT)
    return value


def _body(given: Arguments) -> bytes:
    """`bytes`, or `data` in its encoding, UTF-8 unless it says another."""
    raw = sent_bytes(given)
    if raw is not None:
        return raw
    encoding = given.get("encoding")
    return encoded(_text(given, "data"), encoding if isinstance(encoding, str) else "utf8")
