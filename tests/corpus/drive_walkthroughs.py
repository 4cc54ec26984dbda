"""Walks the walkthroughs that ship on the programs of `walkthroughs.py`.

Not collected by a plain pytest run.
"""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from miniapp_host.phone.options import Options
from miniapp_host.phone.phone import Phone, build
from miniapp_host.shell.kit.theme import set_motion
from miniapp_host.shell.settings.appearance import LanguageChoice
from miniapp_host.testing.miniapp import MiniApp
from tests.conftest import OpenProgram
from tests.corpus.development_set import answers
from tests.corpus.flows import checkout
from tests.corpus.walkthroughs import PROGRAMS, Asking
from tests.driver import PageDriver
from tests.stories.person import PROMPT, Person
from tests.stories.walking import WALKED, Walker

MARK = "[data-next-tap]"
QUESTIONS = ("modalCancel", "modalConfirm")
QUIET_MS = 1000
"""After what was answered, until the program has asked what it asks then."""

pytestmark = pytest.mark.expects_log


class ForeignWalker(Walker):
    """Walks through a program of other people."""

    def __init__(self, person: Person, page: MiniApp, asking: Asking) -> None:
        super().__init__(person, page)
        self.asking = asking
        self.scope = asking.scope
        self._expected: int | None = None

    def does(self) -> None:
        """Opens the page if another one is in front, then taps the label.

        Nothing, if the program has asked by itself meanwhile.
        """
        self.clears()
        ahead = self._expected is not None and self._due > self._expected
        if self.person.sees(PROMPT) or ahead:
            return
        if self.page.program.page.partition("?")[0] != self.asking.page:
            program = self.phone.open(self.page.program.id, self.asking.page)
            self.person.waits_until_gone("splash")
            self.page = self.person.at(program)
        self.page.wait(self._mark, f"{self.asking.label} on the page")
        self.person.miniapp.tap(MARK)

    def clears(self) -> None:
        """Takes away what the phone or the program puts over the page: pickers, questions."""
        self.person.qtbot.wait(QUIET_MS)
        for widget in filter(None, (self.asking.then, *QUESTIONS)):
            if self.person.sees(widget):
                self.person.clicks(widget)
                self.person.waits_until_gone(widget)
                self.person.qtbot.wait(QUIET_MS)

    def is_at(self, step: int) -> None:
        """Until that step is due or passed: a program may make its next call by itself."""
        self.person.wait(lambda: self._due >= step, f"step {step}")
        self._expected = step

    def ticks(self) -> None:
        super().ticks()
        self._expected = self._due

    @property
    def _due(self) -> int:
        return self.walks.walk.due + 1 if self.walks.walk is not None else 0

    def _mark(self) -> bool:
        label = json.dumps(self.asking.label)
        return bool(
            PageDriver(self.person.qtbot, self.page.program).in_page(
                f"(() => {{ const old = page.querySelector('{MARK}')\n"
                "if (old) delete old.dataset.nextTap\n"
                "const found = [...page.querySelectorAll('body *')].reverse()"
                f".find((one) => one.innerText?.trim().includes({label}))\n"
                "if (found) found.dataset.nextTap = ''\n return !!found })()"
            )
        )


@pytest.fixture
def phone_of(
    qtbot: QtBot, data_dir: Path, tmp_path: Path, request: pytest.FixtureRequest
) -> Callable[[str], Phone]:
    """A phone without animations that plays the network of a program."""

    def make(program: str) -> Phone:
        fixtures = tmp_path / "fixtures.json"
        fixtures.write_text(json.dumps(answers(program)), "utf-8")
        phone = build(Options(data_dir=data_dir, fixtures=fixtures), None, 0)
        qtbot.addWidget(phone.window)
        request.addfinalizer(phone.close)
        phone.window.show()
        set_motion(phone.window, False)
        phone.appearance.choose_language(LanguageChoice.EN)
        return phone

    return make


@pytest.mark.parametrize("name", WALKED)
@pytest.mark.parametrize("asking", PROGRAMS, ids=lambda one: one.program)
def test_a_walkthrough_that_ships_is_walked_to_its_end(
    asking: Asking,
    name: str,
    phone_of: Callable[[str], Phone],
    open_folder: OpenProgram,
    qtbot: QtBot,
) -> None:
    folder = checkout(asking.program)
    if folder is None:
        pytest.skip(f"no checkout of {asking.program} was named")
    phone = phone_of(asking.program)
    page = open_folder(phone, folder, asking.page)
    person = Person(qtbot, phone)
    walker = ForeignWalker(person, person.at(page.program), asking)
    walker.begins(name)
    WALKED[name](walker)
    walker.ends()
