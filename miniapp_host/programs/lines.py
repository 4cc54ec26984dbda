"""The lines of a text: found once, so that pointing at a thousand places reads it only once."""

import re
from bisect import bisect_right
from functools import cached_property

_LINE_END = re.compile("\n")


class Lines:
    """Tells the line of a place; the text is not searched before the first question."""

    def __init__(self, text: str) -> None:
        self._text = text

    def at(self, position: int) -> int:
        """The line, from 1, of a character position in the text."""
        return bisect_right(self._starts, position) + 1

    @cached_property
    def _starts(self) -> list[int]:
        """Where the second line begins and each after it."""
        return [end.end() for end in _LINE_END.finditer(self._text)]
