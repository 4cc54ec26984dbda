"""A program in an endless loop: the person is told, and decides."""

from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from miniapp_host.phone.phone import Phone
from miniapp_host.phone.program import OpenProgram
from miniapp_host.shell.sheets.action_sheet import ActionSheetDialog
from miniapp_host.testing.miniapp import MiniApp
from tests.driver import PATIENCE_MS
from tests.program_folder import write_program
from tests.shell.program_parts import click
from tests.stories.conftest import OpenProgram as Open

LOOPING = {
    "index.wxml": "<view id='stop' bindtap='stop'>stop</view><view id='end' bindtap='end'>end</view><view id='nothing'>nothing</view>",
    "index.js": """wx.onThemeChange(({theme}) => { while (theme === 'loop'); })
    Page({
      stop() { while (true); },
      end() { const start = Date.now(); while (Date.now() - start < 2500); },
    })""",
}


@pytest.fixture
def page(phone: Phone, open_folder: Open, tmp_path: Path) -> MiniApp:
    return open_folder(phone, write_program(tmp_path / "program", LOOPING))


def hasten(program: OpenProgram) -> None:
    """A beat takes 100 ms instead of two seconds."""
    beat = program.view.findChild(QTimer, "pulse")
    assert beat is not None
    beat.setInterval(100)


def question(program: OpenProgram, qtbot: QtBot) -> ActionSheetDialog:
    """What the phone asks, once it does."""
    found: list[ActionSheetDialog] = []

    def comes() -> bool:
        found[:] = program.screen.findChildren(ActionSheetDialog)
        return bool(found) and found[0].isVisible()

    qtbot.waitUntil(comes, timeout=PATIENCE_MS)
    return found[0]


def test_the_person_is_told_and_restarts_it(page: MiniApp, qtbot: QtBot) -> None:
    program = page.program
    hasten(program)
    page.tap("#stop")
    asked = question(program, qtbot)
    assert program.screen.name in asked.accessibleName()
    with qtbot.waitSignals([program.restarted, program.page_shown], timeout=PATIENCE_MS):
        click(asked, "actionSheetItem_0")
    assert page.text_of("#stop") == "stop"


def test_or_closes_it(page: MiniApp, phone: Phone, qtbot: QtBot) -> None:
    hasten(page.program)
    page.tap("#stop")
    asked = question(page.program, qtbot)
    click(asked, "actionSheetItem_1")
    qtbot.waitUntil(lambda: not phone.running, timeout=PATIENCE_MS)


def test_or_waits_and_is_asked_again(page: MiniApp, qtbot: QtBot) -> None:
    hasten(page.program)
    page.tap("#stop")
    click(question(page.program, qtbot), "actionSheetCancel")
    qtbot.waitUntil(lambda: not page.program.screen.findChildren(ActionSheetDialog))
    assert question(page.program, qtbot).isVisible()


def test_a_question_that_goes_without_a_choice_comes_again(
    page: MiniApp, phone: Phone, qtbot: QtBot
) -> None:
    hasten(page.program)
    page.tap("#stop")
    question(page.program, qtbot).leave()
    qtbot.waitUntil(lambda: not page.program.screen.findChildren(ActionSheetDialog))
    question(page.program, qtbot).leave()
    qtbot.waitUntil(lambda: not page.program.screen.findChildren(ActionSheetDialog))
    click(page.program.screen, "capsuleClose")
    qtbot.waitUntil(lambda: not phone.running, timeout=PATIENCE_MS)


def test_the_question_goes_when_the_program_answers_after_all(page: MiniApp, qtbot: QtBot) -> None:
    hasten(page.program)
    page.tap("#end")
    question(page.program, qtbot)
    qtbot.waitUntil(
        lambda: not page.program.screen.findChildren(ActionSheetDialog), timeout=PATIENCE_MS
    )


def test_the_capsule_leads_out_meanwhile(page: MiniApp, phone: Phone, qtbot: QtBot) -> None:
    page.tap("#stop")
    click(page.program.screen, "capsuleClose")
    qtbot.waitUntil(lambda: not phone.running, timeout=PATIENCE_MS)


def test_a_program_that_nobody_touches_is_left_alone(page: MiniApp, qtbot: QtBot) -> None:
    hasten(page.program)
    beat = page.program.view.findChild(QTimer, "pulse")
    qtbot.waitUntil(lambda: not beat.isActive(), timeout=PATIENCE_MS)
    page.tap("#nothing")
    assert beat.isActive()
    qtbot.waitUntil(lambda: not beat.isActive(), timeout=PATIENCE_MS)


def test_one_in_a_loop_is_told_when_the_person_wants_to_go_back(
    page: MiniApp, qtbot: QtBot
) -> None:
    hasten(page.program)
    beat = page.program.view.findChild(QTimer, "pulse")
    qtbot.waitUntil(lambda: not beat.isActive(), timeout=PATIENCE_MS)
    page.program.view.link.tell("event", "themeChange", {"theme": "loop"})
    assert not beat.isActive()
    page.program.screen.back_requested.emit()
    assert question(page.program, qtbot).isVisible()
