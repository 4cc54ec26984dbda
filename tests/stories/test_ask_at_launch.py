"""Programs ask before they show anything; the prompt comes all the same."""

from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from miniapp_host.permissions.prompts import Answer, Prompt
from tests.conftest import MakePhone
from tests.program_folder import write_program
from tests.stories.asking_program import asking_program, wait_heard
from tests.stories.conftest import AskPerson, OpenProgram
from tests.stories.person import PROMPT, Person

LAUNCH = "App({ onLaunch() { wx.authorize({ scope: 'scope.userLocation', ...told }) } })"
TOP_LEVEL = "wx.authorize({ scope: 'scope.userLocation', ...told }); App({})"
WAYS = pytest.mark.parametrize("app", [LAUNCH, TOP_LEVEL], ids=["onLaunch", "top level"])


class WaitingPrompter:
    """Keeps the question open until the story answers it."""

    def __init__(self) -> None:
        self.answer: Callable[[Answer], None] | None = None

    def ask(self, prompt: Prompt, on_answer: Callable[[Answer], None]) -> None:
        self.answer = on_answer

    def withdraw(self, prompt: Prompt) -> None:
        self.answer = None


@WAYS
def test_a_prompt_comes_up_while_the_program_starts(
    make_phone: MakePhone, at_phone: AskPerson, folder: Path, app: str
) -> None:
    phone = make_phone()
    person = at_phone(phone)
    program = phone.open_folder(write_program(folder, asking_program(app=app)))
    person.waits_for(PROMPT)
    assert person.reads("scopeTitle") == "Access your location"
    person.prompt.allow()
    page = person.at(program)
    wait_heard(page, "authorize:ok")
    assert page.errors == []


@WAYS
def test_the_question_is_put_before_the_first_page_is_drawn(
    make_phone: MakePhone, folder: Path, qtbot: QtBot, app: str
) -> None:
    prompter = WaitingPrompter()
    phone = make_phone(prompter)
    program = phone.open_folder(write_program(folder, asking_program(app=app)))
    drawn: list[bool] = []
    program.page_shown.connect(lambda: drawn.append(prompter.answer is not None))
    qtbot.waitUntil(lambda: bool(drawn))
    assert drawn == [True]


def test_a_program_may_ask_while_its_first_page_loads(
    run_program: OpenProgram, person: Person
) -> None:
    page = run_program(asking_program(on_load="wx.getFuzzyLocation(told)"))
    person.waits_for(PROMPT)
    assert person.reads("scopeTitle") == "Access your approximate location"
    person.prompt.deny()
    wait_heard(page, "getFuzzyLocation:fail auth deny 103")
