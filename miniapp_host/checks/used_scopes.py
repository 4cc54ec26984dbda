"""The scopes that a program uses or declares, read from its files.

Read by pattern: a name that is put together while the program runs is not seen, and a call that is
never reached is.
"""

import re
from collections.abc import Iterator

from miniapp_host.checks.scripts import Kind, mentions
from miniapp_host.permissions.scopes import SCOPES
from miniapp_host.programs.package import Package
from miniapp_host.programs.wxml import lines_of

_ELSEWHERE = ("miniprogram_npm/", "node_modules/")
_DECLARING = ".d.ts"
"""Says which interfaces there are; WeChat's own is in many programs, and uses none."""
_LARGEST = 200_000
"""Characters that are read of a script; in a larger one lies a bundle."""
_WORTH_READING = re.compile(
    r"scope\.[a-zA-Z]|"
    + "|".join(sorted({name.partition(".")[0] for one in SCOPES for name in one.interfaces}))
)
_MAKERS = re.compile(r"\A(?:create|get)(?=[A-Z])")
_IN_TEMPLATES = {
    "insertCamera": re.compile(r"<camera\b"),
    "LivePusher.openCamera": re.compile(r"<live-pusher\b"),
    "getUserInfo": re.compile(r"""open-type\s*=\s*["']getUserInfo["']"""),
}
"""What a template uses, by the interface that stands for it in the table of guards."""


def used_scopes(package: Package) -> tuple[str, ...]:
    """The ids of the scopes, in the order of their table."""
    *_, found = reading_scopes(package)
    return found


def reading_scopes(package: Package) -> Iterator[tuple[str, ...]]:
    """What is found so far: by app.json, then after each file; the last is all."""
    used = {*_named_by_manifest(package)}
    yield _scopes_of(used)
    for file in sorted(package.files):
        if not file.startswith(_ELSEWHERE):
            used.update(_named_by(file, package))
            yield _scopes_of(used)


def _scopes_of(names: set[str]) -> tuple[str, ...]:
    """The scopes among ids of scopes and names of interfaces."""
    return tuple(
        scope.id for scope in SCOPES if scope.id in names or not names.isdisjoint(scope.interfaces)
    )


def _named_by_manifest(package: Package) -> Iterator[str]:
    yield from package.manifest.purposes
    yield from package.manifest.required_private_infos or ()


def _named_by(file: str, package: Package) -> Iterator[str]:
    """The scopes' ids and the interfaces that a script or a template names."""
    if file.endswith(_DECLARING):
        return
    if file.endswith((".js", ".ts")):
        text = package.text(file)[:_LARGEST]
        for one in mentions(file, text) if _WORTH_READING.search(text) else ():
            if one.kind in (Kind.API, Kind.SCOPE, Kind.ASKED):
                yield one.name
            elif one.kind is Kind.METHOD:
                yield _MAKERS.sub("", one.name)
    elif file.endswith(".wxml"):
        text = package.text(file)
        yield from (name for name, pattern in _IN_TEMPLATES.items() if pattern.search(text))
        if "show-location" in text and any(lines_of(text, "map", "show-location")):
            yield "Map.showLocation"
