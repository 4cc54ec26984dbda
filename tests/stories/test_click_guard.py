"""A click that was meant for something else allows nothing: Allow is dead at first."""

from collections.abc import Callable

from PySide6.QtCore import QElapsedTimer, QPoint, Qt
from PySide6.QtTest import QTest

from miniapp_host.testing.miniapp import MiniApp
from tests.conftest import MakePhone
from tests.stories.asking_program import SETTINGS, asking_program, heard, wait_heard
from tests.stories.conftest import AskPerson
from tests.stories.person import PROMPT, Person

GUARD_MS = 800
CALLS = {"locate": "wx.getLocation(told)", "settings": SETTINGS}
CURTAIN = {
    **asking_program({"ask": "wx.getLocation(told)"}),
    "index.wxss": "#ask { position: fixed; left: 0; right: 0; bottom: 0; height: 300px }",
}


def waits_out_the_guard(person: Person) -> None:
    timer = QElapsedTimer()
    timer.start()
    person.wait(lambda: timer.hasExpired(GUARD_MS + 100), "the guard has passed")


def test_a_click_at_once_does_nothing_and_a_later_one_works(
    make_phone: MakePhone, at_phone: AskPerson, run_on: Callable[..., MiniApp]
) -> None:
    phone = make_phone(guard_ms=GUARD_MS)
    person = at_phone(phone)
    page = run_on(phone, asking_program(CALLS))
    person.miniapp.tap("#locate")
    for _ in range(3):
        person.clicks("allow")
    assert person.sees(PROMPT)
    assert phone.store.decisions(page.program.subject) == {}
    waits_out_the_guard(person)
    person.prompt.allow()
    wait_heard(page, "getLocation:ok")


def test_who_keeps_clicking_allows_nothing_until_they_pause(
    make_phone: MakePhone, at_phone: AskPerson, run_on: Callable[..., MiniApp]
) -> None:
    guard_ms = 2_000
    phone = make_phone(guard_ms=guard_ms)
    person = at_phone(phone)
    page = run_on(phone, asking_program(CALLS))
    person.miniapp.tap("#locate")
    person.waits_for(PROMPT)
    impatient, paused = QElapsedTimer(), QElapsedTimer()
    impatient.start()

    def has_clicked_long_enough() -> bool:
        person.clicks("allow")
        return impatient.hasExpired(guard_ms * 3 // 2)

    person.wait(has_clicked_long_enough, "longer than the guard lasts")
    assert person.sees(PROMPT)
    assert phone.store.decisions(page.program.subject) == {}
    paused.start()
    person.wait(lambda: paused.hasExpired(guard_ms + 100), "the guard has passed")
    person.prompt.allow()
    wait_heard(page, "getLocation:ok")


def test_a_double_click_on_the_page_does_not_allow_what_comes_up_under_it(
    make_phone: MakePhone, at_phone: AskPerson, run_on: Callable[..., MiniApp]
) -> None:
    phone = make_phone(guard_ms=GUARD_MS, moving=True)
    person = at_phone(phone)
    page = run_on(phone, CURTAIN)
    person.miniapp.tap("#ask")
    person.waits_for(PROMPT)
    allow = person.find("allow")
    place = allow.mapTo(person.window, allow.rect().center())
    person.clicks_at(place)
    QTest.mouseDClick(person.window.windowHandle(), Qt.MouseButton.LeftButton, pos=place)
    assert person.sees(PROMPT)
    assert heard(page) == []
    waits_out_the_guard(person)
    person.clicks_at(place)
    wait_heard(page, "getLocation:ok")


def test_no_click_beside_it_dismisses_too_early_but_reject_and_escape_work_at_once(
    make_phone: MakePhone, at_phone: AskPerson, run_on: Callable[..., MiniApp]
) -> None:
    phone = make_phone(guard_ms=GUARD_MS)
    person = at_phone(phone)
    page = run_on(phone, asking_program(CALLS))
    person.miniapp.tap("#locate")
    person.waits_for(PROMPT)
    person.clicks_at(QPoint(195, 300))
    assert person.sees(PROMPT)
    person.miniapp.press(Qt.Key.Key_Escape)
    wait_heard(page, "getLocation:fail auth deny 104")
    person.miniapp.tap("#locate")
    person.prompt.deny()
    wait_heard(page, "getLocation:fail auth deny 104", "getLocation:fail auth deny 103")


def test_no_key_allows_by_accident(
    make_phone: MakePhone, at_phone: AskPerson, run_on: Callable[..., MiniApp]
) -> None:
    phone = make_phone()
    person = at_phone(phone)
    page = run_on(phone, asking_program(CALLS))
    person.miniapp.tap("#locate")
    person.waits_for(PROMPT)
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space, Qt.Key.Key_Y, Qt.Key.Key_A):
        person.miniapp.press(key)
    assert person.sees(PROMPT)
    assert phone.store.decisions(page.program.subject) == {}
    person.miniapp.press(Qt.Key.Key_Tab)
    person.miniapp.press(Qt.Key.Key_Tab)
    person.miniapp.press(Qt.Key.Key_Space)
    wait_heard(page, "getLocation:ok")


def test_the_second_of_two_prompts_has_a_guard_of_its_own(
    make_phone: MakePhone, at_phone: AskPerson, run_on: Callable[..., MiniApp]
) -> None:
    phone = make_phone(guard_ms=GUARD_MS)
    person = at_phone(phone)
    both = {"ask": "wx.getLocation(told); wx.getUserInfo(told)"}
    page = run_on(phone, asking_program(both))
    person.miniapp.tap("#ask")
    person.waits_for(PROMPT)
    waits_out_the_guard(person)
    person.prompt.allow()
    wait_heard(page, "getLocation:ok")
    person.clicks("allow")
    assert person.sees(PROMPT)
    assert heard(page) == ["getLocation:ok"]
    waits_out_the_guard(person)
    person.prompt.allow()
    wait_heard(page, "getLocation:ok", "getUserInfo:ok")
