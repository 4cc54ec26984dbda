"""Colours, type and motion of the phone (look.md, after WeUI), light and dark.

A phone has a theme as its palette: `screen.setPalette(palette(DARK))` reaches every widget inside
it, and each painter asks `theme_of(self)`. So nobody hands a theme on, and a change redraws all.
"""

from dataclasses import dataclass
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
BADGE = "#fa5151"
SAVING = "#ffc300"
KNOB_SHADOW = "#12000000"
ICON_EDGE = "#14000000"
PIN_SHADOW = "#32000000"
CHECK_GROUND = "#3c000000"
TOAST_GROUND, TOAST_INK = "#4c4c4c", "#e6ffffff"
NOTE_ON_BLACK = "#96ffffff"
VEIL_CHOSEN, VEIL_HOVERED = "#5a000000", "#1e000000"
ALARM, ALARM_HOVERED, ALARM_PRESSED = "#d8453e", "#c93c35", "#b3261e"
TAB_INK = "#7f7f7f"
VIDEO_GROUND = "#3a3d42"
ERROR_GROUND, WARNING_GROUND = "#1afa5151", "#1fffc300"

LETTER_GROUNDS = (
    "#4f7cff",
    "#12b886",
    "#f2784b",
    "#8b6cf0",
    "#e0569b",
    "#1aa6c9",
    "#e5a50a",
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
    red: str
    link: str
    mask: str
    error_ink: str
    warning_ink: str
    string_ink: str
    number_ink: str

    @property
    def dark(self) -> bool:
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
    red="#fa5151",
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
    red="#fa5151",
    link="#7d90a9",
    mask="#99000000",
    error_ink="#ff8080",
    warning_ink="#f0c75e",
    string_ink="#7fd6a0",
    number_ink="#8fbcf5",
)


@dataclass(frozen=True, slots=True)
class MapColours:
    """The colours of the drawn map."""

    ground: str
    park: str
    water: str
    house: str
    road: str
    main: str
    """A large road."""


MAP_LIGHT = MapColours(
    ground="#f2f0ea",
    park="#d3ebc6",
    water="#b5dcf4",
    house="#e7e3da",
    road="#ffffff",
    main="#fbe3a1",
)
MAP_DARK = MapColours(
    ground="#26282b",
    park="#26382b",
    water="#1d3140",
    house="#2f3135",
    road="#3b3e43",
    main="#57502f",
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


def theme(dark: bool) -> Theme:
    """The palette for a dark or a light phone."""
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
    return theme(widget.palette().color(QPalette.ColorRole.Window).lightness() < 128)


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
