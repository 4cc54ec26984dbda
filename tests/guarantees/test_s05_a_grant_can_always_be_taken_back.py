"""S5: on a full disk every scope can be switched off, at once and after a restart."""

import os
import subprocess
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

from miniapp_host.memory.database import Database
from miniapp_host.memory.store_error import StoreError
from miniapp_host.permissions.decisions import Actor, Decision, Subject
from miniapp_host.permissions.scopes import SCOPES
from miniapp_host.permissions.store import PermissionStore
from tests.guarantees.tally import Tally, number

WX = Subject("wx", "develop")


def grant_all(database: Database) -> PermissionStore:
    store = PermissionStore(database)
    for scope in SCOPES:
        store.decide(WX, scope.id, Decision.GRANTED, Actor.PROMPT)
    return store


def fill(store: PermissionStore) -> None:
    with suppress(StoreError):
        for each in range(100_000):
            store.decide(Subject(f"wx{each}", "develop"), "s", Decision.DENIED, Actor.SCRIPT)


def revoke_all(store: PermissionStore, tally: Tally) -> None:
    for each, scope in enumerate(SCOPES):
        to = (Decision.DENIED, Decision.UNDECIDED)[each % 2]
        store.decide(WX, scope.id, to, Actor.SETTINGS)
        tally.add(store.decision(WX, scope.id) is to, scope.id)


def check_after_restart(path: Path, tally: Tally) -> None:
    with closing(Database(path)) as database:
        store = PermissionStore(database)
        for each, scope in enumerate(SCOPES):
            to = (Decision.DENIED, Decision.UNDECIDED)[each % 2]
            tally.add(store.decision(WX, scope.id) is to, f"{scope.id} after a restart")


def test_where_the_file_cannot_grow_every_scope_is_switched_off(
    tmp_path: Path, tally: Tally
) -> None:
    path = tmp_path / "phone.sqlite"
    with closing(Database(path)) as database:
        store = grant_all(database)
        database.execute("PRAGMA synchronous = OFF")  # filled in a test's time
        ((pages,),) = database.execute("PRAGMA page_count")
        database.execute(f"PRAGMA max_page_count = {pages + 2}")
        fill(store)
        revoke_all(store, tally)
    check_after_restart(path, tally)


@contextmanager
def small_disk(folder: Path) -> Iterator[Path]:
    """A disk of 256 KiB; only root may mount one."""
    folder.mkdir()
    subprocess.run(["mount", "-t", "tmpfs", "-o", "size=256k", "none", folder], check=True)
    try:
        yield folder
    finally:
        subprocess.run(["umount", folder], check=True)


def test_on_a_disk_that_is_full_every_scope_is_switched_off(tmp_path: Path, tally: Tally) -> None:
    tally.add(True)
    if not number(0, 1) or os.geteuid() != 0:
        return
    with small_disk(tmp_path / "disk") as disk:
        with closing(Database(disk / "phone.sqlite")) as database:
            store = grant_all(database)
            fill(store)
            (disk / "ballast").write_bytes(b"")
            with suppress(OSError), (disk / "ballast").open("wb") as ballast:
                while True:
                    ballast.write(bytes(512))
            revoke_all(store, tally)
        (disk / "ballast").unlink()
        check_after_restart(disk / "phone.sqlite", tally)
