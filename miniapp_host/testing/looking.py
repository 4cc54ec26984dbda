"""Reads the page in front of a program: visible elements by text or selector, and its lines."""

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QPoint

from miniapp_host.testing.waiting import PATIENCE_SECONDS, wait_until
from miniapp_host.web.looks import ask
from miniapp_host.web.program_view import ProgramView

__tracebackhide__ = True  # a failure's traceback ends in the test

_TEXT, _SELECTOR, _WIDGET = "text=", "css=", "widget="
_SELECTOR_BEGINS = ("#", ".", "[")
_SAID = 80


@dataclass(frozen=True)
class Target:
    """What a test means by a text: `by` is text, selector or widget (a widget's object name)."""

    by: str
    value: str

    @classmethod
    def of(cls, words: str) -> "Target":
        """A selector begins with `#`, `.`, `[` or `css=`, an object name with `widget=`.

        Everything else is a text that a person sees, with or without `text=`.
        """
        for prefix, by in ((_TEXT, "text"), (_SELECTOR, "selector"), (_WIDGET, "widget")):
            if words.startswith(prefix):
                return cls(by, words.removeprefix(prefix))
        return cls("selector" if words.startswith(_SELECTOR_BEGINS) else "text", words)

    def __str__(self) -> str:
        return f"the text {self.value!r}" if self.by == "text" else f"{self.by} {self.value!r}"


At = tuple[int, int] | None
"""A point by its distance from the upper left corner of what it is in; None for the middle."""


@dataclass(frozen=True)
class Spot:
    """One place that a test means: of the target, or of the `nth` from 0 if there are several."""

    target: Target
    nth: int | None = None
    at: At = None

    @classmethod
    def of(cls, words: str, nth: int | None = None, at: At = None) -> "Spot":
        """The spot of what a test says of its target."""
        return cls(Target.of(words), nth, at)


@dataclass(frozen=True)
class Seen:
    """An element of the page; `place` is the point that is meant, in the view's pixels.

    `obstacle` says why no hand reaches it, "" if one does. It is `moving` while it, or something
    that holds it, slides or fades for a moment.
    """

    name: str
    text: str
    place: QPoint
    obstacle: str
    moving: bool

    def __str__(self) -> str:
        why = self.obstacle or ("moving" if self.moving else "")
        told = f" ({why})" if why else ""
        return f"{self.name} {self.text[:_SAID]!r} at {self.place.x()}, {self.place.y()}{told}"


@dataclass(frozen=True)
class Column:
    """A column of an open picker: its rows, the one it stands on, its place in the view."""

    rows: tuple[str, ...]
    index: int
    place: QPoint


@dataclass(frozen=True)
class Look:
    """One look at the page; `still` when nothing slides any more.

    `confirm` is where an open picker is confirmed, None while none is open.
    """

    lines: tuple[str, ...] = ()
    found: tuple[Seen, ...] = ()
    still: bool = False
    columns: tuple[Column, ...] = ()
    confirm: QPoint | None = None


def look_at(view: ProgramView, spot: Spot, *, bring: bool = False, away: bool = False) -> Look:
    """The visible elements that `spot` means; with `bring` the one is scrolled into view.

    With `away` it is brought away from the page's edges, where the phone's own parts lie. Raises
    ValueError for a text that is no selector, WaitError if the page does not answer.
    """
    target = spot.target
    request = {"by": target.by, "value": target.value, "nth": spot.nth, "at": spot.at}
    return _asked(view, {**request, "bring": bring, "away": away})


def hidden(view: ProgramView, target: Target) -> tuple[Seen, ...]:
    """The elements that the target would mean if they were to be seen."""
    return _asked(view, {"by": f"hidden {target.by}", "value": target.value}).found


def look_at_picker(view: ProgramView) -> Look:
    """The columns of the picker that is open; raises WaitError if the page does not answer."""
    return _asked(view, {"by": "picker"})


def lines_of(view: ProgramView) -> tuple[str, ...]:
    """What a person reads on the page, line by line; fields say what stands in them."""
    return _asked(view, {"by": "lines"}).lines


def offsets_at(view: ProgramView, place: QPoint) -> tuple[str, ...]:
    """How far everything is scrolled that lies at a place of the view, as texts to compare."""
    return _asked(view, {"by": "offsets", "x": place.x(), "y": place.y()}).lines


def _asked(view: ProgramView, request: dict[str, object]) -> Look:
    answers: list[Any] = []
    ask(view, request, answers.append)
    _wait_for(answers)
    if answers[0] is None:
        return Look()
    answer = answers[0]
    if answer["problem"]:
        raise ValueError(f"{request['value']!r} is no selector: {answer['problem']}")
    picker = answer["picker"] or {"columns": (), "confirm": None}
    return Look(
        tuple(answer["lines"]),
        tuple(map(_seen, answer["found"])),
        answer["still"],
        tuple(map(_column, picker["columns"])),
        _place(picker["confirm"]) if picker["confirm"] else None,
    )


def _wait_for(answers: list[Any]) -> None:
    wait_until(lambda: bool(answers), lambda: "the page does not answer", PATIENCE_SECONDS)


def _seen(found: dict[str, Any]) -> Seen:
    told = (found["obstacle"], found["moving"])
    return Seen(found["name"], found["text"], _place(found), *told)


def _column(found: dict[str, Any]) -> Column:
    return Column(tuple(found["rows"]), found["index"], _place(found))


def _place(found: dict[str, Any]) -> QPoint:
    return QPoint(round(found["x"]), round(found["y"]))
