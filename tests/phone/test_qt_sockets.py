"""The real WebSockets, against a server in this process."""

import gc
import itertools
import weakref
from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import QByteArray, QCoreApplication, QEvent, QObject, QTimer
from PySide6.QtNetwork import QHostAddress
from PySide6.QtWebSockets import QWebSocket, QWebSocketProtocol, QWebSocketServer
from pytestqt.qtbot import QtBot

from miniapp_host.devices.bounded_network import MOST_BYTES
from miniapp_host.devices.network import Trouble
from miniapp_host.devices.sockets import Socket, SocketRequest
from miniapp_host.phone.qt_sockets import QtSockets

TOO_MUCH_DATA = 1009


class Heard:
    def __init__(self) -> None:
        self.words: list[Any] = []

    def opened(self) -> None:
        self.words.append("opened")

    def text(self, text: str) -> None:
        self.words.append(text)

    def data(self, data: bytes) -> None:
        self.words.append(data)

    def failed(self, trouble: Trouble) -> None:
        self.words.append(trouble)

    def closed(self, code: int, reason: str) -> None:
        self.words.append((code, reason))


class Server(QObject):
    """Sends back what it gets; "close" makes it say farewell, a number asks for as many bytes."""

    def __init__(self) -> None:
        super().__init__()
        self._server = QWebSocketServer("test", QWebSocketServer.SslMode.NonSecureMode, self)
        assert self._server.listen(QHostAddress(QHostAddress.SpecialAddress.LocalHost))
        self._server.newConnection.connect(self._on_new_connection)
        self.clients: list[QWebSocket] = []
        self.headers: list[str] = []

    @property
    def url(self) -> str:
        return f"ws://127.0.0.1:{self._server.serverPort()}/"

    def _on_new_connection(self) -> None:
        client = self._server.nextPendingConnection()
        self.clients.append(client)
        self.headers.append(bytes(client.request().rawHeader("X-A").data()).decode())
        client.textMessageReceived.connect(self._on_text)
        client.binaryMessageReceived.connect(self._on_data)

    def _on_data(self, data: QByteArray) -> None:
        self.clients[-1].sendBinaryMessage(data)

    def _on_text(self, text: str) -> None:
        client = self.clients[-1]
        if text == "close":
            client.close(QWebSocketProtocol.CloseCode(4001), "enough")
        elif text.startswith("flood "):
            for number in range(int(text.removeprefix("flood "))):
                client.sendTextMessage(str(number))
            client.close(QWebSocketProtocol.CloseCode(4002), "flooded")
        elif text.isdecimal():
            client.sendBinaryMessage(QByteArray(bytes(int(text))))
        else:
            client.sendTextMessage(text.upper())


@pytest.fixture
def server() -> Iterator[Server]:
    made = Server()
    yield made
    made.deleteLater()


@pytest.fixture
def sockets() -> Iterator[QtSockets]:
    owner = QObject()
    yield QtSockets(owner)
    owner.deleteLater()


def opened(sockets: QtSockets, request: SocketRequest, qtbot: QtBot) -> tuple[Socket, Heard]:
    """A connection that stands, and what is heard from it."""
    heard = Heard()
    socket = sockets.open(request, heard)
    qtbot.waitUntil(lambda: heard.words == ["opened"])
    return socket, heard


def test_messages_go_both_ways(sockets: QtSockets, server: Server, qtbot: QtBot) -> None:
    socket, heard = opened(sockets, SocketRequest(server.url, {"X-A": "eins"}), qtbot)
    socket.send("hello")
    socket.send(b"\x00\xff")
    qtbot.waitUntil(lambda: heard.words[1:] == ["HELLO", b"\x00\xff"])
    assert server.headers == ["eins"]
    socket.close(1000, "bye")
    qtbot.waitUntil(lambda: heard.words[3:] == [(1000, "bye")])


def test_the_server_may_close_with_a_reason(
    sockets: QtSockets, server: Server, qtbot: QtBot
) -> None:
    socket, heard = opened(sockets, SocketRequest(server.url), qtbot)
    socket.send("close")
    qtbot.waitUntil(lambda: heard.words[1:] == [(4001, "enough")])


def test_a_message_as_large_as_an_answer_may_be_arrives_whole(
    sockets: QtSockets, server: Server, qtbot: QtBot
) -> None:
    socket, heard = opened(sockets, SocketRequest(server.url), qtbot)
    socket.send(str(MOST_BYTES))
    qtbot.waitUntil(lambda: list(map(len, heard.words[1:])) == [MOST_BYTES], timeout=20_000)


def test_a_larger_one_ends_the_connection_and_is_not_passed_on(
    sockets: QtSockets, server: Server, qtbot: QtBot
) -> None:
    socket, heard = opened(sockets, SocketRequest(server.url), qtbot)
    socket.send(str(MOST_BYTES + 1))
    qtbot.waitUntil(lambda: len(heard.words) > 1, timeout=20_000)
    assert [one[0] for one in heard.words[1:]] == [TOO_MUCH_DATA]
    socket.drop()


def test_a_flood_is_passed_on_in_bounded_turns_whole_and_in_its_order(
    sockets: QtSockets, server: Server, qtbot: QtBot
) -> None:
    socket, heard = opened(sockets, SocketRequest(server.url), qtbot)
    in_turns: list[int] = []
    beat = QTimer(interval=0)
    beat.timeout.connect(lambda: in_turns.append(len(heard.words)))
    beat.start()
    socket.send("flood 50000")
    qtbot.waitUntil(lambda: heard.words[-1] == (4002, "flooded"), timeout=60_000)
    assert heard.words[1:-1] == [str(number) for number in range(50_000)]
    steps = [after - before for before, after in itertools.pairwise(in_turns)]
    assert max(steps) <= 201


@pytest.mark.parametrize("sizes", [(1, 17_000, 1), (300_000, 20, 5_000_000, 20, 70_000)])
def test_messages_of_all_sizes_arrive_one_after_the_other(
    sockets: QtSockets, server: Server, qtbot: QtBot, sizes: tuple[int, ...]
) -> None:
    socket, heard = opened(sockets, SocketRequest(server.url), qtbot)
    for size in sizes:
        socket.send(str(size))
    qtbot.waitUntil(lambda: len(heard.words) == 1 + len(sizes), timeout=30_000)
    assert [len(data) for data in heard.words[1:]] == list(sizes)


def test_while_the_gate_is_shut_a_flood_waits_at_the_server(
    sockets: QtSockets, server: Server, qtbot: QtBot
) -> None:
    heard, other = Heard(), Heard()
    request = SocketRequest(server.url)
    socket = sockets.open(request, heard)
    qtbot.waitUntil(lambda: heard.words == ["opened"])
    request.gate.shut()
    for _ in range(20):
        socket.send("1000000")
    qtbot.waitUntil(lambda: server.clients[0].bytesToWrite() > 0)
    sockets.open(SocketRequest(server.url), other)
    qtbot.waitUntil(lambda: other.words == ["opened"])
    assert len(heard.words) <= 2
    request.gate.open()
    qtbot.waitUntil(lambda: len(heard.words) == 21, timeout=30_000)


def test_a_dead_server_is_an_error_and_a_close(sockets: QtSockets, qtbot: QtBot) -> None:
    heard = Heard()
    sockets.open(SocketRequest("ws://127.0.0.1:1/"), heard)
    assert heard.words == []
    qtbot.waitUntil(lambda: bool(heard.words))
    assert heard.words == [Trouble.REFUSED, (1006, "")]


def test_what_is_over_may_still_be_dropped(sockets: QtSockets, qtbot: QtBot) -> None:
    heard = Heard()
    socket = sockets.open(SocketRequest("ws://127.0.0.1:1/"), heard)
    qtbot.waitUntil(lambda: len(heard.words) == 2)
    qtbot.waitUntil(lambda: not sockets.findChildren(QWebSocket))
    socket.drop()


def test_a_dropped_socket_says_nothing_more(
    sockets: QtSockets, server: Server, qtbot: QtBot
) -> None:
    heard, never = Heard(), Heard()
    socket = sockets.open(SocketRequest(server.url), heard)
    sockets.open(SocketRequest(server.url), never).drop()
    qtbot.waitUntil(lambda: heard.words == ["opened"])
    socket.drop()
    passed: list[bool] = []
    QTimer.singleShot(50, lambda: passed.append(True))
    qtbot.waitUntil(lambda: bool(passed))
    assert (heard.words, never.words) == (["opened"], [])


def test_a_socket_that_is_dropped_before_it_began_is_not_kept(sockets: QtSockets) -> None:
    socket = sockets.open(SocketRequest("ws://127.0.0.1:1/"), Heard())
    socket.drop()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    kept = weakref.ref(socket)
    del socket
    gc.collect()
    assert kept() is None
