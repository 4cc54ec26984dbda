"""The template sources of a part of a program, with all they import, and the key of that text."""

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass

from miniapp_host.programs.components import Components
from miniapp_host.programs.package import Package
from miniapp_host.programs.tree import beside
from miniapp_host.programs.wxml import Reference, references
from miniapp_host.texts import Sentence


@dataclass(frozen=True)
class TemplateSources:
    """`wxml` is path without suffix -> text, `wxs` path -> text; equal sources have equal keys."""

    key: str
    wxml: dict[str, str]
    wxs: dict[str, str]


class Templates:
    """Collects sources; `compiler` names the version that the compiled text depends on."""

    def __init__(self, package: Package, components: Components, compiler: str) -> None:
        self._package = package
        self._components = components
        self._compiler = compiler
        self._parts: dict[str, TemplateSources] = {}

    def part(self, root: str) -> TemplateSources:
        """The sources of the main package or a subpackage; raises KeyError for any other root."""
        if root not in self._parts:
            self._parts[root] = self._collect(self._components.part(root).configs)
        return self._parts[root]

    def made(self, key: str) -> bool:
        """Whether `key` belongs to sources of this program."""
        return any(sources.key == key for sources in self._parts.values())

    def _collect(self, paths: Iterable[str]) -> TemplateSources:
        texts: dict[str, str] = {}
        waiting = [f"{path}.wxml" for path in paths]
        while waiting:
            path = waiting.pop()
            if path not in texts and self._package.has(path):
                texts[path] = self._package.text(path)
                waiting += self._needed(path, texts[path])
        wxml = {path[:-5]: texts[path] for path in sorted(texts) if path.endswith(".wxml")}
        wxs = {path: texts[path] for path in sorted(texts) if path.endswith(".wxs")}
        return TemplateSources(self._key(wxml, wxs), wxml, wxs)

    def _needed(self, path: str, text: str) -> list[str]:
        found = []
        for reference in references(path, text):
            target = self._target(path, reference)
            if target is None:
                problem = Sentence("{name} is not in the package", name=reference.target)
                self._package.warnings.add(path, reference.line, problem)
            else:
                found.append(target)
        return found

    def _target(self, path: str, reference: Reference) -> str | None:
        place = beside(path, reference.target)
        if place is None:
            return None
        place = place.removesuffix(f".{reference.kind}") + f".{reference.kind}"
        return place if self._package.has(place) else None

    def _key(self, wxml: dict[str, str], wxs: dict[str, str]) -> str:
        """A key that includes the program's id: no program can supply compiled text for another."""
        text = json.dumps([self._compiler, self._package.appid, wxml, wxs])
        return hashlib.sha256(text.encode()).hexdigest()
