"""The files that every start of a program asks for, sent along with its boot record.

The service waits for every file it asks for, so ten small answers cost far more than one. What is
missing here, or was guessed in vain, only costs time: the service asks for what it needs.
"""

import re
from contextlib import suppress

from miniapp_host.programs.look_up import look_up
from miniapp_host.programs.modules import is_module, wrap_module
from miniapp_host.programs.package import Package
from miniapp_host.programs.styles import Styles
from miniapp_host.programs.tree import PackageError

_REFERENCE = re.compile(r"""(?:\brequire\(|\bfrom|\bimport)\s*["']([^"'\n]+)["']""")
_SUFFIXES = ("", ".js", ".ts", "/index.js", "/index.ts")
_MOST_TEXT = 400_000


def first_styles(package: Package, page: str) -> dict[str, str]:
    """The sheets of the app and of `page`, by path without suffix."""
    styles = Styles(package)
    found: dict[str, str] = {}
    for path in ("app", page):
        with suppress(FileNotFoundError, PackageError):
            found[path] = styles.css(path)
    return found


def first_modules(package: Package, page: str) -> dict[str, str]:
    """The wrapped scripts of the app and of `page` with those they name, nearest first."""
    found: dict[str, str] = {}
    wanted = [path for path in (_script(package, "app"), _script(package, page)) if path]
    room = _MOST_TEXT
    for path in wanted:
        if path in found or room < 0:
            continue
        with suppress(FileNotFoundError, PackageError):
            text = package.text(path)
            room -= len(text)
            found[path] = wrap_module(path, text)
            wanted += [] if path.endswith(".json") else _named(package, path, text)
    return found


def _named(package: Package, path: str, text: str) -> list[str]:
    references = (match[1] for match in _REFERENCE.finditer(text))
    aliases = package.manifest.aliases
    places = (
        look_up(path, reference, lambda p: _script(package, p) != "", aliases)
        for reference in references
    )
    return [_script(package, place) for place in places if place]


def _script(package: Package, path: str) -> str:
    """The module file that a path without its suffix stands for; empty if there is none."""
    files = (path + suffix for suffix in _SUFFIXES)
    return next((file for file in files if is_module(file) and package.has(file)), "")
