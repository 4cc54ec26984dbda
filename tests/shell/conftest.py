"""A phone's bare screen, still and light, and the host's words in both languages."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from miniapp_host import paths
from miniapp_host.devices.devices import Devices
from miniapp_host.devices.preferences import Preferences
from miniapp_host.shell.kit.theme import LIGHT, Theme, palette, set_motion
from miniapp_host.shell.settings.appearance import Appearance
from miniapp_host.texts import Language, Texts
from tests.shell.devices import devices_over
from tests.shell.in_front import in_front


@pytest.fixture
def texts() -> Texts:
    return Texts(Language.EN, paths.resources() / "i18n")


@pytest.fixture
def chinese() -> Texts:
    return Texts(Language.ZH, paths.resources() / "i18n")


@pytest.fixture
def make_screen(qtbot: QtBot) -> Callable[..., QWidget]:
    def make(worn: Theme = LIGHT, *, motion: bool = False, height: int = 844) -> QWidget:
        screen = QWidget()
        screen.resize(390, height)
        screen.setPalette(palette(worn))
        set_motion(screen, motion)
        return in_front(screen, qtbot)

    return make


@pytest.fixture
def screen(make_screen: Callable[..., QWidget]) -> QWidget:
    return make_screen()


@pytest.fixture
def preferences(tmp_path: Path) -> Preferences:
    return Preferences(tmp_path / "p.json")


@pytest.fixture
def devices(preferences: Preferences, tmp_path: Path) -> Devices:
    return devices_over(preferences, tmp_path)


@pytest.fixture
def appearance(preferences: Preferences) -> Appearance:
    return Appearance(preferences)
