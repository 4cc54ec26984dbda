"""Reads what a picture file says about itself, by its first bytes; decodes no pixels."""

import struct
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from miniapp_host.devices.jpeg import APP1, EXIF, START_OF_FRAME, exif_orientation, segments

_ORIENTATIONS = (
    "up",
    "up-mirrored",
    "down",
    "down-mirrored",
    "left-mirrored",
    "right",
    "right-mirrored",
    "left",
)
"""By the EXIF number, counted from 1, as wx.getImageInfo names them."""


@dataclass(frozen=True)
class Picture:
    """`kind` is png, jpeg, gif, webp or bmp; the size is that of the stored pixels, not turned."""

    kind: str
    width: int
    height: int
    orientation: str = "up"


def read_picture(file: Path) -> Picture | None:
    """The facts of the file, None if it can't be read or is of no known kind."""
    try:
        with file.open("rb") as stream:
            picture = _parse(stream)
    except (OSError, struct.error, IndexError, ValueError):
        return None
    return picture if picture is not None and picture.width > 0 and picture.height > 0 else None


def is_mp4(file: Path) -> bool:
    """Whether the file begins as an MP4 (ISO base media) file does."""
    try:
        with file.open("rb") as stream:
            return stream.read(12)[4:8] == b"ftyp"
    except OSError:
        return False


def _parse(stream: BinaryIO) -> Picture | None:
    head = stream.read(32)
    if head.startswith(b"\x89PNG\r\n\x1a\n") and head[12:16] == b"IHDR":
        return Picture("png", *struct.unpack(">II", head[16:24]))
    if head[:6] in (b"GIF87a", b"GIF89a"):
        return Picture("gif", *struct.unpack("<HH", head[6:10]))
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        return _webp(head)
    if head[:2] == b"BM":
        width, height = struct.unpack("<ii", head[18:26])
        return Picture("bmp", width, abs(height))
    if head[:3] == b"\xff\xd8\xff":
        return _jpeg(stream)
    return None


def _webp(head: bytes) -> Picture | None:
    match head[12:16]:
        case b"VP8 ":
            width, height = struct.unpack("<HH", head[26:30])
            return Picture("webp", width & 0x3FFF, height & 0x3FFF)
        case b"VP8L":
            (bits,) = struct.unpack("<I", head[21:25])
            return Picture("webp", (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1)
        case b"VP8X":
            low_width, width, low_height, height = struct.unpack("<HBHB", head[24:30])
            size = (width << 16 | low_width) + 1, (height << 16 | low_height) + 1
            return Picture("webp", *size)
        case _:
            return None


def _jpeg(stream: BinaryIO) -> Picture | None:
    """Reads what stands before the first frame."""
    orientation = 1
    for marker, start, length in segments(stream):
        if marker in START_OF_FRAME:
            stream.seek(start)
            height, width = struct.unpack(">xHH", stream.read(5))
            return Picture("jpeg", width, height, _ORIENTATIONS[orientation - 1])
        if marker == APP1:
            stream.seek(start)
            body = stream.read(length)
            if body.startswith(EXIF):
                orientation = exif_orientation(body[len(EXIF) :])
    return None
