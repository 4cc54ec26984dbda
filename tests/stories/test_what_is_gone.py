"""Nothing that is gone is told anything: what an open program or page held is let go with it."""

from pathlib import Path

import pytest

from miniapp_host.permissions.decisions import Decision
from tests.conftest import OpenProgram
from tests.program_folder import write_program
from tests.stories.asking_program import asking_program, wait_heard
from tests.stories.person import Person

LOCATION = "scope.userLocation"
NAMED = '{"pages": ["pages/index/index"], "window": {"navigationBarTitleText": "Asker"}}'


@pytest.fixture
def asker(folder: Path) -> Path:
    """The folder of a program that asks for the location."""
    said = asking_program({"locate": "wx.getLocation(told)"}, files={"app.json": NAMED})
    return write_program(folder, said)


def closes_in_the_launcher(person: Person) -> None:
    person.goes_home()
    person.asks_more_about("Asker")
    person.clicks("actionSheetItem_1")
    person.wait(lambda: not person.phone.running, "the program closed")


def test_settings_left_open_at_close_do_not_stand_in_the_way_of_the_next_decision(
    open_folder: OpenProgram, person: Person, asker: Path
) -> None:
    for decision in (Decision.GRANTED, Decision.DENIED):
        open_folder(person.phone, asker)
        person.opens_settings()
        closes_in_the_launcher(person)
        page = open_folder(person.phone, asker)
        subject = page.program.subject
        person.taps(page, "#locate")
        if decision is Decision.GRANTED:
            person.allows()
            wait_heard(page, "getLocation:ok")
        else:
            person.rejects()
            wait_heard(page, "getLocation:fail auth deny 103")
        person.opens_settings()
        person.waits_for_switches({LOCATION: decision is Decision.GRANTED})
        assert person.phone.store.decision(subject, LOCATION) is decision
        person.leaves_settings()
        person.phone.delete(page.program.id)
