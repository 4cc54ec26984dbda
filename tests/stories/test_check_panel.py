"""The panel Check: issues of the files at once, of the pages when they were opened, unseen."""

from collections.abc import Callable
from pathlib import Path

import pytest

from miniapp_host.checks.issues import Issue
from miniapp_host.phone.checking import Checking
from miniapp_host.phone.phone import Phone
from miniapp_host.shell.inspector.table import Table
from miniapp_host.shell.panels.check.check_desk import Stage
from tests.stories.conftest import OpenProgram
from tests.stories.person import Person

PROGRAM = {
    "index.wxml": "<veiw /><view>first</view>",
    "index.js": "Page({go() { wx.getLocation({}) }})",
    "pages/next/next.wxml": "<view id='next'>next</view>",
    "pages/next/next.js": "Page({onLoad() { missing() }})",
}
LONG_MS = 60_000


@pytest.fixture
def checking(run_program: OpenProgram, person: Person) -> Checking:
    """The check of a program with a page that fails, shown in its panel."""
    run_program(PROGRAM)
    person.phone.tools.workbench.show_panel("check")
    return person.phone.tools.workbench.context.checking


def until(person: Person, condition: Callable[[], bool]) -> None:
    person.qtbot.waitUntil(condition, timeout=LONG_MS)


def texts_of(issues: tuple[Issue, ...]) -> str:
    return "\n".join(f"{one.place} {one.text}" for one in issues)


def test_the_files_are_told_at_once_and_the_pages_afterwards(
    checking: Checking, person: Person
) -> None:
    until(person, lambda: checking.state.stage is Stage.PAGES)
    assert "<veiw> is neither built in" in texts_of(checking.state.issues)
    assert "missing is not defined" not in texts_of(checking.state.issues)
    assert person.sees("checkStop")
    until(person, lambda: checking.state.stage is Stage.DONE)
    assert checking.state.problem == ""
    assert "pages/next/next.js:1" in texts_of(checking.state.issues)
    assert "missing is not defined" in texts_of(checking.state.issues)
    assert not person.sees("checkStop")
    assert person.reads("checkProgress").startswith("Errors: 3 · Warnings: ")
    table = person.find("checkTable")
    assert isinstance(table, Table)
    assert table.model().rowCount() == len(checking.state.issues)


def test_a_row_leads_to_the_page_and_to_the_file(
    checking: Checking, person: Person, phone: Phone
) -> None:
    until(person, lambda: checking.state.stage is Stage.DONE)
    table = person.find("checkTable")
    assert isinstance(table, Table)
    rows = [row for row, one in enumerate(checking.state.issues) if "missing is not" in one.text]
    table.selectRow(rows[0])
    person.clicks("checkRemedy_page")
    (program,) = phone.running.values()
    person.wait(lambda: program.page == "pages/next/next", "the page in front")
    assert person.sees("checkRemedy_file")


def test_a_check_can_be_stopped_and_begun_anew(checking: Checking, person: Person) -> None:
    until(person, lambda: checking.state.stage is Stage.PAGES)
    person.clicks("checkStop")
    assert checking.state.stage is Stage.STOPPED
    assert person.reads("checkProgress").startswith("Stopped: ")
    person.clicks("checkRun")
    until(person, lambda: checking.state.stage is Stage.PAGES)


def test_closing_the_phone_ends_the_check(checking: Checking, person: Person, phone: Phone) -> None:
    until(person, lambda: checking.state.stage is Stage.PAGES)
    phone.close()


def test_without_a_program_there_is_nothing_to_check(person: Person, tmp_path: Path) -> None:
    person.phone.tools.workbench.show_panel("check")
    person.wait(lambda: person.sees("checkEmpty"), "the note")
    assert not person.find("checkRun").isEnabled()
