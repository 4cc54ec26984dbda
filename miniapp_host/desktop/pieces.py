"""The files of a launcher: written all or told why not, removed without touching anything else."""

from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from miniapp_host.desktop.desktop_error import refused

_FOR_ALL, _TO_RUN = 0o644, 0o755


@dataclass(frozen=True, slots=True)
class Piece:
    """One file: where, what is in it, and whether it is a program."""

    path: Path
    content: bytes
    runs: bool = False


def write(pieces: Iterable[Piece]) -> None:
    """Write them over whatever is there; raises DesktopError."""
    for piece in pieces:
        try:
            piece.path.parent.mkdir(parents=True, exist_ok=True)
            piece.path.write_bytes(piece.content)
            piece.path.chmod(_TO_RUN if piece.runs else _FOR_ALL)
        except OSError as problem:
            raise refused(problem, piece.path) from problem


def remove(files: Iterable[Path], top: Path) -> tuple[Path, ...]:
    """Remove those that are there, and the folders below `top` that are empty then.

    Returns what was there; raises DesktopError.
    """
    there = tuple(one for one in files if one.exists() or one.is_symlink())
    for file in there:
        try:
            file.unlink()
        except OSError as problem:
            raise refused(problem, file) from problem
        _prune(file.parent, top)
    return there


def _prune(folder: Path, top: Path) -> None:
    with suppress(OSError):  # another program's files are in it
        while folder != top and top in folder.parents:
            folder.rmdir()
            folder = folder.parent
