"""Takes out of a copied picture or film what it says of where, when and with what it was made.

A program that is given a photo must not learn a place that nobody granted. Every byte stays where
it is: what is taken out becomes zeros, or a shorter record of the same length.
"""

import os
import struct
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from miniapp_host.devices.boxes import boxes
from miniapp_host.devices.jpeg import APP1, END, EXIF, exif_orientation, segments

_APP13 = 0xED  # IPTC: city and country
_PNG = b"\x89PNG\r\n\x1a\n"
_PNG_CHUNKS = frozenset({b"eXIf", b"iTXt", b"tEXt", b"zTXt", b"tIME"})
_SKIPPED_CHUNK = b"voId"
"""A name that every reader skips: neither critical nor registered."""
_ABOUT_A_FILM = frozenset({b"udta", b"meta", b"uuid"})
_WITH_SUCH_INSIDE = frozenset({b"moov", b"trak", b"mdia"})
_HANDLER = 20
"""Bytes from the beginning of a `meta` body to what it is about: `hdlr` is the first in it."""
_PIECE = 1 << 20


def forget_origin(file: Path) -> None:
    """Take it out of a JPEG, PNG, WebP or MP4; any other file stays as it is. Raises OSError.

    HEIC and AVIF stay as they are, too, though they are made of boxes as MP4 is.
    """
    with file.open("r+b") as stream:
        head = stream.read(12)
        size = stream.seek(0, os.SEEK_END)
        try:
            if head[:3] == b"\xff\xd8\xff":
                _clear_jpeg(stream, size)
            elif head.startswith(_PNG):
                _clear_png(stream, size)
            elif head[:4] == b"RIFF" and head[8:] == b"WEBP":
                _clear_webp(stream, size)
            elif head[4:8] == b"ftyp":
                _clear_film(stream, 0, size)
        except (struct.error, ValueError):
            pass  # damaged from here on: no reader finds more in it


def _clear_jpeg(stream: BinaryIO, size: int) -> None:
    """What follows the picture goes, too: phones put films and further pictures there."""
    for marker, start, length in segments(stream):
        if start + length > size:
            raise ValueError("a segment that does not end")
        if marker == END:
            _clear(stream, start, size - start)
        elif marker == APP1:
            _put(stream, start, _bare(_read(stream, start, length)))
        elif marker == _APP13:
            _clear(stream, start, length)


def _bare(body: bytes) -> bytes:
    """A record as long as `body`, which says only how the picture is turned."""
    if not body.startswith(EXIF):
        return bytes(len(body))
    return (EXIF + _turned(body[len(EXIF) :]))[: len(body)].ljust(len(body), b"\0")


def _turned(tiff: bytes) -> bytes:
    """TIFF with one entry: its tag, type SHORT, one value."""
    return b"MM\0*" + struct.pack(">IHHHIHHI", 8, 1, 0x0112, 3, 1, exif_orientation(tiff), 0, 0)


def _clear_png(stream: BinaryIO, size: int) -> None:
    for kind, start, length in _chunks(stream, len(_PNG), size, ">I4s", closing=4):
        if kind in _PNG_CHUNKS:
            _put(stream, start - 4, _SKIPPED_CHUNK)
            checksum = _clear(stream, start, length, zlib.crc32(_SKIPPED_CHUNK))
            _put(stream, start + length, struct.pack(">I", checksum))


def _clear_webp(stream: BinaryIO, size: int) -> None:
    for kind, start, length in _chunks(stream, 12, size, "<4sI"):
        if kind == b"EXIF":
            body = _read(stream, start, length)
            lacks = 0 if body.startswith(EXIF) else len(EXIF)
            _put(stream, start, _bare(EXIF[:lacks] + body)[lacks:])
        elif kind == b"XMP ":
            _clear(stream, start, length)


def _clear_film(stream: BinaryIO, start: int, end: int) -> None:
    for kind, body, box_end in tuple(boxes(stream, start, end)):
        if kind in _ABOUT_A_FILM and not _finds_pixels(stream, kind, body):
            _clear(stream, body, box_end - body)
        elif kind in _WITH_SUCH_INSIDE:
            _clear_film(stream, body, box_end)


def _finds_pixels(stream: BinaryIO, kind: bytes, body: int) -> bool:
    """Whether it is the `meta` of HEIC or AVIF: where the pixels lie stands there, too."""
    return kind == b"meta" and _read(stream, body + _HANDLER, 4) == b"pict"


def _chunks(
    stream: BinaryIO, start: int, size: int, head: str, closing: int = 0
) -> Iterator[tuple[bytes, int, int]]:
    """(kind, where its body begins, its length) of each whole chunk of PNG or RIFF.

    A body of RIFF has an even length; one of PNG is closed by a checksum of `closing` bytes.
    """
    while start + 8 <= size:
        stream.seek(start)
        one, other = struct.unpack(head, stream.read(8))
        kind, length = (other, one) if isinstance(one, int) else (one, other)
        start += 8
        if start + length + closing > size:
            return
        yield kind, start, length
        start += length + (closing or length % 2)


def _read(stream: BinaryIO, start: int, length: int) -> bytes:
    stream.seek(start)
    return stream.read(length)


def _put(stream: BinaryIO, start: int, body: bytes) -> None:
    stream.seek(start)
    stream.write(body)


def _clear(stream: BinaryIO, start: int, length: int, checksum: int = 0) -> int:
    """Write zeros; the checksum of what was before them and of them."""
    stream.seek(start)
    for at in range(0, length, _PIECE):
        zeros = bytes(min(_PIECE, length - at))
        stream.write(zeros)
        checksum = zlib.crc32(zeros, checksum)
    return checksum
