"""S10: one row that makes no sense grants nothing and takes no good one along."""

import sqlite3
from contextlib import closing
from pathlib import Path

from miniapp_host.memory.recovery import RESTORED
from tests.guarantees.damage import Memory
from tests.guarantees.tally import Tally

GARBAGE = (
    "('wx1', 'develop', 's', 'maybe')",
    "('wx1', 'develop', 's', '')",
    "('wx1', 'develop', 's', 'GRANTED')",
    "('wx1', 'develop', 's', 'granted ')",
    "('wx1', 'develop', 's', 'undecided')",
    "('wx1', 'develop', 's', '1')",
    "('wx1', 'develop', 's', 'true')",
    "('wx1', 'develop', '', 'granted')",
    "('', 'develop', 's', 'granted')",
    "('wx1', '', 's', 'granted')",
    "('wx1', 'beta', 's', 'granted')",
    "('wx1', 'Develop', 's', 'granted')",
    "('wx1', 'develop' || char(0), 's', 'granted')",
    "('wx1', 'develop', 's', 'granted' || char(0))",
    "('wx1', 'develop', 's', char(8203) || 'granted')",
    "('wx1', ' develop', 's', 'granted')",
)


def test_a_row_that_makes_no_sense_grants_nothing_and_takes_no_good_one_along(
    tmp_path: Path, tally: Tally
) -> None:
    for number, row in enumerate(GARBAGE):
        folder = tmp_path / str(number)
        folder.mkdir()
        memory = Memory(folder)
        with closing(sqlite3.connect(memory.path, isolation_level=None)) as connection:
            connection.execute("PRAGMA ignore_check_constraints = ON")
            connection.execute(f"INSERT INTO decisions VALUES {row}")
        tally.add(memory.reopened() == (memory.truth, RESTORED), row)
