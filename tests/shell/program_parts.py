"""What the phone's tests build again and again: a program's screen without a program."""

from functools import cached_property
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget

from miniapp_host.devices.album import Media
from miniapp_host.devices.preferences import Preferences
from miniapp_host.devices.switches import Switches
from miniapp_host.memory.database import Database
from miniapp_host.permissions.decisions import Actor, Subject
from miniapp_host.permissions.scopes import SCOPES
from miniapp_host.permissions.store import PermissionStore
from miniapp_host.shell.kit.program_icon import ProgramFace
from miniapp_host.shell.kit.theme import LIGHT, set_motion
from miniapp_host.shell.program.about_page import AskedScope, ProgramDetails
from miniapp_host.shell.program.program_screen import ProgramScreen
from miniapp_host.shell.program.supplies import Supplies
from miniapp_host.shell.settings.settings_model import SettingsModel
from miniapp_host.shell.settings.settings_panel import SettingsPanel
from miniapp_host.shell.settings.states_page import StatesPage
from miniapp_host.shell.window.phone_window import PhoneWindow
from miniapp_host.texts import Text, Texts

DETAILS = ProgramDetails(
    face=ProgramFace("wx1", "Nearby"),
    appid="wx1234567890abcdef",
    version="develop",
    folder=Path("/projects/nearby"),
    asks=(AskedScope(SCOPES[1], Text("Shows what is around you", "看看你周围")),),
)


class FakeParts:
    """A settings panel over a store in memory, an album and a package of one icon."""

    def __init__(self, texts: Texts) -> None:
        self.texts = texts
        self.album: tuple[Path, ...] = ()
        self.asked_icons: list[str] = []

    @cached_property
    def database(self) -> Database:
        """Opened when first asked for."""
        return Database(None)

    @property
    def store(self) -> PermissionStore:
        """What was decided."""
        return PermissionStore(self.database)

    @property
    def switches(self) -> Switches:
        """As on a new phone."""
        return Switches(Preferences(Path("no folder/preferences.json")))

    def make_settings(self, screen: QWidget) -> SettingsPanel:
        subject = Subject("wx1", "develop")
        return SettingsPanel(
            screen, "Nearby", SettingsModel(self.store, subject, self.texts), self.texts
        )

    def make_states(self, screen: QWidget) -> StatesPage:
        subject = Subject("wx1", "develop")
        page = StatesPage(screen, "Nearby", self.store, subject, self.texts)
        page.list_scopes(SCOPES, lambda: self.store.take_back(subject, Actor.SETTINGS))
        return page

    def read_icon(self, path: str) -> bytes | None:
        self.asked_icons.append(path)
        return None

    def media(self, _media: Media) -> tuple[Path, ...]:
        return self.album

    def screen(self, details: ProgramDetails = DETAILS) -> ProgramScreen:
        supplies = Supplies(
            make_settings=self.make_settings,
            make_states=self.make_states,
            switches=self.switches,
            read_icon=self.read_icon,
            media=self.media,
        )
        program = ProgramScreen(details, supplies, self.texts)
        program.set_view(QLabel("page"))
        return program


def phone_window(texts: Texts) -> PhoneWindow:
    """A window without motion, with an empty launcher; not shown yet."""
    window = PhoneWindow(texts, LIGHT)
    set_motion(window, False)
    window.set_launcher(QWidget(objectName="launcher"))
    return window


def click(parent: QWidget, name: str) -> None:
    """A real click on the visible widget of that name."""
    found = [child for child in parent.findChildren(QWidget, name) if child.isVisible()]
    assert len(found) == 1, f"{len(found)} visible widgets are called {name}"
    QTest.mouseClick(found[0], Qt.MouseButton.LeftButton)


def shown(parent: QWidget, name: str) -> bool:
    """Whether a widget of that name is visible."""
    return any(child.isVisible() for child in parent.findChildren(QWidget, name))
