"""Decisions are kept, told and forgotten exactly (permissions.md, 2)."""

import logging
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import Any

import pytest

from miniapp_host.memory.database import Database
from miniapp_host.memory.store_error import StoreError
from miniapp_host.permissions.decisions import Actor, Change, Decision, Subject
from miniapp_host.permissions.store import PermissionStore
from tests.permissions.conftest import ALBUM, LOCATION, NOTES, USER, WEATHER

GRANTED, DENIED, UNDECIDED = Decision.GRANTED, Decision.DENIED, Decision.UNDECIDED


@contextmanager
def opened(path: Path) -> Iterator[PermissionStore]:
    database = Database(path)
    yield PermissionStore(database)
    database.close()


def test_what_nobody_decided_is_undecided_and_not_listed(store: PermissionStore) -> None:
    assert store.decision(WEATHER, LOCATION) is UNDECIDED
    assert store.decisions(WEATHER) == {}


@pytest.mark.parametrize("decision", [GRANTED, DENIED])
def test_a_decision_is_read_back_and_listed(store: PermissionStore, decision: Decision) -> None:
    store.decide(WEATHER, LOCATION, decision, Actor.PROMPT)
    assert store.decision(WEATHER, LOCATION) is decision
    assert store.decisions(WEATHER) == {LOCATION: decision}


def test_a_decision_can_be_changed_and_taken_back(store: PermissionStore) -> None:
    for decision in (GRANTED, DENIED, GRANTED, UNDECIDED, DENIED, UNDECIDED, UNDECIDED):
        store.decide(WEATHER, LOCATION, decision, Actor.SETTINGS)
        assert store.decision(WEATHER, LOCATION) is decision
    assert store.decisions(WEATHER) == {}


@pytest.mark.parametrize(
    "other",
    [
        NOTES,
        Subject(WEATHER.program, "release"),
        Subject(WEATHER.program, "trial"),
        Subject(WEATHER.program.upper(), "develop"),
        Subject(WEATHER.program + " ", "develop"),
    ],
)
def test_a_decision_holds_for_its_subject_only(store: PermissionStore, other: Subject) -> None:
    store.decide(WEATHER, LOCATION, GRANTED, Actor.PROMPT)
    assert store.decision(other, LOCATION) is UNDECIDED


def test_scopes_are_listed_in_the_order_of_their_first_decision(store: PermissionStore) -> None:
    for scope in (ALBUM, LOCATION, USER):
        store.decide(WEATHER, scope, GRANTED, Actor.PROMPT)
    store.decide(WEATHER, ALBUM, DENIED, Actor.SETTINGS)
    assert list(store.decisions(WEATHER)) == [ALBUM, LOCATION, USER]


def test_a_scope_nobody_knows_is_kept(store: PermissionStore) -> None:
    store.decide(WEATHER, "scope.ofTheFuture", DENIED, Actor.COMMAND)
    assert store.decisions(WEATHER) == {"scope.ofTheFuture": DENIED}


def test_decisions_outlive_the_phone(tmp_path: Path) -> None:
    with opened(tmp_path / "phone.sqlite") as store:
        store.decide(WEATHER, LOCATION, GRANTED, Actor.PROMPT)
        store.decide(WEATHER, ALBUM, DENIED, Actor.PROMPT)
    with opened(tmp_path / "phone.sqlite") as store:
        assert store.decisions(WEATHER) == {LOCATION: GRANTED, ALBUM: DENIED}


def test_forgetting_a_program_forgets_all_its_versions_and_nobody_else(
    store: PermissionStore,
) -> None:
    for subject in (WEATHER, Subject(WEATHER.program, "release"), NOTES):
        store.decide(subject, LOCATION, GRANTED, Actor.PROMPT)
    store.forget(WEATHER.program)
    assert store.decisions(WEATHER) == store.decisions(Subject("wx-weather", "release")) == {}
    assert store.decisions(NOTES) == {LOCATION: GRANTED}


def test_all_decisions_about_a_program_are_taken_back_and_no_others(
    store: PermissionStore,
) -> None:
    release = Subject(WEATHER.program, "release")
    for subject in (WEATHER, release, NOTES):
        store.decide(subject, LOCATION, GRANTED, Actor.PROMPT)
    store.decide(WEATHER, ALBUM, DENIED, Actor.PROMPT)
    heard: list[Change] = []
    store.watch(heard.append)
    store.take_back(WEATHER, Actor.COMMAND)
    assert store.decisions(WEATHER) == {}
    assert store.decisions(release) == store.decisions(NOTES) == {LOCATION: GRANTED}
    assert heard == [
        Change(WEATHER, LOCATION, UNDECIDED, Actor.COMMAND),
        Change(WEATHER, ALBUM, UNDECIDED, Actor.COMMAND),
    ]


def test_several_are_decided_at_once_and_what_stands_already_is_no_news(
    store: PermissionStore,
) -> None:
    store.decide(WEATHER, LOCATION, GRANTED, Actor.PROMPT)
    heard: list[Change] = []
    store.watch(heard.append)
    store.decide_all(WEATHER, {LOCATION: GRANTED, ALBUM: DENIED}, Actor.SCRIPT)
    assert store.decisions(WEATHER) == {LOCATION: GRANTED, ALBUM: DENIED}
    assert heard == [Change(WEATHER, ALBUM, DENIED, Actor.SCRIPT)]


def test_decisions_are_taken_back_all_or_none(database: Database) -> None:
    store = PermissionStore(database)
    for scope in (LOCATION, ALBUM):
        store.decide(WEATHER, scope, GRANTED, Actor.PROMPT)
    database.execute(
        "CREATE TEMP TRIGGER no BEFORE DELETE ON decisions"
        " WHEN old.scope = 'scope.writePhotosAlbum'"
        " BEGIN SELECT RAISE(FAIL, 'no'); END"
    )
    with pytest.raises(Exception, match="no"):
        store.take_back(WEATHER, Actor.SETTINGS)
    assert store.decisions(WEATHER) == {LOCATION: GRANTED, ALBUM: GRANTED}


def test_every_change_is_announced_once_with_who_made_it(store: PermissionStore) -> None:
    heard: list[Change] = []
    store.watch(heard.append)
    store.decide(WEATHER, LOCATION, GRANTED, Actor.PROMPT)
    store.decide(WEATHER, LOCATION, UNDECIDED, Actor.SETTINGS)
    assert heard == [
        Change(WEATHER, LOCATION, GRANTED, Actor.PROMPT),
        Change(WEATHER, LOCATION, UNDECIDED, Actor.SETTINGS),
    ]


def test_every_change_is_in_the_log(
    store: PermissionStore, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.INFO, "miniapp_host.permissions"):
        store.decide(WEATHER, LOCATION, GRANTED, Actor.PROMPT)
    assert caplog.messages == [f"{WEATHER}: {LOCATION} is {GRANTED} ({Actor.PROMPT})"]


def test_forgetting_announces_every_decision_as_taken_back(store: PermissionStore) -> None:
    store.decide(WEATHER, LOCATION, GRANTED, Actor.PROMPT)
    store.decide(WEATHER, ALBUM, DENIED, Actor.PROMPT)
    heard: list[Change] = []
    store.watch(heard.append)
    store.forget(WEATHER.program)
    assert heard == [
        Change(WEATHER, LOCATION, UNDECIDED, Actor.DELETION),
        Change(WEATHER, ALBUM, UNDECIDED, Actor.DELETION),
    ]


def test_whoever_stops_watching_hears_no_more(store: PermissionStore) -> None:
    heard: list[Change] = []
    unwatch = store.watch(heard.append)
    unwatch()
    unwatch()
    store.decide(WEATHER, LOCATION, GRANTED, Actor.PROMPT)
    assert heard == []


def test_a_watcher_may_stop_another_while_the_news_goes_round(store: PermissionStore) -> None:
    heard: list[Change] = []
    stop_second: list[object] = []
    store.watch(lambda _: stop_second.append(unwatch_second()))
    unwatch_second = store.watch(heard.append)
    store.decide(WEATHER, LOCATION, GRANTED, Actor.PROMPT)
    assert heard == []


def test_the_change_is_on_disk_when_it_is_announced(tmp_path: Path) -> None:
    seen: list[Decision] = []
    with opened(tmp_path / "phone.sqlite") as store, opened(tmp_path / "phone.sqlite") as other:
        store.watch(lambda change: seen.append(other.decision(change.subject, change.scope)))
        store.decide(WEATHER, LOCATION, GRANTED, Actor.PROMPT)
        store.decide(WEATHER, LOCATION, DENIED, Actor.SETTINGS)
    assert seen == [GRANTED, DENIED]


def test_inside_a_transaction_nothing_is_announced_before_the_commit(database: Database) -> None:
    store = PermissionStore(database)
    heard: list[Change] = []
    store.watch(heard.append)
    with database.transaction():
        store.decide(WEATHER, LOCATION, GRANTED, Actor.PROMPT)
        store.forget(WEATHER.program)
        assert heard == []
    assert [change.decision for change in heard] == [GRANTED, UNDECIDED]


def test_what_is_taken_back_is_never_announced(database: Database) -> None:
    store = PermissionStore(database)
    heard: list[Change] = []
    store.watch(heard.append)
    with suppress(ZeroDivisionError), database.transaction():
        store.decide(WEATHER, LOCATION, GRANTED, Actor.PROMPT)
        _ = 1 / 0
    store.decide(WEATHER, ALBUM, GRANTED, Actor.PROMPT)
    assert [change.scope for change in heard] == [ALBUM]
    assert store.decisions(WEATHER) == {ALBUM: GRANTED}


@pytest.mark.parametrize("decision", list(Decision))
def test_a_failed_write_changes_nothing_and_tells_nobody(
    database: Database, decision: Decision
) -> None:
    store = PermissionStore(database)
    store.decide(WEATHER, LOCATION, GRANTED, Actor.PROMPT)
    heard: list[Change] = []
    store.watch(heard.append)
    database.execute("PRAGMA query_only = ON")
    with pytest.raises(StoreError):
        store.decide(WEATHER, LOCATION, decision, Actor.SETTINGS)
    with pytest.raises(StoreError):
        store.forget(WEATHER.program)
    assert heard == []
    assert store.decisions(WEATHER) == {LOCATION: GRANTED}


def decide_until_it_fails(store: PermissionStore) -> None:
    for number in range(1_000):
        store.decide(Subject(f"wx{number}", "develop"), LOCATION, GRANTED, Actor.PROMPT)


def test_on_a_full_disk_granting_fails_and_revoking_works(tmp_path: Path) -> None:
    database = Database(tmp_path / "phone.sqlite")
    store = PermissionStore(database)
    store.decide(WEATHER, LOCATION, GRANTED, Actor.PROMPT)
    ((pages,),) = database.execute("PRAGMA page_count")
    database.execute(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(StoreError, match="disk is full"):
        decide_until_it_fails(store)
    store.decide(WEATHER, LOCATION, DENIED, Actor.SETTINGS)
    assert store.decision(WEATHER, LOCATION) is DENIED
    database.close()
    with opened(tmp_path / "phone.sqlite") as again:
        assert again.decision(WEATHER, LOCATION) is DENIED


def test_a_change_of_another_process_is_announced_as_from_outside(tmp_path: Path) -> None:
    with opened(tmp_path / "phone.sqlite") as ours, opened(tmp_path / "phone.sqlite") as theirs:
        ours.decide(WEATHER, ALBUM, GRANTED, Actor.PROMPT)
        heard: list[Change] = []
        ours.watch(heard.append)
        theirs.decide(WEATHER, LOCATION, GRANTED, Actor.PROMPT)
        theirs.decide(WEATHER, ALBUM, UNDECIDED, Actor.SETTINGS)
        ours.announce_outside_changes()
        ours.announce_outside_changes()
        assert sorted(heard, key=lambda change: change.scope) == [
            Change(WEATHER, LOCATION, GRANTED, Actor.OUTSIDE),
            Change(WEATHER, ALBUM, UNDECIDED, Actor.OUTSIDE),
        ]


def test_our_own_changes_are_not_announced_again_as_from_outside(tmp_path: Path) -> None:
    with opened(tmp_path / "phone.sqlite") as ours, opened(tmp_path / "phone.sqlite") as theirs:
        heard: list[Change] = []
        ours.watch(heard.append)
        ours.decide(WEATHER, LOCATION, GRANTED, Actor.PROMPT)
        theirs.decide(WEATHER, ALBUM, DENIED, Actor.PROMPT)
        ours.decide(WEATHER, USER, DENIED, Actor.PROMPT)
        ours.decide(WEATHER, LOCATION, UNDECIDED, Actor.SETTINGS)
        ours.announce_outside_changes()
        assert [(change.scope, change.actor) for change in heard] == [
            (LOCATION, Actor.PROMPT),
            (USER, Actor.PROMPT),
            (LOCATION, Actor.SETTINGS),
            (ALBUM, Actor.OUTSIDE),
        ]


def test_what_others_decide_later_is_announced_too_and_each_change_once(tmp_path: Path) -> None:
    with opened(tmp_path / "phone.sqlite") as ours, opened(tmp_path / "phone.sqlite") as theirs:
        heard: list[Decision] = []
        ours.watch(lambda change: heard.append(change.decision))
        for decision in (GRANTED, DENIED, UNDECIDED):
            theirs.decide(WEATHER, LOCATION, decision, Actor.PROMPT)
            ours.announce_outside_changes()
            ours.announce_outside_changes()
        assert heard == [GRANTED, DENIED, UNDECIDED]


class CountingDatabase(Database):
    """Counts how often the decisions are read."""

    readings = 0

    def execute(self, sql: str, parameters: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
        self.readings += "FROM decisions" in sql
        return super().execute(sql, parameters)


def test_the_decisions_are_read_again_only_when_another_process_has_written(
    tmp_path: Path,
) -> None:
    with (
        closing(CountingDatabase(tmp_path / "phone.sqlite")) as database,
        opened(tmp_path / "phone.sqlite") as theirs,
    ):
        ours = PermissionStore(database)
        ours.watch(lambda change: None)
        theirs.decide(WEATHER, LOCATION, GRANTED, Actor.PROMPT)
        ours.announce_outside_changes()
        after_one = database.readings
        for _ in range(3):
            ours.announce_outside_changes()
        assert database.readings == after_one


def test_nobody_watching_means_nothing_to_announce(tmp_path: Path) -> None:
    with opened(tmp_path / "phone.sqlite") as ours, opened(tmp_path / "phone.sqlite") as theirs:
        theirs.decide(WEATHER, LOCATION, GRANTED, Actor.PROMPT)
        ours.announce_outside_changes()
        assert ours.decision(WEATHER, LOCATION) is GRANTED


@pytest.mark.parametrize("version", ["", "Develop", "beta"])
def test_a_version_that_does_not_exist_cannot_be_decided_on(
    store: PermissionStore, version: str
) -> None:
    with pytest.raises(Exception, match="CHECK constraint"):
        store.decide(Subject("wx1", version), LOCATION, GRANTED, Actor.PROMPT)
