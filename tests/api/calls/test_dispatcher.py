import logging

import pytest

from miniapp_host.api.calls.asking import Asking
from miniapp_host.api.calls.call import Call, CallError
from miniapp_host.api.calls.dispatcher import MOST_WAITING, TOO_MANY, Dispatcher
from miniapp_host.api.calls.endpoint import Endpoint, SyncEndpoint
from miniapp_host.api.calls.parameters import LONGEST_TEXT
from miniapp_host.api.calls.privacy import Privacy
from miniapp_host.api.calls.session import Session
from miniapp_host.memory.store_error import StoreError
from tests.api.pretend_phone import Phone, Result

HOSTILE: list[object] = [
    None,
    0,
    -1.5,
    float("inf"),
    float("nan"),
    10**400,
    True,
    "",
    "scope.userLocation",
    "\x00",
    "\ud800 half a character",
    "../" * 40,
    "wxfile://usr/" + "a" * 5000,
    "wxfile://usr/\ud800",
    "wxfile://tmp_../../preferences.json",
    "a" * 5000,
    [],
    [[[]]],
    {},
    {"toString": None},
    ["scope.userLocation"],
]


def named(value: object) -> str:
    """The name of a value in a test's; pytest writes one with backslashes anew at each collection.

    Then mutmut, which collects twice, finds no such test and takes every mutant for killed.
    """
    return repr(value)[:30].replace("\\", "/")


every_hostile_value = pytest.mark.parametrize("value", HOSTILE, ids=named)
ARGUMENTS = [
    "scope", "filePath", "src", "desc", "key", "data", "title", "content", "urls", "itemList",
    "count", "type", "lang", "duration", "image", "current", "latitude", "longitude", "icon",
    "cancelText", "withCredentials", "fileType", "success",
]  # fmt: skip
WITH_ENDPOINTS = 30
LONG = "x" * (LONGEST_TEXT + 1)


def dispatcher(phone: Phone, *endpoints: Endpoint, sync: SyncEndpoint | None = None) -> Dispatcher:
    asking = Asking(phone.broker, phone.owner)
    return Dispatcher(
        endpoints, [sync] if sync else [], asking, Privacy(phone.clock), phone.switches
    )


def broken(call: Call) -> None:
    raise RuntimeError("our own mistake")


def broken_sync(session: Session, arguments: list[object]) -> object:
    raise RuntimeError("our own mistake")


@pytest.mark.expects_log
def test_our_own_mistake_answers_the_program_and_is_logged_with_its_traceback(
    phone: Phone, caplog: pytest.LogCaptureFixture
) -> None:
    answers: list[Result] = []
    dispatcher(phone, Endpoint("x", broken)).dispatch(phone.open().session, "x", {}, answers.append)
    assert answers == [{"errMsg": "x:fail internal error", "errno": 4}]
    (record,) = [one for one in caplog.records if one.levelno >= logging.ERROR]
    assert record.getMessage() == "x of nearby failed"
    assert "our own mistake" in caplog.text


@pytest.mark.expects_log
def test_our_own_mistake_in_a_late_callback_answers_too(phone: Phone) -> None:
    waiting: list[object] = []

    def ask(call: Call) -> None:
        waiting.append(call.later(lambda value: broken(call)))

    answers: list[Result] = []
    dispatcher(phone, Endpoint("x", ask)).dispatch(phone.open().session, "x", {}, answers.append)
    (resume,) = waiting
    assert callable(resume)
    resume(1)
    resume(2)
    assert answers == [{"errMsg": "x:fail internal error", "errno": 4}]


@pytest.mark.expects_log
def test_our_own_mistake_in_a_synchronous_call_is_an_error_to_throw(phone: Phone) -> None:
    sync = SyncEndpoint("xSync", broken_sync)
    answer = dispatcher(phone, sync=sync).answer_sync(phone.open().session, "xSync", [])
    assert answer == {"error": "xSync:fail internal error", "errno": 4}


def refused_by_the_disk(call: Call) -> None:
    raise StoreError("The disk is full.", "Free some space and try again.")


def test_what_the_disk_refuses_is_said_so_and_is_no_mistake_of_ours(
    phone: Phone, caplog: pytest.LogCaptureFixture
) -> None:
    answers: list[Result] = []
    endpoint = Endpoint("x", refused_by_the_disk)
    dispatcher(phone, endpoint).dispatch(phone.open().session, "x", {}, answers.append)
    assert answers == [{"errMsg": "x:fail The disk is full", "errno": 4}]
    assert not [one for one in caplog.records if one.levelno >= logging.WARNING]


@pytest.mark.expects_log
def test_a_guarded_endpoint_that_is_not_in_the_table_lets_nothing_through(
    phone: Phone, caplog: pytest.LogCaptureFixture
) -> None:
    ran: list[Call] = []
    answers: list[Result] = []
    endpoint = Endpoint("x", ran.append, guarded=True)
    dispatcher(phone, endpoint).dispatch(phone.open().session, "x", {}, answers.append)
    assert ran == []
    assert answers == [{"errMsg": "x:fail internal error", "errno": 4}]
    assert "x has no row in permissions/guards" in caplog.text


def test_beside_too_many_calls_that_wait_another_fails_until_one_has_its_answer(
    phone: Phone,
) -> None:
    waiting: list[Call] = []
    answers: list[Result] = []
    session, asked = phone.open().session, dispatcher(phone, Endpoint("x", waiting.append))
    for _ in range(MOST_WAITING + 1):
        asked.dispatch(session, "x", {}, answers.append)
    assert answers == [{"errMsg": f"x:fail {TOO_MANY}", "errno": 4}]
    assert asked.count.waiting == MOST_WAITING
    waiting.pop().ok()
    assert asked.count.waiting == MOST_WAITING - 1
    asked.dispatch(session, "x", {}, answers.append)
    assert len(waiting) == MOST_WAITING
    assert len(answers) == 2
    asked.close(session)
    assert asked.count.waiting == 0


def test_what_takes_a_call_back_is_heard_beside_however_many_that_wait(phone: Phone) -> None:
    program = phone.open()
    for number in range(MOST_WAITING):
        program.call("request", {"url": "https://a.example", "taskId": number})
    assert program.call("request", {"url": "https://a.example"})[0]["errMsg"].endswith(TOO_MANY)
    assert program.call("abortTask", {"taskId": 1}) == [{"errMsg": "abortTask:ok"}]


def test_an_endpoint_may_answer_later(phone: Phone) -> None:
    calls: list[Call] = []
    answers: list[Result] = []
    dispatcher(phone, Endpoint("x", calls.append)).dispatch(
        phone.open().session, "x", {}, answers.append
    )
    assert answers == []
    calls[0].ok({"late": True})
    assert answers == [{"late": True, "errMsg": "x:ok"}]


def test_a_result_cannot_change_the_message(phone: Phone) -> None:
    endpoint = Endpoint("x", lambda call: call.ok({"errMsg": "y:ok"}))
    answers: list[Result] = []
    dispatcher(phone, endpoint).dispatch(phone.open().session, "x", {}, answers.append)
    assert answers == [{"errMsg": "x:ok"}]


def test_a_reason_that_begins_with_a_colon_stands_close(phone: Phone) -> None:
    def fail(call: Call) -> None:
        raise CallError(":interrupted")

    answers: list[Result] = []
    dispatcher(phone, Endpoint("x", fail)).dispatch(phone.open().session, "x", {}, answers.append)
    assert answers == [{"errMsg": "x:fail:interrupted"}]


def test_the_number_that_some_families_had_before_errno_is_told_beside_the_reason(
    phone: Phone,
) -> None:
    def fail(call: Call) -> None:
        raise CallError("no adapter", err_code=10001)

    answers: list[Result] = []
    dispatcher(phone, Endpoint("x", fail)).dispatch(phone.open().session, "x", {}, answers.append)
    assert answers == [{"errMsg": "x:fail no adapter", "errCode": 10001}]


@every_hostile_value
def test_whatever_a_program_gives_as_arguments_every_call_survives(
    phone: Phone, value: object
) -> None:
    program = phone.open()
    for name in phone.dispatcher.names["async"]:
        program.tap()
        assert len(program.call(name, value)) <= 1


@every_hostile_value
def test_whatever_a_program_gives_as_one_argument_every_call_survives(
    phone: Phone, value: object
) -> None:
    program = phone.open()
    for scope in ("userInfo", "userLocation", "userFuzzyLocation", "writePhotosAlbum"):
        program.decide(f"scope.{scope}", granted=True)
    for name in [*phone.dispatcher.names["async"], "canvasExport"]:
        for argument in ARGUMENTS:
            program.tap()
            texts = {"scope": "scope.camera", "key": "k", "title": "t", "urls": ["/a"]}
            assert len(program.call(name, {**texts, argument: value})) <= 1
        program.call(name, dict.fromkeys(ARGUMENTS, value))


@every_hostile_value
def test_whatever_a_program_gives_to_a_synchronous_call_it_survives(
    phone: Phone, value: object
) -> None:
    program = phone.open()
    for name in [*phone.dispatcher.names["sync"], "nonsenseSync"]:
        for arguments in (value, [value], [value, value], ["key", value]):
            answer = phone.dispatcher.answer_sync(program.session, name, arguments)
            assert set(answer) in ({"value"}, {"error"}, {"error", "errno"})


def test_the_offered_names_are_every_call_but_the_runtimes_own(phone: Phone) -> None:
    names = phone.dispatcher.names
    assert "authorize" in names["async"]
    assert "getSystemInfoSync" in names["sync"]
    assert "canvasExport" not in names["async"]
    assert not set(names["async"]) & set(names["sync"])
    assert len(names["async"]) >= WITH_ENDPOINTS


def test_what_serves_only_the_runtime_is_not_offered_and_answers_all_the_same(phone: Phone) -> None:
    sync = SyncEndpoint("ySync", lambda session, arguments: arguments, internal=True)
    ours = dispatcher(phone, Endpoint("x", Call.ok, internal=True), sync=sync)
    answers: list[Result] = []
    session = phone.open().session
    ours.dispatch(session, "x", {}, answers.append)
    assert answers == [{"errMsg": "x:ok"}]
    assert ours.answer_sync(session, "ySync", [1]) == {"value": [1]}
    assert ours.names == {"async": [], "sync": []}


def test_an_unknown_call_fails(phone: Phone) -> None:
    expected = {"errMsg": "nonsense:fail not supported", "errno": 100}
    assert phone.open().result("nonsense") == expected


def test_an_unknown_synchronous_call_is_an_error_to_throw(phone: Phone) -> None:
    expected = {"error": "xSync:fail not supported", "errno": 100}
    assert phone.open().sync("xSync") == expected


@pytest.mark.parametrize(
    "given", [LONG, [{"deep": [LONG]}], {"name": {"name": LONG}}], ids=["text", "list", "object"]
)
def test_a_text_is_long_only_where_an_endpoint_takes_long_ones(phone: Phone, given: object) -> None:
    def run(call: Call) -> None:
        call.ok({"given": call.arguments.get("data") == given})

    endpoint = Endpoint("keep", run, long=frozenset({"data"}))
    session = phone.open().session
    results: list[Result] = []
    asked = dispatcher(phone, endpoint)
    asked.dispatch(session, "keep", {"data": given}, results.append)
    asked.dispatch(session, "keep", {"title": given}, results.append)
    wrong = "parameter error: parameter.title is longer than 1048576 characters;"
    assert results == [
        {"given": True, "errMsg": "keep:ok"},
        {"errMsg": f"keep:fail {wrong}", "errno": 1001},
    ]
