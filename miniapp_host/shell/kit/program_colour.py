"""Decides whether a colour that a program gave is used: it must be valid and readable."""

import re

from PySide6.QtGui import QColor

from miniapp_host.shell.kit.theme import BLACK, WHITE, Theme, mixed

_HEX = re.compile(r"#(?:[0-9a-fA-F]{3}|[0-9a-fA-F]{6})\Z")
_LEAST_CONTRAST = 2.0
AA = 4.5
"""The contrast that WCAG asks of text."""


def program_colour(given: str, usual: str, ours: str, theme: Theme) -> QColor:
    """`given`; `ours` if it is the platform's `usual` one, no colour, or lost on the ground."""
    if not _HEX.match(given) or given.lower() == usual.lower():
        return QColor(ours)
    chosen, ground = QColor(given), QColor(theme.bg_2)
    if theme.contrast:
        return legible(chosen, QColor(theme.bg_5))
    return chosen if contrast(chosen, ground) >= _LEAST_CONTRAST else QColor(ours)


def legible(ink: QColor, ground: QColor) -> QColor:
    """`ink`, darker or lighter until text in it reaches WCAG's AA on the opaque `ground`."""
    end = max((QColor(BLACK), QColor(WHITE)), key=lambda one: contrast(one, ground))
    steps = (mixed(ink, end, step / 10) for step in range(11))
    return next((one for one in steps if contrast(one, ground) >= AA), end)


def legible_in_white(white: bool, ground: QColor) -> bool:
    """Whether to write in white on `ground`: as wished, unless only black reaches WCAG's AA."""
    wished, other = (WHITE, BLACK) if white else (BLACK, WHITE)
    if contrast(QColor(wished), ground) >= AA or contrast(QColor(other), ground) < AA:
        return white
    return not white


def contrast(one: QColor, other: QColor) -> float:
    """WCAG's contrast ratio of two opaque colours, 1 to 21."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: QColor) -> float:
    red, green, blue = (_linear(part) for part in (colour.redF(), colour.greenF(), colour.blueF()))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.03928 else float(((part + 0.055) / 1.055) ** 2.4)
