"""The tags in templates that are unknown, and those that this phone does not show."""

from collections.abc import Collection, Iterator, Mapping
from itertools import chain

from miniapp_host.checks.issues import Issue, warning
from miniapp_host.checks.known_names import KnownNames
from miniapp_host.checks.scripts import Kind, Mention
from miniapp_host.nearest import did_you_mean
from miniapp_host.programs.package import Package
from miniapp_host.programs.wxml import lines_of, tags
from miniapp_host.texts import Sentence

Sets = tuple[Collection[str], ...]
"""Sets of names, left apart: joined for each file they would be copied for each file."""

_STRUCTURE = frozenset(("block", "slot", "template", "import", "include", "wxs", "selection"))
_TRY_IT = Sentence("Try what it does on a real phone.")
_HTML = {"div": "view", "img": "image", "a": "navigator", "p": "view", "select": "picker"}


def check_tags(
    package: Package, configs: Mapping[str, Mapping[str, object]], known: KnownNames
) -> Iterator[Issue]:
    """The issues of every template below the pages; `configs` is path -> json of a page."""
    app_wide = package.manifest.using_components.keys()
    own = {path: _registered(package, path) for path in configs}
    everywhere = frozenset[str]().union(*own.values())
    for file in sorted(package.files):
        if not file.endswith(".wxml") or "miniprogram_npm/" in file:
            continue
        registered = (own.get(file.removesuffix(".wxml"), everywhere), app_wide)
        yield from _unknown(package, file, (*registered, known.tags, _STRUCTURE))
        yield from _not_shown(package, file, known.placeholders, registered)


def maps_with_location(package: Package) -> Iterator[Mention]:
    """The places of maps that show where the phone is."""
    for file in sorted(package.files):
        if file.endswith(".wxml") and "miniprogram_npm/" not in file:
            for line in lines_of(package.text(file), "map", "show-location"):
                yield Mention(Kind.MAP, "Map.showLocation", file, line)


def _registered(package: Package, path: str) -> frozenset[str]:
    """The tags of a page's json, also those that lead nowhere, which is another issue."""
    page = package.page(path)
    names = {*page.using_components}
    for key in ("componentGenerics", "componentPlaceholder"):
        entry = page.values.get(key)
        names.update(entry if isinstance(entry, dict) else ())
    return frozenset(names)


def _not_shown(
    package: Package, file: str, placeholders: frozenset[str], registered: Sets
) -> Iterator[Issue]:
    lines: dict[str, int] = {}
    for tag, line in tags(package.text(file)):
        name = tag.removeprefix("wx-")
        if name in placeholders and not _is_in(name, registered):
            lines.setdefault(name, line)
    for tag, line in lines.items():
        text = Sentence(
            "<{tag}> is not supported here: a card that says so stands in its place", tag=tag
        )
        yield warning(file, line, text, _TRY_IT)


def _is_in(tag: str, names: Sets) -> bool:
    return any(tag in each for each in names)


def _unknown(package: Package, file: str, known: Sets) -> Iterator[Issue]:
    seen: set[str] = set()
    for tag, line in tags(package.text(file)):
        if tag in seen or _is_in(tag, known) or _is_in(tag.removeprefix("wx-"), known):
            continue
        seen.add(tag)
        if tag.startswith("xr-") or tag.endswith("-gesture-handler"):
            text = Sentence("<{tag}> is not supported here; it is drawn as a view", tag=tag)
            yield warning(file, line, text, _TRY_IT)
            continue
        text = Sentence(
            "<{tag}> is neither built in nor in usingComponents; it is drawn as a view", tag=tag
        )
        yield warning(file, line, text, _remedy(tag, known))


def _remedy(tag: str, known: Sets) -> Sentence:
    if tag in _HTML:
        return Sentence("Did you mean {found}?", found=_HTML[tag])
    register = Sentence("Register it: usingComponents.{tag} in the page's json.", tag=tag)
    return did_you_mean(tag, tuple(chain(*known)), register)
