"""S4: whatever statement of a change fails, everything is as before, and the caller hears why."""

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import Any

import pytest

from miniapp_host.memory.database import Database
from miniapp_host.memory.store_error import StoreError, explained
from miniapp_host.permissions.decisions import Actor, Decision, Subject
from miniapp_host.permissions.outcomes import Outcome
from miniapp_host.permissions.prompts import Answer
from miniapp_host.permissions.store import PermissionStore
from tests.guarantees.damage import content
from tests.guarantees.tally import Tally
from tests.permissions.conftest import LOCATION, Phone, ask_for

GRANTED, DENIED, UNDECIDED = Decision.GRANTED, Decision.DENIED, Decision.UNDECIDED
CODES = {
    "full": sqlite3.SQLITE_FULL,
    "disk": sqlite3.SQLITE_IOERR_WRITE,
    "read-only": sqlite3.SQLITE_READONLY,
    "busy": sqlite3.SQLITE_BUSY,
}
WX = Subject("wx", "develop")


class FailingDatabase(Database):
    """Fails with `code` at the statement number `at` from now on; -1 is never."""

    at = -1
    code = 0

    def execute(self, sql: str, parameters: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
        self.at -= 1
        if self.at == -1:
            error = sqlite3.OperationalError("said by sqlite")
            error.sqlite_errorcode = self.code
            raise explained(error)
        return super().execute(sql, parameters)


@pytest.mark.parametrize("code", CODES.values(), ids=CODES.keys())
@pytest.mark.parametrize("before", list(Decision))
@pytest.mark.parametrize("after", list(Decision))
def test_at_every_statement_a_failure_leaves_everything_as_before(
    tmp_path: Path, tally: Tally, code: int, before: Decision, after: Decision
) -> None:
    path = tmp_path / "phone.sqlite"
    with closing(FailingDatabase(path)) as database:
        store = PermissionStore(database)
        store.decide(WX, LOCATION, before, Actor.SETTINGS)
        truth, failed = content(database), True
        heard: list[object] = []
        store.watch(heard.append)
        database.code = code
        statement = 0
        while failed:
            statement += 1
            database.at, failed = statement, False
            try:
                store.decide(WX, LOCATION, after, Actor.SETTINGS)
            except StoreError:
                failed = True
            database.at = -1
            with closing(Database(path)) as other:
                same = content(database) == content(other) == truth
            tally.add(not failed or (same and not heard), (statement, heard))
        tally.add(statement > 3, "the change takes several statements")


@contextmanager
def full(database: Database) -> Iterator[None]:
    """The file may not grow by a page."""
    ((pages,),) = database.execute("PRAGMA page_count")
    database.execute(f"PRAGMA max_page_count = {pages}")
    yield
    database.execute("PRAGMA max_page_count = 1073741823")


@contextmanager
def read_only(database: Database) -> Iterator[None]:
    database.execute("PRAGMA query_only = ON")
    yield
    database.execute("PRAGMA query_only = OFF")


@pytest.mark.parametrize("harm", [full, read_only])
def test_an_answer_on_a_disk_that_refuses_grants_nothing_and_is_told(
    tmp_path: Path, tally: Tally, harm: Any
) -> None:
    path = tmp_path / "phone.sqlite"
    with closing(Database(path, busy_seconds=0.01)) as database:
        phone = Phone(database)
        with harm(database):
            with suppress(StoreError):
                for number in range(1_000):  # fills the pages that are there
                    phone.store.decide(Subject(f"f{number}", "trial"), "s", GRANTED, Actor.SCRIPT)
            truth = content(database)
            for number in range(12):
                subject = Subject(f"wx-of-a-longer-name-{number}" * 40, "develop")
                heard = phone.request(ask_for(LOCATION, subject))
                phone.prompter.answer(Answer.ALLOW)
                tally.add(heard == [Outcome.UNRECORDED] and content(database) == truth, heard)
        tally.add(len(phone.errors) == 12, "each is told")
    with closing(Database(path)) as database:
        tally.add(content(database) == truth, "after a restart")
