"""A store in memory, a prompter that a test answers for, and prompts in few words."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from miniapp_host.memory.database import Database
from miniapp_host.memory.store_error import StoreError
from miniapp_host.permissions.broker import Broker
from miniapp_host.permissions.decisions import Subject
from miniapp_host.permissions.outcomes import Outcome
from miniapp_host.permissions.prompts import Answer, Prompt, Requester, make_prompt
from miniapp_host.permissions.scopes import scope_named
from miniapp_host.permissions.store import PermissionStore

WEATHER = Subject("wx-weather", "develop")
NOTES = Subject("wx-notes", "develop")
LOCATION = "scope.userLocation"
ALBUM = "scope.writePhotosAlbum"
USER = "scope.userInfo"


def ask_for(scope: str, subject: Subject = WEATHER, *, remembered: bool = True) -> Prompt:
    """The prompt of a program for a scope."""
    found = scope_named(scope)
    assert found
    who = Requester(subject.program, None, subject.program, subject.version, Path("folder"))
    return make_prompt(subject, who, found, remembered=remembered)


class PatientPrompter:
    """Shows nothing and keeps what it is asked, until the test answers."""

    def __init__(self) -> None:
        self.asked: list[Prompt] = []
        self.answers: list[Callable[[Answer], None]] = []
        self.withdrawn: list[Prompt] = []
        self.shown: Prompt | None = None

    def ask(self, prompt: Prompt, on_answer: Callable[[Answer], None]) -> None:
        assert self.shown is None, "two prompts at a time"
        self.asked.append(prompt)
        self.answers.append(on_answer)
        self.shown = prompt

    def withdraw(self, prompt: Prompt) -> None:
        assert prompt is self.shown
        self.withdrawn.append(prompt)
        self.shown = None

    def answer(self, answer: Answer) -> None:
        """The person answers what is shown."""
        assert self.shown is not None, "nothing is shown"
        self.shown = None
        self.answers[-1](answer)

    @property
    def questions(self) -> list[tuple[str, str]]:
        """Everything that was ever shown, as program and scope."""
        return [(prompt.subject.program, prompt.scope.id) for prompt in self.asked]


class Phone:
    """Store, broker and prompter as the application wires them."""

    def __init__(self, database: Database) -> None:
        self.database = database
        self.errors: list[StoreError] = []
        self.prompter = PatientPrompter()
        self.store = PermissionStore(database)
        self.broker = Broker(self.store, self.prompter, self.errors.append)

    def fill_disk(self, full: bool = True) -> None:
        """From now on nothing can be written, or it can again."""
        self.database.execute(f"PRAGMA query_only = {int(full)}")

    def request(self, prompt: Prompt) -> list[Outcome]:
        """Where the outcome of the request will stand."""
        heard: list[Outcome] = []
        self.broker.request(prompt, heard.append)
        return heard


@pytest.fixture
def database() -> Iterator[Database]:
    opened = Database(None)
    yield opened
    opened.close()


@pytest.fixture
def phone(database: Database) -> Phone:
    return Phone(database)


@pytest.fixture
def store(database: Database) -> PermissionStore:
    return PermissionStore(database)
