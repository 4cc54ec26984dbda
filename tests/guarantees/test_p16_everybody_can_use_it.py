"""P16: names for those who cannot see, an order for the keyboard, and contrast."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QWidget

from miniapp_host.permissions.prompts import Answer
from miniapp_host.shell.kit.theme import DARK, LIGHT, Theme
from miniapp_host.texts import Texts
from tests.guarantees.sheets import Sheet, prompt_of
from tests.guarantees.tally import Tally
from tests.shell.asking.conftest import Watch

LEAST_CONTRAST = 4.5
"""Of text on its ground, by the web's accessibility guidelines."""


def test_everything_has_a_name_and_the_keyboard_reaches_it(
    screen: QWidget, texts: Texts, watch: Watch, tally: Tally
) -> None:
    for answer, times in ((Answer.REJECT, 1), (Answer.ALLOW, 2)):
        sheet = Sheet(screen, texts, watch, prompt_of(purpose="To show the weather"))
        told = sheet.dialog.accessibleName()
        tally.add("Weather" in told and "location" in told, told)
        tally.add(sheet.dialog.accessibleDescription() == "To show the weather")
        tally.add(sheet.find("requesterInfo").accessibleName() == "Who asks")
        watch.wait(1)
        order = []
        for _ in range(times):
            sheet.press(Qt.Key.Key_Tab)
            focused = QApplication.focusWidget()
            order.append(focused.objectName() if focused else "")
        tally.add(order == ["reject", "allow"][:times], order)
        sheet.press(Qt.Key.Key_Space)
        tally.add(sheet.answers == [answer], sheet.answers)


@pytest.mark.parametrize("worn", [LIGHT, DARK], ids=lambda theme: str(theme.name))
def test_its_words_stand_out_from_their_ground(tally: Tally, worn: Theme) -> None:
    for tone in (worn.fg_0,):
        tally.add(contrast(tone, worn.bg_2) >= LEAST_CONTRAST, (worn.name, tone))


def contrast(one: str, two: str) -> float:
    """From 1 to 21, by the same guidelines; a see-through colour counts as laid on the other."""
    bright, dark = sorted((_light(blended(one, two)), _light(QColor(two))), reverse=True)
    return (bright + 0.05) / (dark + 0.05)


def blended(over: str, under: str) -> QColor:
    top, ground = QColor(over), QColor(under)
    share = top.alphaF()
    parts = zip(top.getRgbF()[:3], ground.getRgbF()[:3], strict=True)
    return QColor.fromRgbF(*(a * share + b * (1 - share) for a, b in parts))


def _light(colour: QColor) -> float:
    parts = [
        one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4
        for one in colour.getRgbF()[:3]
    ]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
