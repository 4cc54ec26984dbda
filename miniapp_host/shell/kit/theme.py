"""Colours, type and motion of the phone (look.md, after WeUI), light and dark.

A phone has a theme as its palette: `screen.setPalette(palette(DARK))` reaches every widget inside
it, and each painter asks `theme_of(self)`. So nobody hands a theme on, and a change redraws all.
"""

from dataclasses import dataclass, replace
from functools import cache
from typing import Literal

from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QWidget

from miniapp_host.web.typeface import typeface

Tone = Literal[
    "fg_0",
    "fg_1",
    "fg_2",
    "brand",
    "red",
    "link",
    "error_ink",
    "warning_ink",
    "string_ink",
    "number_ink",
]
"""The theme's colours that text and icons may have."""

WHITE, BLACK, CLEAR = "#ffffff", "#000000", "#00000000"

# The same in both themes; what is "on dark" lies on a bar that the program coloured dark.
PILL_ON_DARK, PILL_ON_LIGHT = "#26000000", "#99ffffff"
PILL_EDGE_ON_DARK, PILL_EDGE_ON_LIGHT = "#40ffffff", "#1a000000"
TAB_LINE_WHITE, TAB_LINE_BLACK = "#54ffffff", "#33000000"
SAVING = "#ffc300"
KNOB_SHADOW = "#12000000"
ICON_EDGE = "#14000000"
PIN_SHADOW = "#32000000"
CHECK_GROUND = "#3c000000"
TOAST_GROUND, TOAST_INK = "#4c4c4c", "#e6ffffff"
NOTE_ON_BLACK = "#96ffffff"
VEIL_CHOSEN, VEIL_HOVERED = "#5a000000", "#1e000000"
TAB_INK = "#7f7f7f"
VIDEO_GROUND = "#3a3d42"
ERROR_GROUND, WARNING_GROUND = "#1afa5151", "#1fffc300"

LETTER_GROUNDS = (
    "#4f7cff",
    "#0f9d73",
    "#df6231",
    "#8b6cf0",
    "#e0569b",
    "#1589a6",
    "#b3800a",
    "#5b8c3a",
    "#d9534f",
    "#576b95",
)
"""What a program without an icon has behind its letter: one of these."""

FAMILIES = ("PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC")


@dataclass(frozen=True, slots=True)
class Theme:
    """One palette; every value is a CSS colour that both QSS and `QColor` read (`#aarrggbb`)."""

    name: str
    bg_0: str
    bg_1: str
    bg_2: str
    bg_5: str
    fg_0: str
    fg_1: str
    fg_2: str
    fg_3: str
    fg_5: str
    brand: str
    brand_pressed: str
    on_brand: str
    """Text on brand."""
    red: str
    badge: str
    """Behind a number, white, on a tab."""
    alarm: str
    """Behind words, white, that say that something went wrong."""
    link: str
    mask: str
    error_ink: str
    warning_ink: str
    string_ink: str
    number_ink: str

    contrast: bool = False
    """Whether all text reaches WCAG's AA, which the platform's own colours do not."""

    @property
    def dark(self) -> bool:
        """Whether it is one of the dark themes."""
        return self.name == "dark"


LIGHT = Theme(
    name="light",
    bg_0="#ededed",
    bg_1="#f7f7f7",
    bg_2="#ffffff",
    bg_5="#ffffff",
    fg_0="#e6000000",
    fg_1="#8c000000",
    fg_2="#4d000000",
    fg_3="#1a000000",
    fg_5="#0d000000",
    brand="#07c160",
    brand_pressed="#06ae56",
    on_brand=WHITE,
    red="#fa5151",
    badge="#fa5151",
    alarm="#d8453e",
    link="#576b95",
    mask="#99000000",
    error_ink="#b3261e",
    warning_ink="#7a5200",
    string_ink="#1a7340",
    number_ink="#1f5fae",
)
DARK = Theme(
    name="dark",
    bg_0="#111111",
    bg_1="#1e1e1e",
    bg_2="#191919",
    bg_5="#2c2c2c",
    fg_0="#ccffffff",
    fg_1="#80ffffff",
    fg_2="#4dffffff",
    fg_3="#1affffff",
    fg_5="#1affffff",
    brand="#07c160",
    brand_pressed="#20c770",
    on_brand=WHITE,
    red="#fa5151",
    badge="#fa5151",
    alarm="#d8453e",
    link="#7d90a9",
    mask="#99000000",
    error_ink="#ff8080",
    warning_ink="#f0c75e",
    string_ink="#7fd6a0",
    number_ink="#8fbcf5",
)
LIGHT_CONTRAST = replace(
    LIGHT,
    fg_0="#ff000000",
    fg_1="#bf000000",
    fg_2="#99000000",
    fg_3="#80000000",
    fg_5="#14000000",
    brand="#046b37",
    brand_pressed="#035a2e",
    red="#b3261e",
    badge="#b3261e",
    alarm="#b3261e",
    link="#3d5180",
    error_ink="#8c1d18",
    warning_ink="#6b4700",
    string_ink="#0f5c31",
    number_ink="#1a4f91",
    contrast=True,
)
DARK_CONTRAST = replace(
    DARK,
    fg_0="#ffffffff",
    fg_1="#d9ffffff",
    fg_2="#b3ffffff",
    fg_3="#73ffffff",
    fg_5="#26ffffff",
    brand="#0fa957",
    on_brand=BLACK,
    red="#ff9a94",
    badge="#b3261e",
    alarm="#b3261e",
    link="#a9bde0",
    error_ink="#ff9a94",
    warning_ink="#f5d77f",
    string_ink="#93e0b0",
    number_ink="#a9cdfa",
    contrast=True,
)


_STILL = "motionless"
_ROLES = {
    QPalette.ColorRole.Window: "bg_0",
    QPalette.ColorRole.AlternateBase: "bg_1",
    QPalette.ColorRole.Base: "bg_2",
    QPalette.ColorRole.Button: "bg_5",
    QPalette.ColorRole.ToolTipBase: "bg_5",
    QPalette.ColorRole.WindowText: "fg_0",
    QPalette.ColorRole.Text: "fg_0",
    QPalette.ColorRole.ButtonText: "fg_0",
    QPalette.ColorRole.ToolTipText: "fg_0",
    QPalette.ColorRole.PlaceholderText: "fg_2",
    QPalette.ColorRole.Highlight: "brand",
    QPalette.ColorRole.Link: "link",
}

_STRONG_LINKS = (QColor(LIGHT_CONTRAST.link), QColor(DARK_CONTRAST.link))
"""What tells the palettes of more contrast from the platform's; the dark one second."""


def theme(dark: bool, *, contrast: bool = False) -> Theme:
    """The palette for a dark or a light phone, in the platform's colours or in stronger ones."""
    if contrast:
        return DARK_CONTRAST if dark else LIGHT_CONTRAST
    return DARK if dark else LIGHT


def palette(colours: Theme) -> QPalette:
    """`colours` as the palette of a phone's screen."""
    made = QPalette()
    for role, value in _ROLES.items():
        made.setColor(role, QColor(getattr(colours, value)))
    made.setColor(QPalette.ColorRole.HighlightedText, QColor(WHITE))
    return made


def theme_of(widget: QWidget) -> Theme:
    """The theme of `widget`, by its palette."""
    colours = widget.palette()
    dark = colours.color(QPalette.ColorRole.Window).lightness() < 128
    contrast = colours.color(QPalette.ColorRole.Link) == _STRONG_LINKS[dark]
    return theme(dark, contrast=contrast)


def tone_of(widget: QWidget, tone: Tone) -> QColor:
    """The colour `tone` in the theme of `widget`."""
    return QColor(getattr(theme_of(widget), tone))


def shade_of(colours: Theme, *, hovered: bool, pressed: bool) -> QColor:
    """The colour over the resting look: faint while hovered, stronger while pressed."""
    shade = QColor(WHITE if colours.dark else BLACK)
    shade.setAlpha(30 if pressed else 14 if hovered else 0)
    return shade


def mixed(one: QColor, other: QColor, share: float) -> QColor:
    """The colour between two, `share` of the way (0 to 1; what is beyond counts as the end)."""
    share = min(max(share, 0.0), 1.0)
    return QColor.fromRgbF(
        one.redF() + (other.redF() - one.redF()) * share,
        one.greenF() + (other.greenF() - one.greenF()) * share,
        one.blueF() + (other.blueF() - one.blueF()) * share,
        one.alphaF() + (other.alphaF() - one.alphaF()) * share,
    )


def set_motion(screen: QWidget, on: bool) -> None:
    """Set whether anything inside `screen` moves; if not, every animation lasts 0 ms."""
    screen.setProperty(_STILL, not on)


def motion(widget: QWidget, milliseconds: int) -> int:
    """The duration of an animation of `widget` in ms: 0 on a phone without motion."""
    above: QWidget | None = widget
    while above is not None:
        if above.property(_STILL):
            return 0
        above = above.parentWidget()
    return milliseconds


def font(pixels: int, *, medium: bool = False) -> QFont:
    """The phone's typeface with the desktop's and Chinese fallbacks, `pixels` high at 100 %."""
    return QFont(_found_font(pixels, medium=medium))


@cache
def _found_font(pixels: int, *, medium: bool) -> QFont:
    """The font, looked up once: copies share the result of Qt's search."""
    made = QFont()
    made.setFamilies([typeface(), made.defaultFamily(), *FAMILIES])
    made.setPixelSize(pixels)
    made.setWeight(QFont.Weight.Medium if medium else QFont.Weight.Normal)
    return made
