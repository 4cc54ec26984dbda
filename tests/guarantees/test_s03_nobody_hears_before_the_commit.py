"""S3: who asked, who watches and the prompt wait for the commit, and hear of its failure."""

from collections.abc import Callable, Sequence
from contextlib import closing
from functools import partial
from pathlib import Path
from typing import Any

from miniapp_host.memory.database import Database
from miniapp_host.memory.store_error import StoreError
from miniapp_host.permissions.decisions import Decision, Subject
from miniapp_host.permissions.outcomes import Outcome
from miniapp_host.permissions.prompts import Answer
from tests.guarantees.tally import Tally, number
from tests.permissions.conftest import LOCATION, Phone, ask_for


class WatchedDatabase(Database):
    """Calls `before_commit` just before each commit."""

    before_commit: Callable[[], None] = staticmethod(lambda: None)

    def execute(self, sql: str, parameters: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
        if sql == "COMMIT":
            self.before_commit()
        return super().execute(sql, parameters)


def note(found: list[int], *lists: list[Any]) -> None:
    """Notes how much there is in all lists together."""
    found.append(sum(map(len, lists)))


def refuse() -> None:
    raise StoreError("The disk is full.", "Free some space and try again.")


def test_nobody_hears_before_the_commit(tmp_path: Path, tally: Tally) -> None:
    with closing(WatchedDatabase(tmp_path / "phone.sqlite")) as database:
        phone = Phone(database)
        for each in range(number(100, 100)):
            subject = Subject(f"wx{each}", "develop")
            heard = phone.request(ask_for(LOCATION, subject))
            announced: list[object] = []
            unwatch = phone.store.watch(announced.append)
            early: list[int] = []
            database.before_commit = partial(note, early, heard, announced)
            phone.prompter.answer(Answer.ALLOW)
            unwatch()
            tally.add(early == [0] and heard == [Outcome.GRANTED] and len(announced) == 1, early)


def test_a_commit_that_fails_is_heard_as_a_failure(tmp_path: Path, tally: Tally) -> None:
    with closing(WatchedDatabase(tmp_path / "phone.sqlite")) as database:
        phone = Phone(database)
        for each in range(number(100, 100)):
            subject = Subject(f"wx{each}", "develop")
            heard = phone.request(ask_for(LOCATION, subject))
            announced: list[object] = []
            unwatch = phone.store.watch(announced.append)
            database.before_commit = refuse
            phone.prompter.answer(Answer.ALLOW)
            unwatch()
            undecided = phone.store.decision(subject, LOCATION) is Decision.UNDECIDED
            tally.add(heard == [Outcome.UNRECORDED] and not announced and undecided, heard)
        tally.add(len(phone.errors) == number(100, 100), "each failure is told")
