"""S2: every change is synced before it is announced, seen from outside by strace.

Without strace (it is no requirement of the tests) the settings that make SQLite sync are read back.
"""

import re
import shutil
import subprocess
import sys
from contextlib import closing
from pathlib import Path

from miniapp_host.memory.database import Database
from tests.guarantees.processes import ROOT
from tests.guarantees.tally import Tally, number

CALLS = "openat,write,pwrite64,fsync,fdatasync,unlink,rename,close,linkat,ftruncate"
LINE = re.compile(r"^\d+\s+(\w+)\((.*)\)\s+= (\S+)")
SETTINGS = {"journal_mode": "delete", "synchronous": 3, "fullfsync": 0}


def test_every_connection_is_set_to_sync_before_it_answers(tmp_path: Path, tally: Tally) -> None:
    for _ in range(3):
        with closing(Database(tmp_path / "phone.sqlite")) as database:
            for pragma, value in SETTINGS.items():
                tally.add(database.execute(f"PRAGMA {pragma}") == [(value,)], pragma)


def test_nothing_is_announced_that_a_power_cut_could_take_back(
    tmp_path: Path, tally: Tally
) -> None:
    traced = shutil.which("strace")
    tally.add(True)
    if traced is None:
        return
    log, count = tmp_path / "trace", number(20, 200)
    command = [traced, "-f", "-y", "-e", f"trace={CALLS}", "-o", str(log), sys.executable]
    command += ["-m", "tests.writer", str(tmp_path / "phone.sqlite"), "5", str(count)]
    subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
    for unsynced in unsynced_at_each_announcement(log.read_text("utf-8", "replace")):
        tally.add(not unsynced, unsynced)


def unsynced_at_each_announcement(trace: str) -> list[set[str]]:
    """For each announced change, what would be lost or come back after a power cut just then.

    Of the database file: pages that were written and not synced. Of its folder: a journal that was
    removed and whose removal is not synced, so that it would take the change back.
    """
    found: list[set[str]] = []
    unsynced: set[str] = set()
    for line in trace.splitlines():
        call = LINE.match(line)
        if call is None:
            continue
        name, given, _ = call.groups()
        if "kept\\n" in given:
            found.append(set(unsynced))
        elif name in ("write", "pwrite64") and "phone.sqlite>" in given:
            unsynced.add("pages")
        elif name == "unlink" and "phone.sqlite-journal" in given:
            unsynced.add("the journal's removal")
        elif name in ("fsync", "fdatasync"):
            unsynced.discard("pages" if "phone.sqlite>" in given else "the journal's removal")
    assert found, "no announcement in the trace"
    return found
