"""The size on the screen: kept for the start that follows, which is asked about first."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from miniapp_host.devices.preferences import Preferences
from miniapp_host.paths import resources
from miniapp_host.shell.settings.appearance import Appearance
from miniapp_host.shell.settings.size_cells import SizeCells
from miniapp_host.texts import Language, Texts
from tests.shell.program_parts import click, shown


@pytest.fixture
def appearance(tmp_path: Path) -> Appearance:
    return Appearance(Preferences(tmp_path / "preferences.json"))


@pytest.fixture
def cells(qtbot: QtBot, appearance: Appearance) -> SizeCells:
    screen = QWidget()
    screen.resize(390, 844)
    qtbot.addWidget(screen)
    screen.show()
    made = SizeCells(screen, appearance, Texts(Language.EN, resources() / "i18n"))
    made.setParent(screen)
    made.show()
    return made


def test_another_size_is_kept_once_the_person_agrees_to_a_new_start(
    cells: SizeCells, appearance: Appearance, qtbot: QtBot
) -> None:
    screen = cells.window()
    click(cells, "hostSize")
    click(screen, "actionSheetItem_1")
    assert appearance.scale == 100
    with qtbot.waitSignal(cells.restart_wished):
        click(screen, "modalConfirm")
    assert appearance.scale == 75


def test_who_thinks_better_of_it_keeps_the_size(cells: SizeCells, appearance: Appearance) -> None:
    screen = cells.window()
    click(cells, "hostSize")
    click(screen, "actionSheetItem_6")
    click(screen, "modalCancel")
    assert appearance.scale == 100


def test_the_present_size_asks_nothing(cells: SizeCells) -> None:
    click(cells, "hostSize")
    click(cells.window(), "actionSheetItem_2")
    assert not shown(cells.window(), "modal")
