"""S6: after damage either all is right, history and values too, or the person is told."""

import os
import random
import sqlite3
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from miniapp_host.memory.database import Database
from miniapp_host.memory.recovery import EMPTIED, GONE
from miniapp_host.memory.store_error import StoreError
from tests.guarantees.damage import (
    Memory,
    blank_a_page,
    cut_off,
    empty,
    flip_many_bits,
    flip_one_bit,
    garble_the_header,
    replace_all,
    swap_two_pages,
)
from tests.guarantees.tally import Tally, number

LONGEST_SECONDS = 5.0
TIMES = {
    flip_one_bit: (60, 1_500),
    flip_many_bits: (15, 300),
    cut_off: (15, 300),
    blank_a_page: (10, 200),
    swap_two_pages: (10, 200),
    garble_the_header: (5, 50),
    replace_all: (3, 50),
    empty: (1, 5),
}


@pytest.mark.parametrize("damage", TIMES)
def test_after_damage_either_all_is_right_or_the_person_is_told(
    tmp_path: Path, tally: Tally, damage: Callable[[bytearray, random.Random], None]
) -> None:
    memory = Memory(tmp_path)
    for seed in range(number(*TIMES[damage])):
        data = bytearray(memory.whole)
        damage(data, random.Random(seed))
        memory.path.write_bytes(data)
        memory.backup.unlink(missing_ok=True)
        began = time.monotonic()
        right = is_right(memory, bytes(data))
        tally.add(right and time.monotonic() - began < LONGEST_SECONDS, f"{damage} {seed}")


def is_right(memory: Memory, data: bytes) -> bool:
    """Whether opening the damaged file took nothing for true that is not."""
    try:
        rows, notice = memory.reopened()
    except StoreError:  # refused as somebody else's, or as a newer one: then it is not touched
        return memory.path.read_bytes() == data
    if notice is None:
        return rows == memory.truth
    if not data:
        return (rows, notice) == ([], GONE)
    return (rows, notice) == ([], EMPTIED) and memory.quarantined[-1].read_bytes() == data


def test_what_is_not_our_file_is_refused_and_left_alone(tmp_path: Path, tally: Tally) -> None:
    def other_database(path: Path) -> None:
        with closing(sqlite3.connect(path)) as connection:
            connection.execute("CREATE TABLE history (url TEXT)")

    for name, make in {
        "folder": Path.mkdir,
        "pipe": os.mkfifo,
        "link": lambda path: path.symlink_to(path.parent / "nowhere"),
        "database": other_database,
    }.items():
        path = tmp_path / name / "phone.sqlite"
        path.parent.mkdir()
        make(path)
        before = path.read_bytes() if path.is_file() else b""
        began = time.monotonic()
        try:
            Database(path).close()
            refused = False
        except StoreError:
            refused = time.monotonic() - began < LONGEST_SECONDS
        after = path.read_bytes() if path.is_file() else b""
        alone = [file.name for file in path.parent.iterdir()] == [path.name]
        tally.add(refused and before == after and alone, name)
