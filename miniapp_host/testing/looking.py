"""Reads the page in front of a program: visible elements by text or selector, and its lines."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from PySide6.QtCore import QPoint
from PySide6.QtTest import QTest

from miniapp_host.testing.waiting import PATIENCE_SECONDS, wait_until
from miniapp_host.web.program_view import ProgramView

__tracebackhide__ = True  # a failure's traceback ends in the test

_TEXT, _SELECTOR, _WIDGET = "text=", "css=", "widget="
_SELECTOR_BEGINS = ("#", ".", "[")


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
        return f"<{self.name}> {self.text!r} at {self.middle.x()}, {self.middle.y()}{hidden}"


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
    return _asked(view, {"by": "lines", "value": "", "nth": None, "bring": False}).lines


def evaluated(view: ProgramView, expression: str) -> Any:
    """The JSON value of a JavaScript expression in the top document; None if it has none."""
    answers: list[Any] = []
    view.page().runJavaScript(f"JSON.stringify({expression})", 0, answers.append)
    _wait_for(answers, lambda: f"the page did not answer {expression[:80]!r}")
    return json.loads(answers[0]) if answers[0] else None


def _wait_for(answers: list[Any], describe: Callable[[], str]) -> None:
    for _ in range(20):  # an answer is there in a millisecond or two
        QTest.qWait(1)
        if answers:
            return
    wait_until(lambda: bool(answers), describe, PATIENCE_SECONDS)


def _asked(view: ProgramView, request: dict[str, object]) -> Look:
    answer = evaluated(view, f"({_script()})({json.dumps(request)})")
    if answer is None:
        return Look()
    if answer["problem"]:
        raise ValueError(f"{request['value']!r} is no selector: {answer['problem']}")
    return Look(tuple(answer["lines"]), tuple(map(_seen, answer["found"])), answer["still"])


def _seen(found: dict[str, Any]) -> Seen:
    middle = QPoint(round(found["x"]), round(found["y"]))
    return Seen(found["name"], found["text"], middle, found["covered"])


@cache
def _script() -> str:
    """The module `look.js` as one expression: a function of a request."""
    module = Path(__file__).with_name("look.js").read_text("utf-8").replace("export ", "")
    return f"(request) => {{ {module}\nreturn look(request) }}"
