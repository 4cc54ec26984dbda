"""The names that a script mentions outside comments: under `wx`, scopes, required modules.

Read by pattern, not parsed: a name that is put together while the program runs is not seen.
"""

import re
from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum, auto

from miniapp_host.checks.asked_scopes import asked_scopes
from miniapp_host.checks.made_objects import method_calls
from miniapp_host.programs.lines import Lines
from miniapp_host.programs.look_up import look_up
from miniapp_host.programs.package import Package

_TOKEN = re.compile(
    r"""//[^\n]*|/\*.*?(?:\*/|\Z)
    |(?<=[(,=:\[!&|?{};\n])[^\S\n]*+/(?![*/])
        (?>(?:\\.|\[(?>(?:\\.|[^\]\\\n]){0,120})\]|[^/\\\n\[]++){1,300})/
    |(?<![\w$.])require\s*\(\s*(?P<require>"[^"\n]*"|'[^'\n]*')\s*\)
    |(?<![\w$.])(?:import\s*|(?:import|export)\b(?:(?!\b(?:im|ex)port\b)[^;"'`()=])*?\bfrom\s*)
        (?P<module>"[^"\n]*"|'[^'\n]*')
    |(?<![\w$.])wx\s*(?:\?\s*)?\.\s*(?P<api>[A-Za-z_$][\w$]*)(?P<set>\s*=(?![=>]))?
    |(?P<string>"(?>(?:\\.|[^"\\\n]++)*)"?|'(?>(?:\\.|[^'\\\n]++)*)'?|`(?>(?:\\.|[^`\\]++)*)`?)""",
    re.S | re.X,
)
_SUFFIXES = ("", ".js", ".ts", "/index.js", "/index.ts")
_SCOPE = re.compile(r"scope\.[A-Za-z]\w*")
_OWN_REQUIRE = re.compile(r"\bfunction\s*+\w*+\s*+\([^()]*\brequire\b|\brequire\s*=[^=]")


class Kind(Enum):
    """The kinds of mentioned names."""

    API = auto()
    """`wx.NAME`"""
    OWN = auto()
    """A name that the program itself puts under `wx`."""
    SCOPE = auto()
    """A scope's name in a string."""
    ASKED = auto()
    """A scope that is handed to wx.authorize."""
    METHOD = auto()
    """`FACTORY.METHOD`: a method of what `wx.FACTORY()` made."""
    MAP = auto()
    """A `<map show-location>` of a template, as the interface that it uses."""
    MODULE = auto()
    """A path as written in `require` or `import`."""


@dataclass(frozen=True)
class Mention:
    """One name in a script, at its first place in the file."""

    kind: Kind
    name: str
    file: str
    line: int


def mentions(file: str, text: str) -> Iterator[Mention]:
    """Everything that the script mentions, each name once per file."""
    yield from _placed(file, text, _named(text))
    yield from _placed(file, text, _methods(text))


def _placed(file: str, text: str, named: Iterable[tuple[Kind, str, int]]) -> Iterator[Mention]:
    """`named` by position, each name once, with its line."""
    seen: set[tuple[Kind, str]] = set()
    lines = Lines(text)
    for kind, name, start in named:
        if (kind, name) not in seen:
            seen.add((kind, name))
            yield Mention(kind, name, file, lines.at(start))


def _named(text: str) -> Iterator[tuple[Kind, str, int]]:
    asked = asked_scopes(text)
    for match in _TOKEN.finditer(text):
        match match.lastgroup:
            case "set":
                yield Kind.OWN, match["api"], match.start("api")
            case "api":
                yield Kind.API, match["api"], match.start("api")
            case "require" | "module" as group:
                yield Kind.MODULE, match[group][1:-1], match.start(group)
            case "string" if _SCOPE.fullmatch(match["string"][1:-1]):
                yield Kind.SCOPE, match["string"][1:-1], match.start()
                if match.start() in asked:
                    yield Kind.ASKED, match["string"][1:-1], match.start()


def _methods(text: str) -> Iterator[tuple[Kind, str, int]]:
    code = _TOKEN.sub(_blanked, text)
    for name, start in sorted(method_calls(code), key=lambda one: one[1]):
        yield Kind.METHOD, name, start


def _blanked(token: re.Match[str]) -> str:
    """The code, with strings, comments and regular expressions replaced by spaces."""
    if token.lastgroup in ("api", "set"):
        return token[0]
    return re.sub(r"[^\n]", " ", token[0])


class Scripts:
    """The program's scripts that its app and pages reach, and the names they mention."""

    def __init__(self, package: Package, starts: Iterable[str]) -> None:
        """`starts` are the paths of app, pages and components, without suffix."""
        self._package = package
        self._aliases = package.manifest.aliases
        self.missing: list[Mention] = []
        """The required modules that are missing."""
        self.mentioned: list[Mention] = []
        self._waiting: deque[str] = deque()
        self._seen: set[str] = set()
        for path in starts:
            self._follow(self._file_of(path))
        while self._waiting:
            self._read(self._waiting.popleft())

    def _read(self, file: str) -> None:
        text = self._package.text(file)
        # A bundle has modules of its own inside, under any name.
        whole = _OWN_REQUIRE.search(text) is None
        for one in mentions(file, text):
            if one.kind is not Kind.MODULE:
                self.mentioned.append(one)
            elif (found := look_up(file, one.name, self._has, self._aliases)) is not None:
                self._follow(self._file_of(found))
            elif whole and one.name:
                self.missing.append(one)

    def _follow(self, file: str | None) -> None:
        if file is not None and file not in self._seen and "miniprogram_npm/" not in file:
            self._seen.add(file)
            self._waiting.append(file)

    def _has(self, path: str) -> bool:
        return self._package.has(path) or self._file_of(path) is not None

    def _file_of(self, path: str) -> str | None:
        """The script that a path without its suffix names, if there is one."""
        files = (path + suffix for suffix in _SUFFIXES)
        return next((file for file in files if self._is_script(file)), None)

    def _is_script(self, file: str) -> bool:
        return file.endswith((".js", ".ts")) and self._package.has(file)
