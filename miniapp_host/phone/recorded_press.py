"""One thing that the person does on a page, which becomes a line of the test once it is known."""

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QElapsedTimer, QObject, QPoint, QTimer, Signal

from miniapp_host.recording.line_queue import Fill
from miniapp_host.recording.recording import Line, Remark, Step

SWIPE_PIXELS = 10
"""A mouse that moves farther while it is down drags."""
HOLD_MS = 350
"""A mouse that is down so long presses long."""
_STRAIGHT = 4
"""A drag so many times as far along one side as along the other is a swipe."""
_PATIENCE_MS = 3000
_PREFIXES = ("text=", "css=", "widget=", "#", ".", "[")
_UNKNOWN = Remark("Something was tapped here, and the page did not say what.")


@dataclass(frozen=True)
class Hit:
    """What the page says lies somewhere: how a test names it, and what stands in it if a field.

    `picked` are the rows that are taken if it confirms a picker; `turns`: it is a picker's column.
    """

    target: str
    named: tuple[tuple[str, object], ...]
    value: str | None
    text: str
    picked: tuple[str, ...] | None = None
    turns: bool = False

    @classmethod
    def of(cls, answer: Any, what: str = "hit") -> "Hit | None":
        """The hit, or the "field" that has the keys, in an answer of the page; None if none."""
        hit = (answer or {}).get(what)
        if not hit:
            return None
        at = tuple(hit["at"]) if hit["at"] else None
        named = (("nth", hit["nth"]), ("at", at))
        picked = None if hit["picked"] is None else tuple(hit["picked"])
        told = (hit["value"], hit["text"], picked, hit["turns"])
        return cls(spoken(hit["target"]), named, *told)

    def step(self, method: str, *arguments: object) -> Step:
        """A step that does something to it."""
        return Step("miniapp", method, (self.target, *arguments), self.named)

    def drag(self, way: QPoint) -> Step:
        """A drag from it: a swipe if it goes straight and its middle will do."""
        far, aside = _far(way)
        if any(value is not None for _, value in self.named) or abs(far) < _STRAIGHT * abs(aside):
            return self.step("drag", (way.x(), way.y()))
        over = (("over", self.target), ("pixels", abs(far)))
        return Step("miniapp", "swipe", (_direction(way),), over)


class Place(QObject):
    """A place in the test that waits for an answer of the page; it is filled in any case."""

    known = Signal()
    """The page has answered, or it is waited for no longer."""

    def __init__(self, fill: Fill, parent: QObject) -> None:
        super().__init__(parent)
        self.ended = False
        self._fill = fill
        self._patience = QTimer(self, singleShot=True, interval=_PATIENCE_MS)
        self._patience.timeout.connect(self._on_patience_timeout)
        self._patience.start()

    def end(self, *lines: Line) -> None:
        """Write what it was; only the first end counts."""
        if not self.ended:
            self.ended = True
            self._patience.stop()
            self._fill(lines)
            self.known.emit()

    def stop(self) -> None:
        """Nothing more will be known."""
        self.end(_UNKNOWN)

    def _on_patience_timeout(self) -> None:
        self.end(_UNKNOWN)


class Press(Place):
    """A press of the mouse, or keys that went into a field by themselves."""

    def __init__(self, fill: Fill, parent: QObject) -> None:
        super().__init__(fill, parent)
        self._hit: Hit | None = None
        self._moved: QPoint | None = None
        self._before: str | None = None
        self._now: str | None = None
        self._since = QElapsedTimer()
        self._since.start()
        self._lasts = 0

    @property
    def types(self) -> bool:
        """Whether it was on a field: its step is known when that is left."""
        return self._hit is not None and self._hit.value is not None and not self._drags

    def hear(self, answer: Any) -> None:
        """Take the page's answer."""
        self._patience.stop()
        self._hit = Hit.of(answer)
        if self._hit is None:
            self.end(_UNKNOWN)
        else:
            self._before = self._hit.value
            self._since.restart()  # the program hears of the press from now on
            self._settle()
            self.known.emit()

    def take(self, field: Hit) -> None:
        """It was no press: the keys go into this field, whatever stood there before."""
        self._patience.stop()
        self._hit, self._moved = field, QPoint()

    def release(self, moved: QPoint) -> None:
        """The mouse comes up, `moved` from where it went down."""
        self._moved, self._lasts = moved, self._since.elapsed()
        self._settle()

    def note(self, field: Hit | None) -> None:
        """This stands in the field that has the keys."""
        if field is not None and field.value is not None:
            self._now = field.value

    def wait(self) -> None:
        """Wait for what stands in the field, as long as for any answer."""
        self._patience.start()

    def leave(self) -> None:
        """The person goes on: what was typed is known."""
        if not self.types or self.ended:
            return
        assert self._hit is not None
        if self._now is None or self._now == self._before:
            self.end(self._hit.step("tap"))
        else:
            self.end(self._hit.step("type", self._now))

    def stop(self) -> None:
        self.leave()
        super().stop()

    def _on_patience_timeout(self) -> None:
        self.leave()
        super()._on_patience_timeout()

    @property
    def _drags(self) -> bool:
        return self._moved is not None and self._moved.manhattanLength() > SWIPE_PIXELS

    def _settle(self) -> None:
        """Write the step once both the answer and the end of the press are there."""
        if self._hit is None or self._moved is None or self.types:
            return
        if self._hit.turns:
            self.end()  # where the columns come to stand is told when they are taken
        elif self._hit.picked is not None:
            self.end(Step("miniapp", "pick", self._hit.picked))
        elif self._drags:
            self.end(self._hit.drag(self._moved))
        else:
            self.end(self._hit.step("hold" if self._lasts >= HOLD_MS else "tap"))


def spoken(target: str) -> str:
    """The target as short as a test may say it."""
    text = target.removeprefix("text=")
    return text if text != target and not text.startswith(_PREFIXES) else target


def _far(way: QPoint) -> tuple[int, int]:
    """How far it goes along the side where it goes farther, and along the other."""
    across = abs(way.x()) > abs(way.y())
    return (way.x(), way.y()) if across else (way.y(), way.x())


def _direction(way: QPoint) -> str:
    across = abs(way.x()) > abs(way.y())
    far, _ = _far(way)
    return ("right" if far > 0 else "left") if across else ("down" if far > 0 else "up")
