"""The question put to a person: its texts, cleaned and shortened, and the possible answers.

How it is shown is up to whoever satisfies `Prompter`.
"""

import unicodedata
from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import Enum
from itertools import accumulate
from pathlib import Path
from typing import Protocol

from miniapp_host.permissions.decisions import Subject
from miniapp_host.permissions.scopes import Scope

NAME_LIMIT = 20
PURPOSE_LIMIT = 30
"""The most characters of a purpose, as WeChat says; a Latin letter counts as half of one."""
APPID_LIMIT = 64
_MARKS_PER_LETTER = 2
_READ_LIMIT = 4096

# Letters, marks and symbols that draw nothing though their category does not tell: joiners,
# fillers, vowels without a shape, selectors, blanks.
_INVISIBLE = frozenset(
    chr(code)
    for first, last in (
        (0x034F, 0x034F),
        (0x115F, 0x1160),
        (0x17B4, 0x17B5),
        (0x180B, 0x180F),
        (0x2800, 0x2800),
        (0x3164, 0x3164),
        (0xFE00, 0xFE0F),
        (0xFFA0, 0xFFA0),
        (0xFFFC, 0xFFFC),
        (0xE0100, 0xE01EF),
    )
    for code in range(first, last + 1)
)


class Answer(Enum):
    """What the person did with a prompt; DISMISS decides nothing."""

    ALLOW = "allow"
    REJECT = "reject"
    DISMISS = "dismiss"


@dataclass(frozen=True)
class Requester:
    """Who asks; `folder` is where the program lives, `version` which of its versions runs."""

    name: str
    icon: Path | None
    appid: str
    version: str
    folder: Path


@dataclass(frozen=True)
class SharedProfile:
    """What `scope.userInfo` would hand out; the prompt shows it."""

    nickname: str
    avatar: Path | None


@dataclass(frozen=True, eq=False)
class Prompt:
    """One question, equal to no other; `make_prompt` builds it with texts fit to be shown."""

    subject: Subject
    requester: Requester
    scope: Scope
    purpose: str
    profile: SharedProfile | None
    remembered: bool = True


class Prompter(Protocol):
    """Shows one prompt at a time; the answer may come at once, later, or never."""

    def ask(self, prompt: Prompt, on_answer: Callable[[Answer], None]) -> None:
        """Show the prompt; `on_answer` may be called before this returns."""

    def withdraw(self, prompt: Prompt) -> None:
        """Take the prompt off the screen; its answer is no longer waited for."""


def make_prompt(
    subject: Subject,
    requester: Requester,
    scope: Scope,
    *,
    purpose: str = "",
    profile: SharedProfile | None = None,
    remembered: bool = True,
) -> Prompt:
    """A prompt whose foreign texts are plain and short; an empty name becomes the appid."""
    appid = plain_text(requester.appid, APPID_LIMIT)
    name = plain_text(requester.name, NAME_LIMIT) or shortened(appid, NAME_LIMIT)
    shown = profile and replace(profile, nickname=plain_text(profile.nickname, NAME_LIMIT))
    return Prompt(
        subject,
        replace(requester, name=name, appid=appid),
        scope,
        cut_to_width(plain_text(purpose, _READ_LIMIT), 2 * PURPOSE_LIMIT),
        shown,
        remembered,
    )


def plain_text(text: str, limit: int) -> str:
    """`text` on one line, at most `limit` long, without control, bidi and invisible characters."""
    letters: list[str] = []
    marks = _MARKS_PER_LETTER  # so that a mark without a letter before it goes
    for character in unicodedata.normalize("NFC", text[:_READ_LIMIT]):
        kind = _kind(character)
        marks = marks + 1 if kind == "M" else 0 if kind else marks
        if kind and marks <= _MARKS_PER_LETTER:
            letters.append(character)
    return shortened(" ".join("".join(letters).split()), limit)


def shortened(text: str, limit: int) -> str:
    """`text`, or its beginning with an ellipsis, at most `limit` long in all."""
    return text if len(text) <= limit else text[: limit - 1].rstrip() + "…"


def purpose_is_too_long(purpose: str) -> bool:
    """Whether a prompt cuts `purpose`."""
    return width_of(purpose) > 2 * PURPOSE_LIMIT


def width_of(text: str) -> int:
    """How much room `text` takes when it is drawn, in Latin letters.

    A Chinese, Japanese or Korean character and most emoji take 2, a mark on a letter none.
    """
    return sum(map(_width, text))


def cut_to_width(text: str, limit: int) -> str:
    """`text`, or its beginning with an ellipsis, at most `limit` wide in all."""
    widths = list(accumulate(map(_width, text)))
    if not widths or widths[-1] <= limit:
        return text
    return text[: bisect_right(widths, limit - 1)].rstrip() + "…"


def _width(character: str) -> int:
    if unicodedata.category(character)[0] == "M":
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def _kind(character: str) -> str:
    """The first letter of its category, Z for line breaks too; "" for what must not be shown."""
    if character in "\t\n\v\f\r\x1c\x1d\x1e\x1f\x85":
        return "Z"
    category = unicodedata.category(character)
    return "" if category[0] == "C" or character in _INVISIBLE else category[0]
