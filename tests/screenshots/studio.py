"""The phone in front of the camera: brings its screens up, takes one picture, clears away."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QMenu, QScrollArea, QWidget

from miniapp_host.automation.scope_words import ALL, states_named
from miniapp_host.devices.preferences import Preferences
from miniapp_host.permissions.decisions import Actor
from miniapp_host.phone.options import Options
from miniapp_host.phone.phone import Phone, build
from miniapp_host.phone.program import OpenProgram
from miniapp_host.shell.kit.overlay import Overlay
from miniapp_host.shell.kit.theme import set_motion
from miniapp_host.testing.looking import look_at_picker
from miniapp_host.testing.miniapp import MiniApp
from miniapp_host.testing.permissions import Permissions
from miniapp_host.testing.tested_phone import TestedPhone
from miniapp_host.texts import Text
from tests.screenshots.stage import STAGE, write_stage

SAMPLES = Path(__file__).resolve().parent.parent.parent / "resources/programs"
SIZE = QSize(390, 844)
_PAGE_MS = 500
"""How long a page may take to draw what a call has changed."""


@dataclass(frozen=True, slots=True)
class Looks:
    """How the phone looks: `theme` is "light" or "dark", `language` is "en" or "zh"."""

    theme: str
    language: str


class Studio:
    """One phone in a folder of its own; Allow takes clicks at once, and nothing moves.

    A `lasting` stage stays open behind the launcher from one scene to the next, which saves most
    of the time that scenes take; what the person decided about it is forgotten each time.
    """

    def __init__(self, folder: Path, looks: Looks, *, lasting: bool = False) -> None:
        self.folder = folder
        self.looks = looks
        self._lasting = lasting
        self._instead: QWidget | None = None
        self._cleaners: list[Callable[[], object]] = []
        preferences = Preferences(folder / "data/preferences.json")
        preferences.set("appearance.language", looks.language)
        preferences.set("appearance.theme", looks.theme)
        self.phone: Phone = build(Options(data_dir=folder / "data"), guard_ms=0)
        self.tested = TestedPhone(self.phone, folder / "failures", patience=30)
        self.app = MiniApp(self.tested)
        self.permissions = Permissions(self.tested)
        set_motion(self.phone.window.screen_widget, False)
        self.phone.window.setMinimumSize(SIZE)
        self.phone.window.show()
        self.phone.window.resize(SIZE)
        self.stage = write_stage(folder / "stage")

    # What scenes do

    def open(self, folder: Path, location: str = "undecided") -> None:
        """Open a program on its first page; `location` is what was decided about it before."""
        self.tested.open(folder, {"scope.userLocation": location})

    def open_stage(self) -> None:
        """Open the stage, or bring it to the front."""
        self.open(self.stage)

    def call(self, code: str) -> None:
        """Run JavaScript in the program in front; what it brings up comes later."""
        self.tested.program.console_line.evaluate(code)

    def click(self, *names: str) -> None:
        """Click what has these object names, one after the other."""
        for name in names:
            self.tested.click(name)

    def wait_for(self, name: str, seconds: float | None = None) -> QWidget:
        """Wait until something of that name is on the screen."""
        self.tested.wait(lambda: bool(self.tested.visible(name)), name, seconds)
        return self.tested.visible(name)[-1]

    def wait_for_picker(self) -> None:
        """Wait until the picker of the page has risen: a slow renderer needs more than _PAGE_MS."""

        def has_risen() -> bool:
            look = look_at_picker(self.tested.program.view)
            return look.confirm is not None and look.still

        self.tested.wait(has_risen, "the picker")

    def read(self, text: Text) -> None:
        """Wait until the program shows this text in the phone's language."""
        self.app.expect_text(self.phone.texts.of(text))

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier) -> None:
        """Press a key while the page has the focus."""
        QTest.keyClick(self.tested.program.view.focusProxy(), key, modifiers)

    def bring_into_view(self, name: str) -> None:
        """Scroll until the widget of that name is on the screen."""
        widget = above = self.wait_for(name)
        while (above := above.parentWidget()) is not None:
            if isinstance(above, QScrollArea):
                above.ensureWidgetVisible(widget)

    def take_instead(self, window: QWidget) -> None:
        """Take the picture of this window of its own, which goes when the scene is cleared."""
        self._instead = window
        self.when_cleared(window.close)
        self.when_cleared(window.deleteLater)

    def use_stage_up(self) -> None:
        """Close the stage when the scene is cleared: it stays as no other scene wants it."""
        self.when_cleared(self._close_stage)

    def when_cleared(self, do: Callable[[], object]) -> None:
        """Call `do` when the scene is cleared."""
        self._cleaners.append(do)

    def rest(self) -> None:
        """Wait until nothing moves; what the phone put off to the next turn has happened then."""
        self.tested.wait(lambda: self.tested.is_at_rest, "the screen at rest")
        self.shown.activateWindow()
        self.tested.wait(self.shown.isActiveWindow, "the window in front")
        QTest.qWait(1)

    # Taking pictures

    @property
    def shown(self) -> QWidget:
        """The window that the scene is about."""
        return self._instead or self.phone.window

    def picture(self) -> QPixmap:
        """The window as it is now, once it rests."""
        self.rest()
        QTest.qWait(_PAGE_MS)
        return self.shown.grab()

    def clear(self) -> None:
        """Leave all programs and close everything that lies over the launcher."""
        self._instead = None
        while self._cleaners:
            self._cleaners.pop(0)()
        self.phone.first_steps.hide()
        for menu in QApplication.topLevelWidgets():
            if isinstance(menu, QMenu) and menu.isVisible():
                menu.close()
        self.phone.tools.workbench.place.close()
        self.phone.launcher.findChild(QLineEdit, "launcherSearch").clear()
        self.phone.window.resize(SIZE)
        self.phone.window.activateWindow()  # a window beside it takes the keys along
        while overlays := self._overlays():
            overlays[-1].done(0)
            QTest.qWait(1)
        for program in tuple(self.phone.running.values()):
            self._leave(program)
        self.tested.wait(lambda: not self.tested.visible("programScreen"), "the launcher alone")

    def _leave(self, program: OpenProgram) -> None:
        if not self._lasting or program.id != STAGE:
            self.phone.close_program(program.id)
            return
        subject = self.phone.programs.subject(program.id)
        self.phone.store.decide_all(subject, states_named({ALL: "undecided"}), Actor.SCRIPT)
        for loading in (False, True):
            program.screen.hide_toast(loading)
        self.phone.window.leave_program()

    def _close_stage(self) -> None:
        self.phone.close_program(STAGE)

    def close(self) -> None:
        """End the phone."""
        self.tested.close()

    def _overlays(self) -> list[QDialog]:
        found = self.phone.window.findChildren(Overlay)
        return [one for one in found if one.isVisible() and not one.leaving]
