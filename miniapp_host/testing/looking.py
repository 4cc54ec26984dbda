"""Reads the page in front of a program: visible elements by text or selector, and its lines."""

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QPoint
from PySide6.QtTest import QTest

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


@dataclass(frozen=True)
class Seen:
    """An element of the page; `middle` is its place in the view's pixels."""

    name: str
    text: str
    middle: QPoint
    covered: bool

    def __str__(self) -> str:
        hidden = " (covered)" if self.covered else ""
        return (
            f"<{self.name}> {self.text[:_SAID]!r} at {self.middle.x()}, {self.middle.y()}{hidden}"
        )


@dataclass(frozen=True)
class Look:
    """One look at the page; `still` when it does not slide any more."""

    lines: tuple[str, ...] = ()
    found: tuple[Seen, ...] = ()
    still: bool = False


def look_at(
    view: ProgramView, target: Target, *, nth: int | None = None, bring: bool = False
) -> Look:
    """The visible elements that `target` means; the one that is meant is scrolled into view.

    It is the only one, or the `nth` from 0. Raises ValueError for a text that is no selector,
    WaitError if the page does not answer.
    """
    return _asked(view, {"by": target.by, "value": target.value, "nth": nth, "bring": bring})


def lines_of(view: ProgramView) -> tuple[str, ...]:
    """What a person reads on the page, line by line; fields say what stands in them."""
    return _asked(view, {"by": "lines"}).lines


def _asked(view: ProgramView, request: dict[str, object]) -> Look:
    answers: list[Any] = []
    ask(view, request, answers.append)
    _wait_for(answers)
    if answers[0] is None:
        return Look()
    answer = answers[0]
    if answer["problem"]:
        raise ValueError(f"{request['value']!r} is no selector: {answer['problem']}")
    return Look(tuple(answer["lines"]), tuple(map(_seen, answer["found"])), answer["still"])


def _wait_for(answers: list[Any]) -> None:
    for _ in range(20):  # an answer is there in a millisecond or two
        QTest.qWait(1)
        if answers:
            return
    wait_until(lambda: bool(answers), lambda: "the page does not answer", PATIENCE_SECONDS)


def _seen(found: dict[str, Any]) -> Seen:
    middle = QPoint(round(found["x"]), round(found["y"]))
    return Seen(found["name"], found["text"], middle, found["covered"])
