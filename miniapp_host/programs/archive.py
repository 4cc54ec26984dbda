"""A program packed as a .zip: looked at whole before anything is written, then unpacked in count.

The archive is foreign: its names, sizes and kinds may lie. What is refused is refused whole, with
the entry and what to do; what is read is counted, and no entry leads out of the given folder.
"""

import os
import stat
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import IO, BinaryIO

from miniapp_host.memory.durable import sync, sync_folder
from miniapp_host.paths import make_private
from miniapp_host.programs.archive_end import central_directory
from miniapp_host.programs.archive_names import clashing_name, fault_of
from miniapp_host.programs.stopping import StoppedError
from miniapp_host.texts import Sentence, ToldError, reason_of

MOST_ENTRIES = 20_000
MOST_BYTES = 200_000_000
_MOST_OF_A_FILE = 64_000_000
"""The phone reads no larger file of a program."""
_HIGHEST_RATIO = 200
_SUSPICIOUS = 2_000_000
"""Below so many bytes a file may shrink to as little as it can."""
_HIGHEST_DIRECTORY = 150 * MOST_ENTRIES
_LOCAL_HEADER = 30
_PIECE = 65_536
_KINDS = (0, stat.S_IFREG, stat.S_IFDIR)
_REPARSE_POINT = 0x400
_ENCRYPTED = 0x1
_UTF_8 = 0x800
_NOT_OF_THE_PROGRAM = ("__MACOSX/",)
"""Finder adds a second entry for every file there."""

Stopped = Callable[[float], bool]
"""Hears how much is done, from 0 to 1, and returns whether to stop."""


class ArchiveError(ToldError):
    """An archive can't be opened as a program; the text names it, the entry and the remedy."""

    def __init__(self, file: Path, problem: Sentence, remedy: Sentence, entry: str = "") -> None:
        place = f"{file.name}: {_shown(entry)}" if entry else file.name
        super().__init__(
            Sentence("{place}: {problem}. {remedy}", place=place, problem=problem, remedy=remedy)
        )


class Archive:
    """An archive whose entries have all been looked at; close it when it is unpacked."""

    def __init__(self, file: Path) -> None:
        """Open it; raises ArchiveError and then has read nothing but the list of entries."""
        self.file = file
        self._stream = self._opened()
        try:
            self._zip = self._listed()
            self._entries = [one for one in self._zip.infolist() if _is_wanted(one)]
            self._check()
        except ArchiveError:
            self._stream.close()
            raise
        self.bytes = sum(one.file_size for one in self._entries)

    def close(self) -> None:
        """Close the file; a second call does nothing."""
        self._zip.close()
        self._stream.close()

    def unpack(self, folder: Path, stopped: Stopped) -> None:
        """Write everything into the new `folder` and wait until it is on disk.

        Raises ArchiveError, OSError or StoppedError; what was written is left to the
        caller.
        """
        make_private(folder)
        counter = _Counter(self.bytes, stopped)
        for entry in self._entries:
            self._unpack(entry, folder, counter)
        for path in sorted(folder.rglob("*"), reverse=True):
            counter.ask()
            (sync_folder if path.is_dir() else sync)(path)
        sync_folder(folder)

    def _opened(self) -> BinaryIO:
        try:
            number = os.open(
                self.file, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
            )
            stream = os.fdopen(number, "rb")
        except OSError as error:
            reason = reason_of(error)
            problem = Sentence("it can't be read: {reason}", reason=reason)
            raise self._error(problem, _TRY_ANOTHER) from error
        if not stat.S_ISREG(os.fstat(number).st_mode):
            stream.close()
            raise self._error(Sentence("it is no plain file"), _TRY_ANOTHER)
        return stream

    def _listed(self) -> zipfile.ZipFile:
        """The list of entries; how long it is, is known before it is read."""
        about = central_directory(self._stream)
        if about is None:
            raise self._error(Sentence("it is no zip archive, or a part is missing"), _PACK_AGAIN)
        if about.entries > MOST_ENTRIES or about.size > _HIGHEST_DIRECTORY:
            problem = Sentence("it has more than {most} entries", most=MOST_ENTRIES)
            raise self._error(problem, _ONLY_THE_PROGRAM)
        try:
            return zipfile.ZipFile(self._stream)
        except UnicodeDecodeError as error:
            raise self._error(Sentence("a name in it is no UTF-8"), _PACK_AGAIN) from error
        except _DAMAGES as error:
            raise self._error(Sentence("it is damaged"), _PACK_AGAIN) from error

    def _check(self) -> None:
        if not self._entries:
            raise self._error(Sentence("it is empty"), _PACK_AGAIN)
        if len(self._entries) > MOST_ENTRIES:
            problem = Sentence("it has more than {most} entries", most=MOST_ENTRIES)
            raise self._error(problem, _ONLY_THE_PROGRAM)
        for entry in self._entries:
            fault = _fault_of(entry)
            if fault is not None:
                raise self._error(fault, _PACK_AGAIN, entry.orig_filename)
        clash = clashing_name(map(_name, self._entries))
        if clash is not None:
            raise self._error(Sentence("two entries are one file"), _PACK_AGAIN, clash)
        self._check_sizes()

    def _check_sizes(self) -> None:
        end, before = 0, ""
        for entry in sorted(self._entries, key=lambda one: one.header_offset):
            if entry.header_offset < end:
                problem = Sentence("it lies within {other}", other=_shown(before))
                raise self._error(problem, _PACK_AGAIN, _name(entry))
            end = entry.header_offset + _LOCAL_HEADER + entry.compress_size
            before = _name(entry)
            if entry.file_size > _MOST_OF_A_FILE:
                raise self._error(Sentence("it is larger than 64 MB"), _ONLY_THE_PROGRAM, before)
            if _is_bomb(entry.file_size, entry.compress_size):
                problem = Sentence("it would grow more than {times} times", times=_HIGHEST_RATIO)
                raise self._error(problem, _ONLY_THE_PROGRAM, before)
        if sum(one.file_size for one in self._entries) > MOST_BYTES:
            problem = Sentence("it holds more than {most} MB", most=MOST_BYTES // 1_000_000)
            raise self._error(problem, _ONLY_THE_PROGRAM)

    def _unpack(self, entry: zipfile.ZipInfo, folder: Path, counter: "_Counter") -> None:
        path = folder / _name(entry)
        if _name(entry).endswith("/"):
            make_private(path)
            return
        make_private(path.parent)
        try:
            with self._zip.open(entry) as packed, path.open("xb") as written:
                counter.copy(packed, written, entry.file_size)
        except (_WrongSizeError, *_DAMAGES) as error:
            problem = Sentence("it is damaged")
            raise self._error(problem, _PACK_AGAIN, _name(entry)) from error

    def _error(self, problem: Sentence, remedy: Sentence, entry: str = "") -> ArchiveError:
        return ArchiveError(self.file, problem, remedy, entry)


_TRY_ANOTHER = Sentence("Choose another file.")
_PACK_AGAIN = Sentence("Pack the program's folder again.")
_ONLY_THE_PROGRAM = Sentence("Pack only what belongs to the program.")
_DAMAGES = (zipfile.BadZipFile, zlib.error, EOFError, ValueError, NotImplementedError, RuntimeError)


class _WrongSizeError(Exception):
    """An entry is longer or shorter than its archive says."""


class _Counter:
    """Counts what is written, whatever the archive says of itself."""

    def __init__(self, expected: int, stopped: Stopped) -> None:
        self._expected = expected
        self._stopped = stopped
        self._written = 0

    def copy(self, packed: IO[bytes], written: IO[bytes], size: int) -> None:
        """Copy `size` bytes; raises _WrongSizeError if there are more or fewer."""
        left = size
        while piece := packed.read(_PIECE):
            left -= len(piece)
            if left < 0:
                raise _WrongSizeError
            written.write(piece)
            self._written += len(piece)
            self.ask()
        if left:
            raise _WrongSizeError

    def ask(self) -> None:
        """Raises StoppedError if nobody waits for the program any more."""
        if self._stopped(self._written / max(1, self._expected)):
            raise StoppedError


def _is_wanted(entry: zipfile.ZipInfo) -> bool:
    return not entry.orig_filename.startswith(_NOT_OF_THE_PROGRAM)


def _fault_of(entry: zipfile.ZipInfo) -> Sentence | None:
    """What is wrong with one entry, before any of its content is read."""
    try:
        name = _name(entry)
    except UnicodeDecodeError:
        return Sentence("its name is no UTF-8")
    kind = stat.S_IFMT(entry.external_attr >> 16)
    if kind not in _KINDS or entry.external_attr & _REPARSE_POINT:
        return Sentence("it is a link or a device")
    if (kind == stat.S_IFDIR) != name.endswith("/") and kind != 0:
        return Sentence("it is a folder by one sign and a file by another")
    if entry.flag_bits & _ENCRYPTED:
        return Sentence("it is encrypted")
    if entry.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        return Sentence("it is compressed in a way that only some programs know")
    return fault_of(name)


def _name(entry: zipfile.ZipInfo) -> str:
    """The name as it stands in the archive; raises UnicodeDecodeError.

    Without the mark for UTF-8 zipfile has read it as an old code page; macOS leaves the mark out.
    """
    written = entry.orig_filename
    return written if entry.flag_bits & _UTF_8 else written.encode("cp437").decode()


def _is_bomb(size: int, packed: int) -> bool:
    return size > _SUSPICIOUS and size > _HIGHEST_RATIO * max(1, packed)


def _shown(name: str) -> str:
    """A foreign name for a message: one line, not too long."""
    plain = "".join(letter if letter.isprintable() else "\ufffd" for letter in name)
    return plain if len(plain) <= 80 else f"{plain[:40]}…{plain[-30:]}"
