"""The files of a program, those of its package and those it made, as a list for a person."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from miniapp_host.programs.files import ProgramFiles
from miniapp_host.programs.package import Package
from miniapp_host.programs.tree import PackageError
from miniapp_host.texts import Sentence, ToldError, reason_of

MOST_FILES = 10_000
_NPM = ("miniprogram_npm/", "node_modules/")


class Place(Enum):
    """Where a file belongs; what is not in the package the program wrote itself."""

    PACKAGE = "package"
    USER = "user"
    SAVED = "saved"
    TEMPORARY = "temporary"


@dataclass(frozen=True)
class ListedFile:
    """One file: `name` is what the program calls it, `changed` in seconds since 1970."""

    place: Place
    name: str
    file: Path
    size: int
    changed: float


def list_files(package: Package, files: ProgramFiles) -> tuple[ListedFile, ...]:
    """The files, at most `MOST_FILES`; those that vanish meanwhile are left out."""
    found: list[ListedFile] = []
    for one in _all(package, files):
        if len(found) == MOST_FILES:
            break
        found.append(one)
    return tuple(found)


def delete_file(listed: ListedFile) -> None:
    """Delete a file that the program made; raises ToldError, also for one of its package."""
    if listed.place is Place.PACKAGE:
        raise ToldError(Sentence("Files of the package are not deleted from here."))
    try:
        listed.file.unlink(missing_ok=True)
    except OSError as error:
        reason = reason_of(error)
        sentence = "{name} can't be deleted: {reason}"
        raise ToldError(Sentence(sentence, name=listed.name, reason=reason)) from error


def _all(package: Package, files: ProgramFiles) -> Iterator[ListedFile]:
    for path in sorted(package.files, key=_rank):
        yield from _of_package(package, path)
    for place, folder, start in (
        (Place.USER, files.user_folder, "wxfile://usr/"),
        (Place.SAVED, files.saved_folder, "wxfile://store_"),
        (Place.TEMPORARY, files.temporary_folder, "wxfile://tmp_"),
    ):
        for file in sorted(folder.rglob("*")):
            yield from _listed(place, f"{start}{file.relative_to(folder).as_posix()}", file)


def _rank(path: str) -> tuple[bool, bool, str]:
    """The program's own files first, then its npm packages, then those that tools keep there."""
    return path.startswith("."), path.startswith(_NPM), path


def _of_package(package: Package, path: str) -> Iterator[ListedFile]:
    try:
        file = package.path(path)
    except (FileNotFoundError, PackageError):
        return
    yield from _listed(Place.PACKAGE, path, file)


def _listed(place: Place, name: str, file: Path) -> Iterator[ListedFile]:
    try:
        status = file.stat()
    except OSError:
        return
    if file.is_file():
        yield ListedFile(place, name, file, status.st_size, status.st_mtime)
