from datetime import datetime

import pytest

from tests.api.pretend_phone import OpenProgram, Phone

CALENDAR = ("addPhoneCalendar", "addPhoneRepeatCalendar")
NOON = int(datetime(2026, 11, 22, 12, 30).astimezone().timestamp())


def allowed(phone: Phone) -> OpenProgram:
    program = phone.open()
    program.decide("scope.addPhoneContact", granted=True)
    program.decide("scope.addPhoneCalendar", granted=True)
    return program


def test_a_contact_is_kept_once_the_person_agrees(phone: Phone) -> None:
    program = allowed(phone)
    contact = {"firstName": "Wang", "mobilePhoneNumber": "13800138000", "photoFilePath": "x"}
    answers = program.call("addPhoneContact", contact)
    what, _ = program.screen.confirmations[-1]
    assert [(label.en, value) for label, value in what.facts] == [
        ("First name", "Wang"),
        ("Mobile", "13800138000"),
    ]
    assert phone.books.contacts.entries == ()
    program.screen.answer(True)
    assert answers == [{"errMsg": "addPhoneContact:ok"}]
    (entry,) = phone.books.contacts.entries
    assert (entry["firstName"], entry["mobilePhoneNumber"]) == ("Wang", "13800138000")
    assert "photoFilePath" not in entry


def test_a_contact_nobody_wants_is_not_kept(phone: Phone) -> None:
    program = allowed(phone)
    answers = program.call("addPhoneContact", {"firstName": "Wang"})
    program.screen.answer(False)
    assert answers == [{"errMsg": "addPhoneContact:fail cancel", "errno": 1}]
    assert phone.books.contacts.entries == ()


def test_an_event_is_in_the_calendar_at_once(phone: Phone) -> None:
    program = allowed(phone)
    event = {"title": "Tea", "startTime": NOON, "endTime": str(NOON + 60), "location": "Here"}
    assert program.message("addPhoneCalendar", event) == "addPhoneCalendar:ok"
    (entry,) = phone.books.events.entries
    assert entry["startTime"] == "2026-11-22 12:30"
    assert entry["endTime"] == "2026-11-22 12:31"
    assert (entry["location"], entry["repeat"]) == ("Here", "")


def test_an_event_of_a_whole_day_has_no_hour(phone: Phone) -> None:
    allowed(phone).message("addPhoneCalendar", {"title": "T", "startTime": NOON, "allDay": True})
    assert phone.books.events.entries[0]["startTime"] == "2026-11-22"


def test_a_series_says_how_often(phone: Phone) -> None:
    program = allowed(phone)
    series = {"title": "Tea", "startTime": NOON, "repeatInterval": "week"}
    assert program.message("addPhoneRepeatCalendar", series) == "addPhoneRepeatCalendar:ok"
    assert phone.books.events.entries[0]["repeat"] == "week"
    series["repeatInterval"] = "hour"
    assert "repeatInterval" in str(program.message("addPhoneRepeatCalendar", series))


@pytest.mark.parametrize("name", CALENDAR)
@pytest.mark.parametrize("wrong", [{"title": "T"}, {"startTime": NOON}, {"startTime": "x"}])
def test_title_and_time_must_be_given(phone: Phone, name: str, wrong: dict[str, object]) -> None:
    result = allowed(phone).result(name, wrong)
    assert result["errno"] == 1001


@pytest.mark.parametrize("seconds", [1e300, 253_402_300_800])
def test_a_time_no_calendar_knows_is_refused(phone: Phone, seconds: float) -> None:
    result = allowed(phone).result("addPhoneCalendar", {"title": "T", "startTime": seconds})
    assert result["errno"] == 1001
    assert phone.books.events.entries == ()


@pytest.mark.parametrize(
    ("contact", "told"),
    [
        (
            {"firstName": "三", "lastName": "张", "mobilePhoneNumber": "138"},
            {"phoneNumber": "138", "displayName": "张三", "phoneNumberList": "138"},
        ),
        (
            {"firstName": "Ann", "lastName": "Lee", "workPhoneNumber": "1", "homePhoneNumber": "2"},
            {"phoneNumber": "1", "displayName": "Ann Lee", "phoneNumberList": "1,2"},
        ),
        (
            {"firstName": "Bo"},
            {"phoneNumber": "", "displayName": "Bo", "phoneNumberList": ""},
        ),
    ],
)
def test_a_chosen_contact_comes_with_its_numbers_and_no_scope(
    phone: Phone, contact: dict[str, str], told: dict[str, str]
) -> None:
    phone.books.contacts.add(contact)
    program = phone.open()
    answers = program.call("chooseContact")
    program.screen.choose(phone.books.contacts.entries[0])
    assert answers == [{**told, "errMsg": "chooseContact:ok"}]
    assert phone.prompter.asked == []


def test_no_contact_is_a_cancel(phone: Phone) -> None:
    program = phone.open()
    answers = program.call("chooseContact")
    program.screen.choose(None)
    assert answers == [{"errMsg": "chooseContact:fail cancel", "errno": 1}]
