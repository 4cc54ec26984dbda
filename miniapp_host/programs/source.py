"""Answers requests of the runtime for a program: records, modules, styles, templates, files.

The runtime's own files and those a program made (`/__runtime/`, `/__file/`) are others' part.
"""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote

from miniapp_host.programs.boot import FROM_HOME, Arrival, boot_record, make_entry
from miniapp_host.programs.components import Components
from miniapp_host.programs.findings import Findings
from miniapp_host.programs.first_files import first_modules, first_styles
from miniapp_host.programs.manifest import MAIN
from miniapp_host.programs.media_types import inert_media_type
from miniapp_host.programs.modules import is_module, wrap_module
from miniapp_host.programs.package import Package
from miniapp_host.programs.styles import Styles
from miniapp_host.programs.template_cache import TemplateCache
from miniapp_host.programs.templates import Templates
from miniapp_host.programs.tree import inside

_PROGRAM = "__program/"
_SCRIPT = "text/javascript"
_JSON = "application/json"


@dataclass(frozen=True)
class Resource:
    """The answer to one request."""

    body: bytes
    media_type: str


class ProgramSource:
    """Everything of one opened package, made as it is asked for.

    `entry` is a page with its query or None, `compiler` the version of the template compiler:
    text compiled by another one is not used.
    """

    def __init__(
        self,
        package: Package,
        cache_dir: Path,
        entry: str | None,
        apis: Mapping[str, Sequence[str]],
        platform: Mapping[str, object],
        compiler: str = "",
        arrival: Arrival = FROM_HOME,
    ) -> None:
        self._package = package
        self._entry = make_entry(package.manifest, entry)
        self._boot = boot_record(package, self._entry, apis, platform, arrival)
        self._components = Components(package)
        self._styles = Styles(package)
        self._templates = Templates(package, self._components, compiler)
        self._cache = TemplateCache(cache_dir, package.appid)
        self._kinds: dict[str, Callable[[str], Resource]] = {
            "boot.json": self._boot_json,
            "package": self._part_json,
            "module": self._module,
            "modules": self._modules,
            "style": self._style,
            "styles": self._many_styles,
            "templates": self._template_file,
        }

    @property
    def warnings(self) -> Findings:
        """The warnings so far; more are added while parts are fetched."""
        return self._package.warnings

    def resource(self, url_path: str) -> Resource:
        """What stands at a URL's path (no query, percent-decoded or not).

        Raises FileNotFoundError, or PackageError for a path that leads outside the package.
        """
        path = self._decoded(inside(url_path))
        if not path.startswith(_PROGRAM):
            return Resource(self._package.read(path), inert_media_type(path))
        kind, _, rest = path.removeprefix(_PROGRAM).partition("/")
        if kind not in self._kinds:
            raise FileNotFoundError(path)
        return self._kinds[kind](rest)

    def keep(self, key: str, code: str) -> None:
        """Keep compiled templates for the next start; unknown keys are ignored."""
        if self._templates.made(key):
            self._cache.keep(key, code)

    def _decoded(self, path: str) -> str:
        return path if "%" not in path or self._package.has(path) else inside(unquote(path))

    def _boot_json(self, _rest: str) -> Resource:
        part = self._part(MAIN)
        return _json({**self._boot, "package": part, "first": self._first(str(part["templates"]))})

    def _first(self, templates: str) -> dict[str, object]:
        """The files that the service would ask for next; `templates` is their key."""
        return {
            "modules": first_modules(self._package, self._entry.path),
            "styles": first_styles(self._package, self._entry.path),
            "templates": self._kept_templates(templates),
        }

    def _kept_templates(self, key: str) -> str | None:
        try:
            return self._cache.read(key).decode()
        except FileNotFoundError:
            return None

    def _part_json(self, rest: str) -> Resource:
        return _json(self._part(self._root(rest)))

    def _part(self, root: str) -> dict[str, object]:
        part = self._components.part(root)
        return {
            "root": root,
            "configs": part.configs,
            "templates": self._templates.part(root).key,
        }

    def _module(self, path: str) -> Resource:
        if not is_module(path):
            raise FileNotFoundError(f"{path} is no module")
        return Resource(wrap_module(path, self._package.text(path)).encode(), _SCRIPT)

    def _modules(self, paths: str) -> Resource:
        """Those of several modules (`a.js:b.js`) that can be read, each wrapped; one answer is
        much faster than many."""
        found = (path for path in _listed(paths) if is_module(path) and self._package.has(path))
        return _json({path: wrap_module(path, self._package.text(path)) for path in found})

    def _many_styles(self, paths: str) -> Resource:
        return _json({path: self._styles.css(path) for path in _listed(paths)})

    def _style(self, path: str) -> Resource:
        return Resource(self._styles.css(path).encode(), "text/css")

    def _template_file(self, rest: str) -> Resource:
        if rest.endswith(".js"):
            return Resource(self._cache.read(rest.removesuffix(".js")), _SCRIPT)
        sources = self._templates.part(self._root(rest))
        return _json({"key": sources.key, "wxml": sources.wxml, "wxs": sources.wxs})

    def _root(self, rest: str) -> str:
        """The root of the part that `<root>.json` names."""
        root = rest.removesuffix(".json")
        if root != MAIN and all(sub.root != root for sub in self._package.manifest.subpackages):
            raise FileNotFoundError(f"the program has no subpackage {root}")
        return root


def _listed(paths: str) -> list[str]:
    return [path for path in paths.split(":") if path]


def _json(value: object) -> Resource:
    return Resource(json.dumps(value, separators=(",", ":")).encode(), _JSON)
