"""FileSystemManager.unzip: an archive into a folder of the program's own."""

import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from miniapp_host.api.calls.call import CallError, Errno
from miniapp_host.api.calls.session import Session
from miniapp_host.api.files.file_operations import Arguments, given_text
from miniapp_host.api.files.file_places import (
    Place,
    check_depth,
    check_size,
    existing,
    make_room,
    writable,
)
from miniapp_host.api.files.stretches import STRETCH, Steps
from miniapp_host.paths import make_private
from miniapp_host.programs.archive_end import central_directory

_MOST_UNZIPPED = 5_000
_LONGEST_LIST = 2 * 1024 * 1024
_FILES_IN_A_STRETCH = 100


def unzip(session: Session, given: Arguments) -> Steps:
    """Unpack into a folder of the program's own, which is made; raises CallError.

    One name that leads out of the folder, or too deep into it, refuses the whole archive.
    """
    source = existing(session, given_text(given, "zipFilePath"), "unzip")
    target = writable(session, given_text(given, "targetPath"), "unzip")
    try:
        with source.path.open("rb") as stream, _listed(stream) as archive:
            entries = archive.infolist()
            _check_entries(session, target, entries)
            make_room(session, sum(entry.file_size for entry in entries), len(entries))
            for number, entry in enumerate(entries, 1):
                for _ in _extract(archive, entry, target.path):
                    yield
                if number % _FILES_IN_A_STRETCH == 0:
                    yield
    except (zipfile.BadZipFile, RuntimeError, NotImplementedError, EOFError):
        raise CallError("unzip fail", Errno.UNZIP) from None
    return {}


def _listed(stream: BinaryIO) -> zipfile.ZipFile:
    """The archive; its list of entries is read only if it is no longer than may be unpacked."""
    about = central_directory(stream)
    if about is None:
        raise zipfile.BadZipFile
    if about.entries > _MOST_UNZIPPED or about.size > _LONGEST_LIST:
        raise CallError("unzip entry fail", Errno.UNZIP)
    return zipfile.ZipFile(stream)


def _check_entries(session: Session, target: Place, entries: list[zipfile.ZipInfo]) -> None:
    names = [entry.filename.replace("\\", "/") for entry in entries]
    if len(entries) > _MOST_UNZIPPED or any(map(_leads_out, names)):
        raise CallError("unzip entry fail", Errno.UNZIP)
    check_depth(session, target, max((len(name.split("/")) for name in names), default=0))
    for entry in entries:
        check_size(entry.file_size)


def _leads_out(name: str) -> bool:
    return name.startswith("/") or ".." in name.split("/") or ":" in name or "\x00" in name


def _extract(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, target: Path) -> Iterator[None]:
    """Write one entry, reading no more than it says it holds; rests after each stretch."""
    file = target / entry.filename.replace("\\", "/")
    if entry.is_dir():
        make_private(file)
        return
    make_private(file.parent)
    left = entry.file_size
    with archive.open(entry) as source, file.open("wb") as written:
        while left > 0 and (part := source.read(min(STRETCH, left))):
            written.write(part)
            left -= len(part)
            if left > 0:
                yield
