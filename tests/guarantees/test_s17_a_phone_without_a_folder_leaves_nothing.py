"""S17: a memory that is to keep nothing writes no file, whatever happens in it."""

from pathlib import Path

import pytest

from miniapp_host.memory.database import Database
from miniapp_host.permissions.decisions import Actor, Decision, Subject
from miniapp_host.permissions.store import PermissionStore
from miniapp_host.programs.storage import ProgramStorage
from tests.guarantees.tally import Tally, number


def test_a_memory_without_a_file_writes_none(
    tmp_path: Path, tally: Tally, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("HOME", "XDG_DATA_HOME", "TMPDIR"):
        monkeypatch.setenv(name, str(tmp_path))
    monkeypatch.chdir(tmp_path)
    database = Database(None)
    store, storage = PermissionStore(database), ProgramStorage(database)
    for each in range(number(100, 1_000)):
        subject = Subject(f"wx{each % 7}", "develop")
        store.decide(subject, "s", list(Decision)[each % 3], Actor.PROMPT)
        storage.set(subject.program, "key", f'"{each}"' * 1_000)
        if each % 10 == 9:
            store.forget(subject.program)
            storage.forget(subject.program)
        tally.add(not list(tmp_path.iterdir()), each)
    database.close()
