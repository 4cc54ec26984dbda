"""JSON as mini programs write it: comments, trailing commas and a byte order mark are accepted.

A mistake is reported at its place in the text as written.
"""

import json
import re
from collections.abc import Iterable
from functools import cached_property
from math import isfinite

from miniapp_host.programs.lines import Lines
from miniapp_host.programs.program_json import without_halves
from miniapp_host.texts import Sentence

_STRING_OR_COMMENT = re.compile(r'"(?>(?:\\.|[^"\\]++)*)"?|//[^\n]*|/\*.*?(?:\*/|\Z)', re.S)
_STRING_OR_COMMA = re.compile(r'"(?>(?:\\.|[^"\\]++)*)"?|,(?=\s*+[}\]])', re.S)
_DEEPEST = 100
_NOT_NEWLINE = re.compile(r"[^\n]")
_NO_CHARACTER = "\ufffd"
"""Stands where a file's bytes are no UTF-8."""
_NO_UTF_8 = Sentence("it is not UTF-8")
_NO_NUMBER = Sentence("it holds a number that JavaScript can't read")


class JsonError(ValueError):
    """Text that is no JSON; `line` and `column` count from 1."""

    def __init__(self, line: int, column: int, problem: Sentence) -> None:
        super().__init__(f"{line}:{column}: {problem}")
        self.line = line
        self.column = column
        self.problem = problem


def parse_json(text: str) -> object:
    """The value that `text` holds; raises JsonError."""
    text = text.removeprefix("\ufeff")
    try:
        value = _load(text)
    except (ValueError, RecursionError):
        value = _parse_plain(_without_extras(text))
    if _depth(value) > _DEEPEST:
        raise JsonError(1, 1, Sentence("it is nested too deeply"))
    return without_halves(value, text)


class StringLines:
    """Where the strings of a JSON text first stand, to point at them in messages."""

    def __init__(self, text: str) -> None:
        self._text = text

    def line_of(self, string: str) -> int | None:
        """The line, from 1, where `string` first stands; None if it does not."""
        return self._lines.get(string)

    @cached_property
    def _lines(self) -> dict[str, int]:
        lines = Lines(self._text)
        found: dict[str, int] = {}
        for match in _STRING_OR_COMMENT.finditer(self._text):
            if match[0].startswith('"'):
                found.setdefault(_read_string(match[0]), lines.at(match.start()))
        return found


def _read_string(written: str) -> str:
    """What a JSON string says; one with a mistake in it stands for itself."""
    if "\\" not in written:
        return written[1:-1]
    try:
        return str(json.loads(written, strict=False))
    except ValueError:
        return written


def _load(text: str) -> object:
    """The value of a JSON text; raises ValueError, also for numbers that are not finite.

    Python would read and write `NaN`, which the service can't read.
    """
    return json.loads(text, strict=False, parse_constant=_finite, parse_float=_finite)


def _finite(written: str) -> float:
    number = float(written)
    if not isfinite(number):
        raise ValueError(written)
    return number


def _parse_plain(text: str) -> object:
    try:
        return _load(text)
    except json.JSONDecodeError as error:
        told = _NO_UTF_8 if text.startswith(_NO_CHARACTER) else Sentence(error.msg.rstrip(": "))
        raise JsonError(error.lineno, error.colno, told) from None
    except ValueError as error:
        raise JsonError(*_place_of(str(error), text), _NO_NUMBER) from None
    except RecursionError:
        raise JsonError(1, 1, Sentence("it is nested too deeply")) from None


def _place_of(number: str, text: str) -> tuple[int, int]:
    """Line and column of a number as written; 1 and 1 if it does not stand in `text`."""
    without_strings = _STRING_OR_COMMENT.sub(_blank, text)
    at = max(0, without_strings.find(number))
    return text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at)


def _depth(value: object) -> int:
    """How deep arrays and objects are nested; it stops counting above the limit."""
    level = [value]
    for depth in range(_DEEPEST + 1):
        level = [part for each in level for part in _parts(each)]
        if not level:
            return depth
    return _DEEPEST + 1


def _parts(value: object) -> Iterable[object]:
    if isinstance(value, dict):
        return value.values()
    return value if isinstance(value, list) else ()


def _without_extras(text: str) -> str:
    without_comments = _STRING_OR_COMMENT.sub(_string_or_blank, text)
    return _STRING_OR_COMMA.sub(_string_or_blank, without_comments)


def _string_or_blank(match: re.Match[str]) -> str:
    """Strings unchanged, everything else as blanks, so that later positions stay right."""
    return match[0] if match[0].startswith('"') else _blank(match)


def _blank(match: re.Match[str]) -> str:
    return _NOT_NEWLINE.sub(" ", match[0])
