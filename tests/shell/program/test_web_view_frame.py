"""What stands around a page of the web, and in its place."""

import pytest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from miniapp_host.shell.program.web_view_frame import WebTrouble, WebViewFrame
from miniapp_host.texts import Language, Texts
from tests.shell.program_parts import click, shown

ADDRESS = "https://h5.example/a?b=c"


@pytest.fixture
def frame(screen: QWidget, texts: Texts) -> WebViewFrame:
    made = WebViewFrame(QLabel("the web"), texts, screen)
    made.setGeometry(screen.rect())
    made.show()
    return made


def words(frame: WebViewFrame) -> str:
    trouble = frame.findChild(QWidget, "webTrouble")
    return " ".join(one.text() for one in trouble.findChildren(QLabel)) if trouble else ""


def test_a_line_is_there_until_all_has_come(frame: WebViewFrame) -> None:
    assert not shown(frame, "webLoading")
    for percent in (0, 40, 100):
        frame.show_loading(percent)
        assert shown(frame, "webLoading")
    frame.show_loaded()
    frame.show_loading(100)
    assert not shown(frame, "webLoading")


def test_what_failed_can_be_tried_again(qtbot: QtBot, frame: WebViewFrame) -> None:
    frame.show_trouble(WebTrouble.FAILED, ADDRESS, "ERR_TIMED_OUT")
    assert ADDRESS in words(frame)
    assert "ERR_TIMED_OUT" in words(frame)
    with qtbot.waitSignal(frame.retry_clicked):
        click(frame, "webRetry")
    frame.show_document()
    assert not shown(frame, "webTrouble")


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize(
    ("trouble", "named"),
    [(WebTrouble.REFUSED, "https://h5.example"), (WebTrouble.NO_ADDRESS, ADDRESS)],
)
def test_what_may_not_be_opened_names_it_and_the_remedy(
    frame: WebViewFrame, texts: Texts, language: Language, trouble: WebTrouble, named: str
) -> None:
    texts.language = language
    frame.show_trouble(trouble, ADDRESS)
    assert named in words(frame)
    assert "web-view" in words(frame)
    assert not shown(frame, "webRetry")
    assert ("Can’t" in words(frame) or "Nothing" in words(frame)) == (language is Language.EN)


def test_the_ground_is_that_of_what_is_shown(qtbot: QtBot, frame: WebViewFrame) -> None:
    assert frame.ground == "#ffffff"
    with qtbot.waitSignal(frame.changed):
        frame.show_trouble(WebTrouble.REFUSED, ADDRESS)
    assert frame.in_trouble
