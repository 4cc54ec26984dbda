"""P19: where the prompt can't be shown, breaks or goes by itself, nothing is decided."""

from collections.abc import Callable
from contextlib import closing, suppress

from miniapp_host.memory.database import Database
from miniapp_host.permissions.broker import Broker
from miniapp_host.permissions.decisions import Decision, Subject
from miniapp_host.permissions.outcomes import Outcome
from miniapp_host.permissions.prompts import Answer, Prompt
from miniapp_host.permissions.store import PermissionStore
from tests.guarantees.tally import Tally, number
from tests.permissions.conftest import LOCATION, ask_for


class BrokenError(Exception):
    pass


class BrokenPrompter:
    """Breaks while it shows a prompt, before or after it had an answer to give."""

    def __init__(self, answer: Answer | None) -> None:
        self.answer = answer
        self.late: list[Callable[[Answer], None]] = []

    def ask(self, prompt: Prompt, on_answer: Callable[[Answer], None]) -> None:
        self.late.append(on_answer)
        raise BrokenError

    def withdraw(self, prompt: Prompt) -> None:
        """Nothing is on the screen."""


def test_a_prompt_that_breaks_decides_nothing(tally: Tally) -> None:
    for each in range(number(50, 500)):
        with closing(Database(None)) as database:
            store, prompter = PermissionStore(database), BrokenPrompter(None)
            broker = Broker(store, prompter, lambda error: None)
            subject, heard = Subject(f"wx{each}", "develop"), list[Outcome]()
            with suppress(BrokenError):
                broker.request(ask_for(LOCATION, subject), heard.append)
            for late in prompter.late:
                late(Answer.ALLOW)
            undecided = store.decision(subject, LOCATION) is Decision.UNDECIDED
            tally.add(undecided and heard == [Outcome.DISMISSED], heard)
