"""Serves the automator's protocol: the frames of a WebSocket, from this machine only."""

import logging
from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QByteArray, QObject, QTimer
from PySide6.QtNetwork import QHostAddress
from PySide6.QtWebSockets import QWebSocket, QWebSocketCorsAuthenticator, QWebSocketServer

from miniapp_host.automation.requests import Requests, Waiting, event_line
from miniapp_host.automation.verb_error import VerbError
from miniapp_host.texts import Sentence

HOSTS = ("127.0.0.1", "::1")
"""Clients that are told “localhost” may try either."""
PATIENT_MS = 20
"""How long an answer to minium waits: it overlooks one that comes at once, and hangs."""
_LONGEST_FRAME = 8 << 20
_log = logging.getLogger(__name__)


class WireServer(QObject):
    """Answers every client that is no web page: a page of a browser has another Origin."""

    def __init__(self, requests: Requests, parent: QObject) -> None:
        super().__init__(parent)
        self._requests = requests
        self._origins: frozenset[str] = frozenset()

    def listen(self, port: int) -> int:
        """Listen at `port`, or at a free one if it is 0, and return it; raises VerbError."""
        first, *others = (self._made_server() for _ in HOSTS)
        if not first.listen(QHostAddress(HOSTS[0]), port):
            raise _taken(port, first.errorString())
        port = first.serverPort()
        for host, server in zip(HOSTS[1:], others, strict=True):
            if not server.listen(QHostAddress(host), port):
                _log.info("nobody listens at %s: %s", host, server.errorString())
        hosts = ("localhost", "127.0.0.1", "[::1]")
        self._origins = frozenset(["", *(f"http://{host}:{port}" for host in hosts)])
        return port

    def tell(self, method: str, params: Mapping[str, object]) -> None:
        """Send an event to every client."""
        for client in self.findChildren(_Client):
            client.send(event_line(method, params))

    def stop(self) -> None:
        """Listen no more: the port is free for the next phone; connections stay."""
        for server in self.findChildren(QWebSocketServer):
            server.close()

    def close(self) -> None:
        """Listen no more and end every connection."""
        self.stop()
        for client in self.findChildren(_Client):
            client.end()

    def _made_server(self) -> QWebSocketServer:
        server = QWebSocketServer("", QWebSocketServer.SslMode.NonSecureMode, self)
        server.originAuthenticationRequired.connect(self._on_server_origin_authentication_required)
        server.newConnection.connect(partial(self._take, server))
        return server

    def _take(self, server: QWebSocketServer) -> None:
        while (socket := server.nextPendingConnection()) is not None:
            _Client(socket, self._requests, self)

    def _on_server_origin_authentication_required(
        self, authenticator: QWebSocketCorsAuthenticator
    ) -> None:
        authenticator.setAllowed(authenticator.origin() in self._origins)


class _Client(QObject):
    """One connection: every frame is a request, every answer a frame."""

    def __init__(self, socket: QWebSocket, requests: Requests, parent: QObject) -> None:
        super().__init__(parent)
        self._socket = socket
        socket.setParent(self)
        socket.setMaxAllowedIncomingMessageSize(_LONGEST_FRAME)
        self._asked = Waiting(requests)
        self._waiting: list[bytes] = []
        self._patience = QTimer(self, singleShot=True, interval=PATIENT_MS)
        self._patience.timeout.connect(self._on_patience_timeout)
        socket.textMessageReceived.connect(self._on_socket_text_message_received)
        socket.binaryMessageReceived.connect(self._on_socket_binary_message_received)
        socket.disconnected.connect(self._on_socket_disconnected)

    def send(self, line: bytes) -> None:
        """Send one frame."""
        self._socket.sendTextMessage(line.decode())

    def end(self) -> None:
        """End the connection; what it still waits for is abandoned."""
        self._socket.abort()
        self._on_socket_disconnected()

    def _on_socket_text_message_received(self, text: str) -> None:
        self._answer(text.encode("utf-8", "replace"))

    def _on_socket_binary_message_received(self, given: QByteArray) -> None:
        self._answer(bytes(given.data()))

    def _answer(self, frame: bytes) -> None:
        self._asked.take(frame, self._reply)

    def _reply(self, answer: bytes) -> None:
        if not self._socket.origin():
            self.send(answer)
            return
        self._waiting.append(answer)
        if not self._patience.isActive():
            self._patience.start()

    def _on_patience_timeout(self) -> None:
        waiting, self._waiting = self._waiting, []
        for answer in waiting:
            self.send(answer)

    def _on_socket_disconnected(self) -> None:
        self._patience.stop()
        self._asked.abandon()
        self.deleteLater()


def _taken(port: int, reason: str) -> VerbError:
    return VerbError(
        Sentence(
            "Nothing can listen at port {port}: {reason}. Name another with --auto-port.",
            port=port,
            reason=reason,
        )
    )
