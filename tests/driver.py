"""A program on the phone as a test sees it: what its page shows, and a real mouse on it."""

import json
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from miniapp_host.phone.program import OpenProgram
from miniapp_host.shell.console.console_model import LogEntry

PATIENCE_MS = 15_000

_FRONT = "document.querySelector('.sheet[data-state=shown] iframe')"
_AT_REST = "document.querySelector('.sheet[data-state=shown]')?.getAnimations().length === 0"


class PageDriver:
    """Reads and taps the page in front; every wait ends with a message that says for what."""

    def __init__(self, qtbot: QtBot, program: OpenProgram) -> None:
        self.qtbot = qtbot
        self.program = program

    def run(self, script: str) -> Any:
        """The JSON value of `script`, a JavaScript expression evaluated in the top document."""
        with self.qtbot.waitCallback(timeout=PATIENCE_MS) as answered:
            self.program.view.page().runJavaScript(f"JSON.stringify({script})", answered)
        text = answered.args[0]
        return json.loads(text) if text else None

    def in_page(self, script: str) -> Any:
        """The value of an expression over `page` (document) and `find(selector)` of the front."""
        return self.run(
            f"((frame) => {{ if (!frame) return null; const page = frame.contentDocument;"
            f"const find = (selector) => page.querySelector(selector);"
            f"return ({script}) }})({_FRONT})"
        )

    def exists(self, selector: str) -> bool:
        return bool(self.in_page(f"!!find({json.dumps(selector)})"))

    def text(self, selector: str) -> str | None:
        """The visible text of the first match; None if there is none."""
        found = self.in_page(f"find({json.dumps(selector)})?.innerText ?? null")
        return found.strip() if isinstance(found, str) else None

    def attribute(self, selector: str, name: str) -> str | None:
        return self.in_page(f"find({json.dumps(selector)})?.getAttribute({json.dumps(name)})")

    def style(self, selector: str, name: str) -> str:
        """A computed style."""
        return str(
            self.in_page(
                f"page.defaultView.getComputedStyle(find({json.dumps(selector)}))"
                f".getPropertyValue({json.dumps(name)})"
            )
        )

    def box(self, selector: str) -> dict[str, float]:
        """left, top, width and height of the first match, in the view's pixels."""
        rect = self.in_page(
            f"(({{left, top, width, height}}) => ({{left, top, width, height}}))"
            f"(find({json.dumps(selector)}).getBoundingClientRect())"
        )
        assert rect is not None, f"nothing matches {selector}"
        return dict(rect)

    def wait(self, condition: Callable[[], bool], what: str) -> None:
        def holds() -> None:
            assert condition(), f"waited in vain: {what}; console: {self.log_lines()}"

        self.qtbot.waitUntil(holds, timeout=PATIENCE_MS)

    def wait_for(self, selector: str) -> None:
        self.wait(lambda: self.exists(selector), f"{selector} on the page")

    def wait_text(self, selector: str, expected: str) -> None:
        """Until the first match shows `expected` somewhere in its text."""
        self.wait(
            lambda: expected in (self.text(selector) or ""),
            f"{selector} showing {expected!r}, it shows {self.text(selector)!r}",
        )

    def wait_log(self, expected: str) -> LogEntry:
        """Until the console has an entry with `expected` in it."""
        self.wait(lambda: any(expected in one.text for one in self.log()), f"log {expected!r}")
        return next(one for one in self.log() if expected in one.text)

    def wait_drawn(self) -> None:
        """Until the page as it is now is on the screen.

        The wheel and fingers meet Chromium's last frame, not the document; a third frame begins
        only when the first of them is shown.
        """
        self.run(
            "(framesLeft = 3, (function next() {"
            " if (framesLeft-- > 0) requestAnimationFrame(next) })(), 1)"
        )
        self.wait(lambda: self.run("framesLeft") < 0, "three frames")

    def wait_at_rest(self) -> None:
        """Until the program's screen has risen to its place.

        A drag is measured on the desktop: over a screen that still rises, a hand that goes down
        seems to go up.
        """
        self.wait(lambda: self.program.screen.pos() == QPoint(0, 0), "the screen at rest")

    def log(self) -> list[LogEntry]:
        """The console's entries, oldest first."""
        console = self.program.screen.console
        return list(console.entries)

    def log_lines(self) -> list[str]:
        return [f"{one.level.name} {one.text} {one.file}:{one.line}" for one in self.log()]

    def errors(self) -> list[str]:
        return [line for line in self.log_lines() if line.startswith("ERROR")]

    def tap(self, selector: str) -> None:
        """A real left click in the middle of the first match, scrolled into view."""
        self.wait_for(selector)
        place = self.bring_into_view(selector)
        QTest.mouseClick(self.surface, Qt.MouseButton.LeftButton, pos=place)

    def bring_into_view(self, selector: str) -> QPoint:
        """Scrolls to the first match once its page is at rest; where on `surface` its middle is."""
        self.wait(lambda: self.run(_AT_REST), "the page in front at rest")
        self.run(
            f"(({_FRONT}).contentDocument.querySelector({json.dumps(selector)})"
            ".scrollIntoView({block: 'center', behavior: 'instant'}), 1)"
        )
        return self.middle_of(selector)

    def middle_of(self, selector: str) -> QPoint:
        rect = self.box(selector)
        return QPoint(
            round(rect["left"] + rect["width"] / 2), round(rect["top"] + rect["height"] / 2)
        )

    def type(self, text: str) -> None:
        """Types into whatever has the focus in the page."""
        QTest.keyClicks(self.surface, text)

    def press(self, key: Qt.Key) -> None:
        QTest.keyClick(self.surface, key)

    @property
    def surface(self) -> QWidget:
        """The widget that takes the page's mouse and keys."""
        return self.program.view.focusProxy()
