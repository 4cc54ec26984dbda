"""One phone under test with the program that is tested on it: finds, clicks, waits and describes.

Every click is a real one, at a place of the window, so that it lands on whatever lies on top there.
"""

from collections.abc import Callable, Mapping
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from miniapp_host.api.calls.journal import CallRecord
from miniapp_host.api.calls.ways import Ways, ways_of
from miniapp_host.api.calls.why import Explainer
from miniapp_host.automation.open_prompts import OpenPrompt, Wanted, open_prompts
from miniapp_host.automation.scope_words import states_named
from miniapp_host.permissions.decisions import Actor, Subject
from miniapp_host.permissions.scopes import scope_named
from miniapp_host.phone.phone import Phone
from miniapp_host.phone.program import OpenProgram
from miniapp_host.programs.openable import is_archive
from miniapp_host.programs.reading import read_package
from miniapp_host.shell.kit.overlay import Overlay
from miniapp_host.testing.keyboard import keyboard_of
from miniapp_host.testing.known_scopes import KnownScopes
from miniapp_host.testing.pictures import keep_picture
from miniapp_host.testing.scene import Scene
from miniapp_host.testing.waiting import PATIENCE_SECONDS, let_run, wait_until
from miniapp_host.testing.widgets import is_leaving, is_still, reading, scroll_to, words_on

__tracebackhide__ = True  # a failure's traceback ends in the test

LEFT = Qt.MouseButton.LeftButton
PLAIN = Qt.KeyboardModifier.NoModifier
PROMPT = "authorizationDialog"
What = str | Callable[[], str]


class TestedPhone:
    """A phone on which one program is tested.

    `pictures` is the folder of the pictures that failures name. `slow` seconds pass after
    everything that is done, for people who watch; a wait ends after `patience` seconds. The
    program is the one in front until one is named by `program` or opened here.
    """

    __test__ = False

    def __init__(
        self,
        phone: Phone,
        pictures: Path,
        *,
        slow: float = 0.0,
        patience: float = PATIENCE_SECONDS,
        program: str | None = None,
        known_scopes: KnownScopes | None = None,
    ) -> None:
        self.phone = phone
        self.patience = patience
        self._pictures = pictures
        self._slow = slow
        self._named = program
        self._known_scopes = known_scopes or KnownScopes()
        self._used: tuple[str, ...] = ()

    # The program

    @property
    def program(self) -> OpenProgram:
        """The program that is tested; raises AssertionError if it is not open."""
        running = self.phone.running.get(self._program_id)
        assert running is not None, self.described("the program is not open")
        return running

    def open(self, folder: Path, before: Mapping[str, str] | None = None) -> None:
        """Open the program of a folder or archive and wait for its first page; raises ToldError.

        `before` is decided before it starts: states by scope, as for `Permissions.set`.
        """
        memory, package = self.phone.memory, None if is_archive(folder) else read_package(folder)
        program, _notice = memory.enter(package) if package else memory.add(folder)
        self._named = program.id
        self.phone.store.decide_all(self.subject, states_named(before or {}), Actor.SCRIPT)
        self.phone.programs.open(program.id, package=package)
        self._used = self._known_scopes.of(self.program.session.package)
        self._expect_page(f"the first page of {folder}")

    def restart(self, page: str | None = None) -> None:
        """End the program's run and begin another on its first page, or on `page` (path?query)."""
        program_id = self.program.id
        if page is None:
            self.phone.programs.restart(program_id)
        else:
            self.phone.close_program(program_id)
            self.phone.open(program_id, page)
        self._expect_page("the first page after the restart")

    @property
    def subject(self) -> Subject:
        """The program that is tested, in the version that the phone runs."""
        assert self._program_id, "no program was opened"
        return self.phone.programs.subject(self._program_id)

    def why(self, record: CallRecord) -> str:
        """One sentence that says why a call ended as it did."""
        explainer = Explainer(self.phone.store.history)
        return explainer.why(record, self.phone.texts).sentence

    def seen_ways(self) -> dict[str, dict[str, bool]]:
        """Every way of every scope that the program uses, and whether it was seen."""
        ways = Ways(self.phone.programs.parts.journal, self.phone.store.history)
        known = (scope_named(name) for name in self._used)
        return {
            scope.id: {
                way.value: way in ways.seen(self.subject, scope.id) for way in ways_of(scope)
            }
            for scope in known
            if scope is not None
        }

    @property
    def _program_id(self) -> str:
        """The id of the program, "" if none was named and none is in front."""
        front = self.phone.window.front
        return self._named or (front.program_id if front is not None else "")

    @property
    def is_open(self) -> bool:
        """Whether the program runs."""
        return self._program_id in self.phone.running

    @property
    def is_seen(self) -> bool:
        """Whether the program is in front, not behind the launcher or another program."""
        front = self.phone.window.front
        return self.is_open and front is not None and front.program_id == self._program_id

    @property
    def prompts(self) -> list[OpenPrompt]:
        """What the person is asked on the screen, topmost first."""
        return open_prompts(self.phone)

    @property
    def left_open(self) -> OpenPrompt | None:
        """The topmost question that nobody answered, None if there is none but dialogs."""
        return Wanted().among(self.prompts)

    @property
    def records(self) -> tuple[CallRecord, ...]:
        """The calls of the program that is tested, oldest first."""
        journal = self.phone.programs.parts.journal
        return tuple(one for one in journal.records if one.subject.program == self._program_id)

    def watching(self, program: str) -> "TestedPhone":
        """The same phone, as of whoever tests another of its programs; `program` is its id."""
        return TestedPhone(
            self.phone, self._pictures, slow=self._slow, patience=self.patience, program=program
        )

    # Widgets

    def visible(self, name: str, within: QWidget | None = None) -> list[QWidget]:
        """The widgets of that object name that are on the screen and not on their way out."""
        return [one for one in self.present(name, within) if not is_leaving(one)]

    def present(self, name: str, within: QWidget | None = None) -> list[QWidget]:
        """The widgets of that object name that are on the screen, also on their way out."""
        found = (within or self.phone.window).findChildren(QWidget, name)
        return [one for one in found if one.isVisible()]

    def reading(self, text: str) -> list[QWidget]:
        """The buttons, else the labels, else the fields of the phone's own that say just `text`."""
        return reading(self.phone.window, text)

    def words(self) -> list[str]:
        """What stands on the labels, fields and buttons of the phone's own that are in sight."""
        return words_on(self.phone.window)

    def is_in_reach(self, widget: QWidget) -> bool:
        """Whether it is enabled, does not move, and nothing lies over its middle."""
        return (
            widget.isVisible()
            and widget.isEnabled()
            and is_still(widget)
            and self.is_on_top(widget, self.place_of(widget))
        )

    def is_on_top(self, widget: QWidget, place: QPoint) -> bool:
        """Whether a click at `place` of the window reaches `widget` or what is in it."""
        on_top = self.phone.window.childAt(place)
        return on_top is widget or (on_top is not None and widget.isAncestorOf(on_top))

    def place_of(self, widget: QWidget, point: QPoint | None = None) -> QPoint:
        """Where in the window a point of `widget` is, its middle if None."""
        return widget.mapTo(self.phone.window, point or widget.rect().center())

    @property
    def is_at_rest(self) -> bool:
        """Whether nothing comes up or goes away over the program."""
        overlays = self.phone.window.findChildren(Overlay)
        return all(
            one.shown_share == 1.0 and not one.leaving for one in overlays if one.isVisible()
        )

    # Doing

    def click(self, name: str, *, within: QWidget | None = None) -> None:
        """Wait until the one widget of that object name is in reach, and click its middle.

        It must be at the same place twice: what has changed is laid out in the turns after.
        """
        places: list[QPoint] = []

        def stays_in_reach() -> bool:
            found = self.visible(name, within)
            if len(found) != 1 or not self._is_reached(found[0]):
                return False
            places.append(self.place_of(found[0]))
            return places[-2:-1] == places[-1:]

        self.wait(stays_in_reach, f"{name} in reach")
        self.click_at(places[-1])

    def _is_reached(self, widget: QWidget) -> bool:
        scroll_to(widget)
        return self.is_in_reach(widget)

    def expect_in_reach(self, name: str) -> None:
        """Wait until the one widget of that object name is in reach."""
        self.wait(lambda: any(map(self._is_reached, self.visible(name))), f"{name} in reach")

    def expect_gone(self, name: str) -> None:
        """Wait until nothing of that object name is there, not even on its way out."""
        self.wait(lambda: not self.present(name), f"{name} to go")

    def click_at(self, place: QPoint) -> None:
        """Click a place of the window."""
        QTest.mouseClick(self.phone.window.windowHandle(), LEFT, PLAIN, place)
        self.pause()

    def press(self, key: Qt.Key) -> None:
        """Press and release a key of the phone's window."""
        QTest.keyClick(keyboard_of(self.phone.window), key)
        self.pause()

    def pause(self) -> None:
        """The pause after something was done, for people who watch."""
        if self._slow:
            let_run(self._slow)

    def close(self) -> None:
        """Close the phone and delete its window."""
        self.phone.close()
        self.phone.window.close()
        self.phone.window.deleteLater()
        # Chromium's objects have to go before the application, and no event loop runs after a test.
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)

    # Waiting

    def wait(self, holds: Callable[[], bool], what: What, seconds: float | None = None) -> None:
        """Wait until `holds()`; raises WaitError that says what is there instead of `what`.

        `what` may be a function that says it when the time is up.
        """
        patience = self.patience if seconds is None else seconds

        def told() -> str:
            missed = what() if callable(what) else what
            return self.described(f"waited {patience:g} s in vain: {missed}")

        wait_until(holds, told, patience)

    def described(self, problem: str) -> str:
        """`problem`, followed by what is on the phone now and the path of a picture of it."""
        program = self.program if self.is_open else None
        scene = Scene(self.prompts, program, self.words(), self.records, is_seen=self.is_seen)
        return f"{problem}\n{scene}\n  picture: {self.picture()}"

    def picture(self, file: Path | None = None) -> Path:
        """Keep a picture of the phone as PNG; in the folder of pictures if there is no `file`.

        Raises OSError if it can't be written.
        """
        return keep_picture(self.phone.window, self._pictures, Path(file) if file else None)

    def _expect_page(self, what: str) -> None:
        """Wait for the program's first page; the next opening's runtime gets ready meanwhile."""
        self.wait(self._is_ready, what)
        spare = self.phone.programs.parts.options.spare
        if spare is not None:
            spare.get_ready()

    def _is_ready(self) -> bool:
        """Whether the program has drawn a page and no splash lies over it."""
        return self.program.drawn and not self.visible("splash")
