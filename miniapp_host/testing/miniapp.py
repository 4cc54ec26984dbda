"""The program under test, as a person uses it: taps, types, scrolls, reads and waits."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from miniapp_host.api.calls.journal import CallRecord, How
from miniapp_host.phone.program import OpenProgram
from miniapp_host.programs.page_data import PageData
from miniapp_host.shell.console.console_model import Level
from miniapp_host.shell.program.capsule_menu import MenuItem
from miniapp_host.testing.aiming import Aim
from miniapp_host.testing.calls import Calls
from miniapp_host.testing.fingers import DIRECTIONS, drag, hold, write_over
from miniapp_host.testing.keyboard import keyboard_of
from miniapp_host.testing.looking import At, Spot, lines_of
from miniapp_host.testing.picking import PickerHand
from miniapp_host.testing.settling import settle
from miniapp_host.testing.tested_phone import TestedPhone

__tracebackhide__ = True  # a failure's traceback ends in the test


class MiniApp:
    """Every method waits until what it needs is there, at most the run's patience, then fails.

    The failure says what is on the phone instead. A target is a text that a person sees, or a
    selector (`#id`, `.class`, `[attribute]`, or any after `css=`), or the object name of a part of
    the phone after `widget=`. `nth`, from 0, chooses among several; `at` is a point in it, from its
    upper left corner, where its middle won't do.
    """

    def __init__(self, tested: TestedPhone) -> None:
        self._tested = tested
        self._aim = Aim(tested)
        self._expected = Calls(tested)

    # Doing

    def tap(
        self,
        target: str,
        *,
        nth: int | None = None,
        at: At = None,
        seconds: float | None = None,
    ) -> None:
        """Tap it where it is, on the page or on what the phone lays over it."""
        self._tested.click_at(self._aim.place_of(Spot.of(target, nth, at), seconds))

    def hold(self, target: str, *, nth: int | None = None, at: At = None) -> None:
        """Keep a finger on it until the program is told of a long press."""
        hold(self._tested.phone.window, self._aim.place_of(Spot.of(target, nth, at)))
        self._tested.pause()

    def type(self, target: str, text: str, *, nth: int | None = None) -> None:
        """Tap a field, replace what stands in it by `text`."""
        self.tap(target, nth=nth)
        write_over(keyboard_of(self._tested.phone.window), text)
        self._tested.pause()

    def press(self, key: str | Qt.Key) -> None:
        """Press a key in the page by its name in Qt, for example "Return" in a field.

        Raises ValueError if there is no such key.
        """
        known = getattr(Qt.Key, f"Key_{key}", None) if isinstance(key, str) else key
        if known is None:
            raise ValueError(f"there is no key {key!r}: see Qt::Key for the names")
        QTest.keyClick(keyboard_of(self._tested.phone.window), known)
        self._tested.pause()

    def scroll(self, pixels: int, *, over: str | None = None, nth: int | None = None) -> None:
        """Turn the wheel over the target, or over the middle of the page: down, or up if < 0."""
        self._aim.turn_wheel(self._place_over(over, nth), pixels)
        self._tested.pause()

    def swipe(self, direction: str, *, over: str | None = None, pixels: int = 200) -> None:
        """Drag a finger left, right, up or down, over the target or over the page's middle.

        Raises ValueError for another direction.
        """
        if direction not in DIRECTIONS:
            raise ValueError(f"{direction!r} is no direction: use one of {[*DIRECTIONS]}")
        way = DIRECTIONS[direction] * pixels
        drag(self._tested.phone.window, self._place_over(over, None), way)
        self._tested.pause()

    def drag(
        self, target: str, by: tuple[int, int], *, nth: int | None = None, at: At = None
    ) -> None:
        """Drag a finger from the target, `by` so many pixels to the right and down."""
        start = self._aim.place_of(Spot.of(target, nth, at))
        drag(self._tested.phone.window, start, QPoint(*by))
        self._tested.pause()

    def pick(self, *rows: str, seconds: float | None = None) -> None:
        """Turn the columns of the picker that is open to these rows, and confirm."""
        PickerHand(self._tested, self._aim, seconds).pick(*rows)

    def back(self) -> None:
        """Go a page back, or close what lies on top, as the phone's own back gesture does.

        What the program has begun, such as to open a page, is waited for: a person looks first.
        """
        settle(self._tested)
        self._tested.wait(lambda: self._tested.is_at_rest, "what lies on top to be at rest")
        self._tested.press(Qt.Key.Key_Escape)

    def tab(self, which: str | int) -> None:
        """Tap a tab of the program's tab bar, named by its text or by its number from 0."""
        if isinstance(which, int):
            self._tested.wait(lambda: bool(self._tested.visible(f"tab_{which}")), f"tab {which}")
            self._tested.click(f"tab_{which}")
        else:
            self.tap(which)

    def menu(self, item: str) -> None:
        """Choose from "···": Settings, About, Console, Inspector, StartAs, Restart or Delete.

        Raises ValueError if there is no such item.
        """
        if item not in (words := [one.word for one in MenuItem]):
            raise ValueError(f"the menu has no {item!r}: use one of {words}")
        self._tested.click("capsuleMenu")
        self._tested.click(f"menu{item}")
        self._tested.expect_gone("capsuleMenuSheet")

    def home(self) -> None:
        """Send the program to the background."""
        self._tested.click("homeIndicator")
        self._tested.expect_in_reach("launcher")

    def come_back(self) -> None:
        """Bring the program to the front again."""
        self._tested.phone.open(self._tested.program.id)

    def open(self, page: str) -> None:
        """Start the program anew on `page` (path?query)."""
        self._tested.restart(page)

    def restart(self) -> None:
        """Restart the program on its first page; decisions and storage stay."""
        self._tested.restart()

    def delete(self) -> None:
        """Delete the program with its decisions and data, from its menu, and confirm."""
        self.menu("Delete")
        self._tested.click("modalConfirm")
        self._tested.expect_in_reach("launcher")

    # Seeing

    @property
    def program(self) -> OpenProgram:
        """The open program, for what has no method here."""
        return self._tested.program

    @property
    def texts(self) -> tuple[str, ...]:
        """What a person reads on the page, line by line; nothing while the program is behind."""
        view = self._tested.program.view
        return lines_of(view) if self._tested.is_seen else ()

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

    @property
    def errors(self) -> list[str]:
        """The lines of the console that are errors, oldest first."""
        entries = self._tested.program.screen.console.entries
        return [str(entry) for entry in entries if entry.level is Level.ERROR]

    def texts_of(self, target: str) -> list[str]:
        """The texts of the visible elements that the target means, as they are now."""
        return [one.text for one in self._aim.on_page(target)]

    def text_of(self, target: str, *, nth: int = 0) -> str | None:
        """The text of one visible element, the first if not said otherwise; None without one."""
        found = self.texts_of(target)[nth:]
        return found[0] if found else None

    def shows(self, target: str) -> bool:
        """Whether the page shows such an element now."""
        return bool(self._aim.on_page(target))

    def why(self, record: CallRecord) -> str:
        """One sentence that says why a call ended as it did."""
        return self._tested.why(record)

    def screenshot(self, file: Path | None = None) -> Path:
        """A picture of the phone as PNG, in `file` or beside those of failures."""
        return self._tested.picture(file)

    # Expecting

    def expect(self, target: str, *, seconds: float | None = None) -> None:
        """Wait until the page shows such an element."""
        self._tested.wait(lambda: self.shows(target), f"{target} on the page", seconds)

    def expect_gone(self, target: str, *, seconds: float | None = None) -> None:
        """Wait until the page shows no such element any more."""
        self._tested.wait(lambda: not self.shows(target), f"{target} to go", seconds)

    def expect_text(
        self, text: str, *, within: str | None = None, seconds: float | None = None
    ) -> None:
        """Wait until a person sees `text` on the page or on the phone's own parts.

        `within` a target: until an element of the page that it means shows the text.
        """
        place = f" within {within}" if within else ""
        self._tested.wait(lambda: self._is_seen(text, within), f"the text {text!r}{place}", seconds)

    def expect_no_text(
        self, text: str, *, within: str | None = None, seconds: float | None = None
    ) -> None:
        """Wait until nobody sees `text` any more, or not within the target."""
        self._tested.wait(lambda: not self._is_seen(text, within), f"{text!r} to go", seconds)

    def expect_page(self, page: str, *, seconds: float | None = None) -> None:
        """Wait until `page` is in front: a path, or path?query, with or without a slash before."""
        wanted = page.removeprefix("/")
        self._tested.wait(
            lambda: wanted in (self.path, self._tested.program.page), f"the page {page}", seconds
        )

    def expect_log(self, text: str, *, seconds: float | None = None) -> str:
        """Wait until a line of the console has `text` in it; the first such line."""
        found: list[str] = []

        def is_there() -> bool:
            found[:] = [line for line in self.console if text in line]
            return bool(found)

        self._tested.wait(is_there, f"{text!r} in the console", seconds)
        return found[0]

    def expect_call(
        self,
        name: str,
        *,
        result: str | None = None,
        how: How | None = None,
        seconds: float | None = None,
    ) -> CallRecord:
        """Wait until a call of `name` has ended with `result` (errMsg) and was decided by `how`.

        `result` may leave out the `name:` before it. A call meets one expectation only.
        """
        return self._expected.expect(name, result, how, seconds)

    def wait(self, holds: Callable[[], bool], what: str, *, seconds: float | None = None) -> None:
        """Wait until a condition of your own holds; `what` says in the failure for what."""
        self._tested.wait(holds, what, seconds)

    def _place_over(self, over: str | None, nth: int | None) -> QPoint:
        return self._aim.place_of(Spot.of(over, nth)) if over else self._aim.middle

    def _is_seen(self, text: str, within: str | None) -> bool:
        if within is not None:
            return any(text in one for one in self.texts_of(within))
        return any(text in line for line in (*self.texts, *self._tested.words()))
