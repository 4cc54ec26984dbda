"""The phone's icon, drawn from its SVG in the sizes and formats that desktops want."""

import struct

from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from miniapp_host.paths import resources

ICO_SIZES = (16, 24, 32, 48, 64, 256)
_ICNS_KINDS = {16: b"icp4", 32: b"icp5", 128: b"ic07", 256: b"ic08", 512: b"ic09", 1024: b"ic10"}
"""Apple's words for pictures of these sizes."""


def svg() -> bytes:
    """The icon as it ships."""
    return resources().joinpath("desktop", "miniapp-host.svg").read_bytes()


def png(size: int) -> bytes:
    """The icon as a PNG of `size` pixels each way, clear around its corners."""
    picture = QImage(size, size, QImage.Format.Format_ARGB32_Premultiplied)
    picture.fill(0)
    painter = QPainter(picture)
    QSvgRenderer(svg()).render(painter)
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    picture.save(buffer, "PNG")  # type: ignore[call-overload]  # the stubs want bytes, Qt a str
    return bytes(buffer.data().data())


def ico() -> bytes:
    """The icon for Windows: a table of PNGs, and the PNGs."""
    pictures = [png(size) for size in ICO_SIZES]
    table = struct.pack("<HHH", 0, 1, len(ICO_SIZES))
    place = len(table) + 16 * len(ICO_SIZES)
    for size, picture in zip(ICO_SIZES, pictures, strict=True):
        side = size % 256  # 0 stands for 256
        table += struct.pack("<BBBBHHII", side, side, 0, 0, 1, 32, len(picture), place)
        place += len(picture)
    return table + b"".join(pictures)


def icns() -> bytes:
    """The icon for macOS: PNGs, each behind its kind and length."""
    pictures = [(kind, png(size)) for size, kind in _ICNS_KINDS.items()]
    body = b"".join(kind + struct.pack(">I", 8 + len(one)) + one for kind, one in pictures)
    return b"icns" + struct.pack(">I", 8 + len(body)) + body
