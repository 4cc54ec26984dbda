"""Every walkthrough that ships, walked to its end on Permission Lab by real clicks."""

import json
from collections.abc import Callable
from pathlib import Path

import jsonschema
import pytest

from miniapp_host.permissions.decisions import Actor, Decision
from miniapp_host.shell.settings.appearance import LanguageChoice
from miniapp_host.testing.miniapp import MiniApp
from miniapp_host.walkthroughs.walk import Judge, Result
from tests.stories.conftest import OpenProgram
from tests.stories.person import Person
from tests.stories.walking import LOCATION, SCHEMA, WALKED, Walker

LAB = "wxpermissionlab1"


class LabWalker(Walker):
    """Walks through Permission Lab: every call is one tap away."""

    def does(self) -> None:
        row, call = f'[id="{self.scope}"]', "#getLocation"
        self.page.wait(lambda: self.page.shows(f"{row}, {call}"), "one of the lab's pages")
        if self.page.shows(row):
            self.person.miniapp.tap(row)
        self.person.miniapp.tap(call)


@pytest.fixture
def walker(person: Person, open_sample: Callable[[str], MiniApp]) -> LabWalker:
    page = open_sample("Permission Lab")
    page.expect(f'[id="{LOCATION}"]')
    return LabWalker(person, page)


@pytest.mark.parametrize("name", WALKED)
def test_a_walkthrough_that_ships_is_walked_to_its_end(walker: LabWalker, name: str) -> None:
    walker.begins(name)
    WALKED[name](walker)
    walker.ends()


# What a walk can meet


def test_a_prompt_that_must_not_come_up_fails_the_step(walker: LabWalker, person: Person) -> None:
    walker.begins("first-ask")
    walker.is_at(2)
    walker.does()
    walker.is_at(3)
    walker.ticks()
    person.prompt.deny()
    walker.is_at(5)
    walk = walker.walks.walk
    assert walk is not None
    assert (walk.verdicts[3].result, walk.verdicts[3].judge) == (Result.FAILED, Judge.PHONE)


def test_the_person_fails_a_step_with_a_comment_and_takes_it_back(
    walker: LabWalker, person: Person
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
    said = person.words("panel_walkthrough")
    assert any(line.endswith("[Nothing comes up]") for line in said)
    walker.clicks("walkBack")
    walker.is_at(2)
    walker.clicks("walkSkip")
    walker.is_at(3)
    assert walk.verdicts[1].result is Result.SKIPPED


def test_a_decision_that_stands_is_forgotten_by_the_button(
    walker: LabWalker, person: Person
) -> None:
    store, phone = person.phone.store, person.phone
    subject = phone.running[LAB].subject
    store.decide(subject, LOCATION, Decision.GRANTED, Actor.COMMAND)
    walker.begins("first-ask")
    walker.is_at(1)
    walker.takes_up()
    walker.is_at(2)
    assert store.decision(subject, LOCATION) is Decision.UNDECIDED


def test_a_walk_goes_on_in_another_language_and_on_another_panel(
    walker: LabWalker, person: Person
) -> None:
    walker.begins("first-ask")
    walker.is_at(2)
    person.phone.appearance.choose_language(LanguageChoice.ZH)
    person.wait(lambda: "权限" not in person.reads("walkWhere"), "the panel anew")
    assert person.reads("walkText").startswith("在 Permission Lab 中")
    person.phone.tools.workbench.show_panel("console")
    walker.does()
    walker.is_at(3)


def test_a_walk_that_is_left_with_the_phone_leaves_its_report(
    walker: LabWalker, data_dir: Path
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
    walker = LabWalker(person, run_program(CUPS))
    walker.opens()
    person.wait(lambda: person.sees("walkProblem"), "the bad file told")
    told = person.reads("walkProblem")
    assert "bad.toml:3: steps[1].texts: there is no such key. Did you mean text?" in told
    assert not person.sees("walkthrough_first-ask")  # it uses no scope
    walker.clicks("walkthrough_cup")
    person.miniapp.tap("#pour")
    walker.is_at(2)
    person.miniapp.tap("#go")
    walker.is_at(3)
    person.miniapp.home()
    walker.is_at(4)
    person.phone.open(walker.page.program.id)
    walker.is_at(5)
    person.miniapp.menu("Restart")
    walker.is_at(6)
    person.miniapp.tap("#pour")
    walker.ends()
