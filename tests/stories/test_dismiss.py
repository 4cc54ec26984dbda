"""Not answering is no answer: the call fails, nothing is kept, and the next call asks again."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from tests.stories.asking_program import SETTINGS, asking_program, heard, wait_heard
from tests.stories.conftest import OpenProgram
from tests.stories.person import PANEL, PROMPT, Person

CALLS = {
    "locate": "wx.getLocation(told)",
    "ask": "wx.authorize({ scope: 'scope.userLocation', ...told })",
    "settings": SETTINGS,
}


def by_escape(person: Person) -> None:
    person.miniapp.press(Qt.Key.Key_Escape)


def by_a_click_beside_it(person: Person) -> None:
    person.clicks_at(QPoint(195, 300))


def by_the_mouses_back_button(person: Person) -> None:
    window = person.window.windowHandle()
    QTest.mouseClick(window, Qt.MouseButton.BackButton, pos=QPoint(195, 300))


def by_the_back_key(person: Person) -> None:
    person.miniapp.press(Qt.Key.Key_Back)


WAYS = [by_escape, by_a_click_beside_it, by_the_mouses_back_button, by_the_back_key]


@pytest.mark.parametrize("dismiss", WAYS, ids=lambda way: way.__name__)
def test_a_dismissed_prompt_decides_nothing_and_comes_again(
    run_program: OpenProgram, person: Person, dismiss: Callable[[Person], None]
) -> None:
    page = run_program(asking_program(CALLS))
    person.miniapp.tap("#locate")
    person.waits_for(PROMPT)
    dismiss(person)
    wait_heard(page, "getLocation:fail auth deny 104")
    assert not person.sees(PROMPT)
    person.miniapp.tap("#settings")
    wait_heard(page, "getLocation:fail auth deny 104", "{}")
    assert person.phone.store.decisions(page.program.subject) == {}
    person.miniapp.tap("#ask")
    person.prompt.allow()
    wait_heard(page, *heard(page)[:2], "authorize:ok")


def test_it_may_be_dismissed_as_often_as_it_comes(run_program: OpenProgram, person: Person) -> None:
    page = run_program(asking_program(CALLS))
    for times in range(1, 6):
        person.miniapp.tap("#locate")
        person.waits_for(PROMPT)
        person.miniapp.press(Qt.Key.Key_Escape)
        wait_heard(page, *["getLocation:fail auth deny 104"] * times)
    person.miniapp.tap("#locate")
    person.prompt.allow()
    wait_heard(page, *heard(page)[:5], "getLocation:ok")


def test_what_was_dismissed_is_not_listed_in_the_settings(
    run_program: OpenProgram, person: Person
) -> None:
    page = run_program(asking_program(CALLS))
    person.miniapp.tap("#ask")
    person.waits_for(PROMPT)
    person.miniapp.press(Qt.Key.Key_Escape)
    wait_heard(page, "authorize:fail auth deny 104")
    person.settings.open()
    assert person.settings.listed == {}
    assert person.sees("settingsEmpty")
    person.miniapp.press(Qt.Key.Key_Escape)
    person.waits_until_gone(PANEL)


def test_a_tap_on_the_page_beside_a_prompt_reaches_the_prompt_not_the_page(
    run_program: OpenProgram, person: Person
) -> None:
    page = run_program(asking_program(CALLS))
    person.miniapp.tap("#locate")
    person.waits_for(PROMPT)
    person.clicks_at(person.place_of(page, "#settings"))
    wait_heard(page, "getLocation:fail auth deny 104")
    person.miniapp.tap("#settings")
    wait_heard(page, "getLocation:fail auth deny 104", "{}")
