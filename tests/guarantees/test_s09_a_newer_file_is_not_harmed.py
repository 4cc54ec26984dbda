"""S9: a file of a newer phone is refused as it is; scopes that only a newer one knew survive."""

import hashlib
import sqlite3
from contextlib import closing
from pathlib import Path

from miniapp_host.memory.database import Database
from miniapp_host.memory.schema import VERSION
from miniapp_host.memory.store_error import StoreError
from miniapp_host.permissions.decisions import Actor, Decision, Subject
from miniapp_host.permissions.store import PermissionStore
from tests.guarantees.damage import Memory
from tests.guarantees.tally import Tally


def test_a_newer_phones_file_and_its_backup_are_refused_and_left_alone(
    tmp_path: Path, tally: Tally
) -> None:
    memory = Memory(tmp_path)
    for version in (VERSION + 1, VERSION + 2, 2**24 + VERSION, 2**31 - 1):
        with closing(sqlite3.connect(memory.path, isolation_level=None)) as connection:
            connection.execute(f"PRAGMA user_version = {version}")
        before = hashlib.sha256(memory.path.read_bytes()).digest()
        for place in (memory.path, memory.backup):
            if place is memory.backup:
                memory.path.rename(memory.backup)
            try:
                Database(memory.path).close()
                refused = False
            except StoreError as error:
                refused = "newer version" in str(error)
            kept = any(
                hashlib.sha256(one.read_bytes()).digest() == before
                for one in (memory.path, memory.backup)
                if one.exists()
            )
            tally.add(refused and kept and not memory.quarantined, (version, place.name))
        memory.backup.replace(memory.path)


def test_a_scope_that_only_a_newer_phone_knew_survives(tmp_path: Path, tally: Tally) -> None:
    path, subject = tmp_path / "phone.sqlite", Subject("wx", "release")
    with closing(Database(path)) as database:
        PermissionStore(database).decide(subject, "scope.new", Decision.GRANTED, Actor.PROMPT)
    for _ in range(3):
        with closing(Database(path)) as database:
            found = PermissionStore(database).decision(subject, "scope.new")
            tally.add(found is Decision.GRANTED)
