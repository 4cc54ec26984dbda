import struct
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from miniapp_host.devices.drawing import DAWN, avatar_png, landscape_png
from miniapp_host.devices.pictures import Picture, is_mp4, read_picture


def exif(order: str, number: int) -> bytes:
    mark = b"II*\x00" if order == "<" else b"MM\x00*"
    entry = struct.pack(order + "HHIHH", 0x0112, 3, 1, number, 0)
    other = struct.pack(order + "HHIHH", 0x0100, 3, 1, 9, 0)
    tiff = mark + struct.pack(order + "IH", 8, 2) + other + entry
    body = b"Exif\x00\x00" + tiff
    return b"\xff\xe1" + struct.pack(">H", len(body) + 2) + body


def jpeg(width: int, height: int, before: bytes = b"") -> bytes:
    comment = b"\xff\xfe\x00\x05abc"
    frame = b"\xff\xff\xc2\x00\x11\x08" + struct.pack(">HH", height, width) + b"\x03" + bytes(9)
    return b"\xff\xd8" + before + comment + frame


def webp(chunk: bytes, payload: bytes) -> bytes:
    return b"RIFF" + bytes(4) + b"WEBP" + chunk + bytes(4) + payload + bytes(16)


KINDS = {
    "png": (landscape_png(DAWN, 12, 16), Picture("png", 12, 16)),
    "gif": (b"GIF89a" + struct.pack("<HH", 30, 20) + bytes(8), Picture("gif", 30, 20)),
    "bmp": (b"BM" + bytes(16) + struct.pack("<ii", 5, -6) + bytes(8), Picture("bmp", 5, 6)),
    "jpeg": (jpeg(640, 480), Picture("jpeg", 640, 480)),
    "turned jpeg": (jpeg(64, 48, exif("<", 6)), Picture("jpeg", 64, 48, "right")),
    "mirrored jpeg": (jpeg(64, 48, exif(">", 5)), Picture("jpeg", 64, 48, "left-mirrored")),
    "jpeg with a wrong turn": (jpeg(64, 48, exif(">", 77)), Picture("jpeg", 64, 48, "up")),
    "lossy webp": (
        webp(b"VP8 ", bytes(6) + struct.pack("<HH", 100, 0x4000 | 50)),
        Picture("webp", 100, 50),
    ),
    "lossless webp": (
        webp(b"VP8L", b"\x2f" + struct.pack("<I", 99 | 49 << 14)),
        Picture("webp", 100, 50),
    ),
    "extended webp": (
        webp(b"VP8X", bytes(4) + (99).to_bytes(3, "little") + (49).to_bytes(3, "little")),
        Picture("webp", 100, 50),
    ),
}


@pytest.mark.parametrize("name", KINDS)
def test_a_picture_tells_its_kind_its_size_and_how_it_is_turned(tmp_path: Path, name: str) -> None:
    content, expected = KINDS[name]
    (tmp_path / "picture").write_bytes(content)
    assert read_picture(tmp_path / "picture") == expected


@pytest.mark.parametrize("name", KINDS)
def test_a_picture_cut_off_anywhere_is_no_error(tmp_path: Path, name: str) -> None:
    content, expected = KINDS[name]
    file = tmp_path / "picture"
    for length in range(min(len(content), 120)):
        file.write_bytes(content[:length])
        assert read_picture(file) in (None, expected)


@given(st.sampled_from(list(KINDS)), st.binary(max_size=80))
def test_a_picture_with_rubbish_behind_its_first_bytes_is_no_error(
    tmp_path_factory: pytest.TempPathFactory, name: str, rubbish: bytes
) -> None:
    file = tmp_path_factory.getbasetemp() / "rubbish"
    file.write_bytes(KINDS[name][0][:12] + rubbish)
    read_picture(file)


@pytest.mark.parametrize("content", [b"", b"hello", b"<svg/>", b"\x89PNG\r\n\x1a\n", b"%PDF-1.7"])
def test_what_is_no_picture_is_none(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "x").write_bytes(content)
    assert read_picture(tmp_path / "x") is None


def test_a_picture_without_any_pixels_is_none(tmp_path: Path) -> None:
    (tmp_path / "x.gif").write_bytes(b"GIF89a" + bytes(20))
    assert read_picture(tmp_path / "x.gif") is None


def test_a_file_that_is_not_there_is_none(tmp_path: Path) -> None:
    assert read_picture(tmp_path / "no.png") is None
    assert read_picture(tmp_path) is None
    assert not is_mp4(tmp_path / "no.mp4")


def test_a_video_is_known_by_its_first_box(tmp_path: Path) -> None:
    (tmp_path / "v").write_bytes(b"\x00\x00\x00\x18ftypisom" + bytes(20))
    assert is_mp4(tmp_path / "v")
    assert read_picture(tmp_path / "v") is None


def test_the_drawn_avatar_is_a_square_picture(tmp_path: Path) -> None:
    (tmp_path / "a.png").write_bytes(avatar_png(64))
    assert read_picture(tmp_path / "a.png") == Picture("png", 64, 64)
