"""What a program gave to a call, as JSON text that is short whatever the program gave."""

import json
from collections.abc import Iterator, Mapping
from itertools import islice

TEXT_LIMIT = 200
"""Characters kept of one text."""
VALUE_LIMIT = 60
"""Values kept of one call."""
_DEEPEST = 6
_GREATEST = 2**64
_CUT = "…"


def argument_text(given: object) -> str:
    """`given` as JSON on one line; texts, lists and objects that are too long end with “…”."""
    if not given:
        return "[]" if isinstance(given, list | tuple) else "{}"
    text = json.dumps(_cut(given, iter(range(VALUE_LIMIT)), 0), ensure_ascii=False)
    # Lone surrogates, which JavaScript's strings may hold, can't be written to a file or a widget.
    return text if text.isascii() else text.encode("utf-8", "replace").decode("utf-8")


def _cut(value: object, room: Iterator[int], depth: int) -> object:
    match value:
        case str():
            return _cut_text(value)
        case bool() | None | float():
            return value
        case int():
            return value if abs(value) <= _GREATEST else _CUT
        case _ if depth == _DEEPEST:
            return _CUT
        case Mapping():
            return _cut_object(value, room, depth + 1)
        case list() | tuple():
            return _cut_list(value, room, depth + 1)
        case _:
            return _CUT


def _cut_text(text: str) -> str:
    return text if len(text) <= TEXT_LIMIT else text[:TEXT_LIMIT] + _CUT


def _cut_object(given: Mapping[str, object], room: Iterator[int], depth: int) -> object:
    kept: dict[str, object] = {}
    for name, value in given.items():
        if next(room, None) is None:
            return {**kept, _CUT: len(given) - len(kept)}
        kept[_cut_text(name)] = _cut(value, room, depth)
    return kept


def _cut_list(given: list[object] | tuple[object, ...], room: Iterator[int], depth: int) -> object:
    kept: list[object] = []
    for value in islice(given, VALUE_LIMIT):
        if next(room, None) is None:
            return [*kept, _CUT]
        kept.append(_cut(value, room, depth))
    return kept if len(kept) == len(given) else [*kept, _CUT]
