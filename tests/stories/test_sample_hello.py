"""Hello: greets by the nickname it is given, or by a typed name."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt

from miniapp_host.testing.miniapp import MiniApp
from tests.stories.person import PROMPT, Person

USER_INFO = "scope.userInfo"
Sample = Callable[[str], MiniApp]


@pytest.mark.parametrize("way", ["call", "button"])
def test_it_greets_whoever_shares_their_profile(
    open_sample: Sample, person: Person, way: str
) -> None:
    page = open_sample("Hello")
    assert page.text_of("#name") == "stranger"
    person.miniapp.tap(f"#{way}")
    person.waits_for(PROMPT)
    assert person.reads("nickname") == "Mini"
    assert person.reads("purpose") == "Greets you by your name"
    person.prompt.allow()
    page.expect_text("Mini", within="#name")
    page.expect("#avatar")
    person.miniapp.tap("#again")
    page.expect_text("stranger", within="#name")
    person.miniapp.tap("#call")
    page.expect_text("Mini", within="#name")
    assert not person.sees(PROMPT)
    assert page.errors == []


@pytest.mark.parametrize("way", ["call", "button"])
def test_refused_it_offers_the_settings(open_sample: Sample, person: Person, way: str) -> None:
    page = open_sample("Hello")
    person.miniapp.tap(f"#{way}")
    person.prompt.deny()
    page.expect_text("That is fine.", within="#refused")
    person.miniapp.tap("#settings")
    person.settings.expect({USER_INFO: False})
    person.settings.toggle(USER_INFO)
    person.settings.leave()
    page.expect_text("Mini", within="#name")
    assert not person.sees(PROMPT)


def test_a_typed_name_needs_no_permission(open_sample: Sample, person: Person) -> None:
    page = open_sample("Hello")
    page.type("#typed", "Ada")
    page.press(Qt.Key.Key_Return)
    page.expect_text("Ada", within="#name")
    assert person.phone.store.decisions(page.program.subject) == {}
