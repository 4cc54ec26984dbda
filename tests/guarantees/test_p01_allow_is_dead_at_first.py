"""P1: Allow takes no click for half a second after anything that the person sees has changed."""

import random
from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QWidget

from miniapp_host.permissions.prompts import Answer
from miniapp_host.shell.kit.theme import DARK, LIGHT, palette
from miniapp_host.texts import Texts
from tests.guarantees.sheets import Sheet
from tests.guarantees.tally import Tally, number
from tests.shell.asking.conftest import Watch


def nothing(sheet: Sheet) -> None:
    """The sheet has just come up."""


def window_event(kind: QEvent.Type) -> Callable[[Sheet], None]:
    def happen(sheet: Sheet) -> None:
        QApplication.sendEvent(sheet.screen, QEvent(kind))

    return happen


def shown_again(sheet: Sheet) -> None:
    sheet.dialog.hide()
    sheet.dialog.show()


def resized(sheet: Sheet) -> None:
    sheet.screen.resize(390, 840 if sheet.screen.height() == 844 else 844)


def another_theme(sheet: Sheet) -> None:
    worn = LIGHT if sheet.screen.palette() == palette(DARK) else DARK
    sheet.screen.setPalette(palette(worn))


def an_early_press(sheet: Sheet) -> None:
    QApplication.sendEvent(sheet.screen, QEvent(QEvent.Type.WindowActivate))
    sheet.click()


CHANGES = {
    "shown": nothing,
    "activated": window_event(QEvent.Type.WindowActivate),
    "moved": window_event(QEvent.Type.Move),
    "restored": window_event(QEvent.Type.WindowStateChange),
    "shown again": shown_again,
    "resized": resized,
    "theme": another_theme,
    "press": an_early_press,
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES.keys())
def test_no_click_allows_within_half_a_second_and_one_after_it_does(
    screen: QWidget, texts: Texts, watch: Watch, tally: Tally, change: Callable[[Sheet], None]
) -> None:
    chance = random.Random(1)
    for _ in range(number(12, 1_000)):
        sheet = Sheet(screen, texts, watch)
        if change is not nothing:
            watch.wait(chance.uniform(0.6, 60.0))
        change(sheet)
        watch.wait(chance.uniform(0.0, 0.499))
        sheet.click()
        early = list(sheet.answers)
        watch.wait(0.6)
        sheet.click()
        tally.add(not early and sheet.answers == [Answer.ALLOW], early or sheet.answers)
        sheet.withdraw()
        screen.findChildren(QWidget)


def test_a_second_prompt_that_takes_the_place_of_the_first_is_dead_at_first_too(
    screen: QWidget, texts: Texts, watch: Watch, tally: Tally
) -> None:
    for _ in range(number(12, 1_000)):
        first = Sheet(screen, texts, watch)
        watch.wait(0.6)
        first.click()
        second = Sheet(screen, texts, watch)
        second.click()
        watch.wait(0.3)
        early = list(second.answers)
        second.click()
        watch.wait(0.6)
        second.click()
        right = first.answers == [Answer.ALLOW] and not early
        tally.add(right and second.answers == [Answer.ALLOW], (first.answers, second.answers))
        second.withdraw()
