"""Every decision is kept with when and by whom, and replaying them gives what stands."""

import random
from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from miniapp_host.memory.database import Database
from miniapp_host.memory.store_error import StoreError
from miniapp_host.permissions.broker import Broker
from miniapp_host.permissions.decisions import Actor, Decision, Subject
from miniapp_host.permissions.history import KEPT_PER_SCOPE, Entry, replayed, utc_now
from miniapp_host.permissions.prompts import Answer
from miniapp_host.permissions.store import PermissionStore
from tests.permissions.conftest import (
    ALBUM,
    LOCATION,
    NOTES,
    USER,
    WEATHER,
    PatientPrompter,
    Phone,
    ask_for,
)

GRANTED, DENIED, UNDECIDED = Decision.GRANTED, Decision.DENIED, Decision.UNDECIDED
RELEASE = Subject(WEATHER.program, "release")
NOON = datetime(2026, 11, 22, 12, 0, 0, 123_000, UTC)


@dataclass
class Watch:
    """Goes on by a second each time somebody looks at it."""

    time: datetime = NOON - timedelta(seconds=1)

    def now(self) -> datetime:
        self.time += timedelta(seconds=1)
        return self.time


@pytest.fixture
def store(database: Database) -> PermissionStore:
    return PermissionStore(database, Watch().now)


def test_the_time_is_that_of_the_machine_in_utc(database: Database) -> None:
    assert utc_now().utcoffset() == timedelta(0)
    before = datetime.now(UTC) - timedelta(milliseconds=1)
    store = PermissionStore(database)
    store.decide(WEATHER, LOCATION, GRANTED, Actor.PROMPT)
    (entry,) = store.history.entries(WEATHER.program)
    assert entry.at is not None
    assert before <= entry.at <= datetime.now(UTC)


def test_a_clock_that_was_never_set_still_gives_a_time(database: Database) -> None:
    store = PermissionStore(database, lambda: datetime(1970, 1, 1, tzinfo=UTC))
    store.decide(WEATHER, LOCATION, GRANTED, Actor.PROMPT)
    (entry,) = store.history.entries(WEATHER.program)
    assert entry.at == datetime(1970, 1, 1, 0, 0, 0, 1000, UTC)


def changes(store: PermissionStore, program: str = WEATHER.program) -> list[tuple[object, ...]]:
    return [(one.scope, one.actor, one.old, one.new) for one in store.history.entries(program)]


def standing(store: PermissionStore) -> dict[tuple[Subject, str], Decision]:
    """What stands of all programs of these tests, by the store and not by the history."""
    return {
        (subject, scope): decision
        for subject in (WEATHER, RELEASE, NOTES)
        for scope, decision in store.decisions(subject).items()
    }


def replay(store: PermissionStore) -> dict[tuple[Subject, str], Decision]:
    entries = [e for one in (WEATHER, NOTES) for e in store.history.entries(one.program)]
    return replayed(entries)


def test_a_decision_is_kept_with_when_by_whom_old_and_new(store: PermissionStore) -> None:
    store.decide(WEATHER, LOCATION, DENIED, Actor.PROMPT)
    store.decide(WEATHER, LOCATION, GRANTED, Actor.SETTINGS)
    assert store.history.entries(WEATHER.program) == (
        Entry(NOON, WEATHER, LOCATION, Actor.PROMPT, UNDECIDED, DENIED),
        Entry(NOON + timedelta(seconds=1), WEATHER, LOCATION, Actor.SETTINGS, DENIED, GRANTED),
    )


def test_a_decision_that_is_taken_back_is_an_entry_too(store: PermissionStore) -> None:
    for decision, actor in ((GRANTED, Actor.SCRIPT), (UNDECIDED, Actor.COMMAND)):
        store.decide(WEATHER, ALBUM, decision, actor)
    assert changes(store) == [
        (ALBUM, Actor.SCRIPT, UNDECIDED, GRANTED),
        (ALBUM, Actor.COMMAND, GRANTED, UNDECIDED),
    ]


@pytest.mark.parametrize("decision", list(Decision))
def test_what_stands_already_is_no_new_decision(store: PermissionStore, decision: Decision) -> None:
    store.decide(WEATHER, LOCATION, decision, Actor.PROMPT)
    before = changes(store)
    store.decide(WEATHER, LOCATION, decision, Actor.COMMAND)
    assert changes(store) == before


def test_dismissing_is_no_decision(database: Database) -> None:
    phone = Phone(database)
    phone.request(ask_for(LOCATION))
    phone.prompter.answer(Answer.DISMISS)
    assert phone.store.history.entries(WEATHER.program) == ()


def test_an_answer_at_the_prompt_is_the_prompts(database: Database) -> None:
    phone = Phone(database)
    phone.request(ask_for(LOCATION))
    phone.prompter.answer(Answer.REJECT)
    assert changes(phone.store) == [(LOCATION, Actor.PROMPT, UNDECIDED, DENIED)]


def test_since_when_and_by_whom_is_the_last_entry_of_the_scope(store: PermissionStore) -> None:
    store.decide(WEATHER, LOCATION, GRANTED, Actor.PROMPT)
    store.decide(RELEASE, LOCATION, GRANTED, Actor.COMMAND)
    store.decide(WEATHER, ALBUM, DENIED, Actor.SETTINGS)
    last = store.history.last(WEATHER, LOCATION)
    assert last == Entry(NOON, WEATHER, LOCATION, Actor.PROMPT, UNDECIDED, GRANTED)
    assert store.history.last(WEATHER, USER) is None


def test_one_scopes_history_can_be_read_alone(store: PermissionStore) -> None:
    for decision in (GRANTED, DENIED, UNDECIDED):
        for subject, scope in ((WEATHER, LOCATION), (WEATHER, ALBUM), (RELEASE, LOCATION)):
            store.decide(subject, scope, decision, Actor.PROMPT)
    found = store.history.of(WEATHER, LOCATION)
    assert [one.new for one in found] == [GRANTED, DENIED, UNDECIDED]
    assert {(one.subject, one.scope) for one in found} == {(WEATHER, LOCATION)}


def test_what_another_process_decided_is_there_once_with_who_it_was(tmp_path: Path) -> None:
    with (
        closing(Database(tmp_path / "phone.sqlite")) as ours,
        closing(Database(tmp_path / "phone.sqlite")) as theirs,
    ):
        store = PermissionStore(ours)
        store.watch(lambda change: None)
        PermissionStore(theirs).decide(WEATHER, LOCATION, DENIED, Actor.COMMAND)
        store.announce_outside_changes()
        assert changes(store) == [(LOCATION, Actor.COMMAND, UNDECIDED, DENIED)]


def test_a_deleted_programs_history_goes_in_the_same_step(database: Database) -> None:
    store = PermissionStore(database)
    for subject in (WEATHER, RELEASE, NOTES):
        store.decide(subject, LOCATION, GRANTED, Actor.PROMPT)
    database.execute("PRAGMA query_only = 1")
    with pytest.raises(StoreError):
        store.forget(WEATHER.program)
    database.execute("PRAGMA query_only = 0")
    assert len(changes(store)) == 2
    store.forget(WEATHER.program)
    assert changes(store) == []
    assert changes(store, NOTES.program) == [(LOCATION, Actor.PROMPT, UNDECIDED, GRANTED)]
    assert database.execute("SELECT DISTINCT program FROM history") == [(NOTES.program,)]


def test_nothing_of_a_deleted_program_is_left_in_the_file(tmp_path: Path) -> None:
    path = tmp_path / "phone.sqlite"
    with closing(Database(path)) as database:
        store = PermissionStore(database)
        for decision in (GRANTED, DENIED, GRANTED):
            store.decide(WEATHER, LOCATION, decision, Actor.PROMPT)
        store.forget(WEATHER.program)
    assert WEATHER.program.encode() not in path.read_bytes()


def test_a_failed_write_enters_nothing(database: Database) -> None:
    store = PermissionStore(database)
    store.decide(WEATHER, LOCATION, GRANTED, Actor.PROMPT)
    database.execute("PRAGMA query_only = 1")
    with pytest.raises(StoreError):
        store.decide(WEATHER, LOCATION, DENIED, Actor.SETTINGS)
    assert changes(store) == [(LOCATION, Actor.PROMPT, UNDECIDED, GRANTED)]


def test_of_very_many_decisions_the_newest_are_kept_and_replay_to_what_stands(
    database: Database,
) -> None:
    store = PermissionStore(database)
    for number in range(3 * KEPT_PER_SCOPE):
        decision = (GRANTED, DENIED, UNDECIDED)[number % 3]
        store.decide(WEATHER, LOCATION, decision, Actor.PROMPT)
        assert len(changes(store)) == min(number + 1, len(changes(store)), KEPT_PER_SCOPE)
        assert replay(store) == standing(store)
    assert len(changes(store)) >= KEPT_PER_SCOPE - 3
    ((rows,),) = database.execute("SELECT count(*) FROM history")
    assert rows <= KEPT_PER_SCOPE + 1


def test_a_clock_that_is_set_back_changes_nothing_in_what_stands(database: Database) -> None:
    times = iter([NOON, NOON - timedelta(days=3650), NOON - timedelta(days=1)])
    store = PermissionStore(database, lambda: next(times))
    for decision in (GRANTED, DENIED, GRANTED):
        store.decide(WEATHER, LOCATION, decision, Actor.PROMPT)
    last = store.history.last(WEATHER, LOCATION)
    assert last
    assert last.new is GRANTED
    assert replay(store) == {(WEATHER, LOCATION): GRANTED}


def test_every_grant_can_be_taken_back_on_a_full_disk_and_that_is_kept_too(tmp_path: Path) -> None:
    path = tmp_path / "phone.sqlite"
    granted: list[Subject] = []
    with closing(Database(path)) as database:
        store = PermissionStore(database)
        ((pages,),) = database.execute("PRAGMA page_count")
        database.execute(f"PRAGMA max_page_count = {pages + 12}")
        database.execute("PRAGMA synchronous = OFF")
        with suppress(StoreError):
            for number in range(10_000):
                subject = Subject(f"wx{number}", "develop")
                store.decide(subject, LOCATION, GRANTED, Actor.PROMPT)
                granted.append(subject)
        assert 50 < len(granted) < 10_000
        for number, subject in enumerate(granted):
            store.decide(subject, LOCATION, (DENIED, UNDECIDED)[number % 2], Actor.SETTINGS)
    with closing(Database(path)) as database:
        store = PermissionStore(database)
        assert database.notice is None
        for subject in granted:
            assert store.decision(subject, LOCATION) is not GRANTED
            first, second = store.history.entries(subject.program)
            assert (first.new, second.new) == (GRANTED, store.decision(subject, LOCATION))


def test_replaying_nothing_is_nothing() -> None:
    assert replayed(()) == {}


# Random actions

PROMPTED = {Answer.ALLOW: GRANTED, Answer.REJECT: DENIED}
ACTORS = (Actor.SETTINGS, Actor.COMMAND, Actor.SCRIPT)


class Life:
    """A phone whose memory is opened and closed, and which person, scripts and shells use."""

    def __init__(self, path: Path, chance: random.Random) -> None:
        self.path = path
        self.chance = chance
        self.actions = 0
        self.expected: list[tuple[str, Actor, Decision]] = []
        self.start()

    def start(self) -> None:
        self.database = Database(self.path)
        self.database.execute("PRAGMA synchronous = OFF")  # a thousand commits in a test's time
        self.store = PermissionStore(self.database)
        self.prompter = PatientPrompter()
        self.broker = Broker(self.store, self.prompter, lambda error: None)

    def act(self) -> None:
        self.actions += 1
        action = self.chance.choices(
            (self.decide, self.ask, self.delete, self.restart), (8, 8, 1, 1)
        )
        action[0]()

    def target(self) -> tuple[Subject, str]:
        return (
            self.chance.choice((WEATHER, RELEASE, NOTES)),
            self.chance.choice((LOCATION, ALBUM, USER)),
        )

    def decide(self) -> None:
        subject, scope = self.target()
        self.change(subject, scope, self.chance.choice(list(Decision)), self.chance.choice(ACTORS))

    def ask(self) -> None:
        subject, scope = self.target()
        self.broker.request(ask_for(scope, subject), lambda outcome: None)
        if self.prompter.shown:
            answer = self.chance.choice(list(Answer))
            if answer in PROMPTED:
                self.expected.append((subject.program, Actor.PROMPT, PROMPTED[answer]))
            self.prompter.answer(answer)

    def change(self, subject: Subject, scope: str, decision: Decision, actor: Actor) -> None:
        if self.store.decision(subject, scope) is not decision:
            self.expected.append((subject.program, actor, decision))
        self.store.decide(subject, scope, decision, actor)

    def delete(self) -> None:
        program = self.chance.choice((WEATHER.program, NOTES.program))
        self.store.forget(program)
        self.expected = [one for one in self.expected if one[0] != program]

    def restart(self) -> None:
        self.database.close()
        self.start()
