"""The references in a WXML template or a WXS script, and the tags that a template opens.

The service reads templates for good (`resources/runtime/service/wxml/`); this follows the same
rules where tags begin and end, and `tests/programs/wxml_cases.json` holds both to them.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from miniapp_host.programs.lines import Lines

_MARKUP = re.compile(r"\{\{|<!--|<!|</|<([A-Za-z_][\w.:-]*)", re.ASCII)
_ATTRIBUTE = re.compile(r"""\s*+(?:([^\s=>/"'<]+)(?:\s*+(=)\s*+)?|/(?!>)|["'=])""")
_SPACE = re.compile(r"\s*+")
_UNQUOTED = re.compile(r"""\{\{|[\s>"']|/>""")
_QUOTED = {quote: re.compile(rf"\{{\{{|\\.|{quote}", re.S) for quote in "\"'"}
_EXPRESSION = re.compile(r"""\{\{|[{}]|\\?["']|/\*""", re.S)
_COMMENT_END = re.compile(r"\*/|\{\{|\}\}")
_STRING = {
    quote: re.compile(rf"(?>(?:(?!{re.escape(quote)})(?:\\.|[^\\\n]))*){re.escape(quote)}", re.S)
    for quote in ('"', "'", '\\"', "\\'")
}
_ESCAPE = re.compile(r"""\\(["'\\])""")
_WXS_END = re.compile(r"</wxs(?![\w.:-])[^>]*+>?", re.ASCII)
_REQUIRE = re.compile(
    r"""//[^\n]*|/\*.*?(?:\*/|\Z)|\brequire\s*\(\s*(?:"([^"\n]*)"|'([^'\n]*)')\s*\)
    |"(?>(?:\\.|[^"\\\n]++)*)"?|'(?>(?:\\.|[^'\\\n]++)*)'?""",
    re.S | re.X,
)

Kind = Literal["wxml", "wxs"]
_REFERRING = re.compile(r"<(?:import|include|wxs)\b")
_SOURCES: Mapping[str, Kind] = {"import": "wxml", "include": "wxml", "wxs": "wxs"}


@dataclass(frozen=True)
class Reference:
    """One file that another one needs; `line` is where it says so."""

    kind: Kind
    target: str
    line: int


_OFF = "{{false}}"


@dataclass(frozen=True)
class _Tag:
    """An opening tag; `body` is the range of the script inside it."""

    name: str
    start: int
    values: Mapping[str, str]
    body: tuple[int, int]


def references(path: str, text: str) -> tuple[Reference, ...]:
    """Everything that the template or script at `path` needs, in the order written."""
    return tuple(_of_script(text, 0) if path.endswith(".wxs") else _of_template(text))


def tags(text: str) -> Iterator[tuple[str, int]]:
    """The tags that a template opens, each with its line; scripts and comments are left out."""
    lines = Lines(text)
    for tag in _tags(text):
        if tag.name != "wxs":
            yield tag.name, lines.at(tag.start)


def lines_of(text: str, tag: str, attribute: str) -> Iterator[int]:
    """The lines where the template opens `tag` with `attribute` not set to false."""
    lines = Lines(text)
    for one in _tags(text):
        switched = one.values.get(attribute, _OFF)
        if one.name == tag and re.sub(r"\s", "", switched) != _OFF:
            yield lines.at(one.start)


def _of_template(text: str) -> Iterator[Reference]:
    if not _REFERRING.search(text):
        return
    lines = Lines(text)
    for tag in _tags(text):
        kind = _SOURCES.get(tag.name)
        source = tag.values.get("src")
        if kind and source:
            yield Reference(kind, source, lines.at(tag.start))
        elif kind == "wxs":
            start, end = tag.body
            yield from _of_script(text[start:end], lines.at(start) - 1)


def _of_script(text: str, lines_before: int) -> Iterator[Reference]:
    lines = Lines(text)
    for match in _REQUIRE.finditer(text):
        target = match[1] or match[2]
        if target:
            yield Reference("wxs", target, lines_before + lines.at(match.start()))


def _tags(text: str) -> Iterator[_Tag]:
    position = 0
    while match := _MARKUP.search(text, position):
        position = match.end()
        name = match[1]
        if name is None:
            position = _behind(text, match[0], position)
            continue
        values, position = _attributes(text, position)
        closed = text.startswith("/>", position)
        body = (position, position)
        if name == "wxs" and not closed:
            end = _WXS_END.search(text, position)
            body = (position + text.startswith(">", position), end.start() if end else len(text))
            position = end.end() if end else len(text)
        yield _Tag(name, match.start(), values, body)


def _behind(text: str, markup: str, position: int) -> int:
    """The position after `markup` that is no opening tag, such as a comment."""
    if markup == "{{":
        return _expression_end(text, position) or position
    close = "-->" if markup == "<!--" else ">"
    end = text.find(close, position - (markup == "<!--") * 2)
    return len(text) if end < 0 else end + len(close)


def _attributes(text: str, position: int) -> tuple[dict[str, str], int]:
    """The values of a tag's attributes, empty where none is given, and the tag's end."""
    values: dict[str, str] = {}
    while match := _ATTRIBUTE.match(text, position):
        position = match.end()
        if match[1] is None:
            continue
        values[match[1]] = ""
        if match[2]:
            start, end, position = _value(text, position)
            values[match[1]] = _ESCAPE.sub(r"\1", text[start:end])
    space = _SPACE.match(text, position)
    return values, space.end() if space else position


def _value(text: str, position: int) -> tuple[int, int, int]:
    """Where a value begins and ends, and the position after it."""
    quote = text[position : position + 1]
    if quote in _QUOTED:
        end = _value_end(text, position + 1, _QUOTED[quote])
        if end < len(text):
            return position + 1, end, end + 1
        position += 1
    end = _value_end(text, position, _UNQUOTED)
    return position, end, end


def _value_end(text: str, position: int, stop: re.Pattern[str]) -> int:
    while match := stop.search(text, position):
        if match[0] == "{{":
            position = _expression_end(text, match.end()) or match.end()
        elif match[0].startswith("\\"):
            position = match.end()
        else:
            return match.start()
    return len(text)


def _expression_end(text: str, position: int) -> int | None:
    """The position after the closing }}; None if it is missing."""
    depth = unclosed = 0
    while match := _EXPRESSION.search(text, position):
        position = match.end()
        sign = match[0]
        if sign == "{{":
            return None
        if sign == "/*":
            position, unclosed = _behind_comment(text, position, unclosed)
        elif sign in _STRING:
            string = _STRING[sign].match(text, position)
            if string is None:
                return None
            position = string.end()
        elif sign == "}" and depth == 0 and text.startswith("}", position):
            return position + 1
        else:
            depth += (sign == "{") - (sign == "}")
    return None


def _behind_comment(text: str, position: int, unclosed: int) -> tuple[int, int]:
    """The position after a comment, whose `/*` ends at `position`, and how far none is closed.

    A `/*` that nothing closes before the expression ends is no comment, nor is any before that.
    """
    if position < unclosed:
        return position, unclosed
    end = _COMMENT_END.search(text, position)
    if end is None or end[0] != "*/":
        return position, end.start() if end else len(text)
    return end.end(), unclosed
