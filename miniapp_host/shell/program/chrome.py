"""What the service asks the phone to draw around a page: bars, title, tabs, colours.

A program can put anything into these values, so every field of the message is checked here and
falls back to the platform's default; nothing after this module meets an odd type.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final

from miniapp_host.devices.display import Hold, Orientation
from miniapp_host.programs.usual_colours import PAGE, TAB_BAR, WORDS
from miniapp_host.shell.kit.theme import LIGHT, TAB_INK

_HEX: Final = re.compile(r"#([0-9a-fA-F]{3,4}|[0-9a-fA-F]{6}|[0-9a-fA-F]{8})")
_LONGEST: Final = 200
_LONGEST_ADDRESS: Final = 16_384
_MOST_TABS: Final = 5
_MOST_WEB_VIEWS: Final = 15
"""The most at a time: ten pages of a stack, and hidden tab pages."""


@dataclass(frozen=True, slots=True)
class Tab:
    """One tab: its label, package paths of its icons (may be empty), a badge's text or a dot."""

    text: str
    icon: str = ""
    selected_icon: str = ""
    badge: str = ""
    dot: bool = False


@dataclass(frozen=True, slots=True)
class TabBarLook:
    """The tab bar: at most five tabs and its colours as `#rrggbb`."""

    tabs: tuple[Tab, ...]
    color: str = TAB_INK
    selected_color: str = LIGHT.brand
    background: str = TAB_BAR
    white_border: bool = False
    visible: bool = True


@dataclass(frozen=True, slots=True)
class WebPlace:
    """A `<web-view>`: its number, the page it covers, and the address that the program gave it."""

    number: int
    page: int
    src: str


@dataclass(frozen=True, slots=True)
class Chrome:
    """Everything the phone draws for the page in front; colours are `#rrggbb`."""

    page: int = 0
    path: str = ""
    query: str = ""
    depth: int = 1
    title: str = ""
    bar_background: str = LIGHT.bg_0
    bar_white: bool = False
    bar_hidden: bool = False
    bar_loading: bool = False
    background: str = PAGE
    tab: int | None = None
    tab_bar: TabBarLook | None = field(default=None)
    can_go_back: bool = False
    home_button: bool = False
    hold: Hold = field(default_factory=Hold)
    web_views: tuple[WebPlace, ...] = ()
    """The web views of all pages, also of those behind the one in front."""

    @property
    def url(self) -> str:
        """The page as it can be opened again: path?query."""
        return f"{self.path}?{self.query}" if self.query else self.path

    @property
    def tabs_shown(self) -> bool:
        """Whether the host draws the tab bar under this page."""
        return self.tab is not None and self.tab_bar is not None and self.tab_bar.visible

    @classmethod
    def parse(cls, detail: object) -> "Chrome":
        """The record for the `chrome` message's detail; wrong types become defaults."""
        found = _mapping(detail)
        depth = max(1, _integer(found.get("depth"), 1))
        return cls(
            page=_integer(found.get("page"), 0),
            path=_line(found.get("path")),
            query=_query(_mapping(found.get("query"))),
            depth=depth,
            title=_line(found.get("title")),
            bar_background=css_colour(found.get("barBackground"), LIGHT.bg_0),
            bar_white=found.get("barText") == "white",
            bar_hidden=found.get("barHidden") is True,
            bar_loading=found.get("barLoading") is True,
            background=css_colour(found.get("background"), PAGE),
            tab=_index(found.get("tab")),
            tab_bar=_tab_bar(found.get("tabBar")),
            can_go_back=found.get("canGoBack", depth > 1) is True,
            home_button=found.get("homeButton") is True,
            hold=Hold(Orientation.named(found.get("orientation")), found.get("resizable") is True),
            web_views=tuple(_web_places(found.get("webViews"))),
        )


def css_colour(value: object, default: str) -> str:
    """`#rgb`, `#rrggbb`, either with alpha (dropped), `black` or `white` as `#rrggbb`."""
    if not isinstance(value, str):
        return default
    text = value.strip().lower()
    if text in WORDS:
        return WORDS[text]
    if not _HEX.fullmatch(text):
        return default
    digits = text[1:]
    if len(digits) <= 4:
        digits = "".join(digit * 2 for digit in digits[:3])
    return f"#{digits[:6]}"


def _tab_bar(value: object) -> TabBarLook | None:
    found = _mapping(value)
    items = found.get("items")
    if not isinstance(items, list) or not items:
        return None
    return TabBarLook(
        tabs=tuple(_tab(item) for item in items[:_MOST_TABS]),
        color=css_colour(found.get("color"), TAB_INK),
        selected_color=css_colour(found.get("selectedColor"), LIGHT.brand),
        background=css_colour(found.get("background"), TAB_BAR),
        white_border=found.get("border") == "white",
        visible=found.get("visible", True) is not False,
    )


def _tab(value: object) -> Tab:
    found = _mapping(value)
    return Tab(
        text=_line(found.get("text")),
        icon=_line(found.get("icon")),
        selected_icon=_line(found.get("selectedIcon")),
        badge=_line(found.get("badge")),
        dot=found.get("dot") is True,
    )


def _web_places(value: object) -> Iterator[WebPlace]:
    for item in value[:_MOST_WEB_VIEWS] if isinstance(value, list) else ():
        found = _mapping(item)
        src = found.get("src")
        if isinstance(src, str):
            number, page = _integer(found.get("id"), 0), _integer(found.get("page"), 0)
            yield WebPlace(number, page, src[:_LONGEST_ADDRESS])


def _mapping(value: object) -> Mapping[str, object]:
    return value if isinstance(value, Mapping) else {}


def _line(value: object) -> str:
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return ""
    return " ".join(str(value)[:_LONGEST].split())


def _query(parameters: Mapping[str, object]) -> str:
    """The query as the program was given it: nothing in it is decoded."""
    return "&".join(f"{_line(name)}={_line(value)}" for name, value in parameters.items())


def _integer(value: object, default: int) -> int:
    return value if isinstance(value, int) and not isinstance(value, bool) else default


def _index(value: object) -> int | None:
    found = _integer(value, -1)
    return found if 0 <= found < _MOST_TABS else None
