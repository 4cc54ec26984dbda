"""Finds the line of a key in the text of a TOML file; `tomllib` keeps no places."""

import re
from collections import Counter
from dataclasses import dataclass

Path = tuple[str | int, ...]
"""The keys that lead to a value, such as `("steps", 2, "when", "call")`."""

_QUIET = re.compile(
    r"""\#[^\n]*
    |\"\"\"(?>(?:\\.|[^\\])*?)(?:\"\"\"|\Z)|'''.*?(?:'''|\Z)
    |"(?>(?:\\.|[^"\\\n])*)"?|'[^'\n]*'?""",
    re.S | re.X,
)
_KEY_FOLLOWS = re.compile(r"\s*[=.\]]")
_HEADER = re.compile(r"^[ \t]*(?P<open>\[\[?)(?P<keys>[^\[\]\n]+)\]\]?", re.M)
_NOT_NEWLINE = re.compile(r"[^\n]")


@dataclass(frozen=True)
class _Section:
    """The part of the text below one header, from `start` to `end`."""

    path: Path
    start: int
    end: int


class TomlPlaces:
    """The places in one text that `tomllib` can read."""

    def __init__(self, text: str) -> None:
        self._text = _QUIET.sub(_blanked, text)
        self._sections = tuple(_sections(self._text))

    def line(self, path: Path) -> int:
        """The line of the value at `path`, or of the nearest table around it that is written."""
        section = max(
            (one for one in self._sections if path[: len(one.path)] == one.path),
            key=lambda one: len(one.path),
        )
        place = section.start
        for key in path[len(section.path) :]:
            found = self._inside(key, place, section.end)
            if found is None:
                break
            place = found
        return self._text.count("\n", 0, place) + 1

    def _inside(self, key: str | int, start: int, end: int) -> int | None:
        """Where a key, or the item of an array of inline tables, begins after `start`."""
        if isinstance(key, int):
            return _nth_item(self._text, key, start, end)
        word = re.escape(key)
        found = re.compile(rf"""(?<![\w-])(["']?){word}\1(?=\s*[=.])""").search(
            self._text, start, end
        )
        return found.start() if found else None


def _blanked(match: re.Match[str]) -> str:
    """Blanks of the same length for a comment and for a text that is no quoted key."""
    found = match[0]
    is_key = not found.startswith("#") and _KEY_FOLLOWS.match(match.string, match.end())
    return found if is_key else _NOT_NEWLINE.sub(" ", found)


def _sections(text: str) -> list[_Section]:
    headers = list(_HEADER.finditer(text))
    ends = [header.start() for header in headers] + [len(text)]
    sections = [_Section((), 0, ends[0])]
    counts: Counter[Path] = Counter()
    for header, end in zip(headers, ends[1:], strict=True):
        path = _path_of(header, counts)
        start = header.start("open")
        sections.append(_Section(path, start, end))
    return sections


def _path_of(header: re.Match[str], counts: Counter[Path]) -> Path:
    """The path of a header; the name of an array of tables stands for its present last item."""
    path: Path = ()
    keys = [key.strip().strip("\"'") for key in header["keys"].split(".")]
    for number, key in enumerate(keys):
        path = (*path, key)
        if number == len(keys) - 1 and header["open"] == "[[":
            counts[path] += 1
        if counts[path]:
            path = (*path, counts[path] - 1)
    return path


def _nth_item(text: str, number: int, start: int, end: int) -> int | None:
    """Where the item `number` of the array that begins after `start` has its brace."""
    depth = 0
    for place in range(text.find("[", start, end), end):
        if text[place] == "{":
            if depth == 0 and number == 0:
                return place
            number -= depth == 0
            depth += 1
        elif text[place] == "}":
            depth -= 1
    return None
