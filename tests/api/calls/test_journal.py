"""Every call is noted with how it was decided and what came of it (permissions.md, 6)."""

from datetime import UTC, datetime

import pytest

from miniapp_host.api.calls.asking import Asking
from miniapp_host.api.calls.call import Call
from miniapp_host.api.calls.dispatcher import Dispatcher
from miniapp_host.api.calls.endpoint import Endpoint
from miniapp_host.api.calls.journal import CallRecord, How, Journal
from miniapp_host.api.calls.privacy import Privacy
from miniapp_host.devices.switches import Switch
from miniapp_host.permissions.decisions import Actor, Decision, Subject
from miniapp_host.permissions.prompts import Answer
from tests.api.pretend_phone import Phone

GRANTED, DENIED, UNDECIDED = Decision.GRANTED, Decision.DENIED, Decision.UNDECIDED
LOCATION, CAMERA, RECORD = "scope.userLocation", "scope.camera", "scope.record"
DESCRIBED = {"permission": {LOCATION: {"desc": "to sort"}}}


def journal(phone: Phone) -> Journal:
    return phone.dispatcher.journal


def last(phone: Phone) -> CallRecord:
    return journal(phone).records[-1]


def decided(phone: Phone) -> tuple[str | None, Decision | None, How | None]:
    record = last(phone)
    return record.scope, record.before, record.how


def test_a_call_that_nobody_guards_is_noted_with_its_answer(phone: Phone) -> None:
    program = phone.open()
    program.session.page = "pages/index/index?a=1"
    program.result("setStorage", {"key": "a", "data": "b"})
    assert journal(phone).records == (
        CallRecord(
            number=1,
            at=datetime.fromtimestamp(phone.clock.now(), UTC),
            subject=Subject("nearby", "develop"),
            page="pages/index/index?a=1",
            name="setStorage",
            arguments='{"key": "a", "data": "b"}',
            scope=None,
            before=None,
            how=None,
            asked=False,
            joined=False,
            result="setStorage:ok",
            errno=None,
            seconds=0.0,
        ),
    )


def test_a_synchronous_call_is_noted_too(phone: Phone) -> None:
    phone.open().sync("nonsenseSync", "key", 1)
    record = last(phone)
    assert (record.name, record.arguments) == ("nonsenseSync", '["key", 1]')
    assert (record.result, record.errno) == ("nonsenseSync:fail not supported", 100)


@pytest.mark.parametrize(
    ("decision", "how", "result", "errno"),
    [
        (GRANTED, How.GRANTED_BEFORE, "getLocation:ok", None),
        (DENIED, How.DENIED_BEFORE, "getLocation:fail auth deny", 103),
    ],
)
def test_what_was_decided_before_is_noted(
    phone: Phone, decision: Decision, how: How, result: str, errno: int | None
) -> None:
    program = phone.open()
    phone.store.decide(program.session.subject, LOCATION, decision, Actor.PROMPT)
    program.call("getLocation")
    assert decided(phone) == (LOCATION, decision, how)
    assert (last(phone).result, last(phone).errno) == (result, errno)


@pytest.mark.parametrize(
    ("answer", "how"),
    [
        (Answer.ALLOW, How.ASKED_ALLOWED),
        (Answer.REJECT, How.ASKED_REJECTED),
        (Answer.DISMISS, How.ASKED_DISMISSED),
    ],
)
def test_what_the_person_answers_is_noted_with_how_long_it_took(
    phone: Phone, answer: Answer, how: How
) -> None:
    phone.open().call("authorize", {"scope": CAMERA})
    assert last(phone).waits
    phone.clock.advance(2.5)
    phone.prompter.press(answer)
    assert decided(phone) == (CAMERA, UNDECIDED, how)
    assert (last(phone).seconds, last(phone).runs) == (2.5, False)


def test_a_call_that_joins_an_open_question_says_so(phone: Phone) -> None:
    program = phone.open()
    program.call("authorize", {"scope": LOCATION})
    program.call("getLocation")
    program.call("authorize", {"scope": CAMERA})
    assert [record.joined for record in journal(phone).records] == [False, True, False]
    phone.prompter.press(Answer.REJECT)
    assert [record.how for record in journal(phone).records[:2]] == [How.ASKED_REJECTED] * 2


def test_a_question_that_keeps_no_decision_has_no_state_before(phone: Phone) -> None:
    program = phone.open()
    program.decide("scope.userInfo", granted=False)
    for _ in range(2):
        program.tap()
        program.call("getUserProfile", {"desc": "to greet you"})
    assert not last(phone).joined
    phone.prompter.press(Answer.ALLOW)
    first = journal(phone).records[0]
    assert (first.scope, first.before, first.how) == ("scope.userInfo", None, How.ASKED_ALLOWED)


def test_without_a_tap_it_is_noted(phone: Phone) -> None:
    phone.open().call("openSetting")
    assert decided(phone) == (None, None, How.NO_TAP)


def test_an_interface_that_is_not_declared_is_noted_with_its_scope_and_state(phone: Phone) -> None:
    program = phone.open(requiredPrivateInfos=[])
    program.decide(LOCATION, granted=True)
    program.call("getLocation")
    assert decided(phone) == (LOCATION, GRANTED, How.NOT_DECLARED)


def test_a_missing_purpose_is_noted_for_the_interface_and_for_authorize(phone: Phone) -> None:
    program = phone.open(version="release", requiredPrivateInfos=["getLocation"])
    for name in ("getLocation", "authorize"):
        program.call(name, {"scope": LOCATION})
        assert decided(phone) == (LOCATION, UNDECIDED, How.NO_PURPOSE)


def test_the_phones_own_switch_is_noted_and_the_state_of_the_scope_is_as_it_was(
    phone: Phone,
) -> None:
    program = phone.open()
    phone.switches.turn(Switch.LOCATION, on=False)
    program.call("getLocation")
    assert decided(phone) == (LOCATION, UNDECIDED, How.SWITCHED_OFF)


def test_a_switch_that_goes_off_while_the_person_is_asked_decides(phone: Phone) -> None:
    phone.open().call("getLocation")
    phone.switches.turn(Switch.LOCATION, on=False)
    phone.prompter.press(Answer.ALLOW)
    assert decided(phone) == (LOCATION, UNDECIDED, How.SWITCHED_OFF)


def test_a_scope_that_does_not_exist_is_noted_as_it_was_given(phone: Phone) -> None:
    phone.open().call("authorize", {"scope": "scope.location"})
    assert decided(phone) == ("scope.location", None, How.UNKNOWN_SCOPE)


def test_a_refused_contract_is_noted(phone: Phone) -> None:
    program = phone.open(__usePrivacyCheck__=True)
    program.call("getLocation")
    assert not last(phone).waits
    program.screen.answer(False)
    assert decided(phone) == (LOCATION, UNDECIDED, How.CONTRACT_REFUSED)


def test_wrong_arguments_are_nobodys_decision(phone: Phone) -> None:
    phone.open().call("authorize", {})
    assert decided(phone) == (None, None, None)
    assert last(phone).errno == 1001


def test_what_can_not_be_read_is_noted(phone: Phone) -> None:
    program = phone.open()
    phone.database.execute("PRAGMA ignore_check_constraints = ON")
    phone.database.execute(
        "INSERT INTO decisions VALUES ('nearby', 'develop', ?, CAST(x'ff' AS TEXT))", (LOCATION,)
    )
    program.call("getLocation")
    assert decided(phone) == (LOCATION, None, How.NOT_RECORDED)
    assert last(phone).errno == 4


def test_an_answer_that_can_not_be_kept_is_noted(phone: Phone) -> None:
    phone.open().call("getLocation")
    phone.database.execute("PRAGMA query_only = 1")
    phone.prompter.press(Answer.ALLOW)
    assert decided(phone) == (LOCATION, UNDECIDED, How.NOT_RECORDED)


@pytest.fixture
def video_phone(phone: Phone) -> Phone:
    """A phone whose programs can make a call that needs two scopes: record, then camera."""
    phone.dispatcher = Dispatcher(
        [Endpoint("joinVoIPChat", Call.ok, guarded=True)],
        [],
        Asking(phone.broker, phone.owner),
        Privacy(phone.clock),
        phone.switches,
    )
    return phone


def test_of_two_scopes_the_one_that_decided_is_noted(video_phone: Phone) -> None:
    program = video_phone.open()
    program.decide(RECORD, granted=True)
    program.decide(CAMERA, granted=False)
    program.call("joinVoIPChat", {"roomType": "video"})
    assert decided(video_phone) == (CAMERA, DENIED, How.DENIED_BEFORE)


def test_an_allowed_question_is_not_hidden_by_the_grant_of_the_second_scope(
    video_phone: Phone,
) -> None:
    program = video_phone.open()
    program.decide(CAMERA, granted=True)
    program.call("joinVoIPChat", {"roomType": "video"})
    video_phone.prompter.press(Answer.ALLOW)
    assert decided(video_phone) == (RECORD, UNDECIDED, How.ASKED_ALLOWED)


def test_what_a_closed_program_waited_for_ends_without_an_answer(phone: Phone) -> None:
    program, other = phone.open(), phone.open("other")
    program.call("getLocation")
    other.call("showModal")
    program.close()
    one, two = journal(phone).records
    assert (one.runs, one.result, two.runs) == (False, None, True)


def test_the_calls_that_wait_for_the_person_can_be_told(phone: Phone) -> None:
    program = phone.open()
    for name in ("getLocation", "showModal", "getStorageInfo"):
        program.call(name)
    program.call("authorize", {"scope": LOCATION})
    waiting = phone.dispatcher.journal.waiting
    assert [record.name for record in waiting] == ["getLocation", "authorize"]
    phone.prompter.press(Answer.REJECT)
    assert phone.dispatcher.journal.waiting == ()


def test_who_watches_hears_the_beginning_the_question_and_the_end(phone: Phone) -> None:
    heard: list[CallRecord] = []
    unwatch = journal(phone).watch(heard.append)
    phone.open().call("getLocation")
    phone.prompter.press(Answer.ALLOW)
    unwatch()
    phone.open().call("getStorageInfo")
    assert [(one.number, one.waits, one.result) for one in heard] == [
        (1, False, None),
        (1, True, None),
        (1, False, "getLocation:ok"),
    ]


def test_the_program_hears_its_answer_after_the_journal(phone: Phone) -> None:
    program, order = phone.open(), []
    journal(phone).watch(lambda record: order.append(record.runs))
    phone.dispatcher.dispatch(
        program.session, "getStorageInfo", {}, lambda _: order.append("answered")
    )
    assert order == [True, False, "answered"]


def test_the_records_of_a_deleted_program_go_and_it_is_told(phone: Phone) -> None:
    gone, stays = phone.open("gone"), phone.open("stays")
    for program in (gone, stays, gone):
        program.call("getStorageInfo")
    told: list[str] = []
    journal(phone).watch_forgotten(told.append)
    journal(phone).forget("gone")
    assert [record.subject.program for record in journal(phone).records] == ["stays"]
    journal(phone).clear()
    assert journal(phone).records == ()
    assert told == ["gone", "stays"]


def test_only_the_last_calls_are_kept(phone: Phone) -> None:
    program = phone.open()
    kept = Journal(phone.clock.now, limit=3)
    for name in "abcde":
        kept.begin(program.session, name, {})
    assert [(record.number, record.name) for record in kept.records] == [
        (3, "c"),
        (4, "d"),
        (5, "e"),
    ]
