"""WebSockets: what a program says and hears, and that they end with it."""

import base64
from collections.abc import Callable
from typing import Any

from miniapp_host.api.network.domains import Domains
from miniapp_host.api.network.sockets import MOST_UNSENT
from miniapp_host.devices.network import Trouble
from miniapp_host.devices.sockets import NoSockets, SocketRequest
from tests.api.pretend_phone import FakeClock, OpenProgram, Phone

URL = "wss://a.example/s"


def heard(program: OpenProgram) -> list[Any]:
    told: list[Any] = [detail for name, detail in program.events if name == "socketTask"]
    return [(one["task"], one["event"], one["detail"]) for one in told]


def connected(phone: Phone, program: OpenProgram, number: int = 1) -> Any:
    result = program.result("connectSocket", {"url": URL, "taskId": number})
    assert result == {"socketTaskId": number, "errMsg": "connectSocket:ok"}
    phone.sockets.made[-1].listener.opened()
    return phone.sockets.made[-1]


def test_messages_go_both_ways_until_the_program_closes_the_socket(phone: Phone) -> None:
    program = phone.open()
    socket = connected(phone, program)
    coded = base64.b64encode(b"\x00\xff").decode()
    for arguments in ({"data": "hi"}, {"bytes": coded}):
        message = program.message("sendSocketMessage", {"taskId": 1, **arguments})
        assert message == "sendSocketMessage:ok"
    assert socket.sent == ["hi", b"\x00\xff"]
    socket.listener.text("there")
    socket.listener.data(b"\x00\xff")
    closing = {"taskId": 1, "code": 3001, "reason": "bye"}
    assert program.message("closeSocket", closing) == "closeSocket:ok"
    assert socket.closing == (3001, "bye")
    socket.listener.closed(3001, "bye")
    assert heard(program) == [
        (1, "open", {"header": {}}),
        (1, "message", {"data": "there"}),
        (1, "message", {"bytes": coded}),
        (1, "close", {"code": 3001, "reason": "bye"}),
    ]
    late = program.message("sendSocketMessage", {"taskId": 1, "data": "x"})
    assert late == "sendSocketMessage:fail SocketTask.readyState is not OPEN"


def test_a_socket_that_is_closing_takes_no_more(phone: Phone) -> None:
    program = phone.open()
    socket = connected(phone, program)
    program.message("closeSocket", {"taskId": 1})
    message = program.message("sendSocketMessage", {"taskId": 1, "data": "late"})
    assert message.startswith("sendSocketMessage:fail")
    assert socket.sent == []


def test_whom_it_asks_and_how(phone: Phone) -> None:
    header = {"X-A": "1", "Referer": "x"}
    arguments = {"url": URL, "header": header, "protocols": ["a", 1, "b"], "timeout": 1500}
    phone.open(networkTimeout={"connectSocket": 9}).call("connectSocket", arguments)
    request = phone.sockets.made[0].request
    assert (request.url, request.protocols, request.timeout) == (URL, ("a", "b"), 1.5)
    assert request.headers["x-a"] == "1"
    for url in ("https://a.example", "", "wss://"):
        message = phone.open().message("connectSocket", {"url": url})
        assert message == f'connectSocket:fail invalid url "{url}"'


def test_what_does_not_connect_is_an_error_and_a_close(phone: Phone) -> None:
    program = phone.open()
    program.call("connectSocket", {"url": URL, "taskId": 1})
    listener = phone.sockets.made[0].listener
    listener.failed(Trouble.REFUSED)
    listener.closed(1006, "")
    assert [event for _, event, _ in heard(program)] == ["error", "close"]


def test_five_are_the_most_at_a_time(phone: Phone) -> None:
    program = phone.open()
    sockets = [connected(phone, program, number) for number in range(5)]
    full = program.message("connectSocket", {"url": URL, "taskId": 5})
    assert full == "connectSocket:fail exceed max task count"
    sockets[2].listener.closed(1000, "")
    connected(phone, program, 5)


def test_sockets_end_with_their_program_and_are_nobody_elses(phone: Phone) -> None:
    program, other = phone.open("one"), phone.open("two")
    socket = connected(phone, program)
    assert "fail" in str(other.message("closeSocket", {"taskId": 1}))
    program.close()
    assert socket.dropped
    assert connected(phone, other).dropped is False


def test_the_domain_rule_counts_for_sockets(make_phone: Callable[..., Phone]) -> None:
    phone = make_phone(Domains({"connectSocket": frozenset({"wss://a.example:443"})}))
    program = phone.open(version="release")
    connected(phone, program)
    message = program.message("connectSocket", {"url": "wss://b.example", "taskId": 2})
    assert message == "connectSocket:fail url not in domain list"


def test_where_the_network_is_played_all_servers_are_dead(phone: Phone) -> None:
    clock, program = FakeClock(), phone.open()
    program.call("connectSocket", {"url": URL, "taskId": 1})
    listener = phone.sockets.made[0].listener
    sockets = NoSockets(clock.after)
    sockets.open(SocketRequest(URL), listener).close(1000, "")
    sockets.open(SocketRequest(URL), listener).drop()
    clock.advance(0)
    assert [event for _, event, _ in heard(program)] == ["error", "close"]


def test_who_sends_more_than_its_server_reads_is_told_and_may_go_on_later(phone: Phone) -> None:
    program = phone.open()
    socket = connected(phone, program)
    socket.unsent = MOST_UNSENT + 1
    result = program.result("sendSocketMessage", {"taskId": 1, "data": "x"})
    message = "sendSocketMessage:fail exceed max send buffer size"
    assert result == {"errMsg": message, "errno": 600001}
    socket.unsent = 0
    assert program.message("sendSocketMessage", {"taskId": 1, "data": "y"}).endswith(":ok")
    assert socket.sent == ["y"]
