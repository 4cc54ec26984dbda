"""Walks over the boxes of an MP4 (ISO base media) file."""

import struct
from collections.abc import Iterator
from typing import BinaryIO


def boxes(stream: BinaryIO, start: int, end: int) -> Iterator[tuple[bytes, int, int]]:
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
