"""I5: a newer archive keeps decisions, storage and files; another appid inherits none of them."""

import random
from contextlib import closing
from pathlib import Path

from miniapp_host.memory.database import Database
from miniapp_host.permissions.decisions import Actor, Decision, Subject
from miniapp_host.permissions.store import PermissionStore
from miniapp_host.programs.library import Library
from miniapp_host.programs.storage import ProgramStorage
from miniapp_host.programs.unpacking import install_archive
from tests.guarantees.tally import Tally, number
from tests.programs.archives import pack, program

SCOPES = ("scope.camera", "scope.userLocation", "scope.record")


def test_what_was_decided_stays_with_its_appid(tmp_path: Path, tally: Tally) -> None:
    chance = random.Random(5)
    with closing(Database(tmp_path / "phone.sqlite")) as database:
        library = Library(database, tmp_path / "programs")
        store, storage = PermissionStore(database), ProgramStorage(database)
        for each in range(number(15, 300)):
            appid, other = f"wx{each:016x}", f"wy{each:016x}"
            install_archive(library, pack(tmp_path / "a.zip", program(appid), "one/"))
            decided = {
                scope: chance.choice((Decision.GRANTED, Decision.DENIED)) for scope in SCOPES
            }
            for scope, decision in decided.items():
                store.decide(Subject(appid, "develop"), scope, decision, Actor.PROMPT)
            storage.set(appid, "key", "1")
            library.files_dir(appid).mkdir(parents=True)
            newer = pack(tmp_path / "a.zip", program(appid, **{"new.js": str(each)}), "two/")
            installed, _ = install_archive(library, newer)
            kept = store.decisions(Subject(appid, "develop")) == decided
            kept &= storage.get(appid, "key") == "1" and library.files_dir(appid).exists()
            tally.add(kept and (installed.folder / "new.js").exists(), f"{appid} lost something")
            install_archive(library, pack(tmp_path / "a.zip", program(other), "two/"))
            inherits = store.decisions(Subject(other, "develop")) or storage.get(other, "key")
            tally.add(not inherits, f"{other} inherited {inherits}")
