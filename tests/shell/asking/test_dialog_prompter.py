import gc
import weakref
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from miniapp_host.permissions.decisions import Subject
from miniapp_host.permissions.prompts import Answer, Prompt, Prompter, Requester, make_prompt
from miniapp_host.permissions.scopes import SCOPES
from miniapp_host.shell.asking.authorization_dialog import AuthorizationDialog
from miniapp_host.shell.asking.dialog_prompter import DialogPrompter
from miniapp_host.shell.kit.buttons import Button
from miniapp_host.texts import Texts

LEFT = Qt.MouseButton.LeftButton


def a_prompt() -> Prompt:
    requester = Requester("Weather", None, "wx1", "develop", Path("/somewhere"))
    return make_prompt(Subject("wx1", "develop"), requester, SCOPES[1], purpose="Why")


def shown_on(screen: QWidget) -> list[AuthorizationDialog]:
    dialogs = screen.findChildren(AuthorizationDialog)
    return [dialog for dialog in dialogs if dialog.isVisible() and not dialog.leaving]


def click(dialog: QWidget, name: str, qtbot: QtBot) -> None:
    button = dialog.findChild(Button, name)
    assert isinstance(button, Button)
    qtbot.mouseClick(button, LEFT)


def test_it_asks_on_the_screen_it_is_attached_to(
    screen: QWidget, texts: Texts, qtbot: QtBot
) -> None:
    prompter: Prompter
    prompter = attached = DialogPrompter(texts, guard_ms=0)
    attached.attach(screen)
    answers: list[Answer] = []
    prompter.ask(a_prompt(), answers.append)
    (dialog,) = shown_on(screen)
    click(dialog, "allow", qtbot)
    assert answers == [Answer.ALLOW]
    assert shown_on(screen) == []


def test_the_guard_is_half_a_second_unless_told(
    screen: QWidget, texts: Texts, qtbot: QtBot
) -> None:
    prompter = DialogPrompter(texts)
    prompter.attach(screen)
    answers: list[Answer] = []
    prompter.ask(a_prompt(), answers.append)
    click(shown_on(screen)[0], "allow", qtbot)
    assert answers == []


def test_a_withdrawn_prompt_goes_and_never_answers(
    screen: QWidget, texts: Texts, qtbot: QtBot
) -> None:
    prompter = DialogPrompter(texts, guard_ms=0)
    prompter.attach(screen)
    answers: list[Answer] = []
    prompt = a_prompt()
    prompter.ask(prompt, answers.append)
    (dialog,) = shown_on(screen)
    prompter.withdraw(prompt)
    prompter.withdraw(prompt)
    qtbot.waitUntil(lambda: not shiboken6.isValid(dialog))
    assert answers == []


def test_a_prompt_that_is_not_shown_is_not_withdrawn(screen: QWidget, texts: Texts) -> None:
    prompter = DialogPrompter(texts, guard_ms=0)
    prompter.attach(screen)
    prompter.ask(a_prompt(), [].append)
    prompter.withdraw(a_prompt())
    assert len(shown_on(screen)) == 1


def test_the_next_prompt_may_come_while_the_last_one_answers(
    screen: QWidget, texts: Texts, qtbot: QtBot
) -> None:
    prompter = DialogPrompter(texts, guard_ms=0)
    prompter.attach(screen)
    answers: list[Answer] = []
    second = a_prompt()

    def ask_again(answer: Answer) -> None:
        answers.append(answer)
        prompter.ask(second, answers.append)

    prompter.ask(a_prompt(), ask_again)
    click(shown_on(screen)[0], "reject", qtbot)
    (dialog,) = shown_on(screen)
    prompter.withdraw(second)
    assert shown_on(screen) == []
    assert answers == [Answer.REJECT]
    assert dialog.leaving


def test_a_screen_that_went_takes_its_prompt_along_as_dismissed(
    screen: QWidget, texts: Texts, qtbot: QtBot
) -> None:
    part = QWidget(screen)
    part.show()
    prompter = DialogPrompter(texts, guard_ms=0)
    prompter.attach(part)
    answers: list[Answer] = []
    prompter.ask(a_prompt(), answers.append)
    part.deleteLater()
    qtbot.waitUntil(lambda: answers == [Answer.DISMISS])
    prompter.ask(a_prompt(), answers.append)
    assert answers == [Answer.DISMISS, Answer.DISMISS]


def test_a_dialog_that_qt_deletes_counts_as_dismissed_and_the_next_one_comes(
    screen: QWidget, texts: Texts, qtbot: QtBot
) -> None:
    prompter = DialogPrompter(texts, guard_ms=0)
    prompter.attach(screen)
    answers: list[Answer] = []

    def ask_again(answer: Answer) -> None:
        answers.append(answer)
        prompter.ask(a_prompt(), answers.append)

    prompter.ask(a_prompt(), ask_again)
    shiboken6.delete(shown_on(screen)[0])
    assert answers == []
    qtbot.waitUntil(lambda: answers == [Answer.DISMISS])
    click(shown_on(screen)[0], "allow", qtbot)
    assert answers == [Answer.DISMISS, Answer.ALLOW]


def test_a_deleted_dialog_whose_prompt_is_withdrawn_answers_nothing(
    screen: QWidget, texts: Texts, qtbot: QtBot
) -> None:
    prompter = DialogPrompter(texts, guard_ms=0)
    prompter.attach(screen)
    answers: list[Answer] = []
    prompt = a_prompt()
    prompter.ask(prompt, answers.append)
    shiboken6.delete(shown_on(screen)[0])
    prompter.withdraw(prompt)
    qtbot.wait(1)
    assert answers == []


@pytest.mark.parametrize("way", ["reject", "allow", "esc", "withdrawn", "deleted"])
def test_nothing_is_kept_of_a_prompt_that_is_gone(
    screen: QWidget, texts: Texts, qtbot: QtBot, way: str
) -> None:
    prompter = DialogPrompter(texts, guard_ms=0)
    prompter.attach(screen)
    gone: list[weakref.ref[object]] = []

    def come_and_go() -> None:
        prompt = a_prompt()
        prompter.ask(prompt, [].append)
        (dialog,) = shown_on(screen)
        gone.extend((weakref.ref(prompt), weakref.ref(dialog)))
        match way:
            case "esc":
                qtbot.keyClick(dialog, Qt.Key.Key_Escape)
            case "withdrawn":
                prompter.withdraw(prompt)
            case "deleted":
                shiboken6.delete(dialog)
            case button:
                click(dialog, button, qtbot)
        qtbot.waitUntil(lambda: not shiboken6.isValid(dialog))

    for _ in range(5):
        come_and_go()
    qtbot.wait(1)
    gc.collect()
    assert [one for one in gone if one() is not None] == []


def test_a_screen_that_went_is_not_kept(screen: QWidget, texts: Texts, qtbot: QtBot) -> None:
    prompter = DialogPrompter(texts, guard_ms=0)
    part = QWidget(screen)
    gone = weakref.ref(part)
    prompter.attach(part)
    shiboken6.delete(part)
    del part
    gc.collect()
    assert gone() is None


def test_without_a_screen_nobody_is_asked_and_nothing_decided(texts: Texts) -> None:
    answers: list[Answer] = []
    DialogPrompter(texts).ask(a_prompt(), answers.append)
    assert answers == [Answer.DISMISS]
