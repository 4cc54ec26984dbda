"""A memory with a hundred decisions and their history in it, and ways to damage its file."""

import random
from pathlib import Path

from miniapp_host.memory.database import Database
from miniapp_host.permissions.decisions import Actor, Decision, Subject
from miniapp_host.permissions.store import PermissionStore
from miniapp_host.programs.storage import ProgramStorage

SCOPES = ("scope.userInfo", "scope.userLocation", "scope.camera")
PAGE = 4096
Rows = list[tuple[object, ...]]


# What is kept twice or is one of a few words; of a time and of a value a flipped bit is not seen.
CHECKED = {
    "decisions": "*",
    "history": "program, version, scope, actor, old, new",
    "programs": "id",
    "storage": "program, key",
}


def content(database: Database) -> Rows:
    """Every decision, every entry of the history without its time, every key of every program."""
    return [
        row
        for table, columns in CHECKED.items()
        for row in database.execute(f"SELECT '{table}', {columns} FROM {table} ORDER BY rowid")
    ]


class Memory:
    """The file of a phone that was closed, and what stands in it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.path = folder / "phone.sqlite"
        self.backup = folder / "phone.sqlite.backup"
        database = Database(self.path)
        store, chance = PermissionStore(database), random.Random(7)
        with database.transaction():
            for number in range(100):
                subject = Subject(f"wx{number:04}", "develop")
                decision = chance.choice([Decision.GRANTED, Decision.DENIED])
                store.decide(subject, chance.choice(SCOPES), decision, Actor.PROMPT)
            ProgramStorage(database).set("wx0001", "key", '"value"')
        self.truth = content(database)
        database.close()
        self.whole = self.path.read_bytes()

    def reopened(self) -> tuple[Rows, str | None]:
        """What is read after a new start, and what the person is told."""
        database = Database(self.path)
        rows = content(database)
        database.close()
        return rows, database.notice

    @property
    def quarantined(self) -> list[Path]:
        return sorted((self.folder / "quarantine").glob("*.sqlite"))


def flip_one_bit(data: bytearray, chance: random.Random) -> None:
    data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)


def flip_many_bits(data: bytearray, chance: random.Random) -> None:
    for _ in range(32):
        flip_one_bit(data, chance)


def cut_off(data: bytearray, chance: random.Random) -> None:
    del data[chance.randrange(1, len(data)) :]


def blank_a_page(data: bytearray, chance: random.Random) -> None:
    start = chance.randrange(len(data) // PAGE) * PAGE
    data[start : start + PAGE] = bytes(PAGE)


def swap_two_pages(data: bytearray, chance: random.Random) -> None:
    one, two = (page * PAGE for page in chance.sample(range(len(data) // PAGE), 2))
    data[one : one + PAGE], data[two : two + PAGE] = (
        data[two : two + PAGE],
        data[one : one + PAGE],
    )


def garble_the_header(data: bytearray, chance: random.Random) -> None:
    data[:100] = chance.randbytes(100)


def replace_all(data: bytearray, chance: random.Random) -> None:
    data[:] = chance.randbytes(len(data))


def empty(data: bytearray, chance: random.Random) -> None:
    data.clear()
