"""What the person does in a program's page, as steps: taps, swipes, and what is typed into fields.

The page is asked what lies under the mouse when it is pressed, before the program hears of it. It
may answer late, or never; whatever was pressed is said in the test all the same.
"""

from collections.abc import Callable, Mapping
from typing import Any

import shiboken6
from PySide6.QtCore import QObject, QPoint, QTimer, Signal

from miniapp_host.phone.recorded_press import Hit, Place, Press
from miniapp_host.recording.line_queue import LineQueue
from miniapp_host.recording.recording import Step
from miniapp_host.shell.kit.soon import soon
from miniapp_host.web.looks import ask
from miniapp_host.web.program_view import ProgramView

_TYPED_MS = 100


class RecordedPage(QObject):
    """Turns presses and keys in one view into steps of `queue`."""

    known = Signal()
    """The page has said what it was asked for last, or it is waited for no longer."""

    def __init__(self, view: ProgramView, queue: LineQueue, parent: QObject) -> None:
        super().__init__(parent)
        self._view = view
        self._queue = queue
        self._press: Press | None = None
        self._typed = False
        self._stopped = False
        self._typing = QTimer(self, interval=_TYPED_MS)
        self._typing.timeout.connect(self._ask_what_is_typed)

    def press(self, place: QPoint) -> None:
        """The mouse goes down at `place` of the view."""
        last, press = self._leave(), Press(self._queue.reserve(), self)
        press.known.connect(self.known)
        self._press = press

        def on_answer(answer: Any) -> None:
            _end(last, answer)
            press.hear(answer)
            self._watch_typing()

        self._ask("point", place, on_answer)

    def release(self, moved: QPoint) -> None:
        """The mouse comes up, `moved` from where it went down."""
        if self._press is not None:
            self._press.release(moved)

    def point(self, place: QPoint) -> None:
        """The person points at a text that the test shall expect."""
        last, pointed = self._leave(), Place(self._queue.reserve(), self)

        def on_answer(answer: Any) -> None:
            _end(last, answer)
            hit = Hit.of(answer)
            text = hit.text if hit else ""
            pointed.end(*([Step("miniapp", "expect_text", (text,))] if text else []))

        self._ask("point", place, on_answer)

    def turn_wheel(self, place: QPoint, pixels: int) -> None:
        """The wheel is turned over `place`: the page scrolls, or what scrolls in it."""
        turned = Place(self._queue.reserve(), self)

        def on_answer(answer: Any) -> None:
            hit = Hit.of(answer)
            over = (("over", hit.target), *hit.named[:1]) if hit else ()
            if hit is None or not hit.turns:
                turned.end(Step("miniapp", "scroll", (pixels,), over))
            else:
                turned.end()

        self._ask("scroller", place, on_answer)

    def key(self) -> None:
        """A key is on its way to the page: what it typed is asked for right after it, and again."""
        self._typed = True
        soon(self, self._ask_what_is_typed)
        self._typing.start()

    def end_typing(self) -> bool:
        """What was typed into the field, if anything, is a step once the page has said it.

        Whether it has to be waited for: `known` tells when.
        """
        last = self._leave()
        if last is None or not last.types or last.ended:
            return False
        last.known.connect(self.known)
        last.wait()

        def on_first_answer(_answer: Any) -> None:
            self._ask_view({"by": "lines"}, on_answer)

        def on_answer(answer: Any) -> None:
            _end(last, answer)

        # Keys take another way to the page than questions, and a question may overtake them; one
        # that is put after an answer does not.
        self._ask_view({"by": "lines"}, on_first_answer)
        return True

    def stop(self) -> None:
        """The view is watched no more: nothing may wait for it."""
        self._stopped = True
        self._typing.stop()
        for place in self.findChildren(Place):
            place.stop()
        self.deleteLater()

    def _leave(self) -> Press | None:
        press, self._press = self._press, None
        self._typed = False
        self._typing.stop()
        for place in self.findChildren(Place):
            if place.ended and place is not press:
                place.deleteLater()
        return press

    def _watch_typing(self) -> None:
        if self._press is not None and self._press.types:
            self._typing.start()

    def _ask(self, by: str, place: QPoint, hear: Callable[[Any], None]) -> None:
        self._ask_view({"by": by, "x": place.x(), "y": place.y()}, hear)

    def _ask_view(self, request: Mapping[str, object], hear: Callable[[Any], None]) -> None:
        """Ask the page while it is there and watched."""

        def on_answer(answer: Any) -> None:
            if not self._stopped:
                hear(answer)

        if shiboken6.isValid(self._view):
            ask(self._view, request, on_answer)

    def _ask_what_is_typed(self) -> None:
        self._ask_view({"by": "lines"}, self._on_typed)

    def _on_typed(self, answer: Any) -> None:
        field = Hit.of(answer, "field")
        if field is None:
            return
        if self._typed and (self._press is None or self._press.ended):
            self._press = Press(self._queue.reserve(), self)
            self._press.take(field)
        if self._press is not None:
            self._press.note(field)


def _end(press: Press | None, answer: Any) -> None:
    """Leave a field with what the page says stands in it."""
    if press is not None:
        press.note(Hit.of(answer, "field"))
        press.leave()
