"""Reads what an MP4 file says about itself; decodes no frames.

ISO/IEC 14496-12: boxes of size and kind; duration in `mvhd`, each track's size in its `tkhd`.
"""

import struct
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from miniapp_host.devices.pictures import is_mp4

_LARGEST_HEADER = 1 << 20


@dataclass(frozen=True)
class Movie:
    """`duration` in seconds; width and height are those of the widest track, 0 if unknown."""

    duration: float = 0.0
    width: int = 0
    height: int = 0


def read_movie(file: Path) -> Movie | None:
    """What the file is, or None if it is no MP4; a damaged one counts as of unknown length."""
    if not is_mp4(file):
        return None
    try:
        with file.open("rb") as stream:
            return _parse(stream, file.stat().st_size)
    except (OSError, struct.error):
        return Movie()


def _parse(stream: BinaryIO, size: int) -> Movie:
    movie = Movie()
    for kind, start, end in _boxes(stream, 0, size):
        if kind != b"moov":
            continue
        for inner, inner_start, inner_end in _boxes(stream, start, end):
            if inner == b"mvhd":
                duration = _duration(_body(stream, inner_start, inner_end))
                movie = Movie(duration, movie.width, movie.height)
            elif inner == b"trak":
                width, height = _track_size(stream, inner_start, inner_end)
                if width > movie.width:
                    movie = Movie(movie.duration, width, height)
    return movie


def _boxes(stream: BinaryIO, start: int, end: int) -> Iterator[tuple[bytes, int, int]]:
    """(kind, where its body begins, where it ends) of each box; every step goes forward."""
    while start + 8 <= end:
        stream.seek(start)
        size, kind = struct.unpack(">I4s", stream.read(8))
        body = start + 8
        if size == 1:
            (size,) = struct.unpack(">Q", stream.read(8))
            body = start + 16
        box_end = end if size == 0 else min(end, start + size)
        if box_end < body:
            return
        yield kind, body, box_end
        start = box_end


def _body(stream: BinaryIO, start: int, end: int) -> bytes:
    stream.seek(start)
    return stream.read(min(end - start, _LARGEST_HEADER))


def _duration(body: bytes) -> float:
    """Version 1 has 64-bit times."""
    if body[0] == 1:
        scale, length = struct.unpack_from(">IQ", body, 20)
    else:
        scale, length = struct.unpack_from(">II", body, 12)
    return length / scale if scale else 0.0


def _track_size(stream: BinaryIO, start: int, end: int) -> tuple[int, int]:
    """The last eight bytes of `tkhd`, 16.16 fixed-point numbers."""
    for kind, body_start, body_end in _boxes(stream, start, end):
        if kind == b"tkhd":
            width, height = struct.unpack(">II", _body(stream, body_start, body_end)[-8:])
            return width >> 16, height >> 16
    return 0, 0
