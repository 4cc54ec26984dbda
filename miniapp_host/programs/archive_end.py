"""The end of a zip archive, which says how long its list of entries is.

Read before the list: Python's zipfile reads a list of any length into memory.
"""

import os
import struct
from dataclasses import dataclass
from typing import BinaryIO

_SIGNATURE = b"PK\x05\x06"
_RECORD = struct.Struct("<4s4H2LH")
_LONGEST_COMMENT = 0xFFFF
_LARGE_SIGNATURE = b"PK\x06\x06"
_LARGE_RECORD = struct.Struct("<4sQ2H2L4Q")
_LARGE_LOCATOR = 20


@dataclass(frozen=True)
class CentralDirectory:
    """How many entries an archive says it has, and the bytes of the list."""

    entries: int
    size: int


def central_directory(stream: BinaryIO) -> CentralDirectory | None:
    """What the last record of the archive says; None if there is none, or several disks."""
    end = stream.seek(0, os.SEEK_END)
    start = stream.seek(max(0, end - _RECORD.size - _LONGEST_COMMENT))
    tail = stream.read(end - start)
    at = tail.rfind(_SIGNATURE)
    if at < 0 or len(tail) - at < _RECORD.size:
        return None
    _, disk, first, _, entries, size, _, _ = _RECORD.unpack_from(tail, at)
    if disk or first:
        return None
    return _large(stream, start + at) or CentralDirectory(entries, size)


def _large(stream: BinaryIO, end: int) -> CentralDirectory | None:
    """What the record for large archives says, which counts if it stands before the last one."""
    at = end - _LARGE_LOCATOR - _LARGE_RECORD.size
    if at < 0:
        return None
    stream.seek(at)
    record = stream.read(_LARGE_RECORD.size)
    if not record.startswith(_LARGE_SIGNATURE):
        return None
    _, _, _, _, _, _, _, entries, size, _ = _LARGE_RECORD.unpack(record)
    return CentralDirectory(entries, size)
