"""JSON as mini programs write it: comments, trailing commas and a byte order mark are accepted.

A mistake is reported at its place in the text as written.
"""

import json
import re
from collections.abc import Iterable

from miniapp_host.programs.findings import line_at
from miniapp_host.programs.program_json import without_halves
from miniapp_host.texts import Sentence

_STRING_OR_COMMENT = re.compile(r'"(?>(?:\\.|[^"\\]++)*)"?|//[^\n]*|/\*.*?(?:\*/|\Z)', re.S)
_STRING_OR_COMMA = re.compile(r'"(?>(?:\\.|[^"\\]++)*)"?|,(?=\s*+[}\]])', re.S)
_DEEPEST = 100
_NOT_NEWLINE = re.compile(r"[^\n]")


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
        value: object = json.loads(text, strict=False)
    except (json.JSONDecodeError, RecursionError):
        value = _parse_plain(_without_extras(text))
    if _depth(value) > _DEEPEST:
        raise JsonError(1, 1, Sentence("it is nested too deeply"))
    return without_halves(value, text)


def line_of_string(text: str, string: str) -> int | None:
    """The line where `string` first stands as a JSON string, to point at it in a message."""
    position = text.find(json.dumps(string, ensure_ascii=False))
    return None if position < 0 else line_at(text, position)


def _parse_plain(text: str) -> object:
    try:
        return json.loads(text, strict=False)
    except json.JSONDecodeError as error:
        raise JsonError(error.lineno, error.colno, Sentence(error.msg.rstrip(": "))) from None
    except RecursionError:
        raise JsonError(1, 1, Sentence("it is nested too deeply")) from None


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
    found = match[0]
    return found if found.startswith('"') else _NOT_NEWLINE.sub(" ", found)
