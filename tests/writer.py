"""A second process that decides as fast as it can; a test kills it or waits for it.

`python -m tests.writer FILE SEED COUNT` says one line per decision, once it was announced
"""

import random
import sys
from collections.abc import Iterator
from pathlib import Path

from miniapp_host.memory.database import Database
from miniapp_host.permissions.decisions import Actor, Change, Decision, Subject
from miniapp_host.permissions.store import PermissionStore

Step = tuple[Subject, str, Decision]
SCOPES = ("scope.userInfo", "scope.userLocation", "scope.camera")


def steps(seed: int) -> Iterator[Step]:
    """What a writer with this seed does, endlessly; each on a program of its own."""
    chance = random.Random(seed)
    while True:
        version = chance.choice(["develop", "trial", "release"])
        decision = chance.choice(list(Decision))
        yield Subject(f"wx-{seed}", version), chance.choice(SCOPES), decision


def state_after(seed: int, count: int) -> set[tuple[str, str, str, str]]:
    """The rows that stand after the first `count` steps."""
    rows = {}
    for (subject, scope, decision), _ in zip(steps(seed), range(count), strict=False):
        rows[subject.program, subject.version, scope] = decision.value
    return {(*key, word) for key, word in rows.items() if word != "undecided"}


def acknowledge(change: Change) -> None:
    sys.stdout.write("kept\n")
    sys.stdout.flush()


def main(file: str, seed: str, count: str) -> None:
    database = Database(Path(file))
    store = PermissionStore(database)
    store.watch(acknowledge)
    for step, _ in zip(steps(int(seed)), range(int(count)), strict=False):
        store.decide(*step, Actor.PROMPT)
    database.close()


if __name__ == "__main__":
    main(*sys.argv[1:])
