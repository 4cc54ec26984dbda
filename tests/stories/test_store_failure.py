"""A decision that cannot be kept is none: nothing is granted, and the person learns why."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from miniapp_host.permissions.decisions import Decision
from tests.conftest import OpenProgram
from tests.stories.asking_program import SETTINGS, asking_program, heard, wait_heard
from tests.stories.person import PROMPT, Person

LOCATION = "scope.userLocation"


@contextmanager
def locked(data_dir: Path) -> Iterator[None]:
    """Somebody else holds the phone's file for writing and does not let go."""
    other = sqlite3.connect(data_dir / "phone.sqlite", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    try:
        yield
    finally:
        other.execute("ROLLBACK")
        other.close()


def test_an_answer_that_cannot_be_written_grants_nothing(
    run_program: OpenProgram, person: Person, data_dir: Path
) -> None:
    page = run_program(asking_program({"locate": "wx.getLocation(told)", "settings": SETTINGS}))
    person.taps(page, "#locate")
    person.waits_for(PROMPT)
    with locked(data_dir):
        person.allows()
        wait_heard(page, "getLocation:fail internal error 4")
    person.waits_for("modalContent")
    assert "Another window is using the phone's memory." in person.reads("modalContent")
    person.clicks("modalConfirm")
    person.waits_until_gone("modal")
    person.taps(page, "#settings")
    wait_heard(page, *heard(page)[:1], "{}")
    assert person.phone.store.decision(page.program.subject, LOCATION) is Decision.UNDECIDED
    person.taps(page, "#locate")
    person.allows()
    wait_heard(page, *heard(page)[:2], "getLocation:ok")


def test_a_switch_that_cannot_be_written_stays_where_it_is(
    run_program: OpenProgram, person: Person, data_dir: Path
) -> None:
    page = run_program(asking_program({"locate": "wx.getLocation(told)"}))
    person.taps(page, "#locate")
    person.rejects()
    wait_heard(page, "getLocation:fail auth deny 103")
    person.opens_settings()
    with locked(data_dir):
        person.toggles(LOCATION)
    person.waits_for("modalContent")
    person.clicks("modalConfirm")
    person.waits_for_switches({LOCATION: False})
    person.toggles(LOCATION)
    person.waits_for_switches({LOCATION: True})
