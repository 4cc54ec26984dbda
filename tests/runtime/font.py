"""A font of one glyph, a black square as wide as high, for programs under test to load."""

import struct

_EM = 1000
_SQUARE = [(0, 0), (0, _EM), (_EM, _EM), (_EM, 0)]
_MAGIC, _SFNT = 0x5F0F3CF5, 0x00010000


def square_font() -> bytes:
    """TrueType: the letter A is the square, and so is what is missing."""
    tables = dict(sorted(_tables().items()))
    offset = 12 + 16 * len(tables)
    directory, bodies = b"", b""
    for tag, body in tables.items():
        padded = body + b"\0" * (-len(body) % 4)
        directory += struct.pack(
            ">4sIII", tag.encode(), _sum(padded), offset + len(bodies), len(body)
        )
        bodies += padded
    power = 1 << (len(tables).bit_length() - 1)
    ranges = (len(tables), power * 16, power.bit_length() - 1, (len(tables) - power) * 16)
    return struct.pack(">IHHHH", _SFNT, *ranges) + directory + bodies


def _tables() -> dict[str, bytes]:
    glyph = _glyph()
    head = struct.pack(
        ">IIIIHHqqhhhhHHhhh",
        *(_SFNT, _SFNT, 0, _MAGIC, 0, _EM, 0, 0, 0, 0, _EM, _EM, 0, 8, 2, 0, 0),
    )
    hhea = struct.pack(
        ">IhhhHhhhhhh4hhH", _SFNT, _EM, 0, 0, _EM, 0, 0, _EM, 1, 0, 0, *[0] * 4, 0, 2
    )
    maxp = struct.pack(">IH13H", _SFNT, 2, 4, 1, 0, 0, 2, 0, 0, 0, 0, 0, 0, 0, 0)
    segments = struct.pack(">HHHHHHHHHhhHH", 4, 4, 1, 0, 65, 0xFFFF, 0, 65, 0xFFFF, -64, 1, 0, 0)
    cmap = struct.pack(">HHHHIHHH", 0, 1, 3, 1, 12, 4, 6 + len(segments), 0) + segments
    return {
        "head": head,
        "hhea": hhea,
        "maxp": maxp,
        "hmtx": struct.pack(">HhHh", _EM, 0, _EM, 0),
        "cmap": cmap,
        "loca": struct.pack(">HHH", 0, len(glyph) // 2, len(glyph)),
        "glyf": glyph * 2,
        "name": _names(),
        "post": struct.pack(">IIhhIIIII", 0x00030000, 0, 0, 0, 0, 0, 0, 0, 0),
        "OS/2": _os2(),
    }


def _glyph() -> bytes:
    places = struct.pack(">4h4h", 0, 0, _EM, 0, 0, _EM, 0, -_EM)
    return struct.pack(">5hHH4B", 1, 0, 0, _EM, _EM, 3, 0, 1, 1, 1, 1) + places


def _names() -> bytes:
    word = "Square".encode("utf-16-be")
    records = b"".join(
        struct.pack(">6H", 3, 1, 0x409, number, len(word), 0) for number in (1, 2, 4, 6)
    )
    return struct.pack(">HHH", 0, 4, 6 + len(records)) + records + word


def _os2() -> bytes:
    first = struct.pack(">Hhhhh", 4, _EM, 400, 5, 0) + struct.pack(">10h", *[100] * 10)
    last = struct.pack(">HHHhhhHH", 64, 65, 65, _EM, 0, 0, _EM, 0)
    more = struct.pack(">IIhhHHH", 1, 0, 500, 700, 0, 32, 1)
    return (
        first
        + struct.pack(">h", 0)
        + b"\0" * 10
        + struct.pack(">4I4s", 1, 0, 0, 0, b"NONE")
        + last
        + more
    )


def _sum(body: bytes) -> int:
    return sum(struct.unpack(f">{len(body) // 4}I", body)) & 0xFFFFFFFF
