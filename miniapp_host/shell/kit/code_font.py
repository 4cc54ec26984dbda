"""The desktop's own fixed-width font, for code and numbers, with the Chinese fallbacks."""

from functools import cache

from PySide6.QtGui import QFont, QFontDatabase

from miniapp_host.shell.kit.theme import font

_FALLBACKS = ("DejaVu Sans Mono", "Noto Sans Mono")
"""What stands in where the desktop names no such font."""


def code_font(pixels: int) -> QFont:
    """The font, `pixels` high."""
    return QFont(_found_font(pixels))


@cache
def _found_font(pixels: int) -> QFont:
    """The font, looked up once."""
    face = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
    face.setFamilies([*face.families(), *_FALLBACKS, *font(pixels).families()])
    face.setStyleHint(QFont.StyleHint.Monospace)
    face.setFixedPitch(True)
    face.setPixelSize(pixels)
    return face
