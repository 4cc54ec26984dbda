"""The file of a phone that was closed, with a hundred decisions in it, for tests that damage it."""

import random
from pathlib import Path
from typing import Any

from miniapp_host.memory.database import Database
from miniapp_host.permissions.decisions import Actor, Decision, Subject
from miniapp_host.permissions.store import PermissionStore

SCOPES = ("scope.userInfo", "scope.userLocation", "scope.camera")
Rows = list[tuple[Any, ...]]


def rows_of(database: Database) -> Rows:
    """Every decision."""
    return database.execute("SELECT program, version, scope, decision FROM decisions ORDER BY 1, 3")


class Memory:
    """`truth` is what stands in the file, `whole` its bytes."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.path = folder / "phone.sqlite"
        self.backup = folder / "phone.sqlite.backup"
        database = Database(self.path)
        with database.transaction():
            self.fill(database)
        self.truth = self.read(database)
        database.close()
        self.whole = self.path.read_bytes()

    def fill(self, database: Database) -> None:
        """Write what the tests look for."""
        store, chance = PermissionStore(database), random.Random(7)
        for number in range(100):
            subject = Subject(f"wx{number:04}", "develop")
            decision = chance.choice([Decision.GRANTED, Decision.DENIED])
            store.decide(subject, chance.choice(SCOPES), decision, Actor.PROMPT)

    def read(self, database: Database) -> Rows:
        """What the tests compare."""
        return rows_of(database)

    def reopened(self) -> tuple[Rows, str | None]:
        """What is read after a new start, and what the person is told."""
        database = Database(self.path)
        rows = self.read(database)
        database.close()
        return rows, database.notice

    @property
    def quarantined(self) -> list[Path]:
        """The damaged files that were kept."""
        return sorted((self.folder / "quarantine").glob("*.sqlite"))
