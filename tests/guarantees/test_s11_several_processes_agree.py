"""S11: six processes write at once: nothing is lost, and none ever hears that the file is busy."""

from contextlib import ExitStack, closing
from pathlib import Path

from miniapp_host.memory.database import Database
from miniapp_host.permissions.decisions import Actor, Decision, Subject
from miniapp_host.permissions.prompts import Answer
from miniapp_host.permissions.store import PermissionStore
from tests.guarantees.processes import running
from tests.guarantees.tally import Tally, number
from tests.permissions.conftest import LOCATION, Phone, ask_for
from tests.writer import state_after

WRITERS = 6
ALL_ROWS = "SELECT program, version, scope, decision FROM decisions"


def test_six_processes_write_at_once_and_nothing_is_lost(tmp_path: Path, tally: Tally) -> None:
    path, count = tmp_path / "phone.sqlite", number(40, 200)
    with ExitStack() as all_of_them:
        processes = [
            all_of_them.enter_context(running("tests.writer", path, seed, count))
            for seed in range(WRITERS)
        ]
        said = [process.communicate()[0].split() for process in processes]
    with closing(Database(path)) as database:
        found = set(database.execute(ALL_ROWS))
    for seed, lines in enumerate(said):
        mine = {row for row in found if row[0] == f"wx-{seed}"}
        tally.add(mine == state_after(seed, count), f"what {seed} wrote")
        for at in range(count):
            tally.add(at < len(lines), f"{seed} stopped at {len(lines)}")


def test_what_one_decides_the_other_shows_and_does_not_ask_for(
    tmp_path: Path, tally: Tally
) -> None:
    path = tmp_path / "phone.sqlite"
    with closing(Database(path)) as ours, closing(Database(path)) as theirs:
        phone, other = Phone(ours), PermissionStore(theirs)
        for each in range(number(50, 500)):
            subject = Subject(f"wx{each}", "develop")
            heard = phone.request(ask_for(LOCATION, subject))
            decision = (Decision.GRANTED, Decision.DENIED)[each % 2]
            other.decide(subject, LOCATION, decision, Actor.COMMAND)
            phone.store.announce_outside_changes()
            late = phone.prompter.answers[-1]
            late(Answer.ALLOW)
            same = phone.store.decision(subject, LOCATION) is decision
            tally.add(same and phone.prompter.shown is None and len(heard) == 1, subject)
