"""A program's WXSS as one sheet of CSS: imports put in place, rpx turned into vw, comments dropped.

Selectors are left alone: giving them their scope is the view's part.
"""

import math
import re

from miniapp_host.programs.lines import Lines
from miniapp_host.programs.look_up import look_up
from miniapp_host.programs.package import Package
from miniapp_host.programs.sheet_ends import SheetEnds, sheet_ends
from miniapp_host.programs.tree import beside
from miniapp_host.texts import Sentence

_APP = "app.wxss"
_SUFFIX = ".wxss"
_RPX_PER_VW = 750 / 100
_ROUNDING_UP = 0.49e-6
_DEEPEST = 30
_MOST_TEXT = 16_000_000
_LEAST_COST = 1000

_TOKEN = re.compile(
    r"""(?P<comment>/\*.*?(?:\*/|\Z))
    |(?P<import>@import\s*(?:url\(\s*)?
        (?:"(?P<double>[^"\n]*)"|'(?P<single>[^'\n]*)'|(?P<bare>[^\s"';()]+))
        (?:\s*\))?(?P<media>[^;{}\n]*);?)
    |(?P<charset>@charset[^;\n]*;?)
    |(?P<url>\burl\(\s*+(?P<target>"(?>(?:\\.|[^"\\]++)*)"|'(?>(?:\\.|[^'\\]++)*)'|[^)]*+)\s*+\)?)
    |(?P<string>"(?>(?:\\.|[^"\\\n]++)*)"?|'(?>(?:\\.|[^'\\\n]++)*)'?)
    |(?P<rpx>(?<![\w\-.\\])(?P<number>[+-]?(?:\d++(?:\.\d*+)?|\.\d++)(?:e[+-]?\d++)?)rpx\b)
    |(?P<digit>(?<=[.\#])(?<!\\[.\#])\d(?![\w-]*+%))""",
    re.S | re.X | re.I,
)
_ENDS = re.compile(
    r"""/\*.*?(?:\*/|\Z)|"(?>(?:\\.|[^"\\\n]++)*)"?|'(?>(?:\\.|[^'\\\n]++)*)'?|(?P<end>[{};])""",
    re.S,
)
_AT_RULE = re.compile(r"(?>(?:\s++|/\*.*?\*/)*)@", re.S)
_MEDIA_PART = re.compile(
    r"(?P<comment>/\*.*?(?:\*/|\Z))|(?P<left_out>\blayer\b\(?|\bsupports\()|[()]|[^()/ls]++|.",
    re.S | re.I,
)
_ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]*:|//|#", re.I)


class Styles:
    """Turns the sheets of one package into CSS."""

    def __init__(self, package: Package) -> None:
        self._package = package

    @property
    def paths(self) -> tuple[str, ...]:
        """The paths of all sheets, without their suffix."""
        sheets = {path for path in self._package.files if path.endswith(_SUFFIX)}
        if self._package.library_sheets:
            sheets.add(_APP)
        return tuple(sorted(path.removesuffix(_SUFFIX) for path in sheets))

    def css(self, path: str) -> str:
        """The sheet at `path`, with or without its suffix; raises FileNotFoundError.

        The sheets of extended libraries come before the program's own app.wxss.
        """
        file = _sheet_file(self._package, path)
        inlining = _Inlining(self._package)
        libraries = self._package.library_sheets if file == _APP else ()
        own = () if libraries and not self._package.has(file) else (file,)
        return "\n".join(inlining.sheet(each) for each in (*libraries, *own))


class _Inlining:
    """One answer being put together; it ends where imports would multiply without end."""

    def __init__(self, package: Package) -> None:
        self._package = package
        self._budget = _MOST_TEXT

    def sheet(self, file: str, importing: tuple[str, ...] = ()) -> str:
        """The CSS of a file; `importing` are the files that led here, outermost first."""
        text = self._package.text(file)
        self._budget -= len(text) + _LEAST_COST
        importing = (*importing, file)
        ends = sheet_ends(text)
        text = ends.mended(text)
        selectors, lines = _Selectors(text), Lines(text)
        self._tell(file, lines, ends)

        def replacement(match: re.Match[str]) -> str:
            match match.lastgroup:
                case "import":
                    return self._imported(lines, match, importing)
                case "url":
                    return _url(match, file)
                case "rpx":
                    return _vw(match["number"])
                case "digit" if match.start() in selectors:
                    return f"\\3{match[0]} "
                case "digit":
                    return match[0]
                case "string":
                    return match[0]
                case _:
                    return ""

        return _TOKEN.sub(replacement, text) + ends.closers

    def _tell(self, file: str, lines: Lines, ends: SheetEnds) -> None:
        for fault in ends.faults:
            if self._package.warnings.full:
                break
            self._package.warnings.add(file, lines.at(fault.position), fault.text)

    def _imported(self, lines: Lines, match: re.Match[str], importing: tuple[str, ...]) -> str:
        """The text of the sheet that an @import names; empty if missing or part of a circle."""
        reference = match["double"] or match["single"] or match["bare"] or ""
        found = self._look_up(importing[-1], reference)
        if found is None:
            if not self._package.warnings.full:
                problem = Sentence('@import "{name}" is not in the package', name=reference)
                self._package.warnings.add(importing[-1], lines.at(match.start()), problem)
            return ""
        if found in importing or self._is_too_much(importing):
            return ""
        css = self.sheet(found, importing)
        media = _media(match["media"])
        return f"@media {media} {{\n{css}\n}}" if media else css

    def _is_too_much(self, importing: tuple[str, ...]) -> bool:
        too_much = self._budget < 0 or len(importing) > _DEEPEST
        if too_much:
            self._package.warnings.add(
                importing[0], None, Sentence("it imports too much; the rest is left out")
            )
        return too_much

    def _look_up(self, file: str, reference: str) -> str | None:
        if not reference or _ELSEWHERE.match(reference):
            return None
        found = look_up(
            file, reference, lambda path: self._package.has(_sheet_file(self._package, path))
        )
        return None if found is None else _sheet_file(self._package, found)


class _Selectors:
    """The places in a sheet that are in a selector; they must be asked for in order."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._ends = (match for match in _ENDS.finditer(text) if match["end"])
        self._start = self._end = 0
        self._inside = False

    def __contains__(self, position: object) -> bool:
        assert isinstance(position, int)
        while position >= self._end:
            self._go_on()
        return self._inside

    def _go_on(self) -> None:
        self._start = self._end
        end = next(self._ends, None)
        self._end = len(self._text) if end is None else end.end()
        self._inside = end is not None and end[0] == "{" and not self._is_at_rule()

    def _is_at_rule(self) -> bool:
        return _AT_RULE.match(self._text, self._start) is not None


def _sheet_file(package: Package, path: str) -> str:
    return path if package.has(path) or path.endswith(_SUFFIX) else path + _SUFFIX


def _media(written: str) -> str:
    """The media list behind an @import, without comments, `layer` and `supports(…)`.

    What opens a bracket and does not close it is left out, too.
    """
    kept: list[str] = []
    depth = 0
    for part in _MEDIA_PART.finditer(written):
        if part["left_out"] or depth:
            depth += part[0].endswith("(") - (part[0] == ")")
        elif not part["comment"]:
            kept.append(part[0])
    return "".join(kept).strip()


def _vw(number: str) -> str:
    """The length in vw, its sixth decimal rounded up.

    Chromium cuts lengths at 1/64 px: with a little too small a factor 100rpx are 51.98 px, not 52.
    """
    exact = float(number) / _RPX_PER_VW
    rounded = f"{exact + math.copysign(_ROUNDING_UP, exact):.6f}"
    return f"{rounded.rstrip('0').rstrip('.')}vw"


def _url(match: re.Match[str], file: str) -> str:
    """A url() made absolute, because its sheet may be put into another one."""
    target = match["target"].strip()
    quote = target[:1] if target[:1] in ("'", '"') else ""
    end = ")" if match[0].endswith(")") else ""
    return f"url({quote}{_absolute(target.strip(quote), file)}{quote}{end}"


def _absolute(target: str, file: str) -> str:
    if target.startswith("//"):
        return f"https:{target}"
    if not target or _ELSEWHERE.match(target):
        return target
    path, separator, rest = re.split(r"([?#]|\Z)", target, maxsplit=1)
    absolute = beside(file, path)
    return target if absolute is None else f"/{absolute}{separator}{rest}"
