"""A memory with a hundred decisions and their history in it, and ways to damage its file."""

import random

from miniapp_host.memory.database import Database
from miniapp_host.programs.storage import ProgramStorage
from tests.memory import closed_memory
from tests.memory.closed_memory import Rows

PAGE = 4096
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


class Memory(closed_memory.Memory):
    """The file of a phone that was closed; a value stands in it besides."""

    def fill(self, database: Database) -> None:
        super().fill(database)
        ProgramStorage(database).set("wx0001", "key", '"value"')

    def read(self, database: Database) -> Rows:
        return content(database)


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
