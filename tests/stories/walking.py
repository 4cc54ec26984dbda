"""Somebody who walks through the walkthroughs that ship, by real clicks, whatever the program."""

import json
from collections.abc import Callable

import jsonschema
from junitparser import JUnitXml
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea

from miniapp_host.phone.walks import Walks
from miniapp_host.testing.miniapp import MiniApp
from miniapp_host.walkthroughs.conditions import switches_of
from miniapp_host.walkthroughs.shelf import shipped_dir
from miniapp_host.walkthroughs.walk import Judge
from tests.stories.person import PROMPT, Person

LOCATION = "scope.userLocation"
SCHEMA = json.loads((shipped_dir() / "report.schema.json").read_text("utf-8"))


class Walker:
    """Somebody with a walkthrough beside the phone.

    How a program is brought to ask, its subclass knows.
    """

    scope = LOCATION

    def __init__(self, person: Person, page: MiniApp) -> None:
        self.person = person
        self.page = page
        self.phone = person.phone
        self.by_hand: set[int] = set()

    @property
    def walks(self) -> Walks:
        return self.phone.tools.workbench.context.walks

    def opens(self) -> None:
        """Opens the inspector with the panel."""
        self.phone.tools.workbench.show_panel("walkthrough")
        self.person.waits_for("walkChooser")

    def begins(self, name: str) -> None:
        """Opens the panel, chooses the scope and the walkthrough."""
        self.opens()
        self.clicks(f"walkScope_{self.scope}")
        self.clicks(f"walkthrough_{name}")
        self.person.waits_for("walkText")

    def is_at(self, step: int) -> None:
        """Until that step is due, counted from 1."""

        def holds() -> None:
            walk = self.walks.walk
            assert walk is not None
            found = walk.walkthrough.steps[min(walk.due, len(walk.walkthrough.steps) - 1)]
            assert walk.due + 1 == step, f"still at {walk.due + 1}: {found.text.en}"

        self.person.qtbot.waitUntil(holds, timeout=15_000)

    def ticks(self) -> None:
        """Says that the step that is due passed."""
        assert self.walks.walk is not None
        self.by_hand.add(self.walks.walk.due)
        self.clicks("walkPassed")

    def takes_up(self) -> None:
        """Presses the button that the step offers."""
        self.clicks("walkOffer")

    def does(self) -> None:
        """Does in the program what needs the scope."""
        raise NotImplementedError

    def clicks(self, name: str) -> None:
        """Scrolls it into view in the panel, then clicks it."""
        self.person.wait(lambda: self.person.sees(name), f"{name} in the panel")
        widget = self.person.find(name)
        area = widget.parentWidget()
        while area is not None and not isinstance(area, QScrollArea):
            area = area.parentWidget()
        if area is not None:
            area.ensureWidgetVisible(widget)
        self.person.clicks(name)

    def ends(self) -> None:
        """Sees that it passed, and its report in three files that are as they must be."""
        self.clears()
        walk = self.walks.walk
        assert walk is not None
        self.person.wait(lambda: walk.finished, f"step {walk.due + 1} passed")
        self.person.wait(lambda: self.walks.files is not None, "the report")
        files = self.walks.files
        assert files is not None
        record = json.loads(files.json.read_text("utf-8"))
        jsonschema.validate(record, SCHEMA)
        (suite,) = JUnitXml.fromfile(str(files.junit))
        assert suite.tests == len(walk.walkthrough.steps)
        assert files.html.read_text("utf-8").count("<img ") == suite.tests
        assert record["result"] == "passed"
        judges = {one: verdict.judge for one, verdict in walk.verdicts.items()}
        assert {one for one, judge in judges.items() if judge is Judge.PERSON} == self.by_hand
        assert self.person.reads("walkResult") == "Passed"

    # The walkthroughs that ship

    def first_ask(self) -> None:
        self.is_at(2)
        self.does()
        self.is_at(3)
        self.ticks()
        self.person.prompt.allow()
        self.is_at(5)
        self.does()

    def refuse_and_recover(self) -> None:
        self.is_at(2)
        self.does()
        self.is_at(3)
        self.person.prompt.deny()
        self.is_at(4)
        self.clears()
        self.ticks()
        self.does()
        self.is_at(6)
        self.clears()
        self.person.settings.open()
        self.person.settings.toggle(self.scope)
        self.is_at(7)
        self.person.settings.leave()
        self.does()

    def dismiss(self) -> None:
        self.is_at(2)
        self.does()
        self.is_at(3)
        self.person.waits_for(PROMPT)
        self.person.miniapp.press(Qt.Key.Key_Escape)
        self.is_at(5)  # that nothing was decided it sees by itself
        self.ticks()
        self.person.waits_until_gone(PROMPT)
        self.does()
        self.is_at(7)
        self.person.prompt.deny()

    def two_at_once(self) -> None:
        self.is_at(2)
        self.does()
        self.is_at(3)
        self.takes_up()
        self.is_at(4)
        assert self.person.count(PROMPT) == 1
        self.person.prompt.allow()
        self.is_at(5)
        assert not self.person.sees(PROMPT)
        self.ticks()

    def declared_purpose(self) -> None:
        self.is_at(2)
        self.does()
        self.is_at(3)
        assert self.person.reads("purpose")
        self.ticks()
        self.person.prompt.allow()
        self.is_at(5)
        self.clears()
        self.person.miniapp.menu("About")
        self.ticks()

    def switched_off(self) -> None:
        self.does()
        self.person.prompt.allow()
        self.is_at(2)
        self.clears()
        self.turns_switch()
        self.is_at(3)
        self.comes_back()
        self.does()
        self.is_at(4)
        self.ticks()
        self.is_at(6)
        self.clears()
        self.turns_switch()
        self.is_at(7)
        self.comes_back()
        self.does()

    def restart_remembers(self) -> None:
        self.does()
        self.person.prompt.deny()
        self.is_at(2)
        self.clears()
        self.person.miniapp.menu("Restart")
        self.is_at(3)
        self.person.waits_until_gone("splash")
        self.does()
        self.is_at(4)
        self.clears()
        self.person.clicks("capsuleClose")
        self.is_at(5)
        self.person.waits_for("launcher")
        self.takes_up()
        self.is_at(6)
        self.starts_anew()
        self.does()

    def delete_and_reinstall(self) -> None:
        self.does()
        self.person.prompt.allow()
        self.is_at(2)
        self.clears()
        self.person.miniapp.delete()
        self.is_at(3)
        self.takes_up()
        self.is_at(5)  # that nothing is decided any more it sees by itself
        self.starts_anew()
        self.does()
        self.is_at(6)
        self.person.prompt.allow()
        self.is_at(7)
        self.ticks()

    # On the way

    def clears(self) -> None:
        """Takes away what the program put over its page once it was allowed."""

    def turns_switch(self) -> None:
        """Goes home, and turns what the scope needs in the phone's own settings."""
        (switch,) = switches_of(self.scope)
        self.person.miniapp.home()
        self.person.clicks("hostSettings")
        self.person.waits_for("hostSettingsPage")
        self.person.clicks(f"hostSwitch_{switch.name.lower()}")
        self.person.clicks("back")
        self.person.waits_until_gone("hostSettingsPage")

    def comes_back(self) -> None:
        """Brings the program to the front again."""
        self.phone.open(self.page.program.id)
        self.person.wait(lambda: not self.person.sees("launcher"), "the program in front")

    def starts_anew(self) -> None:
        """Looks at the program that was started again."""
        self.person.waits_until_gone("splash")
        self.page = self.person.at(self.phone.running[self.page.program.id])


WALKED: dict[str, Callable[[Walker], None]] = {
    "first-ask": Walker.first_ask,
    "refuse-and-recover": Walker.refuse_and_recover,
    "dismiss": Walker.dismiss,
    "two-at-once": Walker.two_at_once,
    "declared-purpose": Walker.declared_purpose,
    "switched-off": Walker.switched_off,
    "restart-remembers": Walker.restart_remembers,
    "delete-and-reinstall": Walker.delete_and_reinstall,
}
"""By name: how it is walked from its first step to its last."""
