"""Walks over the segments of a JPEG file, and reads how EXIF says that it is turned."""

import re
import struct
from collections.abc import Iterator
from typing import BinaryIO

APP1 = 0xE1
EXIF = b"Exif\x00\x00"
"""Begins the body of an APP1 segment that holds EXIF; TIFF follows."""
START_OF_FRAME = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
START_OF_SCAN, END = 0xDA, 0xD9

_ORIENTATION_TAG = 0x0112
_MOST_ORIENTATIONS = 8
_PIECE = 1 << 20
_MARKER = re.compile(rb"\xff[^\x00\xd0-\xd7\xff]")
"""What ends the pixels of a scan: in them an FF is followed by 00, or is a mark of restarting."""


def segments(stream: BinaryIO) -> Iterator[tuple[int, int, int]]:
    """(marker, where its body begins, its length) of each segment, END without body the last.

    Raises ValueError or struct.error where the file is damaged.
    """
    stream.seek(2)
    while True:
        marker = _next_marker(stream)
        start = stream.tell()
        if marker == END:
            yield END, start, 0
            return
        (length,) = struct.unpack(">H", stream.read(2))
        if length < 2:
            raise ValueError("a segment without its own length")
        yield marker, start + 2, length - 2
        stream.seek(start + length)
        if marker == START_OF_SCAN:
            _skip_pixels(stream)


def exif_orientation(tiff: bytes) -> int:
    """The number of the first directory, 1 to 8; 1 where the data is damaged or says nothing."""
    order = {b"II": "<", b"MM": ">"}.get(tiff[:2])
    if order is None:
        return 1
    try:
        (start,) = struct.unpack_from(order + "I", tiff, 4)
        (count,) = struct.unpack_from(order + "H", tiff, start)
        for entry in range(start + 2, start + 2 + 12 * count, 12):
            tag, value = struct.unpack_from(order + "H6xH", tiff, entry)
            if tag == _ORIENTATION_TAG and 1 <= value <= _MOST_ORIENTATIONS:
                return int(value)
    except struct.error:
        pass
    return 1


def _next_marker(stream: BinaryIO) -> int:
    (mark,) = struct.unpack(">B", stream.read(1))
    if mark != 0xFF:
        raise ValueError("no marker where one must be")
    while mark == 0xFF:
        (mark,) = struct.unpack(">B", stream.read(1))
    return int(mark)


def _skip_pixels(stream: BinaryIO) -> None:
    """Go to the next marker; ValueError if the file ends before it."""
    place = stream.tell()
    while piece := stream.read(_PIECE):
        if found := _MARKER.search(piece):
            stream.seek(place + found.start())
            return
        place += max(1, len(piece) - 1)  # the last byte may be the first half of a marker
        stream.seek(place)
        if len(piece) < _PIECE:
            break
    raise ValueError("pixels without an end")
