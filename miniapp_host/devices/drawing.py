"""Draws the pictures that a new phone has: a few landscapes and its owner's avatar, as PNG."""

import math
import struct
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

Colour = tuple[int, int, int]


@dataclass(frozen=True)
class Ridge:
    """A line of hills: `top` and `swell` in parts of the height, `waves` over the width."""

    top: float
    swell: float
    waves: float
    shift: float
    crest: Colour
    foot: Colour


@dataclass(frozen=True)
class Disc:
    """A sun or moon; position in parts of the size, radius in parts of the width."""

    x: float
    y: float
    radius: float
    colour: Colour


@dataclass(frozen=True)
class Landscape:
    """A sky with one light and ridges before it, the nearest last."""

    zenith: Colour
    horizon: Colour
    light: Disc
    ridges: tuple[Ridge, ...]


DAWN = Landscape(
    (94, 129, 188), (255, 205, 160), Disc(0.66, 0.36, 0.09, (255, 240, 214)),
    (
        Ridge(0.46, 0.05, 1.3, 0.4, (188, 150, 166), (226, 178, 160)),
        Ridge(0.54, 0.06, 1.9, 2.1, (136, 112, 148), (196, 152, 158)),
        Ridge(0.66, 0.05, 1.5, 4.0, (84, 78, 120), (140, 112, 140)),
        Ridge(0.80, 0.06, 1.1, 1.2, (38, 42, 76), (64, 58, 96)),
    ),
)  # fmt: skip
MEADOW = Landscape(
    (92, 170, 226), (222, 242, 246), Disc(0.24, 0.18, 0.07, (255, 252, 228)),
    (
        Ridge(0.44, 0.04, 1.7, 0.2, (150, 192, 196), (190, 220, 196)),
        Ridge(0.52, 0.05, 1.2, 2.6, (110, 178, 128), (160, 208, 128)),
        Ridge(0.64, 0.06, 0.9, 5.0, (76, 158, 92), (140, 200, 96)),
        Ridge(0.80, 0.07, 0.8, 1.0, (38, 120, 72), (92, 172, 76)),
    ),
)  # fmt: skip
DUNES = Landscape(
    (60, 92, 150), (252, 226, 190), Disc(0.5, 0.27, 0.06, (255, 246, 226)),
    (
        Ridge(0.50, 0.03, 1.1, 0.9, (224, 178, 128), (240, 200, 148)),
        Ridge(0.58, 0.06, 0.8, 3.1, (204, 146, 92), (232, 180, 120)),
        Ridge(0.72, 0.07, 0.7, 5.2, (172, 108, 64), (214, 152, 92)),
    ),
)  # fmt: skip
NIGHT = Landscape(
    (14, 20, 48), (62, 84, 136), Disc(0.72, 0.2, 0.08, (246, 242, 220)),
    (
        Ridge(0.56, 0.05, 1.6, 1.4, (40, 56, 98), (58, 80, 124)),
        Ridge(0.68, 0.0, 1.0, 0.0, (70, 98, 146), (24, 36, 76)),
        Ridge(0.90, 0.03, 0.9, 2.4, (10, 14, 34), (6, 8, 22)),
    ),
)  # fmt: skip


def landscape_png(scene: Landscape, width: int, height: int) -> bytes:
    """The landscape at that size, as PNG."""
    return _png(width, height, _landscape_rows(scene, width, height))


def plain_png(width: int, height: int, colour: Colour) -> bytes:
    """A picture of that size in one colour, as PNG."""
    return _png(width, height, [bytes(colour) * width] * height)


def avatar_png(size: int) -> bytes:
    """A square picture of head and shoulders on a green ground, as PNG."""
    return _png(size, size, _avatar_rows(size))


def placeholder_png(width: int, height: int) -> bytes:
    """A grey sky with a pale sun, as PNG: it stands where a picture is missing."""
    return _png(width, height, _placeholder_rows(width, height))


def _png(width: int, height: int, rows: Iterable[bytes]) -> bytes:
    """A PNG file, eight bits each of red, green and blue (PNG specification, chapters 5 and 11)."""
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    pixels = zlib.compress(b"".join(b"\x00" + row for row in rows), 6)
    chunks = _chunk(b"IHDR", header) + _chunk(b"IDAT", pixels) + _chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + chunks


def _chunk(kind: bytes, data: bytes) -> bytes:
    checked = kind + data
    return struct.pack(">I", len(data)) + checked + struct.pack(">I", zlib.crc32(checked))


def _landscape_rows(scene: Landscape, width: int, height: int) -> Iterator[bytes]:
    silhouettes = [_Silhouette(ridge, width, height) for ridge in scene.ridges]
    for y in range(height):
        row = _sky_row(scene, width, height, y)
        for silhouette in silhouettes:
            row = silhouette.over(row, y)
        yield row


def _sky_row(scene: Landscape, width: int, height: int, y: int) -> bytes:
    sky = _mixed(scene.zenith, scene.horizon, min(1.0, y / height / 0.55))
    row = bytearray(bytes(sky) * width)
    light = scene.light
    for scale, strength in ((3.2, 0.08), (2.4, 0.14), (1.7, 0.24), (1.25, 0.4), (1.0, 1.0)):
        colour = _mixed(sky, light.colour, strength)
        _paint_disc(row, width, y, _Circle.of(light, scale, width, height), colour)
    return bytes(row)


class _Silhouette:
    """One ridge, painted row by row from the top: columns once covered stay covered."""

    def __init__(self, ridge: Ridge, width: int, height: int) -> None:
        self._ridge = ridge
        self._width = width
        self._height = height
        self._mask = bytearray(width * 3)
        self._waiting = sorted(((_crest(ridge, x / width), x) for x in range(width)), reverse=True)

    def over(self, row: bytes, y: int) -> bytes:
        """The row with the part of the ridge that reaches it."""
        part = y / self._height
        while self._waiting and self._waiting[-1][0] <= part:
            x = self._waiting.pop()[1] * 3
            self._mask[x : x + 3] = b"\xff\xff\xff"
        depth = (part - self._ridge.top) / (1 - self._ridge.top)
        colour = _mixed(self._ridge.crest, self._ridge.foot, max(0.0, min(1.0, depth)))
        return _masked(row, bytes(colour) * self._width, self._mask)


def _masked(below: bytes, above: bytes, mask: bytearray) -> bytes:
    """`above` where the mask's bits are set; whole rows at once, as one big number."""
    under, over, chosen = (int.from_bytes(part, "big") for part in (below, above, mask))
    return (under ^ ((under ^ over) & chosen)).to_bytes(len(below), "big")


def _crest(ridge: Ridge, x: float) -> float:
    """Where the ridge begins at `x`, in parts of the height from the top."""
    angle = x * ridge.waves * 2 * math.pi + ridge.shift
    wave = math.sin(angle) + 0.45 * math.sin(2.3 * angle + 1) + 0.12 * math.sin(7.1 * angle)
    return ridge.top - ridge.swell * wave


@dataclass(frozen=True)
class _Circle:
    x: float
    y: float
    radius: float

    @staticmethod
    def of(disc: Disc, scale: float, width: int, height: int) -> "_Circle":
        return _Circle(disc.x * width, disc.y * height, disc.radius * scale * width)


def _paint_disc(row: bytearray, width: int, y: int, circle: _Circle, colour: Colour) -> None:
    reach = circle.radius**2 - (y - circle.y) ** 2
    if reach <= 0:
        return
    left = max(0, round(circle.x - math.sqrt(reach)))
    right = min(width, round(circle.x + math.sqrt(reach)))
    if right > left:
        row[left * 3 : right * 3] = bytes(colour) * (right - left)


def _avatar_rows(size: int) -> Iterator[bytes]:
    head, shoulders = _Circle(0.5, 0.4, 0.17), _Circle(0.5, 0.98, 0.36)
    for y in range(size):
        row = bytearray(bytes(_mixed((126, 214, 168), (36, 168, 110), y / size)) * size)
        for part in (shoulders, head):
            circle = _Circle(part.x * size, part.y * size, part.radius * size)
            _paint_disc(row, size, y, circle, (244, 252, 247))
        yield bytes(row)


def _placeholder_rows(width: int, height: int) -> Iterator[bytes]:
    radius = min(width, height) * 0.18
    sun = _Circle(width * 0.5, height * 0.42, radius)
    for y in range(height):
        row = bytearray(bytes(_mixed((226, 228, 232), (190, 194, 202), y / height)) * width)
        _paint_disc(row, width, y, sun, (242, 243, 245))
        yield bytes(row)


def _mixed(one: Colour, other: Colour, part: float) -> Colour:
    red, green, blue = (round(a + (b - a) * part) for a, b in zip(one, other, strict=True))
    return red, green, blue
