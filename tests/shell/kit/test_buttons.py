import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from miniapp_host.shell.kit.buttons import Button, Kind, LinkButton
from miniapp_host.shell.kit.theme import LIGHT


def corner(button: QWidget) -> QColor:
    return button.grab().toImage().pixelColor(10, button.height() // 2)


def test_a_button_is_48_high_and_184_wide_and_a_mini_one_32_high(screen: QWidget) -> None:
    assert Button("OK", parent=screen).sizeHint().toTuple() == (184, 48)
    assert Button("OK", mini=True, parent=screen).sizeHint().height() == 32


def test_a_primary_button_is_green(screen: QWidget) -> None:
    button = Button("OK", Kind.PRIMARY, parent=screen)
    button.setGeometry(100, 100, 184, 48)
    button.show()
    assert corner(button) == QColor(LIGHT.brand)
    button.setDown(True)
    assert corner(button) == QColor(LIGHT.brand_pressed)


@pytest.mark.parametrize("kind", list(Kind))
def test_a_text_too_long_stays_inside(screen: QWidget, kind: Kind) -> None:
    button = Button("long " * 1_000, kind, parent=screen)
    assert button.minimumSizeHint().width() <= 96
    button.resize(120, 48)
    button.show()
    assert not button.grab().isNull()


def test_a_link_is_pressed_like_a_button(screen: QWidget, qtbot: QtBot) -> None:
    link = LinkButton("More", parent=screen)
    link.resize(link.sizeHint())
    link.show()
    with qtbot.waitSignal(link.clicked):
        qtbot.mouseClick(link, Qt.MouseButton.LeftButton)
