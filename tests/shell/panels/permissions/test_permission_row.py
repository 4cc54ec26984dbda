"""What is said of a scope: its state, since when and by whom, and what app.json says."""

import json
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from miniapp_host import paths
from miniapp_host.api.calls.ways import Way, Ways
from miniapp_host.permissions.decisions import Actor, Decision
from miniapp_host.shell.panels.permissions.permission_detail import detail_of
from miniapp_host.shell.panels.permissions.permission_row import PermissionRow, PermissionSources
from miniapp_host.shell.panels.permissions.permission_words import (
    ACTOR_WORDS,
    STATE_WORDS,
    WAY_WORDS,
    said_declared,
    said_in_a_sentence,
    said_purpose,
    said_ways,
)
from miniapp_host.texts import Language, Texts
from tests.api.pretend_phone import OpenProgram, Phone

LOCATION, ALBUM, USER = "scope.userLocation", "scope.writePhotosAlbum", "scope.userInfo"
EN = Texts(Language.EN, paths.resources() / "i18n")


@pytest.fixture
def phone(tmp_path: Path) -> Iterator[Phone]:
    phone = Phone(tmp_path)
    phone.clock.time = datetime.now(UTC).timestamp()
    yield phone
    phone.database.close()


def rows(phone: Phone, program: OpenProgram, *used: str) -> dict[str, PermissionRow]:
    ways = Ways(phone.dispatcher.journal, phone.store.history)
    sources = PermissionSources(phone.store, ways, lambda: phone.broker.questions)
    session = program.session
    found = sources.rows(session.subject, session.package.manifest, used)
    return {row.scope.id: row for row in found}


def test_what_is_used_decided_or_asked_about_is_listed(phone: Phone) -> None:
    program = phone.open()
    phone.store.decide(program.session.subject, ALBUM, Decision.DENIED, Actor.PROMPT)
    phone.store.decide(program.session.subject, ALBUM, Decision.UNDECIDED, Actor.PROMPT)
    phone.open("other").decide("scope.camera", granted=True)
    program.decide(USER, granted=False)
    program.call("authorize", {"scope": USER})
    assert list(rows(phone, program, LOCATION)) == [USER, LOCATION, ALBUM]


@pytest.mark.parametrize(
    ("actor", "who"),
    [
        (Actor.PROMPT, "at the prompt"),
        (Actor.SETTINGS, "in the settings"),
        (Actor.COMMAND, "by the command line"),
        (Actor.SCRIPT, "by a script"),
    ],
)
def test_a_state_is_told_with_since_when_and_by_whom(phone: Phone, actor: Actor, who: str) -> None:
    program = phone.open()
    phone.store.decide(program.session.subject, LOCATION, Decision.DENIED, actor)
    told = said_in_a_sentence(rows(phone, program)[LOCATION], EN)
    now = datetime.now().astimezone()
    assert told.startswith(f"Location: denied since {now.day} ")
    assert told.endswith(f", {who}.")


def test_a_state_that_nobody_made_or_of_unknown_time_is_told_without(phone: Phone) -> None:
    program = phone.open()
    assert said_in_a_sentence(rows(phone, program, LOCATION)[LOCATION], EN) == (
        "Location: undecided."
    )
    program.decide(LOCATION, granted=True)
    phone.database.execute("UPDATE history SET at = 0, actor = 'earlier' WHERE actor = 'settings'")
    assert said_in_a_sentence(rows(phone, program)[LOCATION], EN) == (
        "Location: granted, before there was a history."
    )


def test_what_cannot_be_read_is_not_guessed(phone: Phone) -> None:
    program = phone.open()
    program.decide(LOCATION, granted=True)
    phone.database.execute("PRAGMA ignore_check_constraints = ON")
    phone.database.execute("UPDATE decisions SET decision = CAST(x'ff' AS TEXT)")
    phone.database.execute("UPDATE history SET actor = CAST(x'ff' AS TEXT)")
    row = rows(phone, program, LOCATION)[LOCATION]
    assert said_in_a_sentence(row, EN) == "Location: can’t be read."


@pytest.mark.parametrize(
    ("scope", "purposes", "told", "lacks"),
    [
        (LOCATION, {LOCATION: {"desc": "to sort\n the list"}}, "to sort the list", False),
        (LOCATION, {}, "missing", True),
        (LOCATION, {LOCATION: {"desc": "  "}}, "missing", True),
        (ALBUM, {}, "not needed", False),
        (ALBUM, {ALBUM: {"desc": "to keep"}}, "to keep", False),
    ],
)
def test_the_purpose_is_told_or_that_it_is_missing(
    phone: Phone, scope: str, purposes: dict[str, object], told: str, lacks: bool
) -> None:
    row = rows(phone, phone.open(permission=purposes), scope)[scope]
    assert (said_purpose(row, EN), row.lacks_purpose) == (told, lacks)


@pytest.mark.parametrize(
    ("scope", "infos", "told"),
    [
        (LOCATION, ["getLocation", "chooseLocation"], "getLocation, chooseLocation"),
        (LOCATION, ["chooseAddress"], "missing"),
        (LOCATION, None, "missing"),
        (ALBUM, [], "not needed"),
    ],
)
def test_the_declaration_is_told_or_that_it_is_missing(
    phone: Phone, scope: str, infos: list[str] | None, told: str
) -> None:
    app = {} if infos is None else {"requiredPrivateInfos": infos}
    assert said_declared(rows(phone, phone.open(**app), scope)[scope], EN) == told


def test_the_ways_that_this_run_has_seen_are_counted_and_named(phone: Phone) -> None:
    program = phone.open()
    program.decide(LOCATION, granted=False)
    program.call("getLocation")
    row = rows(phone, program)[LOCATION]
    assert (said_ways(row), row.seen) == ("1 / 6", {Way.DENIED_BEFORE})
    (section, _) = detail_of(row, EN).trees
    facts = {fact.label: fact.text for fact in section.facts}  # type: ignore[union-attr]
    assert facts["denied before"] == "seen"
    assert facts["allowed again in settings"] == "not yet"


def test_the_detail_offers_every_other_state_and_tells_the_history(phone: Phone) -> None:
    program = phone.open()
    for granted in (False, True):
        program.decide(LOCATION, granted)
        phone.clock.advance(60)
    detail = detail_of(rows(phone, program)[LOCATION], EN)
    assert [one.name for one in detail.remedies] == ["denied", "undecided"]
    history = detail.trees[-1]
    texts = [fact.text for fact in history.facts]  # type: ignore[union-attr]
    assert texts == ["denied → granted, in the settings", "undecided → denied, in the settings"]


def test_every_word_is_there_in_both_languages() -> None:
    for table in (STATE_WORDS, ACTOR_WORDS, WAY_WORDS):
        assert all(text.en != text.zh for text in table.values())
    assert set(ACTOR_WORDS) == set(Actor)
    assert set(WAY_WORDS) == set(Way)
    assert json.loads((paths.resources() / "i18n/zh/permissions.json").read_text("utf-8"))
