"""A program's WXSS as one sheet of CSS: imports put in place, rpx turned into vw, comments dropped.

Selectors are left alone: giving them their scope is the view's part.
"""

import re

from miniapp_host.programs.findings import line_at
from miniapp_host.programs.look_up import look_up
from miniapp_host.programs.package import Package
from miniapp_host.programs.tree import beside

_RPX_PER_VW = 750 / 100

_TOKEN = re.compile(
    r"""(?P<comment>/\*.*?(?:\*/|\Z))
    |(?P<import>@import\s*(?:url\(\s*)?
        (?:"(?P<double>[^"\n]*)"|'(?P<single>[^'\n]*)'|(?P<bare>[^\s"';()]+))
        \s*\)?(?P<media>[^;{}\n]*);?)
    |(?P<charset>@charset[^;\n]*;?)
    |(?P<url>\burl\(\s*(?P<target>"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|[^)]*?)\s*\))
    |(?P<string>"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*')
    |(?P<rpx>(?<![\w\-.\\])(?P<number>[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?)rpx\b)""",
    re.S | re.X | re.I,
)
_NOT_MEDIA = re.compile(r"/\*.*?\*/|\blayer\b(?:\([^)]*\))?|\bsupports\([^)]*\)", re.S | re.I)
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:|#", re.I)


class Styles:
    """Turns the sheets of one package into CSS."""

    def __init__(self, package: Package) -> None:
        self._package = package

    def css(self, path: str) -> str:
        """The sheet at `path`, with or without its suffix; raises FileNotFoundError."""
        return self._sheet(self._file(path), ())

    def _file(self, path: str) -> str:
        return path if self._package.has(path) else f"{path}.wxss"

    def _sheet(self, file: str, importing: tuple[str, ...]) -> str:
        text = self._package.text(file)
        importing = (*importing, file)

        def replacement(match: re.Match[str]) -> str:
            match match.lastgroup:
                case "import":
                    return self._imported(file, text, match, importing)
                case "url":
                    return _url(match, file)
                case "rpx":
                    return _vw(match["number"])
                case "string":
                    return match[0]
                case _:
                    return ""

        return _TOKEN.sub(replacement, text)

    def _imported(
        self, file: str, text: str, match: re.Match[str], importing: tuple[str, ...]
    ) -> str:
        """The sheet that an @import names; nothing for one that is missing or imports itself."""
        reference = match["double"] or match["single"] or match["bare"] or ""
        found = None if _SCHEME.match(reference) else self._look_up(file, reference)
        if found is None:
            line = line_at(text, match.start())
            self._package.warnings.add(file, line, f'@import "{reference}" is not in the package')
            return ""
        if found in importing:
            return ""
        css = self._sheet(found, importing)
        media = _NOT_MEDIA.sub("", match["media"]).strip()
        return f"@media {media} {{\n{css}\n}}" if media else css

    def _look_up(self, file: str, reference: str) -> str | None:
        found = look_up(file, reference, lambda path: self._package.has(self._file(path)))
        return None if found is None else self._file(found)


def _vw(number: str) -> str:
    return f"{float(number) / _RPX_PER_VW:.6g}vw"


def _url(match: re.Match[str], file: str) -> str:
    """A url() whose target is absolute, as the sheet may end up in another one."""
    target = match["target"]
    quote = target[:1] if target[:1] in ("'", '"') else ""
    return f"url({quote}{_absolute(target.strip(quote), file)}{quote})"


def _absolute(target: str, file: str) -> str:
    if target.startswith("//"):
        return f"https:{target}"
    if not target or _SCHEME.match(target):
        return target
    path, separator, rest = re.split(r"([?#]|\Z)", target, maxsplit=1)
    absolute = beside(file, path)
    return target if absolute is None else f"/{absolute}{separator}{rest}"
