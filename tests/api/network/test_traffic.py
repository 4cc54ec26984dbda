"""What the log says of the calls that programs make."""

from collections.abc import Callable

from miniapp_host.api.network.domains import Domains
from miniapp_host.devices.network import Purpose, Trouble
from miniapp_host.devices.traffic import Exchange, Outcome
from tests.api.pretend_phone import Phone

URL = "https://a.example/x"


def only(phone: Phone) -> Exchange:
    (exchange,) = phone.traffic
    return exchange


def test_a_request_is_logged_with_what_was_sent_and_what_came(phone: Phone) -> None:
    arguments = {"url": URL, "method": "POST", "data": {"a": 1}, "header": {"X-Me": "1"}}
    program = phone.open()
    program.call("request", arguments)
    phone.clock.advance(0.25)
    phone.network.last.answer(b"fine", status=201, Content_Type="text/plain")
    exchange = only(phone)
    assert (exchange.purpose, exchange.method, exchange.url) == (Purpose.REQUEST, "POST", URL)
    assert exchange.program == program.session.program
    assert exchange.headers["x-me"] == "1"
    assert exchange.sent.content == b'{"a":1}'
    assert exchange.head is not None
    assert (exchange.head.status, exchange.head.header("content-type")) == (201, "text/plain")
    assert exchange.received.content == b"fine"
    assert exchange.outcome is Outcome.ANSWERED
    assert exchange.ended is not None
    assert exchange.ended - exchange.began == 0.25


def test_each_kind_of_call_is_known_by_its_name(phone: Phone) -> None:
    program = phone.open()
    file = program.temporary(b"file")
    program.call("downloadFile", {"url": URL})
    program.call("uploadFile", {"url": URL, "filePath": file, "name": "f"})
    program.call("connectSocket", {"url": "wss://a.example", "taskId": 1})
    program.call("askCloud", {"url": "cloud://function/login"})
    program.call("getImageInfo", {"src": "https://a.example/p.png"})
    purposes = [one.purpose for one in phone.traffic]
    calls = [Purpose.DOWNLOAD, Purpose.UPLOAD, Purpose.SOCKET, Purpose.CLOUD, Purpose.SHOWN]
    assert purposes == calls
    assert {one.program for one in phone.traffic} == {program.session.program}


def test_what_failed_says_why_and_what_was_aborted_says_so(phone: Phone) -> None:
    program = phone.open()
    program.call("request", {"url": URL, "taskId": 1})
    phone.network.last.receiver.failed(Trouble.UNKNOWN_HOST)
    program.call("request", {"url": URL, "taskId": 2})
    program.call("abortTask", {"taskId": 2})
    failed, aborted = phone.traffic
    assert (failed.outcome, failed.trouble) == (Outcome.FAILED, Trouble.UNKNOWN_HOST)
    assert aborted.outcome is Outcome.ABORTED


def test_what_the_domain_rule_refuses_is_logged_with_the_rule(
    make_phone: Callable[..., Phone],
) -> None:
    phone = make_phone(Domains({"request": frozenset({"https://b.example:443"})}))
    program = phone.open(version="trial")
    program.call("request", {"url": f"{URL}?q=1"})
    program.call("connectSocket", {"url": "wss://c.example/s"})
    request, socket = phone.traffic
    assert request.outcome is socket.outcome is Outcome.REFUSED
    assert request.rule == "https://a.example is not among the domains of request"
    assert socket.rule == "wss://c.example is not among the domains of connectSocket"
    assert phone.texts.said(request.rule) == "https://a.example 不在 request 的域名列表中"


def test_a_sockets_messages_are_logged_both_ways_until_it_closes(phone: Phone) -> None:
    program = phone.open()
    program.call("connectSocket", {"url": "wss://a.example/s", "taskId": 1})
    listener = phone.sockets.made[0].listener
    listener.opened()
    program.call("sendSocketMessage", {"taskId": 1, "data": "ping"})
    listener.text("pong")
    listener.data(b"\x00\x01")
    listener.closed(1001, "away")
    exchange = only(phone)
    said = [(one.sent, one.body.is_text, one.body.content) for one in exchange.messages]
    assert said == [(True, True, b"ping"), (False, True, b"pong"), (False, False, b"\x00\x01")]
    assert exchange.closing == (1001, "away")
    assert exchange.size == 6
    assert exchange.head is not None
    assert exchange.head.status == 101


def test_the_owners_avatar_is_answered_by_the_phone_itself(phone: Phone) -> None:
    url = "https://thirdwx.qlogo.cn/mmopen/vi_32/MiniAppHost-" + "0" * 32 + "/132"
    phone.open().call("downloadFile", {"url": url})
    phone.clock.advance(0)
    assert only(phone).played_by == "the phone answers for its owner's avatar"
