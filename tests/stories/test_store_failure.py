"""A decision that cannot be kept is none: nothing is granted, and the person learns why."""

import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QTimer

from miniapp_host.open_programs import OUTSIDE_SECONDS
from miniapp_host.permissions.decisions import Decision
from tests.conftest import OpenProgram
from tests.stories.asking_program import SETTINGS, asking_program, heard, wait_heard
from tests.stories.person import PROMPT, Person

LOCATION = "scope.userLocation"


STANDSTILL = 1.0
"""Seconds of which a person would say that the phone hangs; on a busy machine 0.1 is too strict."""


@contextmanager
def locked(data_dir: Path, lock: str = "IMMEDIATE") -> Iterator[None]:
    """Somebody else holds the phone's file and does not let go; nobody even reads if EXCLUSIVE."""
    other = sqlite3.connect(data_dir / "phone.sqlite", isolation_level=None)
    other.execute(f"BEGIN {lock}")
    try:
        yield
    finally:
        other.execute("ROLLBACK")
        other.close()


@contextmanager
def longest_standstill() -> Iterator[list[float]]:
    """The longest time, in seconds, during which the screen could not have moved."""
    longest, last = [0.0], [time.monotonic()]
    ticks = QTimer()

    def tick() -> None:
        now = time.monotonic()
        longest[0], last[0] = max(longest[0], now - last[0]), now

    ticks.timeout.connect(tick)
    ticks.start(10)
    yield longest
    tick()
    ticks.stop()


def test_an_answer_that_cannot_be_written_grants_nothing(
    run_program: OpenProgram, person: Person, data_dir: Path
) -> None:
    page = run_program(asking_program({"locate": "wx.getLocation(told)", "settings": SETTINGS}))
    person.taps(page, "#locate")
    person.waits_for(PROMPT)
    with locked(data_dir), longest_standstill() as standstill:
        person.allows()
        wait_heard(page, "getLocation:fail internal error 4")
    assert standstill[0] < STANDSTILL
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
    with locked(data_dir), longest_standstill() as standstill:
        person.toggles(LOCATION)
    assert standstill[0] < STANDSTILL
    person.waits_for("modalContent")
    person.clicks("modalConfirm")
    person.waits_for_switches({LOCATION: False})
    person.toggles(LOCATION)
    person.waits_for_switches({LOCATION: True})


def test_a_file_that_another_process_keeps_for_itself_neither_stops_the_phone_nor_grants(
    run_program: OpenProgram, person: Person, data_dir: Path
) -> None:
    page = run_program(asking_program({"locate": "wx.getLocation(told)"}))
    with locked(data_dir, "EXCLUSIVE"), longest_standstill() as standstill:
        person.taps(page, "#locate")
        wait_heard(page, "getLocation:fail internal error 4")
        person.waits_for("modalContent")
        person.clicks("modalConfirm")
        person.waits_until_gone("modal")
        told = time.monotonic()
        person.wait(lambda: time.monotonic() > told + 2 * OUTSIDE_SECONDS, "two looks outside")
        assert not person.sees("modal")
    assert standstill[0] < STANDSTILL
    person.taps(page, "#locate")
    person.allows()
    wait_heard(page, *heard(page)[:1], "getLocation:ok")
