"""The program under test, as a person uses it: taps, types, scrolls, reads and waits."""

from pathlib import Path
from typing import Any, TypeVar

from PySide6.QtCore import QObject, QPoint, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from miniapp_host.api.calls.journal import CallRecord, How
from miniapp_host.programs.page_data import PageData
from miniapp_host.testing.looking import Look, Target, lines_of, look_at
from miniapp_host.testing.tested_phone import TestedPhone
from miniapp_host.testing.waiting import PATIENCE_SECONDS, let_run, wait_until

__tracebackhide__ = True  # a failure's traceback ends in the test

LEFT = Qt.MouseButton.LeftButton
_DIRECTIONS = {"left": (-1, 0), "right": (1, 0), "up": (0, -1), "down": (0, 1)}
_STEPS = 8

T = TypeVar("T")


class MiniApp:
    """Every method waits until what it needs is there, at most ten seconds, then says what is.

    A target is a text that a person sees, or a selector (`#id`, `.class`, `[attribute]`, or any
    after `css=`), or the object name of a part of the phone after `widget=`. `nth`, from 0, chooses
    among several.
    """

    def __init__(self, tested: TestedPhone) -> None:
        self._tested = tested
        self._heard = 0

    # Doing

    def tap(
        self, target: str, *, nth: int | None = None, seconds: float = PATIENCE_SECONDS
    ) -> None:
        """Tap it where it is, on the page or on what the phone lays over it."""
        place = self._place_of(target, nth, seconds)
        self._tested.click_at(place)

    def type(self, target: str, text: str, *, nth: int | None = None) -> None:
        """Tap a field, replace what stands in it by `text`."""
        self.tap(target, nth=nth)
        window = self._tested.phone.window.windowHandle()
        QTest.keyClick(window, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        QTest.keyClick(window, Qt.Key.Key_Delete)
        for character in text:
            _key(window, character)
        self._tested.pause()

    def press(self, key: str | Qt.Key) -> None:
        """Press a key in the page by its name in Qt, for example "Return" in a field.

        Raises ValueError if there is no such key.
        """
        known = getattr(Qt.Key, f"Key_{key}", None) if isinstance(key, str) else key
        if known is None:
            raise ValueError(f"there is no key {key!r}: see Qt::Key for the names")
        QTest.keyClick(self._tested.phone.window.windowHandle(), known)
        self._tested.pause()

    def scroll(self, pixels: int) -> None:
        """Turn the wheel over the middle of the page: down, or up if negative."""
        window = self._tested.phone.window
        place = QPointF(self._middle)
        turn = QWheelEvent(
            place,
            QPointF(window.mapToGlobal(self._middle)),
            QPoint(0, -pixels),
            QPoint(0, -pixels),
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QApplication.sendEvent(window.windowHandle(), turn)
        self._tested.pause()

    def swipe(self, direction: str, *, over: str | None = None, pixels: int = 200) -> None:
        """Drag a finger left, right, up or down, over the target or over the page's middle.

        Raises ValueError for another direction.
        """
        if direction not in _DIRECTIONS:
            raise ValueError(f"{direction!r} is no direction: use one of {[*_DIRECTIONS]}")
        x, y = _DIRECTIONS[direction]
        start = self._place_of(over, None) if over else self._middle
        window = self._tested.phone.window.windowHandle()
        QTest.mousePress(window, LEFT, pos=start)
        for step in range(1, _STEPS + 1):
            let_run(0.016)  # a finger's speed: the page throws what moves faster
            QTest.mouseMove(window, start + QPoint(x, y) * (pixels * step // _STEPS))
        QTest.mouseRelease(window, LEFT, pos=start + QPoint(x, y) * pixels)
        self._tested.pause()

    def back(self) -> None:
        """Go a page back, or close what lies on top, as the phone's own back gesture does."""
        self._tested.wait(lambda: self._tested.is_at_rest, "what lies on top to be at rest")
        self._tested.press(Qt.Key.Key_Escape)

    def tab(self, which: str | int) -> None:
        """Tap a tab of the program's tab bar, named by its text or by its number from 0."""
        if isinstance(which, int):
            self._tested.click(f"tab_{which}")
        else:
            self.tap(which)

    def home(self) -> None:
        """Send the program to the background."""
        self._tested.click("homeIndicator")
        self._tested.wait(lambda: self._tested.phone.window.front is None, "the launcher")

    def come_back(self) -> None:
        """Bring the program to the front again."""
        self._tested.phone.open(self._tested.program.id)

    def open(self, page: str) -> None:
        """Start the program anew on `page` (path?query)."""
        self._tested.restart(page)

    def restart(self) -> None:
        """Restart the program on its first page; decisions and storage stay."""
        self._tested.restart()

    # Seeing

    @property
    def texts(self) -> tuple[str, ...]:
        """What a person reads on the page, line by line."""
        return lines_of(self._tested.program.view)

    @property
    def path(self) -> str:
        """The path of the page in front, without its query."""
        return self._tested.program.page.partition("?")[0]

    @property
    def query(self) -> str:
        """The query of the page in front, without the question mark."""
        return self._tested.program.page.partition("?")[2]

    @property
    def data(self) -> Any:
        """The data of the page in front, as its program set it."""
        told: list[PageData] = []
        end = self._tested.program.page_data.watch(told.append)
        try:
            self._tested.wait(lambda: bool(self._tested.program.page_data.pages), "the page's data")
            return self._tested.program.page_data.pages[-1].data
        finally:
            end()

    @property
    def calls(self) -> tuple[CallRecord, ...]:
        """The program's calls since the test began, with how each was decided."""
        return self._tested.records

    @property
    def console(self) -> list[str]:
        """The lines of the program's console, oldest first."""
        return [str(entry) for entry in self._tested.program.screen.console.entries]

    def why(self, record: CallRecord) -> str:
        """One sentence that says why a call ended as it did."""
        return self._tested.why(record)

    def screenshot(self, file: Path | None = None) -> Path:
        """A picture of the phone as PNG, in `file` or beside those of failures."""
        return self._tested.picture(file)

    # Expecting

    def expect_text(self, text: str, *, seconds: float = PATIENCE_SECONDS) -> None:
        """Wait until a person sees `text` on the page or on the phone's own parts."""
        self._tested.wait(lambda: self._is_seen(text), f"the text {text!r}", seconds)

    def expect_no_text(self, text: str, *, seconds: float = PATIENCE_SECONDS) -> None:
        """Wait until nobody sees `text` any more."""
        self._tested.wait(lambda: not self._is_seen(text), f"{text!r} to go", seconds)

    def expect_page(self, page: str, *, seconds: float = PATIENCE_SECONDS) -> None:
        """Wait until `page` is in front: a path, or path?query."""
        self._tested.wait(
            lambda: page in (self.path, self._tested.program.page), f"the page {page}", seconds
        )

    def expect_call(
        self,
        name: str,
        *,
        result: str | None = None,
        how: How | None = None,
        seconds: float = PATIENCE_SECONDS,
    ) -> CallRecord:
        """Wait until a call of `name` has ended with `result` (errMsg) and was decided by `how`.

        `result` may leave out the `name:` before it. A call meets one expectation only.
        """
        found: list[CallRecord] = []

        def is_there() -> bool:
            found[:] = [one for one in self.calls if self._is_new(one) and one.name == name]
            found[:] = [one for one in found if _ended_so(one, result, how)]
            return bool(found)

        wanted = (
            f"a call {name}"
            + (f" -> {result}" if result else "")
            + (f" [{how.value}]" if how else "")
        )
        self._tested.wait(is_there, wanted, seconds)
        self._heard = found[0].number
        return found[0]

    # How

    @property
    def _surface(self) -> QWidget:
        surface = self._tested.program.view.focusProxy()
        assert surface is not None
        return surface

    @property
    def _middle(self) -> QPoint:
        return self._tested.place_of(self._surface)

    def _is_new(self, record: CallRecord) -> bool:
        return record.number > self._heard

    def _is_seen(self, text: str) -> bool:
        return any(text in line for line in (*self.texts, *self._tested.words()))

    def _place_of(self, words: str, nth: int | None, seconds: float = PATIENCE_SECONDS) -> QPoint:
        """Where in the window the target is, once it is in reach."""
        target, places = Target.of(words), list[QPoint]()
        looks: list[Look] = []

        def is_in_reach() -> bool:
            places[:] = self._widget_places(target, nth) or self._page_places(target, nth, looks)
            return bool(places)

        wait_until(is_in_reach, lambda: self._tested.described(_missing(target, looks)), seconds)
        return places[0]

    def _widget_places(self, target: Target, nth: int | None) -> list[QPoint]:
        if target.by == "selector":
            return []
        tested = self._tested
        found = (
            tested.reading(target.value) if target.by == "text" else tested.visible(target.value)
        )
        reachable = [one for one in found if tested.is_in_reach(one)]
        return [tested.place_of(one) for one in _chosen(reachable, nth)]

    def _page_places(self, target: Target, nth: int | None, looks: list[Look]) -> list[QPoint]:
        if target.by == "widget" or not self._tested.is_open:
            return []
        look = look_at(self._tested.program.view, target, nth=nth, bring=True)
        looks[:] = [look]
        meant = [one for one in _chosen(list(look.found), nth) if look.still and not one.covered]
        places = [self._tested.place_of(self._surface, one.middle) for one in meant]
        return [place for place in places if self._tested.is_on_top(self._surface, place)]


def _chosen(found: list[T], nth: int | None) -> list[T]:
    """The one that is meant: the only one, or the `nth`."""
    if nth is not None:
        return found[nth : nth + 1]
    return found if len(found) == 1 else []


def _missing(target: Target, looks: list[Look]) -> str:
    found = [one for look in looks for one in look.found]
    if len(found) > 1:
        listed = "".join(f"\n  {at}: {one}" for at, one in enumerate(found))
        return f"{target} is there {len(found)} times; say which by nth=…:{listed}"
    if found:
        return f"{target} is out of reach: {found[0]}"
    return f"{target} is not in sight"


def _ended_so(record: CallRecord, result: str | None, how: How | None) -> bool:
    if record.result is None or (how is not None and record.how is not how):
        return False
    return result is None or record.result in (result, f"{record.name}:{result}")


def _key(window: QObject, character: str) -> None:
    """A key that types one character of any script."""
    for kind in (QKeyEvent.Type.KeyPress, QKeyEvent.Type.KeyRelease):
        event = QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, character)
        QApplication.sendEvent(window, event)
