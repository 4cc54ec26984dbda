"""The record the service starts from: what app.json says and which files there are."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from miniapp_host.devices.display import Hold, Orientation
from miniapp_host.programs.manifest import MAIN, AppManifest, TabBar, TabItem
from miniapp_host.programs.modules import is_module
from miniapp_host.programs.package import Package
from miniapp_host.programs.styles import Styles
from miniapp_host.programs.tree import PackageError
from miniapp_host.texts import Sentence


@dataclass(frozen=True)
class Entry:
    """The page a program starts with; the query's values are as written, not decoded."""

    path: str
    query: Mapping[str, str]


@dataclass(frozen=True)
class Arrival:
    """How a program is entered: WeChat's scene, and what the program before it passes on."""

    scene: int = 1001
    referrer: str = ""
    """The appid of the program that opened it, if one did."""
    extra_data: Mapping[str, object] = field(default_factory=dict)

    def options(self) -> dict[str, object]:
        """The launch options `scene` and `referrerInfo`."""
        said = {"appId": self.referrer, "extraData": dict(self.extra_data)}
        return {"scene": self.scene, "referrerInfo": said if self.referrer else {}}


FROM_HOME = Arrival()


def make_entry(manifest: AppManifest, url: str | None) -> Entry:
    """The entry for a `url` such as `pages/a/a?id=1`, None for the first page.

    Raises PackageError for a page that app.json does not list.
    """
    path, _, query = (url or "").partition("?")
    page = path.strip("/").removesuffix(".html") or manifest.entry_page
    if page not in manifest.pages:
        raise PackageError(
            Sentence("The program has no page {page}. Name one that its app.json lists.", page=page)
        )
    return Entry(page, dict(_pair(part) for part in query.split("&") if part))


def first_hold(package: Package, url: str | None) -> Hold:
    """How the page that `make_entry` gives lets itself be held; raises PackageError like it."""
    manifest = package.manifest
    page = package.page(make_entry(manifest, url).path)
    settings = {**manifest.window, **page.values}
    return Hold(Orientation.named(settings.get("pageOrientation")), manifest.resizable)


def boot_record(
    package: Package,
    entry: Entry,
    apis: Mapping[str, Sequence[str]],
    platform: Mapping[str, object],
    arrival: Arrival = FROM_HOME,
) -> dict[str, object]:
    """The content of boot.json, without its main package; theme variables are as written."""
    manifest = package.manifest
    return {
        "appid": package.appid,
        "entry": {"path": entry.path, "query": entry.query, **arrival.options()},
        "pages": manifest.pages,
        "packages": _packages(manifest),
        "tabBar": manifest.tab_bar and _tab_bar(manifest.tab_bar),
        "window": manifest.window,
        "theme": manifest.theme or None,
        "resizable": manifest.resizable,
        "darkMode": manifest.dark_mode,
        "newLook": manifest.new_look,
        "backgroundAudio": "audio" in manifest.background_modes,
        "workers": manifest.workers,
        "aliases": dict(manifest.aliases),
        "modules": sorted(path for path in package.files if is_module(path)),
        "styles": Styles(package).paths,
        "apis": apis,
        "platform": platform,
    }


def _packages(manifest: AppManifest) -> list[dict[str, object]]:
    main = {"root": MAIN, "independent": False, "pages": manifest.main_pages}
    others = (
        {"root": sub.root, "independent": sub.independent, "pages": sub.pages}
        for sub in manifest.subpackages
    )
    return [main, *others]


def _tab_bar(bar: TabBar) -> dict[str, object]:
    return {
        "list": [_tab_item(item) for item in bar.items],
        "custom": bar.custom,
        "color": bar.color,
        "selectedColor": bar.selected_color,
        "backgroundColor": bar.background,
        "borderStyle": bar.border,
        "position": bar.position,
    }


def _tab_item(item: TabItem) -> dict[str, str]:
    return {
        "pagePath": item.page,
        "text": item.text,
        "iconPath": item.icon,
        "selectedIconPath": item.selected_icon,
    }


def _pair(part: str) -> tuple[str, str]:
    name, _, value = part.partition("=")
    return name, value
