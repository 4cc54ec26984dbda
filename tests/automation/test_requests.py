"""Every request from outside is answered once, whatever it is."""

import json
import weakref
from typing import Any

import pytest

from miniapp_host.automation.later import Later
from miniapp_host.automation.params import Params
from miniapp_host.automation.requests import Requests, Verb, Waiting, request_line, result_of
from miniapp_host.automation.verb_error import Fault, VerbError
from miniapp_host.memory.store_error import StoreError


class Abandoned:
    """A verb whose result is not there yet."""

    def __init__(self) -> None:
        self.times = 0
        self.later = Later(self.count)

    def count(self) -> None:
        self.times += 1

    def verb(self, _params: Params) -> object:
        return self.later


def answered(verb: Verb, line: bytes | None = None) -> list[dict[str, Any]]:
    heard: list[bytes] = []
    Requests(lambda: {"Host.it": verb}).take(
        line or request_line(7, "Host.it", {"a": 1}), heard.append
    )
    assert all(one.endswith(b"\n") and one.count(b"\n") == 1 for one in heard)
    return [json.loads(one) for one in heard]


def refused(_params: Params) -> object:
    raise StoreError("The disk is full.", "Free some space and try again.")


def mistaken(_params: Params) -> object:
    raise ZeroDivisionError


def test_a_result_goes_back_with_the_number_of_its_request() -> None:
    assert answered(lambda params: params.number("a")) == [{"id": 7, "result": 1.0}]


def test_what_the_phone_refuses_is_an_error() -> None:
    (answer,) = answered(refused)
    assert answer["error"]["message"] == "The disk is full. Free some space and try again."
    assert answer["error"]["code"] == "refused"


@pytest.mark.parametrize(
    "line",
    [
        b"\xff\x00",
        b"[]",
        b"{}",
        b"[" * 100_000,
        b'{"id": 1, "method": 5}',
        b'{"id": 1, "method": "Host.none"}',
        b'{"id": 1, "method": "Host.it", "params": []}',
        b'{"id": 1, "method": "Host.it", "params": {"a": "b"}}',
    ],
)
def test_a_wrong_request_is_told_so(line: bytes) -> None:
    (answer,) = answered(lambda params: params.number("a"), line)
    assert answer["error"]["code"] == "usage"


def test_our_own_mistake_is_answered_before_it_is_raised() -> None:
    heard: list[bytes] = []
    with pytest.raises(ZeroDivisionError):
        Requests(lambda: {"Host.it": mistaken}).take(request_line(7, "Host.it", {}), heard.append)
    (answer,) = heard
    with pytest.raises(VerbError) as caught:
        result_of(answer)
    assert caught.value.fault is Fault.REFUSED


def test_a_late_result_is_told_when_it_is_there_and_once() -> None:
    waited, heard = Abandoned(), []
    cancel = Requests(lambda: {"Host.it": waited.verb}).take(
        request_line(7, "Host.it", {}), heard.append
    )
    assert heard == []
    waited.later.settle("there")
    waited.later.settle("again")
    assert [result_of(one) for one in heard] == ["there"]
    cancel()
    assert waited.times == 0


def test_nobody_is_told_who_waits_no_more() -> None:
    waited, heard = Abandoned(), []
    cancel = Requests(lambda: {"Host.it": waited.verb}).take(
        request_line(7, "Host.it", {}), heard.append
    )
    cancel()
    cancel()
    waited.later.settle("there")
    assert (heard, waited.times) == ([], 1)


@pytest.mark.parametrize(
    ("read", "given"),
    [
        (Params.text, 5),
        (Params.text, None),
        (Params.flag, "true"),
        (Params.flag, None),
        (Params.number, True),
        (Params.number, "5"),
        (Params.path, "relative"),
        (Params.texts_or_none, ["a", 1]),
        (Params.text_by_text, {"a": 1}),
        (Params.text_by_text, ["a"]),
    ],
)
def test_a_parameter_of_the_wrong_kind_is_named(read: Any, given: object) -> None:
    with pytest.raises(VerbError) as caught:
        read(Params({"key": given}), "key")
    assert str(caught.value).startswith("key must be ")
    assert caught.value.fault is Fault.USAGE


def test_a_number_that_javascript_lacks_is_null() -> None:
    line = b'{"id": 7, "method": "Host.it", "params": {"a": [NaN, 1e400, %s, 2.5]}}' % (b"9" * 5000)
    (answer,) = answered(lambda params: params.all["a"], line)
    assert answer == {"id": 7, "result": [None, None, None, 2.5]}


def test_what_has_an_id_is_answered_with_it() -> None:
    (answer,) = answered(lambda _params: {}, b'{"id": "a", "method": 5}')
    assert answer["id"] == "a"
    assert answer["error"]["code"] == "usage"


def test_what_was_answered_is_kept_no_longer() -> None:
    heard: list[bytes] = []
    waits = Abandoned()
    kept = weakref.ref(waits.later)
    waiting = Waiting(Requests(lambda: {"Host.it": waits.verb}))
    waiting.take(request_line(7, "Host.it", {}), heard.append)
    waits.later.settle("done")
    del waits.later
    assert (len(heard), kept()) == (1, None)
    waiting.abandon()


def test_who_goes_waits_for_nothing_more() -> None:
    waits = Abandoned()
    waiting = Waiting(Requests(lambda: {"Host.it": waits.verb}))
    heard: list[bytes] = []
    waiting.take(request_line(7, "Host.it", {}), heard.append)
    waiting.abandon()
    waits.later.settle("late")
    assert (waits.times, heard) == (1, [])
