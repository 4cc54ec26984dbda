"""Asking, refusing, dismissing and granting, for every interface behind the later scopes."""

import pytest

from miniapp_host.permissions.decisions import Decision
from miniapp_host.permissions.prompts import Answer
from tests.api.later_calls import LATER
from tests.api.pretend_phone import OpenProgram, Phone

every_later_interface = pytest.mark.parametrize("name", LATER)


def opened(phone: Phone) -> OpenProgram:
    return phone.open(requiredBackgroundModes=["location"])


def do_your_part(program: OpenProgram, part: str) -> None:
    if part == "choose":
        book, _ = program.screen.entry_choices[-1]
        program.screen.choose(book.entries[0])
    elif part == "confirm":
        program.screen.answer(True)


@every_later_interface
def test_it_asks_and_goes_on_only_after_allow(phone: Phone, name: str) -> None:
    scope, arguments, part, end = LATER[name]
    program = opened(phone)
    answers = program.call(name, arguments)
    assert answers == []
    assert [prompt.scope.id for prompt in phone.prompter.asked] == [scope]
    assert (program.screen.entry_choices, program.screen.confirmations) == ([], [])
    phone.prompter.press(Answer.ALLOW)
    do_your_part(program, part)
    assert [answer["errMsg"] for answer in answers] == [f"{name}:{end}"]
    assert program.decision(scope) is Decision.GRANTED


@every_later_interface
def test_granted_it_asks_no_more(phone: Phone, name: str) -> None:
    scope, arguments, part, end = LATER[name]
    program = opened(phone)
    program.decide(scope, granted=True)
    answers = program.call(name, arguments)
    do_your_part(program, part)
    assert [answer["errMsg"] for answer in answers] == [f"{name}:{end}"]
    assert phone.prompter.asked == []


@every_later_interface
def test_a_refusal_is_recorded_and_later_calls_fail_without_a_prompt(
    phone: Phone, name: str
) -> None:
    scope, arguments, *_ = LATER[name]
    program = opened(phone)
    answers = program.call(name, arguments)
    phone.prompter.press(Answer.REJECT)
    denied = {"errMsg": f"{name}:fail auth deny", "errno": 103}
    assert answers == [denied]
    assert program.decision(scope) is Decision.DENIED
    assert program.result(name, arguments) == denied
    assert len(phone.prompter.asked) == 1


@every_later_interface
def test_a_dismissal_records_nothing_and_the_next_call_asks_again(phone: Phone, name: str) -> None:
    scope, arguments, *_ = LATER[name]
    program = opened(phone)
    for turn in (1, 2):
        answers = program.call(name, arguments)
        phone.prompter.press(Answer.DISMISS)
        assert answers == [{"errMsg": f"{name}:fail auth deny", "errno": 104}]
        assert program.decision(scope) is Decision.UNDECIDED
        assert len(phone.prompter.asked) == turn


@every_later_interface
def test_a_program_closed_while_it_asks_hears_nothing(phone: Phone, name: str) -> None:
    scope, arguments, *_ = LATER[name]
    program = opened(phone)
    answers = program.call(name, arguments)
    program.close()
    assert answers == []
    assert program.decision(scope) is Decision.UNDECIDED
    assert phone.prompter.withdrawn == phone.prompter.asked


@every_later_interface
def test_granting_all_other_scopes_does_not_grant_it(phone: Phone, name: str) -> None:
    scope, arguments, *_ = LATER[name]
    program = opened(phone)
    for other in {one for one, *_ in LATER.values()} - {scope} | {"scope.userLocation"}:
        program.decide(other, granted=True)
    assert program.call(name, arguments) == []
    assert [prompt.scope.id for prompt in phone.prompter.asked] == [scope]
