"""The words in which the rows of the library set are written: what is done, and what is seen.

A target is a CSS selector. `.cell = Title` is the one that shows this text, or a part of it;
`.cell @2` the second of those; `wx-switch::part(x)` a part of one of the phone's own components.
Only what is drawn counts, and the first match is meant.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Of:
    """A fact of another element, and how much is added to it."""

    target: str
    fact: str
    plus: float = 0


Seen = str | float | bool | re.Pattern[str] | tuple[float, float] | Of
"""What a fact must be: itself, a pattern in it, a range of numbers, the same of another element."""


@dataclass(frozen=True)
class Act:
    """Something that a person does with the page in front."""

    verb: str
    target: str = ""
    x: float = 0
    y: float = 0
    text: str = ""


@dataclass(frozen=True)
class Look:
    """What must be seen, at once or within some seconds.

    `facts` are `text`, `value`, `count`, the box (`left` … `height`, `middle`, `centre`), `inside`
    (in the page's window), `on_top` (what a finger would meet), or a computed style, `_` for `-`.
    """

    target: str
    facts: Mapping[str, Seen]


@dataclass(frozen=True)
class PhoneLook:
    """A widget of the phone itself, and the words in it."""

    name: str
    words: str


Step = Act | Look | PhoneLook


@dataclass(frozen=True)
class Row:
    """One page of a library, opened anew, with what is done on it and what must be seen then."""

    name: str
    page: str
    steps: tuple[Step, ...]
    says: str = ""
    """What the library itself says on the console then, as an error; any other is a fault."""


def row(name: str, page: str, *steps: Step, says: str = "") -> Row:
    return Row(name, page, steps, says)


def tap(target: str, x: float = 0, y: float = 0) -> Act:
    """Its middle, or so many pixels beside it."""
    return Act("tap", target, x, y)


def hold(target: str, ms: float = 700) -> Act:
    """A press of so many milliseconds."""
    return Act("hold", target, ms)


def swipe(target: str, x: float = 0, y: float = 0) -> Act:
    """A finger comes down in the middle of it, moves so many pixels, and leaves."""
    return Act("swipe", target, x, y)


def scroll(y: float, target: str = "") -> Act:
    """The page, or what scrolls in it, moves by so many pixels, as by a wheel."""
    return Act("scroll", target, 0, y)


def enter(target: str, text: str) -> Act:
    """Taps a field and types."""
    return Act("enter", target, text=text)


def press(key: str) -> Act:
    """A key of the keyboard: `Return`, `Backspace`."""
    return Act("press", text=key)


def click(name: str) -> Act:
    """A widget of the phone, by its object name."""
    return Act("click", name)


def see(target: str, text: str | re.Pattern[str] | None = None, **facts: Seen) -> Look:
    return Look(target, facts if text is None else {"text": text, **facts})


def gone(target: str) -> Look:
    """Nothing of it is drawn."""
    return Look(target, {"count": 0})


def phone(name: str, words: str = "") -> PhoneLook:
    return PhoneLook(name, words)
