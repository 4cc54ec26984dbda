"""The tags in templates that are unknown, and those that this phone does not show."""

from collections.abc import Iterator, Mapping

from miniapp_host.checks.issues import Issue, warning
from miniapp_host.checks.known_names import KnownNames
from miniapp_host.checks.scripts import Kind, Mention
from miniapp_host.nearest import did_you_mean
from miniapp_host.programs.package import Package
from miniapp_host.programs.wxml import lines_of, tags

_STRUCTURE = frozenset(("block", "slot", "template", "import", "include", "wxs", "selection"))
_HTML = {"div": "view", "img": "image", "a": "navigator", "p": "view", "select": "picker"}


def check_tags(
    package: Package, configs: Mapping[str, Mapping[str, object]], known: KnownNames
) -> Iterator[Issue]:
    """The issues of every template below the pages; `configs` is path -> json of a page."""
    own = {path: _registered(package, path) for path in configs}
    everywhere = frozenset[str]().union(*own.values())
    for file in sorted(package.files):
        if not file.endswith(".wxml") or "miniprogram_npm/" in file:
            continue
        registered = own.get(file.removesuffix(".wxml"), everywhere)
        yield from _unknown(package, file, registered | known.tags | _STRUCTURE)
        yield from _not_shown(package, file, known.placeholders - registered)


def maps_with_location(package: Package) -> Iterator[Mention]:
    """The places of maps that show where the phone is."""
    for file in sorted(package.files):
        if file.endswith(".wxml") and "miniprogram_npm/" not in file:
            for line in lines_of(package.text(file), "map", "show-location"):
                yield Mention(Kind.MAP, "Map.showLocation", file, line)


def _registered(package: Package, path: str) -> frozenset[str]:
    """The registered tags, also those that lead nowhere, which is another issue."""
    page = package.page(path)
    names = {*package.manifest.using_components, *page.using_components}
    for key in ("componentGenerics", "componentPlaceholder"):
        entry = page.values.get(key)
        names.update(entry if isinstance(entry, dict) else ())
    return frozenset(names)


def _not_shown(package: Package, file: str, placeholders: frozenset[str]) -> Iterator[Issue]:
    lines: dict[str, int] = {}
    for tag, line in tags(package.text(file)):
        if tag.removeprefix("wx-") in placeholders:
            lines.setdefault(tag.removeprefix("wx-"), line)
    for tag, line in lines.items():
        text = f"<{tag}> is not supported here: a card that says so stands in its place"
        yield warning(file, line, text, "Try what it does on a real phone.")


def _unknown(package: Package, file: str, known: frozenset[str]) -> Iterator[Issue]:
    seen: set[str] = set()
    for tag, line in tags(package.text(file)):
        if tag in known or tag.removeprefix("wx-") in known or tag in seen:
            continue
        seen.add(tag)
        if tag.startswith("xr-") or tag.endswith("-gesture-handler"):
            text = f"<{tag}> is not supported here; it is drawn as a view"
            yield warning(file, line, text, "Try what it does on a real phone.")
            continue
        text = f"<{tag}> is neither built in nor in usingComponents; it is drawn as a view"
        yield warning(file, line, text, _remedy(tag, known))


def _remedy(tag: str, known: frozenset[str]) -> str:
    if tag in _HTML:
        return f"Did you mean {_HTML[tag]}?"
    return did_you_mean(tag, known, f"Register it: usingComponents.{tag} in the page's json.")
