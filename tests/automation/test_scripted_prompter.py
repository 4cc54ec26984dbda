"""A person made of prepared answers."""

from pathlib import Path

import pytest

from miniapp_host.automation.scripted_prompter import ScriptedPrompter
from miniapp_host.permissions.decisions import Subject
from miniapp_host.permissions.prompts import Answer, Prompt, Requester, make_prompt
from miniapp_host.permissions.scopes import SCOPES

LOCATION = "scope.userLocation"


def prompt(scope_id: str = LOCATION) -> Prompt:
    return make_prompt(
        subject=Subject("wx1", "develop"),
        requester=Requester("Program", None, "wx1", "develop", Path("/folder")),
        scope=next(scope for scope in SCOPES if scope.id == scope_id),
        purpose="",
        profile=None,
    )


def test_prepared_answers_are_given_in_order() -> None:
    prompter = ScriptedPrompter({LOCATION: [Answer.REJECT, Answer.ALLOW]})
    heard: list[Answer] = []
    prompter.ask(prompt(), heard.append)
    prompter.ask(prompt(), heard.append)
    assert heard == [Answer.REJECT, Answer.ALLOW]
    assert len(prompter.asked) == 2
    assert prompter.left_over == {}


def test_answers_that_nobody_asked_for_are_left_over() -> None:
    prompter = ScriptedPrompter({LOCATION: [Answer.ALLOW]})
    assert prompter.left_over == {LOCATION: (Answer.ALLOW,)}


def test_an_unprepared_prompt_stays_open_until_it_is_answered() -> None:
    prompter = ScriptedPrompter()
    heard: list[Answer] = []
    asked = prompt()
    prompter.ask(asked, heard.append)
    assert prompter.open_prompt is asked
    assert heard == []
    prompter.answer(Answer.DISMISS)
    assert heard == [Answer.DISMISS]
    assert prompter.open_prompt is None


def test_a_withdrawn_prompt_can_not_be_answered() -> None:
    prompter = ScriptedPrompter()
    asked = prompt()
    prompter.ask(asked, lambda _answer: pytest.fail("answered after it was withdrawn"))
    prompter.withdraw(asked)
    with pytest.raises(LookupError):
        prompter.answer(Answer.ALLOW)
