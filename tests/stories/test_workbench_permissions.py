"""Beside the phone: a waiting question answered from the inspector, a state set there."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from miniapp_host.permissions.decisions import Actor, Decision
from miniapp_host.shell.inspector.table import Table
from miniapp_host.shell.panels.pending.pending_panel import PendingPanel
from miniapp_host.shell.panels.permissions.permissions_panel import PermissionsPanel
from tests.stories.asking_program import asking_program, wait_heard
from tests.stories.conftest import OpenProgram
from tests.stories.person import PROMPT, Person

LOCATION = "scope.userLocation"
ASKING = asking_program({"locate": "wx.getLocation(told)"})


def presses(person: Person, panel: QWidget, name: str) -> None:
    """Waits for the button of that name in the panel, then clicks it."""
    person.wait(lambda: bool(visible(panel, name)), f"{name} in the panel")
    QTest.mouseClick(visible(panel, name)[-1], Qt.MouseButton.LeftButton)


def visible(panel: QWidget, name: str) -> list[QWidget]:
    return [one for one in panel.findChildren(QWidget, name) if one.isVisible()]


def test_an_answer_given_in_the_inspector_is_the_persons(
    run_program: OpenProgram, person: Person
) -> None:
    page = run_program(ASKING)
    panel = person.phone.tools.workbench.show_panel("pending")
    assert isinstance(panel, PendingPanel)
    person.miniapp.tap("#locate")
    person.waits_for(PROMPT)
    presses(person, panel, "pendingRemedy_reject")
    person.waits_until_gone(PROMPT)
    wait_heard(page, "getLocation:fail auth deny 103")
    last = person.phone.store.history.last(page.program.subject, LOCATION)
    assert last
    assert (last.actor, last.new) == (Actor.PROMPT, Decision.DENIED)


def test_a_state_set_in_the_inspector_counts_at_the_next_call(
    run_program: OpenProgram, person: Person
) -> None:
    page = run_program(ASKING)
    person.miniapp.tap("#locate")
    person.prompt.deny()
    wait_heard(page, "getLocation:fail auth deny 103")
    panel = person.phone.tools.workbench.show_panel("permissions")
    assert isinstance(panel, PermissionsPanel)
    assert [row.scope.id for row in panel.shown] == [LOCATION]
    table = panel.findChild(Table, "permissionsTable")
    place = table.visualRect(table.model().index(0, 0)).center()
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    presses(person, panel, "permissionsRemedy_granted")
    person.miniapp.tap("#locate")
    wait_heard(page, "getLocation:fail auth deny 103", "getLocation:ok")
    presses(person, panel, "permissionsAskAgain")
    person.wait(lambda: person.phone.store.decisions(page.program.subject) == {}, "all taken back")
    person.miniapp.tap("#locate")
    person.waits_for(PROMPT)
