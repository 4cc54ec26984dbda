"""S8: what every older phone kept is there after a migration, killed at whatever statement."""

import os
import signal
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from miniapp_host.memory.schema import MIGRATIONS, VERSION, is_as_expected, migrate
from tests.guarantees.processes import ROOT
from tests.guarantees.tally import Tally
from tests.memory.test_schema import FROZEN, WRITTEN_BY_V1, check_what_was_kept, thaw

# BEGIN, each statement, the two pragmas, COMMIT; and the moment after.
MOMENTS = len(MIGRATIONS[1]) + 5


@pytest.mark.parametrize("frozen", FROZEN, ids=lambda frozen: frozen.stem)
def test_what_an_older_phone_kept_is_still_there(
    frozen: Path, tmp_path: Path, tally: Tally
) -> None:
    thaw(frozen, tmp_path / "phone.sqlite")
    for _ in range(2):  # the second time nothing is left to migrate
        check_what_was_kept(tmp_path)
        tally.add(True)


def test_a_kill_at_every_statement_leaves_the_old_tables_or_the_new_ones(
    tmp_path: Path, tally: Tally
) -> None:
    for at in range(MOMENTS):
        folder = tmp_path / str(at)
        folder.mkdir()
        path = folder / "phone.sqlite"
        path.write_bytes(WRITTEN_BY_V1)
        words = [sys.executable, "-m", "tests.guarantees.test_s08_a_migration_loses_nothing"]
        ended = subprocess.run([*words, str(path), str(at)], cwd=ROOT, check=False).returncode
        with closing(sqlite3.connect(path)) as connection:
            ((version,),) = connection.execute("PRAGMA user_version").fetchall()
            whole = version == 1 or (version == VERSION and is_as_expected(connection))
        check_what_was_kept(folder)
        tally.add(whole and ended in (0, -signal.SIGKILL), (at, version, ended))


def migrate_and_die(path: str, at: int) -> None:
    """Migrate the file, and die just before the statement of that number."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        begun: list[str] = []

        def notice(statement: str) -> None:
            begun.append(statement)
            if len(begun) > at + 1:  # the first one only asks for the version
                os.kill(os.getpid(), signal.SIGKILL)

        connection.set_trace_callback(notice)
        migrate(connection)


if __name__ == "__main__":
    migrate_and_die(sys.argv[1], int(sys.argv[2]))
