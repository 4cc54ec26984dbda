"""P19 on the screen: a sheet that Qt deletes, or that has no screen, decides nothing."""

import shiboken6
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from miniapp_host.permissions.prompts import Answer
from miniapp_host.shell.asking.authorization_dialog import AuthorizationDialog
from miniapp_host.shell.asking.dialog_prompter import DialogPrompter
from miniapp_host.texts import Texts
from tests.guarantees.sheets import prompt_of
from tests.guarantees.tally import Tally, number


def test_a_sheet_that_qt_deletes_decides_nothing(
    screen: QWidget, texts: Texts, tally: Tally, qtbot: QtBot
) -> None:
    prompter = DialogPrompter(texts)
    prompter.attach(screen)
    for _ in range(number(10, 200)):
        heard: list[Answer] = []
        prompter.ask(prompt_of(), heard.append)
        shiboken6.delete(screen.findChild(AuthorizationDialog))
        qtbot.waitUntil(lambda heard=heard: bool(heard))
        tally.add(heard == [Answer.DISMISS], heard)


def test_without_a_screen_nobody_is_asked(texts: Texts, tally: Tally) -> None:
    for _ in range(number(10, 200)):
        heard: list[Answer] = []
        DialogPrompter(texts).ask(prompt_of(), heard.append)
        tally.add(heard == [Answer.DISMISS], heard)
