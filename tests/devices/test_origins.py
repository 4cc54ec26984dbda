"""No program learns where a chosen picture or film was taken; it looks as before."""

import struct
import zlib
from pathlib import Path

import pytest
from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QColor, QImage

from miniapp_host.devices.movies import read_movie
from miniapp_host.devices.origins import forget_origin
from miniapp_host.devices.pictures import read_picture

SECRET = b"N 39 54 31 E 116 23 50"
XMP = b"http://ns.adobe.com/xap/1.0/\0<exif:GPSLatitude>" + SECRET + b"</exif:GPSLatitude>"


def exif(orientation: int) -> bytes:
    """TIFF of an orientation, a directory of GPS and what that refers to."""
    first = struct.pack("<HHHIHHHHIII", 2, 0x0112, 3, 1, orientation, 0, 0x8825, 4, 1, 38, 0)
    gps = struct.pack("<HHHIII", 1, 2, 2, len(SECRET), 56, 0)
    return b"II*\0" + struct.pack("<I", 8) + first + gps + SECRET


def encoded(kind: str) -> bytes:
    image = QImage(24, 16, QImage.Format.Format_RGB32)
    for x in range(24):
        for y in range(16):
            image.setPixelColor(x, y, QColor(x * 10, y * 15, (x * y) % 255))
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    assert image.save(buffer, kind, 90)
    return bytes(data.data())


def segment(marker: int, body: bytes) -> bytes:
    return struct.pack(">BBH", 0xFF, marker, len(body) + 2) + body


def jpeg() -> bytes:
    """One in whose segments, between them and behind whose end the place stands."""
    plain = encoded("JPG")
    told = segment(0xE1, b"Exif\0\0" + exif(6)) + segment(0xE1, XMP) + segment(0xED, SECRET)
    return plain[:2] + told + plain[2:] + b"MotionPhoto" + SECRET


def chunk(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))


def png() -> bytes:
    plain = encoded("PNG")
    text = b"XML:com.adobe.xmp\0\0\0\0\0" + XMP
    told = chunk(b"eXIf", exif(1)) + chunk(b"iTXt", text) + chunk(b"tEXt", b"Comment\0" + SECRET)
    return plain[:33] + told + plain[33:]


def webp() -> bytes:
    plain = encoded("WEBP")
    told = b"".join(
        kind + struct.pack("<I", len(body)) + body + b"\0" * (len(body) % 2)
        for kind, body in ((b"EXIF", exif(1)), (b"XMP ", XMP))
    )
    extended = b"VP8X" + struct.pack("<IIHBHB", 10, 0x0C, 23, 0, 15, 0)
    whole = b"WEBP" + extended + plain[12:] + told
    return b"RIFF" + struct.pack("<I", len(whole)) + whole


PICTURES = {"jpg": jpeg, "png": png, "webp": webp}


@pytest.mark.parametrize("kind", PICTURES)
def test_a_picture_forgets_its_place_and_looks_as_before(tmp_path: Path, kind: str) -> None:
    file, content = tmp_path / f"a.{kind}", PICTURES[kind]()
    file.write_bytes(content)
    before, image = read_picture(file), QImage.fromData(content)
    assert SECRET in content
    assert not image.isNull()
    forget_origin(file)
    assert SECRET not in file.read_bytes()
    assert file.stat().st_size == len(content)
    assert read_picture(file) == before
    assert QImage.fromData(file.read_bytes()) == image


def test_a_photo_is_turned_as_before(tmp_path: Path) -> None:
    file = tmp_path / "a.jpg"
    file.write_bytes(jpeg())
    forget_origin(file)
    picture = read_picture(file)
    assert picture is not None
    assert picture.orientation == "right"


def box(kind: bytes, *parts: bytes) -> bytes:
    body = b"".join(parts)
    return struct.pack(">I4s", len(body) + 8, kind) + body


def test_a_film_forgets_its_place_and_lasts_as_long(tmp_path: Path) -> None:
    length = box(b"mvhd", struct.pack(">IIIII", 0, 0, 0, 1000, 2500))
    place = box(b"udta", box(b"\xa9xyz", SECRET))
    track = box(b"trak", box(b"udta", SECRET), box(b"mdia", box(b"meta", SECRET)))
    pixels = box(b"mdat", b"udta and meta are pixels here")
    film = (
        box(b"ftyp", b"isom") + box(b"moov", length, place, track) + box(b"uuid", SECRET) + pixels
    )
    file = tmp_path / "a.mp4"
    file.write_bytes(film)
    before = read_movie(file)
    forget_origin(file)
    assert SECRET not in file.read_bytes()
    assert file.read_bytes().endswith(pixels)
    assert read_movie(file) == before
    assert before is not None
    assert before.duration == 2.5


def test_a_picture_made_of_boxes_stays_whole(tmp_path: Path) -> None:
    """HEIC and AVIF say in the same box where a picture was taken and where its pixels lie."""
    handler = box(b"hdlr", bytes(8), b"pict", bytes(13))
    meta = box(b"meta", bytes(4), handler, box(b"iloc", b"where the pixels are"))
    content = box(b"ftyp", b"heic") + meta + box(b"mdat", b"pixels")
    file = tmp_path / "a.heic"
    file.write_bytes(content)
    forget_origin(file)
    assert file.read_bytes() == content


@pytest.mark.parametrize("kind", PICTURES)
@pytest.mark.parametrize("share", [0.1, 0.3, 0.6, 0.9, 0.99])
def test_what_is_cut_off_does_no_harm_and_grows_no_larger(
    tmp_path: Path, kind: str, share: float
) -> None:
    content = PICTURES[kind]()
    file = tmp_path / f"a.{kind}"
    file.write_bytes(content[: int(len(content) * share)])
    forget_origin(file)
    assert file.stat().st_size == int(len(content) * share)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"plain text with " + SECRET,
        b"\xff\xd8\xff\xe1\xff\xff",
        b"\x89PNG\r\n\x1a\n" + b"\xff" * 40,
        b"RIFF\xff\xff\xff\xffWEBPEXIF\xff\xff\xff\xff",
        b"\0\0\0\x08ftyp" + struct.pack(">I4sQ", 1, b"meta", 1 << 62),
    ],
)
def test_a_file_of_another_kind_or_damaged_at_once_stays_as_it_is(
    tmp_path: Path, content: bytes
) -> None:
    file = tmp_path / "a"
    file.write_bytes(content)
    forget_origin(file)
    assert file.read_bytes() == content
