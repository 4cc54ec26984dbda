"""The files of one program: found once, read on demand, never from outside its folder.

Paths are posix, relative to the root and compared with exact case on every system.
"""

import os
from collections.abc import Callable, Iterator, Mapping
from copy import copy
from functools import cached_property
from pathlib import Path
from types import MappingProxyType

from miniapp_host.programs.regular_file import (
    MOST_BYTES,
    MOST_TEXT,
    FileLimitError,
    read_regular,
)
from miniapp_host.programs.stopping import StoppedError, never
from miniapp_host.texts import Sentence, ToldError, reason_of

_LEFT_OUT = frozenset({"node_modules", ".git", ".svn", ".hg"})
MOST_FILES = 50_000
_NO_MOUNTS: Mapping[str, Path] = MappingProxyType({})
_NO_TEXTS: Mapping[str, str] = MappingProxyType({})


class PackageError(ToldError):
    """A program's folder can't be used as asked; the text says what to do."""


class TooLargeError(PackageError):
    """A file has more bytes than the phone reads; `reason` says how many it may have."""

    def __init__(self, name: str, error: FileLimitError) -> None:
        super().__init__(unreadable(name, error).sentence)
        self.reason = Sentence(str(error.strerror))


def unreadable(name: str, error: OSError) -> PackageError:
    """The PackageError for a file that the disk refuses to read, in the system's words."""
    reason = reason_of(error)
    return PackageError(Sentence("{name} can't be read: {reason}", name=name, reason=reason))


class Tree:
    """The files below `root`, and those of `mounts`: path in the tree -> folder outside it.

    `texts` stand for files that are nowhere on disk. `is_stopped` is asked after each folder of
    `root`, with the number of files so far; True raises StoppedError.
    """

    def __init__(
        self,
        root: Path,
        mounts: Mapping[str, Path] = _NO_MOUNTS,
        texts: Mapping[str, str] = _NO_TEXTS,
        is_stopped: Callable[[int], bool] = never,
    ) -> None:
        self.root = root.resolve()
        self._found = {path: (self.root, path) for path in _walk(self.root, is_stopped)}
        self._texts = texts
        self._mount(mounts)
        self.files = frozenset(self._found) | texts.keys()

    def mounted(self, mounts: Mapping[str, Path], texts: Mapping[str, str]) -> "Tree":
        """The same files, without another look at the disk for them, and these besides."""
        tree = copy(self)
        tree.__dict__.pop("_folded", None)
        tree._found = dict(self._found)
        tree._texts = texts
        tree._mount(mounts)
        tree.files = frozenset(tree._found) | texts.keys()
        return tree

    def _mount(self, mounts: Mapping[str, Path]) -> None:
        for mount, folder in mounts.items():
            base = folder.resolve()
            for path in _walk(base, never):
                self._found.setdefault(f"{mount}/{path}", (base, path))

    def has(self, path: str) -> bool:
        return path in self.files

    def read(self, path: str, most: int = MOST_BYTES) -> bytes:
        """A file's bytes.

        Raises FileNotFoundError, or PackageError if the file leads outside, can't be read or has
        more bytes than `most`.
        """
        text = self._texts.get(inside(path))
        if text is not None:
            return text.encode()
        file = self.path(path)
        try:
            return read_regular(file, most)
        except FileNotFoundError:
            raise
        except FileLimitError as error:
            raise TooLargeError(path, error) from error
        except OSError as error:
            raise unreadable(path, error) from error

    def text(self, path: str) -> str:
        """A text file without its byte order mark; bytes that are no UTF-8 become U+FFFD.

        Raises like `read`.
        """
        return self.read(path, MOST_TEXT).decode("utf-8-sig", "replace")

    def path(self, path: str) -> Path:
        """Where a file is on disk, checked at each use: links may have changed since the walk.

        Raises FileNotFoundError, or PackageError if it leads outside.
        """
        clean = inside(path)
        if clean not in self._found:
            raise FileNotFoundError(self._not_found(clean))
        base, relative = self._found[clean]
        file = Path(os.path.realpath(base / relative))
        if not file.is_relative_to(base):
            raise _outside(clean)
        return file

    @cached_property
    def _folded(self) -> dict[str, str]:
        return {file.casefold(): file for file in self.files}

    def _not_found(self, path: str) -> str:
        other = self._folded.get(path.casefold())
        hint = "" if other is None else f"; there is {other}, and case counts on the phone"
        return f"{path} is not in the package{hint}"


def inside(path: str) -> str:
    """`path` without `.`, `..` and doubled slashes; a leading slash means the package's root.

    Raises PackageError for a path that climbs out of the root.
    """
    parts: list[str] = []
    for part in path.split("/"):
        if part == "..":
            if not parts:
                raise _outside(path)
            parts.pop()
        elif part not in ("", "."):
            parts.append(part)
    return "/".join(parts)


def beside(file: str, reference: str) -> str | None:
    """The path that `reference` names in `file`, or None if it climbs out of the root."""
    start = "" if reference.startswith("/") else file.rpartition("/")[0]
    try:
        return inside(f"{start}/{reference}")
    except PackageError:
        return None


def _walk(root: Path, is_stopped: Callable[[int], bool]) -> Iterator[str]:
    """Every file below `root`, relative to it; links count only if they stay below it."""
    waiting = [("", str(root))]
    seen = {str(root)}
    count = 0
    while waiting:
        if is_stopped(count):
            raise StoppedError
        prefix, here = waiting.pop()
        for entry in _entries(here):
            if entry.is_symlink() and not _stays_below(root, entry.path):
                continue
            if entry.is_file():
                count += 1
                if count > MOST_FILES:
                    raise PackageError(
                        Sentence("{path} holds too many files. Is it a mini program?", path=root)
                    )
                yield prefix + entry.name
            elif _is_new_folder(entry, seen):
                waiting.append((f"{prefix}{entry.name}/", entry.path))


def _entries(folder: str) -> list[os.DirEntry[str]]:
    """The content of a folder; one that may not be read counts as empty."""
    try:
        with os.scandir(folder) as entries:
            return list(entries)
    except PermissionError:
        return []


def _stays_below(root: Path, link: str) -> bool:
    """Whether the path's target is below the root; False for a dangling or circular link."""
    real = Path(os.path.realpath(link))
    return real.is_relative_to(root) and not real.is_symlink() and real.exists()


def _is_new_folder(entry: os.DirEntry[str], seen: set[str]) -> bool:
    """Whether it is a folder not walked yet; False for a link back up to one that was."""
    if entry.name in _LEFT_OUT or not entry.is_dir():
        return False
    if not entry.is_symlink():
        return True
    real = os.path.realpath(entry.path)
    new = real not in seen
    seen.add(real)
    return new


def _outside(path: str) -> PackageError:
    return PackageError(Sentence("{path} leads outside the program's folder", path=path))
