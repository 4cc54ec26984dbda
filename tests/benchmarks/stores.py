"""One check and one decision, beside the bare SQL statement with the same settings."""

import sqlite3
import time
from collections.abc import Callable
from pathlib import Path

from miniapp_host.memory.database import Database
from miniapp_host.permissions.decisions import Actor, Decision, Subject
from miniapp_host.permissions.scopes import SCOPES
from miniapp_host.permissions.store import PermissionStore
from tests.benchmarks.measure import Figure, compare
from tests.benchmarks.processes import fresh_folder

PROGRAMS = 10_000
SCOPES_EACH = 10
CHECKS = 5_000
DECISIONS = 200


def measure_stores() -> list[Figure]:
    return [_check(), _decide()]


def _check() -> Figure:
    file = fresh_folder() / "phone.sqlite"
    Database(file).close()
    _fill(file)
    database = Database(file)
    store = PermissionStore(database)
    subjects = [Subject(f"wx{number:08}", "develop") for number in range(PROGRAMS)]
    bare = sqlite3.connect(file)
    scope = SCOPES[0].id
    query = "SELECT decision FROM decisions WHERE program = ? AND version = ? AND scope = ?"
    figure = compare(
        "check",
        ours=lambda: _each(CHECKS, lambda n: store.decision(subjects[n % PROGRAMS], scope)),
        bare=lambda: _each(
            CHECKS,
            lambda n: bare.execute(
                query, (subjects[n % PROGRAMS].program, "develop", scope)
            ).fetchone(),
        ),
        goal=2.0,
        unit="us",
    )
    bare.close()
    database.close()
    return figure


def _decide() -> Figure:
    folder = fresh_folder()
    database = Database(folder / "phone.sqlite")
    store = PermissionStore(database)
    subject = Subject("wx00000001", "develop")
    bare = _bare_database(folder / "bare.sqlite")
    words = (Decision.GRANTED, Decision.DENIED)
    scope = SCOPES[0].id
    upsert = (
        "INSERT INTO decisions VALUES ('wx00000001', 'develop', ?, ?) "
        "ON CONFLICT DO UPDATE SET decision = excluded.decision"
    )
    figure = compare(
        "decide",
        ours=lambda: _each(
            DECISIONS, lambda n: store.decide(subject, scope, words[n % 2], Actor.PROMPT)
        ),
        bare=lambda: _each(DECISIONS, lambda n: bare.execute(upsert, (scope, words[n % 2].value))),
        goal=1.3,
        unit="us",
    )
    bare.close()
    database.close()
    return figure


def _fill(file: Path) -> None:
    filler = sqlite3.connect(file)
    filler.executemany(
        "INSERT INTO decisions (program, version, scope, decision) VALUES (?, 'develop', ?, ?)",
        (
            (f"wx{number:08}", scope.id, "granted")
            for number in range(PROGRAMS)
            for scope in SCOPES[:SCOPES_EACH]
        ),
    )
    filler.commit()
    filler.close()


def _bare_database(file: Path) -> sqlite3.Connection:
    """One table, the product's journal settings, a commit per statement."""
    bare = sqlite3.connect(file, isolation_level=None)
    bare.execute("PRAGMA journal_mode = DELETE")
    bare.execute("PRAGMA synchronous = EXTRA")
    bare.execute("PRAGMA secure_delete = ON")
    bare.execute(
        "CREATE TABLE decisions (program TEXT, version TEXT, scope TEXT, decision TEXT, "
        "UNIQUE (program, version, scope)) STRICT"
    )
    return bare


def _each(times: int, step: Callable[[int], object]) -> float:
    """Microseconds per call of `step`."""
    started = time.perf_counter()
    for number in range(times):
        step(number)
    return (time.perf_counter() - started) / times * 1e6
