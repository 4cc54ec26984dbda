"""S16: no decision depends on the time, whatever the machine's clock says."""

import random
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

from miniapp_host.memory.database import Database
from miniapp_host.permissions.decisions import Actor, Decision, Subject
from miniapp_host.permissions.history import replayed
from miniapp_host.permissions.store import PermissionStore
from tests.guarantees.tally import Tally, number

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)
JUMPS = (-3650, 3650, -1 / 24, 1 / 24, 0, -20_000)
WX = Subject("wx", "develop")


def test_a_clock_that_jumps_changes_nothing_in_what_stands(tmp_path: Path, tally: Tally) -> None:
    chance = random.Random(3)
    path, now, truth = tmp_path / "phone.sqlite", [NOON], {}
    for _ in range(number(20, 200)):
        with closing(Database(path)) as database:
            store = PermissionStore(database, lambda: now[0])
            for _ in range(5):
                now[0] = NOON + timedelta(days=chance.choice(JUMPS))
                scope, decision = chance.choice("abc"), chance.choice(list(Decision))
                store.decide(WX, scope, decision, Actor.PROMPT)
                truth[scope] = decision
                expected = {s: d for s, d in truth.items() if d is not Decision.UNDECIDED}
                by_history = {
                    scope: new for (_, scope), new in replayed(store.history.entries("wx")).items()
                }
                tally.add(store.decisions(WX) == by_history == expected, now[0])
