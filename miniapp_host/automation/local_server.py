"""Lets programs of the same person on the same machine drive the running phone."""

import logging

from PySide6.QtCore import QObject
from PySide6.QtNetwork import QLocalServer, QLocalSocket

from miniapp_host.automation.requests import Requests, Waiting

_LONGEST_LINE = 1 << 20
_log = logging.getLogger(__name__)


class LocalServer(QObject):
    """Answers whoever calls the address at which it was told to listen."""

    def __init__(self, requests: Requests, parent: QObject) -> None:
        super().__init__(parent)
        self._requests = requests
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._on_server_new_connection)
        self.retired = False

    def listen(self, place: str | int) -> None:
        """Listen at an address, or on the descriptor of a socket that listens already.

        Without a place to listen the phone runs on, out of reach, and it is logged why.
        """
        if not self._server.listen(place):
            _log.info("the phone can't be reached: %s", self._server.errorString())

    def retire(self) -> None:
        """Listen no more, and hang up on who asks for more; what was asked is still answered."""
        self.retired = True
        self._server.close()

    def close(self) -> None:
        """Listen no more and end every connection."""
        self.retire()
        for caller in self.findChildren(_Caller):
            caller.end()

    def _on_server_new_connection(self) -> None:
        while (socket := self._server.nextPendingConnection()) is not None:
            _Caller(socket, self._requests, self)


class _Caller(QObject):
    """One connection: reads requests line by line and writes the answers."""

    def __init__(self, socket: QLocalSocket, requests: Requests, parent: LocalServer) -> None:
        super().__init__(parent)
        self._server = parent
        self._socket = socket
        socket.setParent(self)
        self._asked = Waiting(requests)
        socket.readyRead.connect(self._on_socket_ready_read)
        socket.disconnected.connect(self._on_socket_disconnected)
        self._on_socket_ready_read()  # what came before anybody listened

    def end(self) -> None:
        """End the connection; what it still waits for is abandoned."""
        self._socket.abort()
        self._on_socket_disconnected()

    def _on_socket_ready_read(self) -> None:
        while not self._server.retired and self._socket.canReadLine():
            line = bytes(self._socket.readLine().data())
            self._asked.take(line, self._reply)
        if self._socket.canReadLine() or self._socket.bytesAvailable() > _LONGEST_LINE:
            self.end()

    def _reply(self, answer: bytes) -> None:
        self._socket.write(answer)
        self._socket.flush()

    def _on_socket_disconnected(self) -> None:
        self._asked.abandon()
        self.deleteLater()
