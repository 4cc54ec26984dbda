"""The capsule: two halves, two signals."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from miniapp_host.shell.program.capsule import HEIGHT, WIDTH, Capsule
from miniapp_host.texts import Texts
from tests.shell.program_parts import click


def test_each_half_says_its_own(qtbot: QtBot, screen: QWidget, texts: Texts) -> None:
    capsule = Capsule(texts, screen)
    capsule.show()
    with qtbot.assertNotEmitted(capsule.close_clicked), qtbot.waitSignal(capsule.menu_clicked):
        click(capsule, "capsuleMenu")
    with qtbot.assertNotEmitted(capsule.menu_clicked), qtbot.waitSignal(capsule.close_clicked):
        click(capsule, "capsuleClose")


def test_it_has_the_measures_that_programs_are_told(screen: QWidget, texts: Texts) -> None:
    capsule = Capsule(texts, screen)
    assert (capsule.width(), capsule.height()) == (WIDTH, HEIGHT) == (87, 32)


def test_it_is_drawn_for_dark_and_light_bars(screen: QWidget, texts: Texts) -> None:
    capsule = Capsule(texts, screen)
    capsule.show()
    dark_ink = capsule.grab().toImage()
    capsule.set_white(True)
    assert capsule.white
    assert capsule.grab().toImage() != dark_ink


def test_the_keyboard_presses_it(qtbot: QtBot, screen: QWidget, texts: Texts) -> None:
    capsule = Capsule(texts, screen)
    capsule.show()
    half = capsule.findChild(QWidget, "capsuleClose")
    half.setFocus(Qt.FocusReason.TabFocusReason)
    with qtbot.waitSignal(capsule.close_clicked):
        QTest.keyClick(half, Qt.Key.Key_Return)


def test_it_says_what_its_halves_are(screen: QWidget, chinese: Texts) -> None:
    capsule = Capsule(chinese, screen)
    names = {half.accessibleName() for half in capsule.findChildren(QWidget) if half.objectName()}
    assert names == {"更多", "关闭"}
