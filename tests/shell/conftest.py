"""A phone's bare screen, still and light, and the host's words in both languages."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from miniapp_host import paths
from miniapp_host.shell.kit.theme import LIGHT, Theme, palette, set_motion
from miniapp_host.texts import Language, Texts


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
        qtbot.addWidget(screen)
        screen.show()
        screen.activateWindow()
        qtbot.waitUntil(screen.isActiveWindow)
        return screen

    return make


@pytest.fixture
def screen(make_screen: Callable[..., QWidget]) -> QWidget:
    return make_screen()
