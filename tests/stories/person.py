"""Somebody at the phone of a story, who also knows our widgets by their object names.

What every test of a program needs is in `miniapp_host.testing`; here is only what asks for the
phone's own parts.
"""

from collections.abc import Callable

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QLabel, QListView, QWidget
from pytestqt.qtbot import QtBot

from miniapp_host.phone.phone import Phone
from miniapp_host.phone.program import OpenProgram
from miniapp_host.shell.sheets.action_sheet import SheetItem
from miniapp_host.testing import person
from miniapp_host.testing.looking import Spot, look_at
from miniapp_host.testing.miniapp import MiniApp
from miniapp_host.testing.tested_phone import TestedPhone
from tests.driver import PATIENCE_MS

PROMPT = "authorizationDialog"
PANEL = "settingsPanel"


class Opened(MiniApp):
    """A program that a story has opened, and knows also after it was closed."""

    def __init__(self, tested: TestedPhone, program: OpenProgram) -> None:
        super().__init__(tested.watching(program.id))
        self._program = program

    @property
    def program(self) -> OpenProgram:
        return self._program


class Person(person.Person):
    """Uses one phone: by its semantic parts, and by the names of what is on its screen."""

    def __init__(self, qtbot: QtBot, phone: Phone) -> None:
        """Pictures of failures lie beside the phone's data folder."""
        pictures = phone.memory.folder.parent / "pictures"
        super().__init__(TestedPhone(phone, pictures, patience=PATIENCE_MS / 1000))
        self.qtbot = qtbot
        self.phone = phone
        self.window = phone.window

    # Seeing

    def sees(self, name: str) -> bool:
        """Whether something of that name is on the screen and not on its way out."""
        return bool(self.tested.visible(name))

    def count(self, name: str) -> int:
        """How many of that name are on the screen."""
        return len(self.tested.visible(name))

    def reads(self, name: str) -> str:
        """The text of the one label of that name."""
        label = self.find(name)
        assert isinstance(label, QLabel)
        return label.text()

    def words(self, name: str) -> list[str]:
        """Every text that stands in the one widget of that name, and in the rows of its lists."""
        holder = self.find(name)
        labels = [one.text() for one in holder.findChildren(QLabel) if one.isVisible()]
        lists = [one.model() for one in holder.findChildren(QListView) if one.isVisible()]
        return labels + [
            rows.index(at, 0).data() for rows in lists for at in range(rows.rowCount())
        ]

    def find(self, name: str) -> QWidget:
        """The one visible widget of that name."""
        found = self.tested.visible(name)
        assert len(found) == 1, self.tested.described(f"{len(found)} widgets are called {name}")
        return found[0]

    def waits_for(self, name: str) -> QWidget:
        """Until it is there, scrolled to, still, and nothing lies over it."""
        self.tested.expect_in_reach(name)
        return self.find(name)

    def waits_until_gone(self, name: str) -> None:
        """Until nothing of that name is there, not even on its way out."""
        self.tested.expect_gone(name)

    def wait(self, condition: Callable[[], bool], what: str) -> None:
        """Until the condition holds; the failure says what is on the phone instead of `what`."""
        self.tested.wait(condition, what)

    # Doing

    def clicks(self, name: str) -> None:
        """Waits for it, then clicks its middle."""
        self.tested.click(name)

    def clicks_at(self, place: QPoint) -> None:
        """Clicks a place of the phone, whatever is there."""
        self.tested.click_at(place)

    def place_of(self, page: MiniApp, selector: str) -> QPoint:
        """Where on the phone the page shows it, scrolled into view, whatever lies over it."""
        view = page.program.view
        (found,) = look_at(view, Spot.of(selector), bring=True).found
        surface = view.focusProxy()
        assert surface is not None
        return self.tested.place_of(surface, found.place)

    def at(self, program: OpenProgram) -> MiniApp:
        """An open program, whether it is in front or not."""
        return Opened(self.tested, program)

    def opens_sample(self, name: str) -> MiniApp:
        """Clicks its row in the launcher and waits for its first page."""
        before = set(self.phone.running)
        self.launcher.press(name)
        (opened,) = self.phone.running.keys() - before
        self.waits_until_gone("splash")
        return self.at(self.phone.running[opened])

    def picks(self, words: str) -> None:
        """Waits for a sheet that has come up, then clicks its item of these words."""
        sheet = self.find("actionSheet")
        (item,) = [one for one in sheet.findChildren(SheetItem) if one.text() == words]
        self.clicks(item.objectName())
