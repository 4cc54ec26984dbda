"""FileSystemManager.unzip: an archive into a folder of the program's own, whole or not at all."""

import zipfile
from pathlib import Path

from miniapp_host.api.calls.call import CallError, Errno
from miniapp_host.api.calls.session import Session
from miniapp_host.api.files.file_operations import Arguments, Result, given_text
from miniapp_host.api.files.file_places import existing, make_room, writable
from miniapp_host.paths import make_private

_MOST_UNZIPPED = 10_000


def unzip(session: Session, given: Arguments) -> Result:
    """Unpack into a folder of the program's own, which is made; raises CallError.

    One name that leads out of the folder refuses the whole archive.
    """
    source = existing(session, given_text(given, "zipFilePath"), "unzip")
    target = writable(session, given_text(given, "targetPath"), "unzip")
    try:
        with zipfile.ZipFile(source.path) as archive:
            entries = archive.infolist()
            _check_entries(entries)
            make_room(session, sum(entry.file_size for entry in entries), len(entries))
            for entry in entries:
                _extract(archive, entry, target.path)
    except (zipfile.BadZipFile, RuntimeError, NotImplementedError, EOFError):
        raise CallError("unzip fail", Errno.UNZIP) from None
    return {}


def _check_entries(entries: list[zipfile.ZipInfo]) -> None:
    names = (entry.filename.replace("\\", "/") for entry in entries)
    if len(entries) > _MOST_UNZIPPED or any(_leads_out(name) for name in names):
        raise CallError("unzip entry fail", Errno.UNZIP)


def _leads_out(name: str) -> bool:
    return name.startswith("/") or ".." in name.split("/") or ":" in name or "\x00" in name


def _extract(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, target: Path) -> None:
    """Write one entry, reading no more than it says it holds."""
    file = target / entry.filename.replace("\\", "/")
    if entry.is_dir():
        make_private(file)
        return
    make_private(file.parent)
    with archive.open(entry) as source:
        file.write_bytes(source.read(entry.file_size))
