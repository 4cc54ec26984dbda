"""Every walkthrough that ships, walked to its end on Permission Lab by real clicks."""

import json
from collections.abc import Callable
from pathlib import Path

import jsonschema
import pytest
from junitparser import JUnitXml
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea

from miniapp_host.permissions.decisions import Actor, Decision
from miniapp_host.phone.walks import Walks
from miniapp_host.shell.settings.appearance import LanguageChoice
from miniapp_host.walkthroughs.shelf import shipped_dir
from miniapp_host.walkthroughs.walk import Judge, Result
from tests.conftest import OpenProgram
from tests.driver import PageDriver
from tests.stories.person import PANEL, PROMPT, Person

LOCATION, CAMERA = "scope.userLocation", "scope.camera"
LAB = "wxpermissionlab1"
SCHEMA = json.loads((shipped_dir() / "report.schema.json").read_text("utf-8"))


class Walker:
    """Somebody with a walkthrough beside the phone, and Permission Lab on it."""

    def __init__(self, person: Person, page: PageDriver) -> None:
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

    def begins(self, name: str, scope: str = LOCATION) -> None:
        """Opens the panel, chooses the scope and the walkthrough."""
        self.opens()
        self.clicks(f"walkScope_{scope}")
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

    def enters(self, scope: str = LOCATION) -> None:
        """Opens the page of a scope in the lab."""
        self.person.taps(self.page, f'[id="{scope}"]')
        self.page.wait_for("#authorize")

    def calls(self, button: str = "getLocation") -> None:
        self.person.taps(self.page, f"#{button}")

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

    def ends(self) -> dict[str, object]:
        """Sees the summary; the report as JSON, once all three files are there and valid."""
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
        return record


@pytest.fixture
def walker(person: Person, open_sample: Callable[[str], PageDriver]) -> Walker:
    page = open_sample("Permission Lab")
    page.wait_for(f'[id="{LOCATION}"]')
    return Walker(person, page)


def test_first_ask(walker: Walker, person: Person) -> None:
    walker.begins("first-ask")
    walker.is_at(2)
    walker.enters()
    walker.calls()
    walker.is_at(3)
    walker.ticks()
    person.allows()
    walker.is_at(5)
    walker.calls()
    walker.ends()


def test_refuse_and_recover(walker: Walker, person: Person) -> None:
    walker.begins("refuse-and-recover")
    walker.is_at(2)
    walker.enters()
    walker.calls()
    walker.is_at(3)
    person.rejects()
    walker.is_at(4)
    walker.page.wait_text("#message-0", "getLocation:fail auth deny")
    walker.ticks()
    walker.calls()
    walker.is_at(6)
    walker.calls("open-setting")
    person.waits_for(PANEL)
    person.toggles(LOCATION)
    walker.is_at(7)
    person.leaves_settings()
    walker.calls()
    walker.ends()


def test_dismiss(walker: Walker, person: Person) -> None:
    walker.begins("dismiss", CAMERA)
    walker.is_at(2)
    walker.enters(CAMERA)
    walker.calls("authorize")
    walker.is_at(3)
    person.waits_for(PROMPT)
    person.presses(Qt.Key.Key_Escape)
    walker.is_at(5)  # that nothing was decided it sees by itself
    walker.ticks()
    person.waits_until_gone(PROMPT)
    walker.calls("authorize")
    walker.is_at(7)
    person.rejects()
    walker.ends()


def test_two_at_once(walker: Walker, person: Person) -> None:
    walker.begins("two-at-once")
    walker.is_at(2)
    walker.enters()
    walker.calls()
    walker.is_at(3)
    walker.takes_up()
    walker.is_at(4)
    assert person.count(PROMPT) == 1
    person.allows()
    walker.is_at(5)
    walker.page.wait_text("#message-0", "getLocation:ok")
    assert not person.sees(PROMPT)
    walker.ticks()
    walker.ends()


def test_declared_purpose(walker: Walker, person: Person) -> None:
    walker.begins("declared-purpose")
    walker.is_at(2)
    walker.enters()
    walker.calls()
    walker.is_at(3)
    assert person.reads("purpose") == "Shows what a program receives"
    walker.ticks()
    person.allows()
    walker.is_at(5)
    person.chooses("About")
    walker.ticks()
    walker.ends()


def test_switched_off_on_the_phone(walker: Walker, person: Person) -> None:
    walker.begins("switched-off")
    walker.enters()
    walker.calls()
    person.allows()
    walker.is_at(2)
    turns_location(person)
    walker.is_at(3)
    person.chooses_program("Permission Lab")
    walker.calls()
    walker.is_at(4)
    walker.page.wait_text("#message-0", "getLocation:fail system permission denied")
    walker.ticks()
    walker.is_at(6)
    turns_location(person)
    walker.is_at(7)
    person.chooses_program("Permission Lab")
    walker.calls()
    walker.ends()


def test_restart_remembers(walker: Walker, person: Person) -> None:
    walker.begins("restart-remembers")
    walker.enters()
    walker.calls()
    person.rejects()
    walker.is_at(2)
    person.chooses("Restart")
    walker.is_at(3)
    person.waits_until_gone("splash")
    walker.enters()
    walker.calls()
    walker.is_at(4)
    person.clicks("capsuleClose")
    walker.is_at(5)
    person.waits_for("launcher")
    walker.page = person.opens_sample("Permission Lab")
    walker.is_at(6)
    walker.enters()
    walker.calls()
    walker.ends()


def test_delete_and_reinstall(walker: Walker, person: Person) -> None:
    walker.begins("delete-and-reinstall")
    walker.enters()
    walker.calls()
    person.allows()
    walker.is_at(2)
    person.deletes_program()
    walker.is_at(3)
    walker.takes_up()
    walker.is_at(5)  # that nothing is decided any more it sees by itself
    person.waits_until_gone("splash")
    walker.page = PageDriver(person.qtbot, person.phone.running[LAB])
    walker.enters()
    walker.calls()
    walker.is_at(6)
    person.allows()
    walker.is_at(7)
    walker.ticks()
    walker.ends()


# What a walk can meet


def test_a_prompt_that_must_not_come_up_fails_the_step(walker: Walker, person: Person) -> None:
    walker.begins("first-ask")
    walker.is_at(2)
    walker.enters()
    walker.calls()
    walker.is_at(3)
    walker.ticks()
    person.rejects()
    walker.is_at(5)
    walk = walker.walks.walk
    assert walk is not None
    assert (walk.verdicts[3].result, walk.verdicts[3].judge) == (Result.FAILED, Judge.PHONE)


def test_the_person_fails_a_step_with_a_comment_and_takes_it_back(
    walker: Walker, person: Person
) -> None:
    walker.begins("declared-purpose")
    walker.is_at(2)
    walker.clicks("walkFailed")
    person.waits_for("walkComment")
    person.qtbot.keyClicks(person.window.focusWidget(), "Nothing comes up")
    walker.clicks("walkCommentSave")
    walker.is_at(3)
    walk = walker.walks.walk
    assert walk is not None
    assert walk.verdicts[1].comment == "Nothing comes up"
    assert "Nothing comes up" in person.words("walkStep_2")
    walker.clicks("walkBack")
    walker.is_at(2)
    walker.clicks("walkSkip")
    walker.is_at(3)
    assert walk.verdicts[1].result is Result.SKIPPED


def test_a_decision_that_stands_is_forgotten_by_the_button(walker: Walker, person: Person) -> None:
    store, phone = person.phone.store, person.phone
    subject = phone.running[LAB].subject
    store.decide(subject, LOCATION, Decision.GRANTED, Actor.COMMAND)
    walker.begins("first-ask")
    walker.is_at(1)
    walker.takes_up()
    walker.is_at(2)
    assert store.decision(subject, LOCATION) is Decision.UNDECIDED


def test_a_walk_goes_on_in_another_language_and_on_another_panel(
    walker: Walker, person: Person
) -> None:
    walker.begins("first-ask")
    walker.is_at(2)
    person.phone.appearance.choose_language(LanguageChoice.ZH)
    person.wait(lambda: "权限" not in person.reads("walkWhere"), "the panel anew")
    assert person.reads("walkText").startswith("在 Permission Lab 中")
    person.phone.tools.workbench.show_panel("console")
    walker.enters()
    walker.calls()
    walker.is_at(3)


def test_a_walk_that_is_left_with_the_phone_leaves_its_report(
    walker: Walker, data_dir: Path
) -> None:
    walker.begins("first-ask")
    walker.is_at(2)
    walker.phone.close()
    (report,) = (data_dir / "reports").glob("*.json")
    record = json.loads(report.read_text("utf-8"))
    jsonschema.validate(record, SCHEMA)
    assert record["result"] == "unfinished"
    results = [one["result"] for one in record["steps"]]
    assert results == ["passed", *["not reached"] * 4]


OWN = """
title = "A cup"
[[steps]]
text = "Pour"
when = { text = { says = "1 cups" } }
[[steps]]
text = "Go on"
when = { page = { path = "pages/next/next" } }
[[steps]]
text = "Leave it"
when = { program = { is = "left" } }
[[steps]]
text = "Come back"
when = { program = { is = "came back" } }
[[steps]]
text = "Restart it"
when = { program = { is = "restarted" } }
[[steps]]
text = "Pour once more"
when = { text = { says = "1 cups", path = "pages/index/index" } }
"""
CUPS = {
    "index.wxml": '<view id="pour" bindtap="pour">{{cups}} cups</view><view id="go" bindtap="go">go</view>',
    "index.js": "Page({data: {cups: 0}, pour() { this.setData({cups: this.data.cups + 1}) },"
    " go() { wx.navigateTo({url: '/pages/next/next'}) }})",
    "pages/next/next.wxml": "<view>next</view>",
    "walkthroughs/cup.toml": OWN,
    "walkthroughs/bad.toml": 'title = "Bad"\n[[steps]]\ntexts = "Look"\n',
}


def test_a_program_brings_its_own_and_a_bad_one_is_told(
    run_program: OpenProgram, person: Person
) -> None:
    walker = Walker(person, run_program(CUPS))
    walker.opens()
    person.wait(lambda: person.sees("walkProblem"), "the bad file told")
    told = person.reads("walkProblem")
    assert "bad.toml:3: steps[1].texts: there is no such key. Did you mean text?" in told
    assert not person.sees("walkthrough_first-ask")  # it uses no scope
    walker.clicks("walkthrough_cup")
    person.taps(walker.page, "#pour")
    walker.is_at(2)
    person.taps(walker.page, "#go")
    walker.is_at(3)
    person.goes_home()
    walker.is_at(4)
    person.phone.open(walker.page.program.id)
    walker.is_at(5)
    person.chooses("Restart")
    walker.is_at(6)
    person.taps(walker.page, "#pour")
    walker.ends()


def turns_location(person: Person) -> None:
    """Goes home, and turns the location by the switch in the phone's own settings."""
    person.goes_home()
    person.clicks("hostSettings")
    person.waits_for("hostSettingsPage")
    person.clicks("hostSwitch_location")
    person.clicks("back")
    person.waits_until_gone("hostSettingsPage")
