"""S19: ten thousand programs with twelve scopes each: a check takes no time, a start hardly any."""

import time
from contextlib import closing
from pathlib import Path

from miniapp_host.memory.database import Database
from miniapp_host.permissions.decisions import Actor, Decision, Subject
from miniapp_host.permissions.store import PermissionStore
from tests.guarantees.tally import Tally, number

SCOPES = 12
CHECK_SECONDS = 0.005
START_SECONDS = 0.3


def fill(path: Path, programs: int) -> None:
    with closing(Database(path)) as database:
        store = PermissionStore(database)
        with database.transaction():
            for each in range(programs * SCOPES):
                subject = Subject(f"wx{each // SCOPES:016}", "develop")
                decision = (Decision.GRANTED, Decision.DENIED)[each % 2]
                store.decide(subject, f"scope.number{each % SCOPES}", decision, Actor.PROMPT)


def test_checks_and_starts_are_fast(tmp_path: Path, tally: Tally) -> None:
    path, programs = tmp_path / "phone.sqlite", number(1_000, 10_000)
    fill(path, programs)
    starts = []
    for _ in range(3):
        began = time.perf_counter()
        database = Database(path)
        starts.append(time.perf_counter() - began)
        database.close()
    print(f"start {min(starts) * 1000:.0f} ms with {programs * SCOPES} decisions")
    tally.add(min(starts) <= START_SECONDS, f"start {min(starts):.3f} s")
    with closing(Database(path)) as database:
        store, took = PermissionStore(database), []
        for each in range(1_000):
            subject = Subject(f"wx{each * 7 % programs:016}", "develop")
            began = time.perf_counter()
            store.decision(subject, "scope.number3")
            store.decisions(subject)
            took.append(time.perf_counter() - began)
    print(f"check p99 {sorted(took)[989] * 1000:.2f} ms")
    tally.add(sorted(took)[989] <= CHECK_SECONDS, f"p99 {sorted(took)[989]:.4f} s")
