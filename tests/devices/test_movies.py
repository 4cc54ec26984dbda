import struct
from pathlib import Path

import pytest

from miniapp_host.devices.movies import Movie, read_movie


def box(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I4s", 8 + len(body), kind) + body


def tkhd(width: int, height: int) -> bytes:
    return box(b"tkhd", bytes(76) + struct.pack(">II", width << 16, height << 16))


FTYP = box(b"ftyp", b"isom" + bytes(8))
MVHD = box(b"mvhd", bytes(12) + struct.pack(">II", 1000, 2500) + bytes(80))
MVHD_LONG = box(b"mvhd", b"\1" + bytes(19) + struct.pack(">IQ", 600, 1500) + bytes(80))
TRAKS = box(b"trak", tkhd(0, 0)) + box(b"trak", tkhd(640, 360))


def written(tmp_path: Path, *parts: bytes) -> Path:
    file = tmp_path / "a.mp4"
    file.write_bytes(b"".join(parts))
    return file


@pytest.mark.parametrize("header", [MVHD, MVHD_LONG])
def test_length_and_size_are_read(tmp_path: Path, header: bytes) -> None:
    file = written(tmp_path, FTYP, box(b"mdat", bytes(50)), box(b"moov", header + TRAKS))
    assert read_movie(file) == Movie(2.5, 640, 360)


@pytest.mark.parametrize(
    "rest",
    [b"", b"\0\0\0", box(b"moov", b"")[:6], box(b"moov", box(b"mvhd", b"\0")), bytes(40)],
)
def test_a_damaged_file_is_a_video_of_unknown_length(tmp_path: Path, rest: bytes) -> None:
    assert read_movie(written(tmp_path, FTYP, rest)) == Movie()


def test_something_else_is_no_video(tmp_path: Path) -> None:
    assert read_movie(written(tmp_path, b"\x89PNG\r\n\x1a\n" + bytes(30))) is None
    assert read_movie(tmp_path / "nothing") is None
