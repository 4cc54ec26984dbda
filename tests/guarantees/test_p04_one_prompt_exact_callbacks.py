"""P4: requests for one scope share one prompt, others come in order, and everybody hears once."""

from contextlib import closing

from miniapp_host.memory.database import Database
from miniapp_host.permissions.decisions import Subject
from miniapp_host.permissions.outcomes import Outcome
from miniapp_host.permissions.prompts import Answer
from miniapp_host.permissions.scopes import SCOPES
from tests.guarantees.tally import Tally, number
from tests.permissions.conftest import LOCATION, Phone, ask_for

OUTCOMES = {
    Answer.ALLOW: Outcome.GRANTED,
    Answer.REJECT: Outcome.REFUSED,
    Answer.DISMISS: Outcome.DISMISSED,
}


def test_a_hundred_requests_share_one_prompt_and_hear_once(tally: Tally) -> None:
    for each in range(number(20, 200)):
        for answer, outcome in OUTCOMES.items():
            with closing(Database(None)) as database:
                phone = Phone(database)
                heard = [phone.request(ask_for(LOCATION)) for _ in range(100)]
                phone.prompter.answer(answer)
                one = len(phone.prompter.asked) == 1
                tally.add(one and heard == [[outcome]] * 100, (each, answer))


def test_all_scopes_of_several_programs_are_asked_one_at_a_time_in_order(tally: Tally) -> None:
    for _ in range(number(5, 50)):
        with closing(Database(None)) as database:
            phone = Phone(database)
            wanted = [(f"wx{program}", scope.id) for program in range(3) for scope in SCOPES]
            heard = [
                phone.request(ask_for(scope, Subject(program, "develop")))
                for program, scope in wanted
            ]
            for at, asked in enumerate(wanted):
                shown = phone.prompter.questions
                tally.add(shown == wanted[: at + 1], asked)
                phone.prompter.answer(list(OUTCOMES)[at % 3])
            expected = [[list(OUTCOMES.values())[at % 3]] for at in range(len(wanted))]
            tally.add(heard == expected, "everybody heard once")
