"""Reads what an MP4 file says about itself; decodes no frames.

ISO/IEC 14496-12: boxes of size and kind; duration in `mvhd`, each track's size and matrix in its
`tkhd`, the number of its frames in its `stts`, over the time that its `mdhd` tells.
"""

import struct
from dataclasses import dataclass, replace
from pathlib import Path
from typing import BinaryIO

from miniapp_host.devices.boxes import boxes
from miniapp_host.devices.pictures import is_mp4

_LARGEST_HEADER = 1 << 20
_UP = "up"
_ORIENTATIONS = {
    (1, 0, 0, 1): _UP,
    (-1, 0, 0, -1): "down",
    (0, 1, -1, 0): "right",
    (0, -1, 1, 0): "left",
    (-1, 0, 0, 1): "up-mirrored",
    (1, 0, 0, -1): "down-mirrored",
    (0, 1, 1, 0): "left-mirrored",
    (0, -1, -1, 0): "right-mirrored",
}
"""The signs of a track's matrix a, b, c, d -> how wx.getVideoInfo calls the turn."""


@dataclass(frozen=True)
class Movie:
    """`duration` in seconds; the rest is of the widest track, 0 if unknown; `size` in bytes."""

    duration: float = 0.0
    width: int = 0
    height: int = 0
    orientation: str = _UP
    frames_per_second: float = 0.0
    size: int = 0

    @property
    def kilobits_per_second(self) -> int:
        """The average rate of the whole file, sound included; 0 if its length is unknown."""
        return round(self.size * 8 / self.duration / 1000) if self.duration else 0


def read_movie(file: Path) -> Movie | None:
    """The facts of the file, None if it is no MP4; a damaged one has no known length."""
    if not is_mp4(file):
        return None
    movie = Movie()
    try:
        movie = Movie(size=file.stat().st_size)
        with file.open("rb") as stream:
            return _parse(stream, movie)
    except (OSError, struct.error):
        return movie


def _parse(stream: BinaryIO, movie: Movie) -> Movie:
    for kind, start, end in boxes(stream, 0, movie.size):
        if kind != b"moov":
            continue
        for inner, inner_start, inner_end in boxes(stream, start, end):
            if inner == b"mvhd":
                duration = _duration(_body(stream, inner_start, inner_end))
                movie = replace(movie, duration=duration)
            elif inner == b"trak":
                movie = _with_track(stream, inner_start, inner_end, movie)
    return movie


def _with_track(stream: BinaryIO, start: int, end: int, movie: Movie) -> Movie:
    """The movie as this track shows it, if it is wider than those before."""
    header = _find(stream, start, end, b"tkhd")
    if header is None or header[1] - header[0] < 4:
        return movie
    body = _body(stream, *header)
    width, height = (number >> 16 for number in struct.unpack(">II", body[-8:]))
    if width <= movie.width:
        return movie
    frames_per_second = _frames_per_second(stream, start, end)
    return replace(
        movie,
        width=width,
        height=height,
        orientation=_orientation(body),
        frames_per_second=frames_per_second,
    )


def _orientation(tkhd: bytes) -> str:
    """How the picture is turned, by the matrix a, b, u, c, d, v, x, y, w before the size."""
    if len(tkhd) < 44:
        return _UP
    a, b, _, c, d, *_ = struct.unpack(">9i", tkhd[-44:-8])
    signs = tuple((number > 0) - (number < 0) for number in (a, b, c, d))
    return _ORIENTATIONS.get(signs, _UP)


def _frames_per_second(stream: BinaryIO, start: int, end: int) -> float:
    """The frames of the track over its length; 0 where the track does not tell."""
    media = _find(stream, start, end, b"mdia")
    clock = _find(stream, *media, b"mdhd") if media else None
    counts = _find(stream, *media, b"minf", b"stbl", b"stts") if media else None
    if clock is None or counts is None:
        return 0.0
    seconds = _duration(_body(stream, *clock))
    return _frames(_body(stream, *counts)) / seconds if seconds else 0.0


def _frames(stts: bytes) -> int:
    """The number of frames: the sum of the counts, each of which stands before a duration."""
    (entries,) = struct.unpack_from(">I", stts, 4)
    pairs = struct.iter_unpack(">II", stts[8 : 8 + 8 * min(entries, (len(stts) - 8) // 8)])
    return sum(count for count, _ in pairs)


def _find(stream: BinaryIO, start: int, end: int, *path: bytes) -> tuple[int, int] | None:
    """Where the body of the first box of that path lies, each inside the one before."""
    wanted, *rest = path
    for kind, body_start, body_end in boxes(stream, start, end):
        if kind == wanted:
            return _find(stream, body_start, body_end, *rest) if rest else (body_start, body_end)
    return None


def _body(stream: BinaryIO, start: int, end: int) -> bytes:
    stream.seek(start)
    return stream.read(min(end - start, _LARGEST_HEADER))


def _duration(body: bytes) -> float:
    """The length in seconds of an `mvhd` or `mdhd` box; version 1 has 64-bit times."""
    if body[:1] == b"\1":
        scale, length = struct.unpack_from(">IQ", body, 20)
    else:
        scale, length = struct.unpack_from(">II", body, 12)
    return length / scale if scale else 0.0
