"""S7: a damaged file is put away as it is, and the backup takes its place."""

import random
from collections.abc import Callable
from pathlib import Path

import pytest

from miniapp_host.memory.recovery import RESTORED
from tests.guarantees.damage import (
    Memory,
    blank_a_page,
    cut_off,
    flip_many_bits,
    replace_all,
)
from tests.guarantees.tally import Tally, number

KEPT = 5


@pytest.mark.parametrize("damage", [flip_many_bits, cut_off, blank_a_page, replace_all])
def test_what_is_damaged_is_kept_and_the_backup_takes_its_place(
    tmp_path: Path, tally: Tally, damage: Callable[[bytearray, random.Random], None]
) -> None:
    memory = Memory(tmp_path)
    backup = memory.backup.read_bytes()
    for seed in range(number(6, 100)):
        data = bytearray(memory.whole)
        damage(data, random.Random(seed))
        memory.path.write_bytes(data)
        memory.backup.write_bytes(backup)
        rows, notice = memory.reopened()
        last = memory.quarantined[-1]
        right = (rows, notice) == (memory.truth, RESTORED) and last.read_bytes() == data
        tally.add(right and len(memory.quarantined) <= KEPT, f"{damage} {seed}")
