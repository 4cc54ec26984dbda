"""FileSystemManager's functions on files that a program holds open, by their descriptors.

A descriptor is the program's own text; they are closed with the program.
"""

import base64
import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from miniapp_host.api.calls.call import CallError, Errno
from miniapp_host.api.calls.endpoint import Kind, Parameter
from miniapp_host.api.calls.session import Session
from miniapp_host.api.files.file_operations import (
    Arguments,
    Operation,
    Result,
    given_bytes,
    given_text,
    stats_of,
    whole,
)
from miniapp_host.api.files.file_places import (
    check_size,
    directory,
    existing,
    make_room,
    writable_file,
)

MOST_OPEN = 100
_READ, _WRITE, _BOTH = os.O_RDONLY, os.O_WRONLY, os.O_RDWR
_MAKE, _NEW, _END, _EMPTY = os.O_CREAT, os.O_EXCL, os.O_APPEND, os.O_TRUNC
_AT_ONCE: int = getattr(os, "O_SYNC", 0)
"""Each write is on disk when it returns; Windows has no such flag."""
_AS_BYTES: int = getattr(os, "O_BINARY", 0)
"""Windows changes line ends in files opened without this flag."""
_FLAGS: Mapping[str, int] = {
    "r": _READ,
    "r+": _BOTH,
    "w": _WRITE | _MAKE | _EMPTY,
    "wx": _WRITE | _MAKE | _NEW,
    "w+": _BOTH | _MAKE | _EMPTY,
    "wx+": _BOTH | _MAKE | _NEW,
    "a": _WRITE | _MAKE | _END,
    "ax": _WRITE | _MAKE | _END | _NEW,
    "a+": _BOTH | _MAKE | _END,
    "ax+": _BOTH | _MAKE | _END | _NEW,
    "as": _WRITE | _MAKE | _END | _AT_ONCE,
    "as+": _BOTH | _MAKE | _END | _AT_ONCE,
}


class OpenFiles:
    """Keeps the open files of every open program."""

    def __init__(self) -> None:
        self._files: dict[Session, dict[str, int]] = {}
        self._last = 0

    def operations(self) -> tuple[Operation, ...]:
        """The functions."""
        descriptor = (Parameter("fd"),)
        return (
            Operation("close", self.close, descriptor),
            Operation("fstat", self.stat, descriptor),
            Operation("ftruncate", self.truncate, descriptor),
            Operation("open", self.open, (Parameter("filePath"),)),
            Operation("read", self.read, (*descriptor, Parameter("length", Kind.NUMBER, False))),
            Operation("write", self.write, descriptor),
        )

    def open(self, session: Session, given: Arguments) -> Result:
        """Open a file as `flag` says, `r` by default.

        Raises CallError if the path or the flag does not allow it, or too many are open.
        """
        flag = given_text(given, "flag") or "r"
        if flag not in _FLAGS:
            raise CallError("invalid flag", Errno.INVALID_FLAG)
        files = self._files_of(session)
        if len(files) >= MOST_OPEN:
            raise CallError("excced max concurrent fd limit", Errno.TOO_MANY_OPEN)
        file = _path(session, given_text(given, "filePath"), flag)
        if not file.exists():
            make_room(session, 0, 1)
        self._last += 1
        files[str(self._last)] = os.open(file, _FLAGS[flag] | _AS_BYTES, 0o600)
        return {"fd": str(self._last)}

    def close(self, session: Session, given: Arguments) -> Result:
        """Close the descriptor; raises CallError if it is not open."""
        os.close(self._number(session, given))
        del self._files_of(session)[given_text(given, "fd")]
        return {}

    def read(self, session: Session, given: Arguments) -> Result:
        """Read up to `length` bytes from `position`, or from the end of the last read.

        Raises CallError.
        """
        number, length = self._number(session, given), whole(given, "length", 0)
        room = min(length, os.fstat(number).st_size)
        check_size(room)
        position = given.get("position")
        if position is None:
            body = os.read(number, room)
        else:
            with _at(number, whole(given, "position", 0)):
                body = os.read(number, room)
        return {"bytes": base64.b64encode(body).decode("ascii"), "bytesRead": len(body)}

    def write(self, session: Session, given: Arguments) -> Result:
        """Write at `position`, or at the end of the last write; raises CallError."""
        number, body = self._number(session, given), given_bytes(given)
        position = given.get("position")
        start = None if position is None else whole(given, "position", 0)
        check_size((start or 0) + len(body))
        make_room(session, (start or 0) + len(body))
        if start is None:
            return {"bytesWritten": os.write(number, body)}
        with _at(number, start):
            return {"bytesWritten": os.write(number, body)}

    def stat(self, session: Session, given: Arguments) -> Result:
        """The facts of the open file; raises CallError if the descriptor is not open."""
        return {"stats": stats_of(os.fstat(self._number(session, given)))}

    def truncate(self, session: Session, given: Arguments) -> Result:
        """Cut the file, or fill it with zeros, to `length` bytes; raises CallError."""
        number, length = self._number(session, given), whole(given, "length", 0)
        check_size(length)
        make_room(session, max(0, length - os.fstat(number).st_size))
        os.ftruncate(number, length)
        return {}

    def _number(self, session: Session, given: Arguments) -> int:
        number = self._files_of(session).get(given_text(given, "fd"))
        if number is None:
            raise CallError("bad file descriptor", Errno.BAD_DESCRIPTOR)
        return number

    def _files_of(self, session: Session) -> dict[str, int]:
        if session not in self._files:
            self._files[session] = {}
            session.when_closed(lambda: self._close_all(session))
        return self._files[session]

    def _close_all(self, session: Session) -> None:
        for number in self._files.pop(session, {}).values():
            os.close(number)


@contextmanager
def _at(number: int, start: int) -> Iterator[None]:
    """Goes to `start` (bytes) in an open file and back to where it was: Windows has no pread."""
    before = os.lseek(number, 0, os.SEEK_CUR)
    os.lseek(number, start, os.SEEK_SET)
    try:
        yield
    finally:
        os.lseek(number, before, os.SEEK_SET)


def _path(session: Session, given: str, flag: str) -> Path:
    """The path to open; one outside wxfile://usr only for reading, else CallError."""
    if flag != "r":
        if flag == "r+":
            existing(session, given)
        return writable_file(session, given)
    place = existing(session, given)
    if place.path.is_dir():
        raise directory(given)
    return place.path
