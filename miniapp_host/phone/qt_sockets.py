"""The phone's WebSockets on Qt's."""

from collections.abc import Callable

from PySide6.QtCore import QByteArray, QObject, QTimer, QUrl
from PySide6.QtNetwork import QAbstractSocket, QNetworkRequest
from PySide6.QtWebSockets import QWebSocket, QWebSocketHandshakeOptions, QWebSocketProtocol

from miniapp_host.devices.bounded_network import MOST_BYTES
from miniapp_host.devices.network import Trouble
from miniapp_host.devices.sockets import Socket, SocketListener, SocketRequest
from miniapp_host.phone.incoming import Incoming
from miniapp_host.shell.kit.soon import soon

_ERROR = QAbstractSocket.SocketError
_TROUBLES = {
    _ERROR.ConnectionRefusedError: Trouble.REFUSED,
    _ERROR.RemoteHostClosedError: Trouble.CLOSED,
    _ERROR.HostNotFoundError: Trouble.UNKNOWN_HOST,
    _ERROR.SocketTimeoutError: Trouble.TIMEOUT,
    _ERROR.SslHandshakeFailedError: Trouble.UNSAFE,
}
_ABNORMAL = 1006


class QtSockets(QObject):
    """Implements `devices.sockets.Sockets`; open connections end with it."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._open: set[_Connection] = set()

    def open(self, request: SocketRequest, listener: SocketListener) -> Socket:
        connection = _Connection(request, listener, self._open.discard, self)
        self._open.add(connection)
        return connection


class _Connection(QObject):
    """One connection; calls `on_over` after its last callback."""

    def __init__(
        self,
        request: SocketRequest,
        listener: SocketListener,
        on_over: "Callable[[_Connection], None]",
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._listener: SocketListener | None = listener
        self._on_over = on_over
        self._opened = False
        self._socket = _bounded_socket(self)
        self._socket.connected.connect(self._on_socket_connected)
        self._incoming = Incoming(self._socket, self._pass_on, request.gate, self)
        self._socket.errorOccurred.connect(self._on_socket_error_occurred)
        self._socket.disconnected.connect(self._on_socket_disconnected)
        self._deadline = QTimer(self)
        self._deadline.setSingleShot(True)
        self._deadline.timeout.connect(self._on_deadline_timeout)
        self._deadline.start(round(request.timeout * 1000))
        self._request = request
        # Later, as Qt may report a failure from within `open`; the listener must not hear it yet.
        soon(self, self._open)

    def _open(self) -> None:
        options = QWebSocketHandshakeOptions()
        options.setSubprotocols(list(self._request.protocols))
        self._socket.open(_asked(self._request), options)
        self._incoming.begin()

    @property
    def unsent(self) -> int:
        return self._socket.bytesToWrite()

    def send(self, message: str | bytes) -> None:
        if isinstance(message, str):
            self._socket.sendTextMessage(message)
        else:
            self._socket.sendBinaryMessage(QByteArray(message))

    def close(self, code: int, reason: str) -> None:
        self._socket.close(QWebSocketProtocol.CloseCode(code), reason)

    def drop(self) -> None:
        """End the connection without a further callback; one that has ended stays so."""
        if self._leave() is not None:
            self._socket.abort()

    def _leave(self) -> SocketListener | None:
        listener, self._listener = self._listener, None
        if listener is not None:
            self._deadline.stop()
            self._incoming.clear()
            self._on_over(self)
            self.deleteLater()
        return listener

    def _fail(self, trouble: Trouble) -> None:
        listener = self._leave()
        if listener is not None:
            listener.failed(trouble)
            listener.closed(_ABNORMAL, "")

    def _on_socket_connected(self) -> None:
        self._opened = True
        self._deadline.stop()
        if self._listener is not None:
            self._listener.opened()

    def _pass_on(self, message: str | bytes) -> None:
        if self._listener is None:
            return
        if isinstance(message, str):
            self._listener.text(message)
        else:
            self._listener.data(message)

    def _on_socket_error_occurred(self, error: QAbstractSocket.SocketError) -> None:
        """Fails, unless the server closed an open connection: then `disconnected` has its code."""
        if not self._opened or error is not _ERROR.RemoteHostClosedError:
            self._fail(_TROUBLES.get(error, Trouble.OTHER))

    def _on_socket_disconnected(self) -> None:
        """Passes on the end of an open connection, after what has come before it.

        For one never open, an error follows.
        """
        if self._opened:
            self._incoming.end(self._tell_closed)

    def _tell_closed(self) -> None:
        listener = self._leave()
        if listener is not None:
            listener.closed(int(self._socket.closeCode().value), self._socket.closeReason())

    def _on_deadline_timeout(self) -> None:
        self._fail(Trouble.TIMEOUT)
        self._socket.abort()


def _bounded_socket(parent: QObject) -> QWebSocket:
    """A socket that says farewell (1009) to a server whose message is larger than MOST_BYTES.

    Qt's own limit is two gigabytes, and it keeps a message in memory until its last frame.
    """
    socket = QWebSocket(parent=parent)
    socket.setMaxAllowedIncomingFrameSize(MOST_BYTES)
    socket.setMaxAllowedIncomingMessageSize(MOST_BYTES)
    return socket


def _asked(request: SocketRequest) -> QNetworkRequest:
    asked = QNetworkRequest(QUrl(request.url))
    for name, value in request.headers.items():
        asked.setRawHeader(QByteArray(name.encode()), QByteArray(value.encode()))
    return asked
