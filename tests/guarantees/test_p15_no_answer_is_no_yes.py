"""P15: a prompt that nobody answers is never a yes, whatever time passes and whoever looks."""

from contextlib import closing
from datetime import UTC, datetime, timedelta

from miniapp_host.memory.database import Database
from miniapp_host.permissions.broker import Broker
from miniapp_host.permissions.decisions import Decision, Subject
from miniapp_host.permissions.outside import Outside
from miniapp_host.permissions.store import PermissionStore
from tests.guarantees.tally import Tally, number
from tests.permissions.conftest import LOCATION, PatientPrompter, ask_for

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)


def test_a_day_without_an_answer_decides_nothing(tally: Tally) -> None:
    now = [NOON]
    with closing(Database(None)) as database:
        store, prompter = PermissionStore(database, lambda: now[0]), PatientPrompter()
        broker = Broker(store, prompter, lambda error: None, now=lambda: now[0])
        outside = Outside(store, lambda error: None)
        for each in range(number(20, 200)):
            subject = Subject(f"wx{each}", "develop")
            heard: list[object] = []
            broker.request(ask_for(LOCATION, subject), heard.append)
            for _ in range(24):
                now[0] += timedelta(hours=1)
                outside.look()
                broker.suspend(subject)
                broker.resume(subject)
            open_still = prompter.shown is not None and prompter.shown.subject == subject
            undecided = store.decision(subject, LOCATION) is Decision.UNDECIDED
            tally.add(open_still and undecided and not heard, heard)
            broker.cancel(subject)
            tally.add(store.decision(subject, LOCATION) is Decision.UNDECIDED, "closed")
