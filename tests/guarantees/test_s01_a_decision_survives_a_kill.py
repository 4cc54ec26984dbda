"""S1: what was announced survives SIGKILL, also one while the file is opened or migrated."""

import gzip
import random
from contextlib import closing
from pathlib import Path

from miniapp_host.memory.database import Database
from miniapp_host.permissions.history import replayed
from miniapp_host.permissions.store import PermissionStore
from tests.guarantees.processes import lines_until_killed, running
from tests.guarantees.tally import Tally, number
from tests.memory.test_schema import check_what_was_kept
from tests.writer import state_after

ALL_ROWS = "SELECT program, version, scope, decision FROM decisions"
WRITTEN_BY_V1 = Path(__file__).parent.parent / "memory" / "v1.sqlite.gz"


def decided(database: Database, program: str) -> set[tuple[object, ...]]:
    return {row for row in database.execute(ALL_ROWS) if row[0] == program}


def by_history(database: Database, program: str) -> set[tuple[object, ...]]:
    """The decisions that the history gives."""
    entries = PermissionStore(database).history.entries(program)
    return {
        (subject.program, subject.version, scope, decision.value)
        for (subject, scope), decision in replayed(entries).items()
    }


def test_a_kill_at_any_moment_loses_nothing_that_was_announced(
    tmp_path: Path, tally: Tally
) -> None:
    path, chance = tmp_path / "phone.sqlite", random.Random(1)
    for seed in range(number(20, 1_000)):
        with running("tests.writer", path, seed, 1_000_000) as process:
            count = len(lines_until_killed(process, chance, "kept"))
        program = f"wx-{seed}"
        with closing(Database(path)) as database:
            found = decided(database, program)
            known = database.notice is None and by_history(database, program) == found
        # The last decision may have been kept and not yet announced.
        expected = (state_after(seed, count), state_after(seed, count + 1))
        for _ in range(count):
            tally.add(known and found in expected, f"seed {seed} after {count}")


def test_a_kill_while_a_new_phone_makes_its_file_leaves_a_new_phone(
    tmp_path: Path, tally: Tally
) -> None:
    chance = random.Random(2)
    for seed in range(number(6, 200)):
        folder = tmp_path / str(seed)
        folder.mkdir()
        with running("tests.writer", folder / "phone.sqlite", seed, 1_000_000) as process:
            count = len(lines_until_killed(process, chance))
        with closing(Database(folder / "phone.sqlite")) as database:
            found = decided(database, f"wx-{seed}")
            right = database.notice is None
        right = right and found in (state_after(seed, count), state_after(seed, count + 1))
        # SQLite leaves a journal that holds nothing yet until its next change.
        left = {file.name for file in folder.iterdir()} - {"phone.sqlite-journal"}
        tally.add(right and left == {"phone.sqlite", "phone.sqlite.backup"}, (seed, left))


def test_a_kill_while_an_old_file_is_migrated_loses_nothing(tmp_path: Path, tally: Tally) -> None:
    chance, old = random.Random(3), gzip.decompress(WRITTEN_BY_V1.read_bytes())
    for seed in range(number(4, 100)):
        folder = tmp_path / str(seed)
        folder.mkdir()
        (folder / "phone.sqlite").write_bytes(old)
        with running("tests.writer", folder / "phone.sqlite", seed, 1_000_000) as process:
            lines_until_killed(process, chance)
        check_what_was_kept(folder)
        tally.add(True)
