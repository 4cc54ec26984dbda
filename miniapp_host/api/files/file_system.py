"""wx.getFileSystemManager's functions, at once and later, and those of wx about kept files.

The service gives programs the manager; the functions themselves are no names of `wx`.
"""

import hashlib
from functools import partial
from pathlib import Path

from miniapp_host.api.calls.call import CallError, Errno
from miniapp_host.api.calls.endpoint import DATA, Endpoint, Kind, Parameter, SyncEndpoint
from miniapp_host.api.calls.session import Session
from miniapp_host.api.files import file_operations as files
from miniapp_host.api.files.file_operations import Arguments, Operation, Result
from miniapp_host.api.files.file_places import (
    Area,
    existing,
    make_room,
    place_of,
    writable_file,
)
from miniapp_host.api.files.open_files import OpenFiles
from miniapp_host.api.files.stretches import STRETCH, LongOperation, Steps, Stretches
from miniapp_host.api.files.unzipping import unzip
from miniapp_host.devices.clock import Clock

_DIGESTS = frozenset({"md5", "sha1", "sha256"})
_ABSENT = "file not exist"


class FileSystem:
    """The functions of the manager; the files themselves belong to the session."""

    def __init__(self, clock: Clock) -> None:
        self._operations = (*OPERATIONS, *OpenFiles().operations())
        self._stretches = Stretches(clock)

    def endpoints(self) -> tuple[Endpoint, ...]:
        """The functions that answer later."""
        return tuple(
            Endpoint(
                one.name,
                one.called,
                parameters=one.parameters,
                internal=not one.offered,
                long=DATA,
            )
            for one in self._operations
        ) + tuple(
            Endpoint(
                one.name,
                partial(self._stretches.run, one),
                parameters=one.parameters,
                internal=not one.offered,
            )
            for one in LONG_OPERATIONS
        )

    def sync_endpoints(self) -> tuple[SyncEndpoint, ...]:
        """The same functions as the service asks for them for the manager's `…Sync` ones."""
        return tuple(
            SyncEndpoint(f"{one.name}Sync", one.called_now, internal=True)
            for one in self._operations
        )


def save_file(session: Session, given: Arguments) -> Result:
    """Move a temporary file to `filePath`, or to a name that the phone makes.

    Raises CallError.
    """
    source = place_of(session, str(given.get("tempFilePath")))
    if source.area is not Area.TEMPORARY or not source.path.is_file():
        raise CallError("tempFilePath file not exist", Errno.NO_TEMPORARY_FILE)
    make_room(session, source.path.stat().st_size, 1)
    wanted = given.get("filePath")
    if isinstance(wanted, str) and wanted:
        source.path.replace(writable_file(session, wanted))
        return {"savedFilePath": wanted}
    target, url = session.files.new_saved(source.path.suffix)
    source.path.replace(target)
    return {"savedFilePath": url}


def saved_files(session: Session, _given: Arguments) -> Result:
    """Answer with the files saved without a name of the program's own."""
    found = ((url, file.stat()) for url, file in files.kept_files(session))
    return {
        "fileList": [
            {"filePath": url, "size": about.st_size, "createTime": int(about.st_mtime)}
            for url, about in found
        ]
    }


def saved_info(session: Session, given: Arguments) -> Result:
    """Answer with size and time of a saved file; raises CallError if there is none."""
    about = _saved(session, given).stat()
    return {"size": about.st_size, "createTime": int(about.st_mtime)}


def remove_saved(session: Session, given: Arguments) -> Result:
    """Delete a saved file; raises CallError if there is none."""
    _saved(session, given).unlink()
    return {}


def _saved(session: Session, given: Arguments) -> Path:
    path = place_of(session, str(given.get("filePath"))).path
    if path not in [file for _, file in files.kept_files(session)]:
        raise CallError(_ABSENT, Errno.NO_SUCH_FILE)
    return path


def file_info(session: Session, given: Arguments) -> Steps:
    """Answer with a file's size and digest, MD5 by default; raises CallError."""
    try:
        place = existing(session, str(given.get("filePath")))
    except CallError as absent:
        raise CallError(_ABSENT, Errno.NO_SUCH_FILE) from absent
    if place.path.is_dir():
        raise CallError(_ABSENT, Errno.NO_SUCH_FILE)
    asked = given.get("digestAlgorithm")
    digest = hashlib.new(asked if isinstance(asked, str) and asked in _DIGESTS else "md5")
    size = 0
    with place.path.open("rb") as stream:
        while part := stream.read(STRETCH):
            digest.update(part)
            size += len(part)
            if len(part) == STRETCH:
                yield
    return {"size": size, "digest": digest.hexdigest()}


_PATH = (Parameter("path"),)
_FILE = (Parameter("filePath"),)
_FOLDER = (Parameter("dirPath"),)

OPERATIONS = (
    Operation("access", files.access, _PATH),
    Operation("appendFile", files.append_file, _FILE),
    Operation("copyFile", files.copy_file, (Parameter("srcPath"), Parameter("destPath"))),
    Operation("getSavedFileInfo", saved_info, _FILE, offered=True),
    Operation("getSavedFileList", saved_files, (), offered=True),
    Operation("mkdir", files.mkdir, _FOLDER),
    Operation("readFile", files.read_file, _FILE),
    Operation("readdir", files.readdir, _FOLDER),
    Operation("removeSavedFile", remove_saved, _FILE, offered=True),
    Operation("rename", files.rename, (Parameter("oldPath"), Parameter("newPath"))),
    Operation("rmdir", files.rmdir, _FOLDER),
    Operation("saveFile", save_file, (Parameter("tempFilePath"),), offered=True),
    Operation("stat", files.stat, _PATH),
    Operation("truncate", files.truncate, (*_FILE, Parameter("length", Kind.NUMBER, False))),
    Operation("unlink", files.unlink, _FILE),
    Operation("writeFile", files.write_file, _FILE),
)

LONG_OPERATIONS = (
    LongOperation("getFileInfo", file_info, _FILE, offered=True),
    LongOperation("unzip", unzip, (Parameter("zipFilePath"), Parameter("targetPath"))),
)
