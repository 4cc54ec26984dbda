"""Unpacks an archive into a room that the library has made for it, and finds the program in it."""

import re
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from miniapp_host.memory.store_error import StoreError
from miniapp_host.programs.app_json import APP_JSON
from miniapp_host.programs.archive import Archive, Stopped
from miniapp_host.programs.library import Library, Program, clash_notice
from miniapp_host.programs.openable import is_archive
from miniapp_host.programs.project import CONFIG, local_appid
from miniapp_host.programs.stopping import never
from miniapp_host.texts import Sentence

_UNSAFE = re.compile(r"[^\w.-]+")
_LONGEST_NAME = 60


def unpacked(file: Path, room: Path, stopped: Stopped = never) -> Path:
    """The folder of the program in `file`, unpacked below the new folder `room`.

    Raises ArchiveError, StoreError or StoppedError; the caller removes what is there.
    """
    folder = room / _readable(file.stem)
    with closing(Archive(file)) as archive:
        try:
            archive.unpack(folder, stopped)
        except OSError as error:
            raise StoreError(
                "The program could not be unpacked into the phone.",
                "Check the free space, then try again.",
                str(error),
            ) from error
    return _program_in(folder)


def _readable(name: str) -> str:
    """The archive's name as the name of a folder; a program without a name is called so."""
    return _UNSAFE.sub("-", name)[:_LONGEST_NAME].strip("-.") or "program"


def _program_in(folder: Path) -> Path:
    """The one folder that all lies in, as in archives of a repository, else `folder`."""
    inside = list(folder.iterdir())
    if any((folder / name).exists() for name in (APP_JSON, CONFIG)) or len(inside) != 1:
        return folder
    return inside[0] if inside[0].is_dir() else folder


@contextmanager
def as_folder(path: Path) -> Iterator[Path]:
    """The folder of a program: `path` itself, or what an archive holds, for as long as it takes.

    Raises ArchiveError or StoreError.
    """
    if not is_archive(path):
        yield path
        return
    with TemporaryDirectory(prefix="miniapp-host-") as room:
        yield unpacked(path, Path(room) / "room")


def install_archive(library: Library, file: Path) -> tuple[Program, Program | None]:
    """Unpack the program in `file` into the phone; given back with the one whose place it takes.

    Raises ArchiveError, PackageError, ManifestError or StoreError; then the library is as before.
    """
    room = library.removals.new_room()
    try:
        return settled(library, file, room, unpacked(file, room))
    finally:
        library.removals.leave_room(room)


def settled(
    library: Library, file: Path, room: Path, folder: Path
) -> tuple[Program, Program | None]:
    """Enter what was `unpacked`; as `Library.settle`."""
    return library.settle(room, folder, local_appid(file.resolve()))


def replaced_notice(program: Program, before: Program | None) -> Sentence | None:
    """What the person must know whose archive took the place of a program of the same appid.

    Nothing, if it is a newer version of what the phone has.
    """
    if before is None or (before.owned and before.name == program.name):
        return None
    if not before.owned:
        return clash_notice(program, before)
    return Sentence(
        "{name} has the appid {appid} of {before} and took its place. They are one program here: "
        "same decisions, same data.",
        name=program.name,
        appid=program.id,
        before=before.name,
    )
