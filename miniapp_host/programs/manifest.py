"""What app.json and page json say, as checked records, and the error of a program that can't run.

Reading them from a folder is app_json.py's and page_json.py's part.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from miniapp_host.programs import usual_colours
from miniapp_host.programs.findings import Finding
from miniapp_host.programs.theme import Mode, Theme, resolve
from miniapp_host.texts import FileError, Sentence, Text

Values = Mapping[str, object]

# What the main package is called where subpackages go by their root.
MAIN = "main"

WINDOW_DEFAULTS: Values = {
    "navigationBarBackgroundColor": usual_colours.NAVIGATION_BAR,
    "navigationBarTextStyle": "white",
    "navigationBarTitleText": "",
    "navigationStyle": "default",
    "backgroundColor": usual_colours.PAGE,
    "backgroundTextStyle": "dark",
    "enablePullDownRefresh": False,
    "onReachBottomDistance": 50,
}


class ManifestError(FileError):
    """A program can't run with its configuration; `line` is where in the file, from 1."""

    def __init__(
        self, file: str, key: str, problem: Sentence, remedy: Sentence, line: int | None = None
    ) -> None:
        super().__init__(file, key, problem, remedy)
        self.line = line


@dataclass(frozen=True)
class Subpackage:
    """A part of a program that is loaded on its own; `pages` are full paths."""

    root: str
    pages: tuple[str, ...]
    independent: bool = False
    name: str = ""


@dataclass(frozen=True)
class TabItem:
    """One tab; icons are paths in the package, empty for none, or a theme variable."""

    page: str
    text: str
    icon: str = ""
    selected_icon: str = ""


@dataclass(frozen=True)
class TabBar:
    """The tab bar as written: colours, border and icons may be theme variables."""

    items: tuple[TabItem, ...]
    color: str = usual_colours.TAB
    selected_color: str = usual_colours.TAB_SELECTED
    background: str = usual_colours.TAB_BAR
    border: str = "black"
    custom: bool = False
    position: Literal["bottom", "top"] = "bottom"


@dataclass(frozen=True)
class AppManifest:
    """app.json, checked. Paths have no leading slash; `purposes` is scope -> language -> text."""

    pages: tuple[str, ...]
    main_pages: tuple[str, ...]
    subpackages: tuple[Subpackage, ...]
    entry_page: str
    window: Values
    tab_bar: TabBar | None
    purposes: Mapping[str, Mapping[str, str]]
    required_private_infos: tuple[str, ...] | None
    using_components: Mapping[str, str]
    extended_libraries: tuple[str, ...]
    dark_mode: bool
    theme: Theme
    warnings: tuple[Finding, ...]
    resizable: bool = False
    """Whether the program follows a tablet that is turned."""
    new_look: bool = False
    """Whether the built-in components have the platform's look of today (`"style": "v2"`)."""
    background_modes: tuple[str, ...] = ()
    workers: str | None = None
    """The folder of the scripts that `wx.createWorker` may run."""
    network_timeout: Mapping[str, float] = field(default_factory=dict)
    """Milliseconds by call (`request`), where app.json gives them."""
    aliases: Mapping[str, str] = field(default_factory=dict)
    """Folders by what a module's path may begin with in their place (`resolveAlias`)."""
    privacy_check: bool = False
    """Whether the person must accept the privacy contract first (`__usePrivacyCheck__`)."""

    def purpose(self, scope: str, language: str = "") -> str:
        """The purpose of a scope in `language` (`en`), else in the default one, else empty.

        `desc-en` beside `desc` is how Tencent's container programs translate it.
        """
        texts = self.purposes.get(scope, {})
        return texts.get(language) or texts.get("") or next(iter(texts.values()), "")

    def purpose_text(self, scope: str) -> Text:
        """The purpose of a scope in both of the phone's languages."""
        return Text(self.purpose(scope, "en"), self.purpose(scope))

    def window_in(self, mode: Mode) -> Values:
        """The window's values with the theme's variables filled in."""
        return {key: resolve(value, self.theme, mode) for key, value in self.window.items()}


@dataclass(frozen=True)
class PageConfig:
    """The json of a page or component: `values` is all of it, references are as written."""

    path: str
    values: Values
    using_components: Mapping[str, str]
    generic_defaults: Mapping[str, str]
    component: bool
