"""The splash and the failure page: what stands where a first page is not yet, or never."""

from collections.abc import Callable
from datetime import datetime

import shiboken6
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from miniapp_host.shell.console.console_model import Level, LogEntry
from miniapp_host.shell.kit.program_icon import ProgramFace
from miniapp_host.shell.program.failure_page import FailurePage
from miniapp_host.shell.program.splash import Splash
from miniapp_host.texts import Texts
from tests.shell.program_parts import click

FACE = ProgramFace("wx1", "Nearby" * 20)


def test_it_fades_away_and_is_gone(make_screen: Callable[..., QWidget], qtbot: QtBot) -> None:
    screen = make_screen(motion=True)
    splash = Splash(FACE, screen)
    splash.resize(390, 844)
    splash.show()
    assert not splash.grab().isNull()
    splash.leave()
    assert splash.isVisible()
    qtbot.waitUntil(lambda: not shiboken6.isValid(splash))


def test_without_motion_it_goes_at_once(screen: QWidget) -> None:
    splash = Splash(FACE, screen)
    splash.show()
    splash.leave()
    assert not splash.isVisible()


def test_a_failure_names_the_error_and_its_place(
    screen: QWidget, texts: Texts, qtbot: QtBot
) -> None:
    error = LogEntry(Level.ERROR, "boom " * 300, "pages/a.js", 7, datetime(2026, 1, 1))
    page = FailurePage("Nearby", error, texts, screen)
    page.resize(390, 844)
    page.show()
    assert page.findChild(QLabel, "failurePlace").text() == "pages/a.js:7"
    with qtbot.waitSignal(page.console_clicked):
        click(page, "failureConsole")
    with qtbot.waitSignal(page.restart_clicked):
        click(page, "failureRestart")


def test_a_failure_without_an_error_says_so(screen: QWidget, chinese: Texts) -> None:
    page = FailurePage("附近", None, chinese, screen)
    words = [label.text() for label in page.findChildren(QLabel)]
    assert "无法显示“附近”" in words
    assert any("控制台" in word for word in words)
