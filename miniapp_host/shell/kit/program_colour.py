"""Decides whether a colour that a program gave is used: it must be valid and readable."""

import re

from PySide6.QtGui import QColor

from miniapp_host.shell.kit.theme import Theme

_HEX = re.compile(r"#(?:[0-9a-fA-F]{3}|[0-9a-fA-F]{6})\Z")
_LEAST_CONTRAST = 2.0


def program_colour(given: str, usual: str, ours: str, theme: Theme) -> QColor:
    """`given`; `ours` if it is the platform's `usual` one, no colour, or lost on the ground."""
    if not _HEX.match(given) or given.lower() == usual.lower():
        return QColor(ours)
    chosen = QColor(given)
    return chosen if contrast(chosen, QColor(theme.bg_2)) >= _LEAST_CONTRAST else QColor(ours)


def contrast(one: QColor, other: QColor) -> float:
    """WCAG's contrast ratio of two opaque colours, 1 to 21."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: QColor) -> float:
    red, green, blue = (_linear(part) for part in (colour.redF(), colour.greenF(), colour.blueF()))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.03928 else float(((part + 0.055) / 1.055) ** 2.4)
