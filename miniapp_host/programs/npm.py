"""The npm packages that a program has installed, where the tools' "build npm" would put them.

A package made for mini programs is the folder that its package.json names, any other one is reached
through its entry file. Nothing is copied: a tree is told what stands where.
https://developers.weixin.qq.com/miniprogram/dev/devtools/npm.html
"""

import json
import re
from collections import deque
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from miniapp_host.programs.look_up import NPM
from miniapp_host.programs.manifest import ManifestError
from miniapp_host.programs.project import Project, read_json
from miniapp_host.programs.tree import PackageError, Tree, inside

PACKAGE_JSON = "package.json"

_NAME = re.compile(r"(?:@[\w~-][\w.~-]*/)?[\w~-][\w.~-]*")
_USUAL = "miniprogram_dist"
_INDEX = "index.js"
_MOST_PACKAGES = 1000


@dataclass(frozen=True)
class NpmPackages:
    """What npm adds to a tree: place -> folder on disk, and path -> text of entry files."""

    folders: Mapping[str, Path]
    entries: Mapping[str, str]


def npm_packages(project: Project, tree: Tree, roots: Iterable[str]) -> NpmPackages:
    """The packages that package.json depends on, and theirs; devDependencies are left out.

    Without a list in project.config.json a package.json counts that lies in one of `roots`.
    """
    search = _Search(project.folder, tree)
    listed = ((project.root / root, root) for root in roots)
    for folder, place in listed if project.npm is None else project.npm:
        search.add(folder, place)
    folders: dict[str, Path] = {}
    entries: dict[str, str] = {}
    for place, folder in search.found.items():
        about = _about(folder)
        made = _for_phones(folder, about)
        folders[place] = made or folder
        entry = None if made else _entry(folder, about)
        if entry and entry != _INDEX:
            entries[f"{place}/{_INDEX}"] = f"module.exports = require({json.dumps(f'./{entry}')})\n"
    return NpmPackages(folders, entries)


class _Search:
    """Finds packages as Node does; `found` maps places in the tree to their folders.

    What the program built itself stays as it is.
    """

    def __init__(self, folder: Path, tree: Tree) -> None:
        self.found: dict[str, Path] = {}
        self._folder = folder
        self._built = _built(tree.files)

    def add(self, folder: Path, place: str) -> None:
        """Find everything that the package.json in `folder` depends on, to stand below `place`."""
        around: tuple[str, ...] = (f"{place}/{NPM}" if place else NPM,)
        waiting = deque([(folder, around)])
        while waiting and len(self.found) < _MOST_PACKAGES:
            here, around = waiting.popleft()
            for name in _dependencies(here):
                package = self._installed(here, name)
                at = package and self._free_place(name, package, around)
                if package and at:
                    self.found[f"{at}/{name}"] = package
                    outer = around[around.index(at) :]
                    waiting.append((package, (f"{at}/{name}/{NPM}", *outer)))

    def _installed(self, folder: Path, name: str) -> Path | None:
        """The package that a script in `folder` would load, if it lies in the program's folder."""
        for above in (folder, *folder.parents):
            package = (above / "node_modules" / name).resolve()
            if not package.is_relative_to(self._folder):
                return None
            if (package / PACKAGE_JSON).is_file():
                return package
        return None

    def _free_place(self, name: str, package: Path, around: tuple[str, ...]) -> str | None:
        """The outermost of the npm folders `around`, innermost first, or None if it is there.

        Where that has another version the package stands right with the one that needs it.
        """
        for place in around:
            known = self.found.get(f"{place}/{name}")
            if known == package or f"{place}/{name}" in self._built:
                return None
            if known is not None:
                return around[0]
        return around[-1]


def _built(files: Iterable[str]) -> frozenset[str]:
    """The folders around files that lie in a folder for npm packages."""
    around = (PurePosixPath(file).parents for file in files if f"{NPM}/" in file)
    return frozenset(str(folder) for folders in around for folder in folders)


def _about(folder: Path) -> Mapping[str, object]:
    try:
        return read_json(folder / PACKAGE_JSON)
    except (ManifestError, OSError):
        return {}


def _dependencies(folder: Path) -> list[str]:
    given = _about(folder).get("dependencies")
    return [name for name in given if _NAME.fullmatch(name)] if isinstance(given, dict) else []


def _for_phones(folder: Path, about: Mapping[str, object]) -> Path | None:
    """The one folder of a package made for mini programs that the phone uses."""
    value = about.get("miniprogram")
    made = (folder / (value if isinstance(value, str) and value else _USUAL)).resolve()
    return made if made.is_relative_to(folder) and made.is_dir() else None


def _entry(folder: Path, about: Mapping[str, object]) -> str | None:
    """The file that `require("NAME")` loads of a plain package, relative to its folder."""
    value = about.get("main")
    try:
        main = inside(value if isinstance(value, str) else "") or "index"
    except PackageError:
        return None
    files = (main, f"{main}.js", f"{main}/index.js")
    return next((file for file in files if (folder / file).is_file()), None)
