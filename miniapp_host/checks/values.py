"""Values in app.json and in pages' json that their keys do not take, as WeChat documents them."""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from miniapp_host.checks.issues import Issue, warning
from miniapp_host.nearest import did_you_mean
from miniapp_host.programs.app_json import APP_JSON
from miniapp_host.programs.json_document import read_document
from miniapp_host.programs.package import Package
from miniapp_host.texts import Sentence

_HEX = re.compile(r"#(?:[0-9a-f]{3}|[0-9a-f]{6}|[0-9a-f]{8})", re.IGNORECASE)
_OF_THEME = "@"
"""Begins the name of a value in theme.json, which stands for a text."""
_LONGEST = 40


@dataclass(frozen=True)
class Kind:
    """The values that a key takes: of these types, and if `names` are given one of those.

    A list has only `items` in it, a text has the `shape`.
    """

    types: tuple[type, ...]
    remedy: Sentence
    names: tuple[str, ...] = ()
    shape: re.Pattern[str] | None = None
    items: type = object

    def takes(self, value: object) -> bool:
        """Whether the key may have this value."""
        if isinstance(value, bool) and bool not in self.types:
            return False
        if not isinstance(value, self.types):
            return False
        if isinstance(value, list):
            return all(isinstance(each, self.items) for each in value)
        if not isinstance(value, str) or value.startswith(_OF_THEME):
            return True
        if self.shape is not None and not self.shape.fullmatch(value):
            return False
        return not self.names or value in self.names

    def remedy_for(self, value: object) -> Sentence:
        """What to write instead."""
        return did_you_mean(str(value), self.names, self.remedy) if self.names else self.remedy


def _one_of(*names: str) -> Kind:
    listed = ", ".join(f'"{name}"' for name in names)
    return Kind((str,), Sentence("Choose from {choices}.", choices=listed), names)


COLOUR = Kind((str,), Sentence("Write a colour as “#rrggbb”."), shape=_HEX)
FLAG = Kind((bool,), Sentence("Write true or false, without quotes."))
TEXT = Kind((str,), Sentence("Write a text in quotes."))
NUMBER = Kind((int, float), Sentence("Write a number, without quotes."))
OBJECT = Kind((dict,), Sentence("Write an object in braces."))
LIST = Kind((list,), Sentence("Write a list in brackets."))
NAMES = Kind((list,), Sentence("Write a list of texts in brackets."), items=str)

_LOOK = {
    "navigationBarBackgroundColor": COLOUR,
    "navigationBarTextStyle": _one_of("black", "white"),
    "navigationBarTitleText": TEXT,
    "navigationStyle": _one_of("default", "custom"),
    "homeButton": FLAG,
    "backgroundColor": COLOUR,
    "backgroundColorContent": COLOUR,
    "backgroundTextStyle": _one_of("dark", "light"),
    "backgroundColorTop": COLOUR,
    "backgroundColorBottom": COLOUR,
    "enablePullDownRefresh": FLAG,
    "onReachBottomDistance": NUMBER,
    "pageOrientation": _one_of("portrait", "auto", "landscape"),
    "visualEffectInBackground": _one_of("none", "hidden"),
}
PAGE = _LOOK | {
    "component": FLAG,
    "disableScroll": FLAG,
    "disableSwipeBack": FLAG,
}
APP = {
    "entryPagePath": TEXT,
    "networkTimeout": OBJECT,
    "debug": FLAG,
    "darkmode": FLAG,
    "themeLocation": TEXT,
    "sitemapLocation": TEXT,
    "requiredBackgroundModes": NAMES,
    "requiredPrivateInfos": NAMES,
    "lazyCodeLoading": _one_of("requiredComponents"),
}
TAB_BAR = {
    "color": COLOUR,
    "selectedColor": COLOUR,
    "backgroundColor": COLOUR,
    "borderStyle": _one_of("black", "white"),
    "position": _one_of("bottom", "top"),
    "custom": FLAG,
    "list": LIST,
}
TIMEOUTS = dict.fromkeys(("request", "connectSocket", "uploadFile", "downloadFile"), NUMBER)


def check_values(package: Package) -> Iterator[Issue]:
    """The issues of app.json and of the declared pages' json."""
    app = read_document(package, APP_JSON).values
    for where, values, kinds in (
        ("", app, APP),
        ("window.", app.get("window"), _LOOK),
        ("tabBar.", app.get("tabBar"), TAB_BAR),
        ("networkTimeout.", app.get("networkTimeout"), TIMEOUTS),
    ):
        yield from _wrong(package, APP_JSON, where, values, kinds)
    for page in package.manifest.pages:
        file = f"{page}.json"
        if package.has(file):
            yield from _wrong(package, file, "", package.page(page).values, PAGE)


def _wrong(
    package: Package, file: str, where: str, values: object, kinds: Mapping[str, Kind]
) -> Iterator[Issue]:
    if not isinstance(values, Mapping):
        return
    for key in values.keys() & kinds.keys():
        kind, value = kinds[key], values[key]
        if not kind.takes(value):
            text = Sentence(
                "{key} is {value}, which WeChat does not document",
                key=f"{where}{key}",
                value=_shown(value),
            )
            yield warning(file, package.line_of(file, key), text, kind.remedy_for(value))


def _shown(value: object) -> str:
    text = json.dumps(value, ensure_ascii=False)
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"
