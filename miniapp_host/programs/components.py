"""Which components the pages of a part use, and the json of each, its references resolved."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from miniapp_host.programs.app_json import APP_JSON
from miniapp_host.programs.look_up import is_package_name, look_up
from miniapp_host.programs.manifest import MAIN, PageConfig
from miniapp_host.programs.package import Package
from miniapp_host.texts import Sentence

_UNBUILT = (".less", ".scss", ".sass", ".styl")
_MOST_REGISTRATIONS = 500_000
"""Every page has all components of app.json: pages times components must fit into memory."""
_CUSTOM_TAB_BAR = "custom-tab-bar/index"


@dataclass(frozen=True)
class PartConfigs:
    """Path -> json of every page and component of a part (main or a subpackage).

    `usingComponents` hold absolute paths with a leading slash, app.json's merged in; references
    that lead nowhere are left out and told among the package's warnings.
    """

    configs: Mapping[str, Mapping[str, object]]


class Components:
    """Reads the json of pages and components, each part of the program once."""

    def __init__(self, package: Package) -> None:
        self._package = package
        self._parts: dict[str, PartConfigs] = {}
        self._room = _MOST_REGISTRATIONS

    def part(self, root: str) -> PartConfigs:
        """The configs of the main package (`main`) or a subpackage; KeyError for any other root.

        What the main package holds or lacks is left out of the others, but for independent ones.
        """
        if root not in self._parts:
            self._parts[root] = self._reach(self._starts(root), self._known(root))
        return self._parts[root]

    def _starts(self, root: str) -> tuple[str, ...]:
        manifest = self._package.manifest
        if root != MAIN:
            return {sub.root: sub.pages for sub in manifest.subpackages}[root]
        bar = manifest.tab_bar
        custom = bar is not None and bar.custom and self._exists(_CUSTOM_TAB_BAR)
        return (*manifest.main_pages, _CUSTOM_TAB_BAR) if custom else manifest.main_pages

    def _known(self, root: str) -> frozenset[str]:
        subpackages = self._package.manifest.subpackages
        if root == MAIN or any(sub.root == root and sub.independent for sub in subpackages):
            return frozenset()
        return frozenset(self.part(MAIN).configs)

    def _reach(self, starts: Iterable[str], known: frozenset[str]) -> PartConfigs:
        self._check_sheet("app")
        app_wide = self._resolved(
            APP_JSON, self._package.manifest.using_components, "usingComponents"
        )
        configs: dict[str, Mapping[str, object]] = {}
        waiting = [*reversed(tuple(starts))]
        while waiting:
            path = waiting.pop()
            if path in configs or path in known:
                continue
            page = self._package.page(path)
            self._check_sheet(path)
            using, defaults = self._references(page, app_wide)
            configs[path] = _config(page, using, defaults)
            waiting += [*reversed([*using.values(), *defaults.values()])]
        return PartConfigs(configs)

    def _with_app_wide(
        self, own: Mapping[str, str], app_wide: Mapping[str, str]
    ) -> Mapping[str, str]:
        """The components of a page or component, with those of app.json while there is room."""
        self._room -= len(app_wide)
        if self._room > 0:
            return {**app_wide, **own}
        self._package.warnings.add(
            APP_JSON,
            None,
            Sentence("usingComponents: too many components for so many pages; left out"),
        )
        return own

    def _references(
        self, page: PageConfig, app_wide: Mapping[str, str]
    ) -> tuple[Mapping[str, str], Mapping[str, str]]:
        file = f"{page.path}.json"
        own = self._resolved(file, page.using_components, "usingComponents")
        defaults = self._resolved(file, page.generic_defaults, "componentGenerics")
        return self._with_app_wide(own, app_wide), defaults

    def _resolved(self, file: str, references: Mapping[str, str], key: str) -> dict[str, str]:
        found: dict[str, str] = {}
        for name, reference in references.items():
            path = self._resolve(file, reference)
            if path is None:
                self._warn(file, f"{key}.{name}", reference)
            else:
                found[name] = path
        return found

    def _check_sheet(self, path: str) -> None:
        for suffix in _UNBUILT:
            file = path + suffix
            if self._package.has(file) and not self._package.has(f"{path}.wxss"):
                said = Sentence("build the program first to have its styles")
                self._package.warnings.add(file, None, said)

    def _resolve(self, file: str, reference: str) -> str | None:
        if "://" in reference:
            return None
        path = look_up(file, reference, self._is_component)
        if path is None or self._exists(path):
            return path
        return f"{path}/index"

    def _is_component(self, path: str) -> bool:
        return self._exists(path) or self._exists(f"{path}/index")

    def _exists(self, path: str) -> bool:
        return self._package.has(f"{path}.json") or self._package.has(f"{path}.wxml")

    def _warn(self, file: str, key: str, reference: str) -> None:
        if not self._package.warnings.full:
            line = self._package.line_of(file, reference)
            said = Sentence("{key}: {problem}", key=key, problem=_why_missing(reference))
            self._package.warnings.add(file, line, said)


def _why_missing(reference: str) -> Sentence:
    if reference.startswith(("plugin://", "plugin-private://")):
        return Sentence("{name}: plugins are not supported", name=reference)
    if "://" in reference:
        return Sentence("{name} is not supported", name=reference)
    if is_package_name(reference):
        return Sentence(
            "{name} is not in the package; if it is an npm package, run npm install",
            name=reference,
        )
    return Sentence("{name} is not in the package", name=reference)


def _config(
    page: PageConfig, using: Mapping[str, str], defaults: Mapping[str, str]
) -> dict[str, object]:
    config = {**page.values, "usingComponents": _absolute(using)}
    generics = page.values.get("componentGenerics")
    if isinstance(generics, dict):
        config["componentGenerics"] = {
            name: {**entry, "default": f"/{defaults[name]}"}
            if isinstance(entry, dict) and name in defaults
            else True
            for name, entry in generics.items()
        }
    return config


def _absolute(paths: Mapping[str, str]) -> dict[str, str]:
    return {name: f"/{path}" for name, path in paths.items()}
