"""P8: in a window that is not active no click allows; the prompt lies whole within the phone."""

import pytest
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from miniapp_host.permissions.prompts import Answer
from miniapp_host.texts import Texts
from tests.guarantees.sheets import Sheet
from tests.guarantees.tally import Tally, number
from tests.shell.asking.conftest import Watch


def test_the_first_click_on_a_window_that_is_not_active_only_activates_it(
    screen: QWidget, texts: Texts, watch: Watch, tally: Tally, qtbot: QtBot
) -> None:
    other = QWidget()
    qtbot.addWidget(other)
    other.show()
    for _ in range(number(3, 50)):
        screen.activateWindow()
        qtbot.waitUntil(screen.isActiveWindow)
        sheet = Sheet(screen, texts, watch)
        watch.wait(60)
        other.activateWindow()
        qtbot.waitUntil(other.isActiveWindow)
        sheet.click()
        behind = list(sheet.answers)
        screen.activateWindow()
        qtbot.waitUntil(screen.isActiveWindow)
        sheet.click()
        early = list(sheet.answers)
        watch.wait(0.6)
        sheet.click()
        tally.add(not behind and not early and sheet.answers == [Answer.ALLOW], sheet.answers)
        sheet.withdraw()


@pytest.mark.parametrize("height", [480, 568, 667, 844, 932])
def test_the_prompt_lies_whole_within_the_phone(
    screen: QWidget, texts: Texts, watch: Watch, tally: Tally, height: int
) -> None:
    screen.resize(320 if height < 600 else 390, height)
    sheet = Sheet(screen, texts, watch)
    for name in ("allow", "reject", "programName", "scopeTitle"):
        tally.add(screen.rect().contains(QRect(*sheet.place(name))), (height, name))
    sheet.withdraw()
