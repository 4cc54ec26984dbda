"""What of a style sheet is not closed, or closes nothing: told, and mended as CSS recovers from it.

The end of a sheet closes all that is open there (CSS Syntax 3, section 5). Where one sheet is put
into another, that end must be written.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from miniapp_host.programs.findings import MOST_FINDINGS
from miniapp_host.texts import Sentence

_PIECE = re.compile(
    r"""/\*(?:.*?(?P<comment_end>\*/)|.*)
    |\burl\(\s*+(?!["'\s])(?>(?:\\.|[^\\)]++)*)(?P<url_end>\)?)
    |(?P<quote>["'])(?>(?:\\.|(?!(?P=quote))[^\\\n])*)(?P<string_end>(?P=quote)|\n|\Z)
    |\\.
    |(?P<bracket>[(){}\[\]])""",
    re.S | re.X | re.I,
)
_CLOSES = {"(": ")", "[": "]", "{": "}"}


@dataclass(frozen=True)
class Fault:
    """What is wrong at a character position of a sheet."""

    position: int
    text: Sentence


@dataclass(frozen=True)
class SheetEnds:
    """What is wrong with a sheet; `closers` close what is still open at its end.

    `strays` are the positions of the "}" that close nothing.
    """

    faults: tuple[Fault, ...] = ()
    closers: str = ""
    strays: tuple[int, ...] = ()

    def mended(self, text: str) -> str:
        """The sheet as it may be put into another one, without its closers.

        A stray "}" makes the rule after it void. So does an element of that name, which there is
        not; but it closes nothing of the sheet around it.
        """
        parts, start = [], 0
        for stray in self.strays:
            parts += [text[start:stray], "\\"]
            start = stray
        return "".join([*parts, text[start:]]) if parts else text


def sheet_ends(text: str) -> SheetEnds:
    """What of the sheet is not closed or closes nothing; no more faults than are ever told."""
    faults: list[Fault] = []
    strays: list[int] = []
    open_ones: list[tuple[str, int]] = []
    quote = ""
    for piece in _PIECE.finditer(text):
        position, bracket = piece.start(), piece["bracket"]
        if bracket and _step(open_ones, bracket, position):
            continue
        if piece["url_end"] == "":
            open_ones.append(("(", position))
            continue
        strays += [position] if bracket == "}" else []
        quote = _left_open(piece)
        if len(faults) < MOST_FINDINGS and (wrong := _wrong(piece)):
            faults.append(Fault(position, wrong))
    faults += _unclosed(open_ones)
    closers = quote + "".join(_CLOSES[bracket] for bracket, _ in reversed(open_ones))
    return SheetEnds(tuple(sorted(faults, key=_place)), closers, tuple(strays))


def _place(fault: Fault) -> int:
    return fault.position


def _step(open_ones: list[tuple[str, int]], bracket: str, position: int) -> bool:
    """Opens or closes; False if that closes nothing.

    Within "(" and "[" CSS takes what else closes for a part of the value.
    """
    last = open_ones[-1][0] if open_ones else ""
    if bracket in _CLOSES:
        open_ones.append((bracket, position))
    elif _CLOSES.get(last) == bracket:
        open_ones.pop()
    else:
        return last not in ("", "{")
    return True


def _left_open(piece: re.Match[str]) -> str:
    """The quotation mark of a string that goes on to the end of the sheet."""
    return piece["quote"] if piece["string_end"] == "" else ""


def _wrong(piece: re.Match[str]) -> Sentence | None:
    """What is wrong with a comment, a string, or a bracket that closes nothing."""
    if bracket := piece["bracket"]:
        return Sentence('"{bracket}" closes nothing', bracket=bracket)
    if piece[0].startswith("/*"):
        return None if piece["comment_end"] else Sentence("the comment is not closed")
    if piece["string_end"] == piece["quote"]:
        return None
    return Sentence("the string is not closed")


def _unclosed(open_ones: list[tuple[str, int]]) -> Iterator[Fault]:
    """The brackets to be told: a "(" that is open keeps all around it open."""
    inner = next((one for one in open_ones if one[0] != "{"), None)
    for bracket, position in [inner] if inner else open_ones[:MOST_FINDINGS]:
        yield Fault(position, Sentence('"{bracket}" is not closed', bracket=bracket))
