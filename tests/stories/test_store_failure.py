"""A decision that cannot be kept is none: nothing is granted, and the person learns why."""

import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QTimer

from miniapp_host.permissions.decisions import Decision
from miniapp_host.phone.programs import OUTSIDE_SECONDS
from miniapp_host.texts import Sentence
from tests.program_folder import write_program
from tests.stories.asking_program import SETTINGS, asking_program, heard, wait_heard
from tests.stories.conftest import OpenProgram
from tests.stories.person import PANEL, PROMPT, Person

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
    person.miniapp.tap("#locate")
    person.waits_for(PROMPT)
    with locked(data_dir), longest_standstill() as standstill:
        person.prompt.allow()
        wait_heard(page, "getLocation:fail internal error 4")
    assert standstill[0] < STANDSTILL
    person.waits_for("modalContent")
    assert "Another window is using the phone’s memory." in person.reads("modalContent")
    person.clicks("modalConfirm")
    person.waits_until_gone("modal")
    person.miniapp.tap("#settings")
    wait_heard(page, *heard(page)[:1], "{}")
    assert person.phone.store.decision(page.program.subject, LOCATION) is Decision.UNDECIDED
    person.miniapp.tap("#locate")
    person.prompt.allow()
    wait_heard(page, *heard(page)[:2], "getLocation:ok")


def test_a_switch_that_cannot_be_written_stays_where_it_is(
    run_program: OpenProgram, person: Person, data_dir: Path
) -> None:
    page = run_program(asking_program({"locate": "wx.getLocation(told)"}))
    person.miniapp.tap("#locate")
    person.prompt.deny()
    wait_heard(page, "getLocation:fail auth deny 103")
    person.settings.open()
    with locked(data_dir), longest_standstill() as standstill:
        person.settings.toggle(LOCATION)
    assert standstill[0] < STANDSTILL
    person.waits_for("modalContent")
    person.clicks("modalConfirm")
    person.settings.expect({LOCATION: False})
    person.settings.toggle(LOCATION)
    person.settings.expect({LOCATION: True})


def test_a_file_that_another_process_keeps_for_itself_neither_stops_the_phone_nor_grants(
    run_program: OpenProgram, person: Person, data_dir: Path
) -> None:
    page = run_program(asking_program({"locate": "wx.getLocation(told)"}))
    with locked(data_dir, "EXCLUSIVE"), longest_standstill() as standstill:
        person.miniapp.tap("#locate")
        wait_heard(page, "getLocation:fail internal error 4")
        person.waits_for("modalContent")
        person.clicks("modalConfirm")
        person.waits_until_gone("modal")
        told = time.monotonic()
        person.wait(lambda: time.monotonic() > told + 2 * OUTSIDE_SECONDS, "two looks outside")
        assert not person.sees("modal")
    assert standstill[0] < STANDSTILL
    person.miniapp.tap("#locate")
    person.prompt.allow()
    wait_heard(page, *heard(page)[:1], "getLocation:ok")


def test_what_a_program_cannot_keep_fails_with_the_reason(
    run_program: OpenProgram, person: Person, data_dir: Path
) -> None:
    calls = {
        "keep": "wx.setStorage({ key: 'a', data: 1, ...told })",
        "sync": "try { wx.setStorageSync('a', 1); say('kept') } catch (e) { say(e.message) }",
    }
    page = run_program(asking_program(calls))
    reason = "fail Another window is using the phone's memory"
    with locked(data_dir):
        person.miniapp.tap("#keep")
        wait_heard(page, f"setStorage:{reason} 4")
        person.miniapp.tap("#sync")
        wait_heard(page, *heard(page)[:1], f"setStorageSync:{reason}")
    person.miniapp.tap("#sync")
    wait_heard(page, *heard(page)[:2], "kept")


NAMED = '{"pages": ["pages/index/index"], "window": {"navigationBarTitleText": "Asker"}}'


def reads_why_and_goes_on(person: Person) -> None:
    person.waits_for("modalContent")
    assert "Another window is using the phone’s memory." in person.reads("modalContent")
    person.clicks("modalConfirm")
    person.waits_until_gone("modal")


def test_a_program_that_cannot_be_looked_up_is_not_opened_and_the_person_learns_why(
    person: Person, data_dir: Path
) -> None:
    with locked(data_dir, "EXCLUSIVE"):
        person.launcher.press("Hello")
        reads_why_and_goes_on(person)
    assert not person.phone.running
    person.launcher.press("Hello")
    person.waits_until_gone("splash")
    assert person.phone.running


def test_a_folder_that_cannot_be_entered_is_not_opened_and_the_person_learns_why(
    person: Person, data_dir: Path, folder: Path
) -> None:
    write_program(folder, asking_program(files={"app.json": NAMED}))
    with locked(data_dir):
        person.phone.launcher.folder_chosen.emit(folder)
        reads_why_and_goes_on(person)
    assert not person.phone.running
    person.phone.launcher.folder_chosen.emit(folder)
    person.waits_until_gone("splash")


def test_a_program_that_cannot_be_deleted_stays_with_what_it_may_and_the_person_learns_why(
    run_program: OpenProgram, person: Person, data_dir: Path
) -> None:
    calls = {"locate": "wx.getLocation(told)"}
    page = run_program(asking_program(calls, files={"app.json": NAMED}))
    person.miniapp.tap("#locate")
    person.prompt.allow()
    wait_heard(page, "getLocation:ok")
    with locked(data_dir):
        person.miniapp.menu("Delete")
        person.clicks("modalConfirm")
        reads_why_and_goes_on(person)
    person.waits_for("launcher")
    assert person.phone.store.decision(page.program.subject, LOCATION) is Decision.GRANTED

    person.launcher.press("Asker")
    person.waits_until_gone("splash")
    person.miniapp.delete()
    assert person.phone.store.decision(page.program.subject, LOCATION) is Decision.UNDECIDED


def test_a_program_that_cannot_be_deleted_in_the_launcher_stays_in_its_list(
    person: Person, data_dir: Path
) -> None:
    with locked(data_dir, "EXCLUSIVE"):
        person.launcher.press_more("Hello")
        person.picks("Delete")
        person.clicks("modalConfirm")
        reads_why_and_goes_on(person)
    assert "Hello" in listed(person)


def test_samples_that_cannot_be_brought_back_are_offered_again(
    person: Person, data_dir: Path
) -> None:
    person.launcher.press_more("Hello")
    person.picks("Delete")
    person.clicks("modalConfirm")
    person.waits_for("bringBackSamples")
    assert "Hello" not in listed(person)
    with locked(data_dir, "EXCLUSIVE"):
        person.clicks("bringBackSamples")
        reads_why_and_goes_on(person)
    person.clicks("bringBackSamples")
    person.wait(lambda: "Hello" in listed(person), "Hello in the launcher")


def test_settings_that_cannot_be_read_do_not_say_that_nothing_was_asked_for(
    run_program: OpenProgram, person: Person, data_dir: Path
) -> None:
    page = run_program(asking_program({"locate": "wx.getLocation(told)"}))
    person.miniapp.tap("#locate")
    person.prompt.allow()
    wait_heard(page, "getLocation:ok")
    with locked(data_dir, "EXCLUSIVE"):
        person.miniapp.menu("Settings")
        reads_why_and_goes_on(person)
        assert person.sees(PANEL)
        assert not person.sees("settingsEmpty")
    person.settings.leave()
    person.settings.open()
    person.settings.expect({LOCATION: True})


def test_a_restart_that_cannot_look_the_program_up_closes_it_and_the_person_learns_why(
    run_program: OpenProgram, person: Person, data_dir: Path
) -> None:
    run_program(asking_program(files={"app.json": NAMED}))
    with locked(data_dir, "EXCLUSIVE"):
        person.miniapp.menu("Restart")
        reads_why_and_goes_on(person)
    assert not person.phone.running
    person.launcher.press("Asker")
    person.waits_until_gone("splash")


def listed(person: Person) -> list[str]:
    model = person.phone.launcher_model
    return [str(model.index(row).data()) for row in range(model.rowCount())]


def test_a_notice_lies_over_the_phone_s_own_settings(person: Person) -> None:
    person.clicks("hostSettings")
    person.waits_for("hostSettingsPage")
    person.phone.show_problem(Sentence("Another window is using the phone's memory."))
    reads_why_and_goes_on(person)
    assert person.sees("hostSettingsPage")
