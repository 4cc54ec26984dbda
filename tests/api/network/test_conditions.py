"""What programs notice of a slow network, and of one that is gone."""

from typing import Any

from miniapp_host.devices.conditions import Conditions, Connection, Preset
from miniapp_host.devices.network import Head
from miniapp_host.devices.pipe import MOST_HELD
from tests.api.pretend_phone import OpenProgram, Phone

URL = "https://a.example/x"
SOCKET = "wss://a.example/s"
GONE = "errcode:-106 cronet_error_code:-106 error_msg:net::ERR_INTERNET_DISCONNECTED"
SLOW = Conditions(Connection.TWO_G, latency_ms=1000, rate=10)


def socket_events(program: OpenProgram) -> list[Any]:
    told: list[Any] = [detail for name, detail in program.events if name == "socketTask"]
    return [(one["event"], one["detail"].get("data")) for one in told]


def task_events(program: OpenProgram, event: str) -> list[Any]:
    told: list[Any] = [detail for name, detail in program.events if name == "networkTask"]
    return [one["detail"] for one in told if one["event"] == event]


def test_offline_a_request_fails_in_the_platforms_words_and_nothing_goes_out(phone: Phone) -> None:
    phone.conditions.set(Preset.OFFLINE.value)
    answers = phone.open().call("request", {"url": URL})
    phone.clock.advance(0)
    assert answers == [{"errMsg": f"request:fail {GONE}", "errno": 600001}]
    assert phone.network.exchanges == []


def test_what_is_under_way_fails_when_the_network_goes(phone: Phone) -> None:
    program = phone.open()
    answers = program.call("downloadFile", {"url": URL})
    phone.network.last.receiver.head(Head(200))
    phone.conditions.set(Preset.OFFLINE.value)
    assert answers == [{"errMsg": f"downloadFile:fail {GONE}", "errno": 600001}]
    assert phone.network.last.cancelled
    phone.network.last.answer(b"too late")
    assert len(answers) == 1


def test_a_slow_answer_comes_after_its_delay_and_at_its_rate(phone: Phone) -> None:
    phone.conditions.set(SLOW)
    program = phone.open()
    answers = program.call("downloadFile", {"url": URL, "taskId": 1})
    assert phone.network.exchanges == []
    phone.clock.advance(1)
    phone.network.last.answer(bytes(40_000), Content_Length="40000")
    phone.clock.advance(2)
    assert answers == []
    shares = [one["progress"] for one in task_events(program, "progressUpdate")]
    assert shares
    assert max(shares) < 60
    phone.clock.advance(2.1)
    assert answers[0]["errMsg"] == "downloadFile:ok"


def test_what_takes_too_long_on_a_slow_network_times_out(phone: Phone) -> None:
    phone.conditions.set(SLOW)
    answers = phone.open().call("request", {"url": URL, "timeout": 2000})
    phone.clock.advance(1)
    phone.network.last.answer(bytes(40_000))
    phone.clock.advance(1.5)
    assert answers == [{"errMsg": "request:fail timeout", "errno": 5}]


def test_an_upload_is_slow_before_it_arrives(phone: Phone) -> None:
    phone.conditions.set(Conditions(Connection.TWO_G, rate=10))
    program = phone.open()
    file = program.temporary(bytes(100_000))
    answers = program.call("uploadFile", {"url": URL, "filePath": file, "name": "f", "taskId": 1})
    phone.clock.advance(5)
    assert phone.network.exchanges == []
    assert 30 < task_events(program, "progressUpdate")[-1]["progress"] < 60
    phone.clock.advance(6)
    phone.network.last.receiver.sent(1, 100_000)
    assert task_events(program, "progressUpdate")[-1]["progress"] == 100
    phone.network.last.answer(b"ok")
    phone.clock.advance(1)
    assert answers[0]["data"] == "ok"


def test_two_downloads_share_the_line(phone: Phone) -> None:
    phone.conditions.set(Conditions(Connection.THREE_G, rate=10))
    answers = [phone.open(name).call("request", {"url": URL}) for name in ("one", "two")]
    phone.clock.advance(0)
    for exchange in phone.network.exchanges:
        exchange.answer(bytes(50_000))
    phone.clock.advance(9)
    assert answers == [[], []]
    phone.clock.advance(1.1)
    assert [len(one) for one in answers] == [1, 1]


def test_pieces_stay_in_order_when_the_network_gets_better(phone: Phone) -> None:
    phone.conditions.set(SLOW)
    answers = phone.open().call("request", {"url": URL})
    phone.clock.advance(1)
    receiver = phone.network.last.receiver
    receiver.head(Head(200))
    receiver.bytes(b"a" * 20_000)
    phone.conditions.set(Preset.ONLINE.value)
    receiver.bytes(b"b" * 3)
    receiver.done()
    phone.clock.advance(1)
    assert answers[0]["data"] == "a" * 20_000 + "bbb"


def test_an_aborted_request_is_heard_of_no_more(phone: Phone) -> None:
    phone.conditions.set(SLOW)
    program = phone.open()
    answers = program.call("request", {"url": URL, "taskId": 3})
    phone.clock.advance(1)
    phone.network.last.receiver.head(Head(200))
    program.call("abortTask", {"taskId": 3})
    phone.clock.advance(100)
    assert answers == [{"errMsg": "request:fail abort"}]
    assert phone.network.last.cancelled


def test_offline_a_socket_does_not_open(phone: Phone) -> None:
    phone.conditions.set(Preset.OFFLINE.value)
    program = phone.open()
    program.call("connectSocket", {"url": SOCKET, "taskId": 1})
    phone.clock.advance(0)
    assert [event for event, _ in socket_events(program)] == ["error", "close"]
    assert phone.sockets.made == []


def test_an_open_socket_is_cut_when_the_network_goes(phone: Phone) -> None:
    program = phone.open()
    program.call("connectSocket", {"url": SOCKET, "taskId": 1})
    phone.sockets.made[0].listener.opened()
    phone.conditions.set(Preset.OFFLINE.value)
    assert [event for event, _ in socket_events(program)] == ["open", "error", "close"]
    assert phone.sockets.made[0].dropped


def test_messages_of_a_socket_are_late_and_in_order(phone: Phone) -> None:
    phone.conditions.set(SLOW)
    program = phone.open()
    program.call("connectSocket", {"url": SOCKET, "taskId": 1})
    listener = phone.sockets.made[0].listener
    listener.opened()
    for text in ("one", "two", "three"):
        listener.text(text)
    listener.closed(1000, "")
    phone.clock.advance(0.9)
    assert socket_events(program) == []
    phone.clock.advance(0.2)
    said = [("message", text) for text in ("one", "two", "three")]
    assert socket_events(program) == [("open", None), *said, ("close", None)]


def test_a_message_reaches_its_server_late(phone: Phone) -> None:
    program = phone.open()
    program.call("connectSocket", {"url": SOCKET, "taskId": 1})
    phone.sockets.made[0].listener.opened()
    phone.conditions.set(SLOW)
    program.call("sendSocketMessage", {"taskId": 1, "data": "hi"})
    phone.clock.advance(0.9)
    assert phone.sockets.made[0].sent == []
    phone.clock.advance(0.2)
    assert phone.sockets.made[0].sent == ["hi"]


def test_a_server_that_is_faster_than_the_line_is_made_to_wait(phone: Phone) -> None:
    """However much it sends, a bounded part of it waits in the phone."""
    phone.conditions.set(Conditions(Connection.TWO_G, rate=1000))
    program = phone.open()
    program.call("request", {"url": URL})
    program.call("connectSocket", {"url": SOCKET, "taskId": 1})
    phone.clock.advance(0)
    exchange, socket = phone.network.last, phone.sockets.made[-1]
    exchange.receiver.head(Head(200))
    exchange.receiver.bytes(bytes(2 * MOST_HELD))
    for _ in range(MOST_HELD):
        if not socket.request.gate.is_open:
            break
        socket.listener.text("")
    assert not exchange.request.gate.is_open
    assert not socket.request.gate.is_open
    phone.clock.advance(4)
    assert exchange.request.gate.is_open
    assert socket.request.gate.is_open
    program.close()


def test_what_a_program_sends_faster_than_the_line_is_refused_at_the_known_limit(
    phone: Phone,
) -> None:
    phone.conditions.set(SLOW)
    program = phone.open()
    program.call("connectSocket", {"url": SOCKET, "taskId": 1})
    phone.sockets.made[-1].listener.opened()
    phone.clock.advance(2)
    message = {"taskId": 1, "data": "x" * 1_000_000}
    answers = [program.call("sendSocketMessage", message)[0]["errMsg"] for _ in range(40)]
    assert answers[0] == "sendSocketMessage:ok"
    assert answers[-1] == "sendSocketMessage:fail exceed max send buffer size"
