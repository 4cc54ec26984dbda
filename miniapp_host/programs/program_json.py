"""JSON that comes from a program, as values that everyone in Python can take.

A text of JavaScript may have half a character in it (a lone surrogate); neither Qt, SQLite nor a
file system takes one.
"""

import json
import re
from typing import Any

_SURROGATE = re.compile(r"\\u[dD][89a-fA-F]")


_DECODER = json.JSONDecoder()


def read_program_json(text: str, decoder: json.JSONDecoder = _DECODER) -> Any:
    """The value of `text`, half characters replaced by U+FFFD.

    Raises ValueError, or RecursionError for what is nested too deep.
    """
    return without_halves(decoder.decode(text), text)


def without_halves(value: Any, text: str) -> Any:
    """`value`, which was read from the JSON `text`, with U+FFFD for every half character."""
    return _whole(value) if _SURROGATE.search(text) else value


def _whole(value: Any) -> Any:
    match value:
        case str():
            return value.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
        case list():
            return [_whole(item) for item in value]
        case dict():
            return {_whole(name): _whole(item) for name, item in value.items()}
        case _:
            return value
