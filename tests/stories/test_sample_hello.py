"""Hello: greets by the nickname it is given, or by a typed name."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt

from tests.driver import PageDriver
from tests.stories.person import PROMPT, Person

USER_INFO = "scope.userInfo"
Sample = Callable[[str], PageDriver]


@pytest.mark.parametrize("way", ["call", "button"])
def test_it_greets_whoever_shares_their_profile(
    open_sample: Sample, person: Person, way: str
) -> None:
    page = open_sample("Hello")
    assert page.text("#name") == "stranger"
    person.taps(page, f"#{way}")
    person.waits_for(PROMPT)
    assert person.reads("nickname") == "Mini"
    assert person.reads("purpose") == "Greets you by your name"
    person.allows()
    page.wait_text("#name", "Mini")
    page.wait_for("#avatar")
    person.taps(page, "#again")
    page.wait_text("#name", "stranger")
    person.taps(page, "#call")
    page.wait_text("#name", "Mini")
    assert not person.sees(PROMPT)
    assert page.errors() == []


@pytest.mark.parametrize("way", ["call", "button"])
def test_refused_it_offers_the_settings(open_sample: Sample, person: Person, way: str) -> None:
    page = open_sample("Hello")
    person.taps(page, f"#{way}")
    person.rejects()
    page.wait_text("#refused", "That is fine.")
    person.taps(page, "#settings")
    person.waits_for_switches({USER_INFO: False})
    person.toggles(USER_INFO)
    person.leaves_settings()
    page.wait_text("#name", "Mini")
    assert not person.sees(PROMPT)


def test_a_typed_name_needs_no_permission(open_sample: Sample, person: Person) -> None:
    page = open_sample("Hello")
    person.taps(page, "#typed")
    page.type("Ada")
    page.press(Qt.Key.Key_Return)
    page.wait_text("#name", "Ada")
    assert person.phone.store.decisions(page.program.subject) == {}
