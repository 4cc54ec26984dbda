import struct
from pathlib import Path

import pytest

from miniapp_host.devices.movies import Movie, read_movie


def box(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I4s", 8 + len(body), kind) + body


UPRIGHT = (1, 0, 0, 1)


def tkhd(width: int, height: int, turn: tuple[int, int, int, int] = UPRIGHT) -> bytes:
    a, b, c, d = (number << 16 for number in turn)
    matrix = struct.pack(">9i", a, b, 0, c, d, 0, 0, 0, 1 << 30)
    return box(b"tkhd", bytes(40) + matrix + struct.pack(">II", width << 16, height << 16))


def mdia(seconds: int, *runs: int) -> bytes:
    """A track's clock, and how many frames it has, run by run."""
    clock = box(b"mdhd", bytes(12) + struct.pack(">II", 600, 600 * seconds) + bytes(4))
    counts = b"".join(struct.pack(">II", count, 20) for count in runs)
    stts = box(b"stts", struct.pack(">II", 0, len(runs)) + counts)
    return box(b"mdia", clock + box(b"minf", box(b"stbl", stts)))


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
    movie = read_movie(file)
    assert movie is not None
    assert (movie.duration, movie.width, movie.height) == (2.5, 640, 360)
    assert movie.size == file.stat().st_size


def film_of(tmp_path: Path, track: bytes) -> Movie:
    sound = box(b"trak", tkhd(0, 0) + mdia(2, 90))
    file = written(tmp_path, FTYP, box(b"moov", MVHD + sound + box(b"trak", track)))
    movie = read_movie(file)
    assert movie is not None
    return movie


@pytest.mark.parametrize(
    ("turn", "orientation"),
    [
        (UPRIGHT, "up"),
        ((0, 1, -1, 0), "right"),
        ((-1, 0, 0, -1), "down"),
        ((0, -1, 1, 0), "left"),
        ((-1, 0, 0, 1), "up-mirrored"),
        ((1, 0, 0, -1), "down-mirrored"),
        ((0, 0, 0, 0), "up"),
    ],
)
def test_how_the_camera_was_held_is_read(
    tmp_path: Path, turn: tuple[int, int, int, int], orientation: str
) -> None:
    assert film_of(tmp_path, tkhd(640, 360, turn)).orientation == orientation


def test_the_pictures_per_second_are_those_of_the_track_with_pictures(tmp_path: Path) -> None:
    movie = film_of(tmp_path, tkhd(640, 360) + mdia(2, 40, 8))
    assert movie.frames_per_second == 24
    assert film_of(tmp_path, tkhd(640, 360)).frames_per_second == 0


def test_the_bit_rate_is_that_of_the_whole_file() -> None:
    assert Movie(duration=2, size=250_000).kilobits_per_second == 1000
    assert Movie(size=250_000).kilobits_per_second == 0


@pytest.mark.parametrize(
    "rest",
    [b"", b"\0\0\0", box(b"moov", b"")[:6], box(b"moov", box(b"mvhd", b"\0")), bytes(40)],
)
def test_a_damaged_file_is_a_video_of_unknown_length(tmp_path: Path, rest: bytes) -> None:
    movie = read_movie(written(tmp_path, FTYP, rest))
    assert movie is not None
    assert (movie.duration, movie.width, movie.height) == (0, 0, 0)


def test_something_else_is_no_video(tmp_path: Path) -> None:
    assert read_movie(written(tmp_path, b"\x89PNG\r\n\x1a\n" + bytes(30))) is None
    assert read_movie(tmp_path / "nothing") is None
