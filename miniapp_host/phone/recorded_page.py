"""What the person does in a program's page, as steps: taps, swipes, and what is typed into fields.

The page is asked what lies under the mouse when it is pressed, before the program hears of it.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QObject, QPoint, QTimer

from miniapp_host.recording.recording import Step
from miniapp_host.recording.step_queue import Fill, StepQueue
from miniapp_host.shell.kit.soon import soon
from miniapp_host.web.looks import ask
from miniapp_host.web.program_view import ProgramView

SWIPE_PIXELS = 10
"""A mouse that moves farther while it is down drags."""
_TYPED_MS = 60
_PREFIXES = ("text=", "css=", "widget=", "#", ".", "[")


@dataclass
class _Field:
    """The field that was tapped last: how the test names it, and what stood and stands in it."""

    named: tuple[tuple[str, object], ...]
    target: str
    before: str
    now: str

    def step(self, typed: str) -> Step:
        """The step that leaves `typed` in the field."""
        if typed == self.before:
            return Step("miniapp", "tap", (self.target,), self.named)
        return Step("miniapp", "type", (self.target, typed), self.named)


class RecordedPage(QObject):
    """Turns presses and keys in one view into steps of `queue`."""

    def __init__(self, view: ProgramView, queue: StepQueue, parent: QObject) -> None:
        super().__init__(parent)
        self._view = view
        self._queue = queue
        self._field: _Field | None = None
        self._hit: dict[str, Any] | None = None
        self._fill: Fill | None = None
        self._pending = False
        self._moved = QPoint()
        self._typing = QTimer(self, singleShot=True, interval=_TYPED_MS)
        self._typing.timeout.connect(self._ask_what_is_typed)

    def press(self, place: QPoint) -> None:
        """The mouse goes down at `place` of the view."""
        leave_field = self._leave_field()
        self._hit, self._moved, self._pending = None, QPoint(), True
        self._fill = self._queue.reserve()

        def on_answer(answer: Any) -> None:
            leave_field(answer)
            self._hit = (answer or {}).get("hit") or {}
            self._settle()

        self._ask_at(place, on_answer)

    def release(self, moved: QPoint) -> None:
        """The mouse comes up, `moved` from where it went down."""
        self._moved = moved
        self._pending = False
        self._settle()

    def point(self, place: QPoint) -> None:
        """The person points at a text that the test shall expect."""
        leave_field, fill = self._leave_field(), self._queue.reserve()

        def on_answer(answer: Any) -> None:
            leave_field(answer)
            text = str(((answer or {}).get("hit") or {}).get("text") or "")
            fill([Step("miniapp", "expect_text", (text,))] if text else [])

        self._ask_at(place, on_answer)

    def key(self) -> None:
        """A key is on its way to the page: what it typed is asked for right after it, and again."""
        soon(self, self._ask_what_is_typed)
        self._typing.start()

    def end_typing(self) -> None:
        """What was typed into the field, if anything, is a step now."""
        self._leave_field()(None)

    def _leave_field(self) -> Callable[[Any], None]:
        """Keep the place of the field's step; the result writes it, by an answer of the page."""
        field, self._field = self._field, None
        if field is None:
            return _nothing
        fill = self._queue.reserve()

        def on_answer(answer: Any) -> None:
            typed = (answer or {}).get("typed")
            fill([field.step(typed if isinstance(typed, str) else field.now)])

        return on_answer

    def _ask_at(self, place: QPoint, hear: Callable[[Any], None]) -> None:
        ask(self._view, {"by": "point", "x": place.x(), "y": place.y()}, hear)

    def _settle(self) -> None:
        """Write the step once both the answer and the end of the press are there."""
        if self._hit is None or self._pending or self._fill is None:
            return
        fill, self._fill = self._fill, None
        fill(self._steps(self._hit))

    def _steps(self, hit: dict[str, Any]) -> list[Step]:
        if not hit:
            return []
        target, named = spoken(hit["target"]), (("nth", hit["nth"]),)
        if self._moved.manhattanLength() > SWIPE_PIXELS:
            return [_swipe(target, self._moved)]
        if hit["value"] is not None:
            self._field = _Field(named, target, hit["value"], hit["value"])
            return []
        return [Step("miniapp", "tap", (target,), named)]

    def _ask_what_is_typed(self) -> None:
        ask(self._view, {"by": "lines"}, self._on_typed)

    def _on_typed(self, answer: Any) -> None:
        typed = (answer or {}).get("typed")
        if self._field is not None and isinstance(typed, str):
            self._field.now = typed


def _nothing(_answer: Any) -> None:
    """There is no field to leave."""


def spoken(target: str) -> str:
    """The target as short as a test may say it."""
    text = target.removeprefix("text=")
    return text if text != target and not text.startswith(_PREFIXES) else target


def _swipe(target: str, moved: QPoint) -> Step:
    across = abs(moved.x()) > abs(moved.y())
    far = moved.x() if across else moved.y()
    words = ("right" if far > 0 else "left") if across else ("down" if far > 0 else "up")
    return Step("miniapp", "swipe", (words,), (("over", target), ("pixels", abs(far))))
