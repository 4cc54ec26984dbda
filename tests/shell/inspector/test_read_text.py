"""A text to read is as high as its lines, in whatever language."""

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from miniapp_host.shell.inspector.read_text import ReadText
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
