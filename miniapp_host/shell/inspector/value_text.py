"""A value of JSON as one short line of code, and its colour."""

import json
from collections.abc import Iterable, Sized
from itertools import islice
from typing import TypeVar

from miniapp_host.shell.kit.theme import Tone

_MOST_ENTRIES = 5
_LONGEST = 200

T = TypeVar("T")


def said_value(value: object, *, deep: bool = True) -> str:
    """The value as JavaScript would write it; what is long or nested is cut with an ellipsis."""
    match value:
        case dict() if deep:
            entries = [
                f"{key}: {said_value(one, deep=False)}" for key, one in _first(value.items())
            ]
            return f"{{{', '.join(entries + _rest(value))}}}"
        case list() if deep:
            entries = [said_value(one, deep=False) for one in _first(value)]
            return f"({len(value)}) [{', '.join(entries + _rest(value))}]"
        case dict():
            return "{…}" if value else "{}"
        case list():
            return f"Array({len(value)})"
        case str():
            return json.dumps(value if deep else value[:_LONGEST], ensure_ascii=False)
        case None | bool():
            return json.dumps(value)
        case _:
            return str(value)


def tone_of_value(value: object) -> Tone:
    """Texts and other plain values have a colour, lists and objects that of text."""
    match value:
        case str():
            return "string_ink"
        case None:
            return "fg_1"
        case bool() | int() | float():
            return "number_ink"
        case _:
            return "fg_0"


def _first(entries: Iterable[T]) -> list[T]:
    return list(islice(entries, _MOST_ENTRIES))


def _rest(value: Sized) -> list[str]:
    return ["…"] if len(value) > _MOST_ENTRIES else []
