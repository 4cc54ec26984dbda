"""A text to read is as high as its lines, in whatever language."""

from collections.abc import Callable

import pytest
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from miniapp_host.shell.inspector.read_text import ReadText
from miniapp_host.shell.kit.code_font import code_font
from miniapp_host.shell.kit.label import PlainLabel
from miniapp_host.shell.kit.theme import font


@pytest.mark.parametrize("words", ["Chinese ", "需要你的位置信息来推荐附近的门店"])
@pytest.mark.parametrize("times", [1, 12])
def test_every_line_is_seen_whole(screen: QWidget, qtbot: QtBot, words: str, times: int) -> None:
    text = ReadText(words * times, font(13), screen)
    text.resize(300, 10)
    text.show()
    qtbot.waitExposed(text)
    bottom = text.blockBoundingGeometry(text.document().lastBlock()).bottom()
    assert text.viewport().height() >= bottom
    assert text.verticalScrollBar().maximum() == 0


@pytest.mark.parametrize("make", [lambda: font(13), lambda: code_font(12)], ids=["text", "code"])
def test_its_first_line_stands_beside_that_of_its_label(
    screen: QWidget, qtbot: QtBot, make: Callable[[], QFont]
) -> None:
    text = ReadText("scope.camera", make(), screen)
    text.resize(300, 10)
    text.show()
    qtbot.waitExposed(text)
    line = text.blockBoundingGeometry(text.document().firstBlock())
    middle = text.viewport().y() + line.center().y()
    assert abs(middle - PlainLabel("Scope", pixels=12).heightForWidth(100) / 2) <= 1
