"""P3: no key allows before the person has moved to Allow and the half second is over."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from miniapp_host.permissions.prompts import Answer
from miniapp_host.texts import Texts
from tests.guarantees.sheets import Sheet
from tests.guarantees.tally import Tally, number
from tests.shell.asking.conftest import Watch

KEYS = (
    Qt.Key.Key_Return,
    Qt.Key.Key_Enter,
    Qt.Key.Key_Space,
    Qt.Key.Key_Y,
    Qt.Key.Key_A,
    Qt.Key.Key_Select,
    Qt.Key.Key_Yes,
)
HELD = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.AltModifier)


def test_no_key_allows_by_accident(
    screen: QWidget, texts: Texts, watch: Watch, tally: Tally
) -> None:
    for _ in range(number(3, 100)):
        sheet = Sheet(screen, texts, watch)
        for key in KEYS:
            for held in HELD:
                QTest.keyClick(screen.windowHandle(), key, held)
                watch.wait(0.2)
                tally.add(not sheet.answers, (key, held))
        sheet.press(Qt.Key.Key_Escape)
        tally.add(sheet.answers == [Answer.DISMISS], "Escape decides nothing")


def test_a_key_that_is_held_down_allows_nothing_even_on_allow(
    screen: QWidget, texts: Texts, watch: Watch, tally: Tally
) -> None:
    for _ in range(number(3, 100)):
        sheet = Sheet(screen, texts, watch)
        allow = sheet.find("allow")
        allow.setFocus(Qt.FocusReason.TabFocusReason)
        watch.wait(1)
        for key in KEYS[:3]:
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                for _ in range(5):
                    event = QKeyEvent(kind, key, HELD[0], "", True)
                    QApplication.sendEvent(allow, event)
                    tally.add(not sheet.answers, key)
        sheet.withdraw()
