"""P7: who is in the background asks when it is in front again, in the old order."""

import random
from contextlib import closing

from miniapp_host.memory.database import Database
from miniapp_host.permissions.decisions import Subject
from miniapp_host.permissions.prompts import Answer
from miniapp_host.permissions.scopes import SCOPES
from tests.guarantees.tally import Tally, number
from tests.permissions.conftest import Phone, ask_for


def test_questions_from_behind_wait_and_keep_their_order(tally: Tally) -> None:
    for seed in range(number(50, 500)):
        chance = random.Random(seed)
        with closing(Database(None)) as database:
            phone, behind, front = Phone(database), Subject("wx1", "trial"), Subject("wx2", "trial")
            phone.broker.suspend(behind)
            wanted = [(chance.choice([behind, front]), scope.id) for scope in SCOPES]
            for subject, scope in wanted:
                phone.request(ask_for(scope, subject))
            while phone.prompter.shown:
                tally.add(phone.prompter.shown.subject == front, seed)
                phone.prompter.answer(chance.choice(list(Answer)))
            phone.broker.resume(behind)
            while phone.prompter.shown:
                phone.prompter.answer(chance.choice(list(Answer)))
            expected = [one for one in wanted if one[0] == front]
            expected += [one for one in wanted if one[0] == behind]
            asked = [(one.subject, one.scope.id) for one in phone.prompter.asked]
            tally.add(asked == expected, seed)
