"""What a server sends into a socket: read in small parts, and passed on in bounded turns.

A server that sends faster than a program is told is made to wait by TCP itself: nothing more is
read, and nothing is lost.
"""

from collections import deque
from collections.abc import Callable

from PySide6.QtCore import QByteArray, QObject, QTimer
from PySide6.QtNetwork import QAbstractSocket
from PySide6.QtWebSockets import QWebSocket

from miniapp_host.devices.bounded_network import MOST_BYTES
from miniapp_host.devices.gate import Gate
from miniapp_host.shell.kit.soon import soon

_PART = 16 * 1024
"""The bytes that Qt reads ahead: it takes all messages out of them in one go."""
_MOST_READ = MOST_BYTES + 1024
"""The bytes that it reads ahead for one frame, which it takes only whole."""
_NOTHING = 1
"""Bytes too few for any frame."""
_IN_A_TURN = 100
_LARGE = 256 * 1024
"""The characters or bytes of a message after which no other is passed on in the turn."""
_MOST_WAITING = 500
_MOST_HELD = 1024 * 1024
"""The characters and bytes that wait before nothing more is read."""

Message = str | bytes


class Incoming(QObject):
    """Takes the messages of `socket` and passes them on in their order, while `gate` is open."""

    def __init__(
        self, socket: QWebSocket, pass_on: Callable[[Message], None], gate: Gate, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._socket = socket
        self._pass_on = pass_on
        self._gate = gate
        gate.when_opened(self._wake)
        self._waiting: deque[Message] = deque()
        self._size = 0
        """The characters and bytes that wait."""
        self._on_empty: Callable[[], None] | None = None
        self._wire: QAbstractSocket | None = None
        self._read_ahead = 0
        self._turn = QTimer(self, singleShot=True, interval=0)
        self._turn.timeout.connect(self._on_turn)
        socket.textMessageReceived.connect(self._on_text)
        socket.binaryMessageReceived.connect(self._on_data)
        self._set_read_ahead(_MOST_READ)

    def begin(self) -> None:
        """Bound what is read: the socket has its connection beneath it now."""
        self._wire = self._socket.findChild(QAbstractSocket)
        if self._wire is not None:
            self._wire.readyRead.connect(self._on_wire_ready_read)
            self._set_read_ahead(_PART)

    def end(self, on_empty: Callable[[], None]) -> None:
        """Call `on_empty` when all that has come was passed on."""
        self._on_empty = on_empty
        if not self._waiting:
            self._tell_empty()

    def clear(self) -> None:
        """Nobody hears any more."""
        self._gate.when_opened(None)
        self._waiting.clear()
        self._size = 0
        self._on_empty = None

    def _on_text(self, text: str) -> None:
        self._add(text)

    def _on_data(self, data: QByteArray) -> None:
        self._add(bytes(data.data()))

    def _add(self, message: Message) -> None:
        self._waiting.append(message)
        self._size += len(message)
        self._wake()
        if len(self._waiting) >= _MOST_WAITING or self._size > _MOST_HELD:
            self._set_read_ahead(_NOTHING)
        elif self._read_ahead > _PART:
            self._set_read_ahead(_PART)

    def _wake(self) -> None:
        if self._waiting and self._gate.is_open:
            self._turn.start()

    def _on_turn(self) -> None:
        for _ in range(min(_IN_A_TURN, len(self._waiting))):
            message = self._waiting.popleft()
            self._size -= len(message)
            self._pass_on(message)
            if len(message) > _LARGE or not self._waiting or not self._gate.is_open:
                break
        if self._waiting:
            self._wake()
            return
        if self._read_ahead == _NOTHING:
            self._set_read_ahead(_PART)
        self._tell_empty()

    def _tell_empty(self) -> None:
        on_empty, self._on_empty = self._on_empty, None
        if on_empty is not None:
            on_empty()

    def _on_wire_ready_read(self) -> None:
        """Comes after Qt has taken what it can: what fills the room now is part of a frame."""
        if self._is_stuck():
            soon(self, self._grow)

    def _grow(self) -> None:
        if self._is_stuck():
            self._set_read_ahead(min(self._read_ahead * 4, _MOST_READ))

    def _is_stuck(self) -> bool:
        if self._wire is None or self._read_ahead in (_NOTHING, _MOST_READ):
            return False
        return self._wire.bytesAvailable() >= self._read_ahead

    def _set_read_ahead(self, size: int) -> None:
        """Sets it, unless nobody would see that a frame needs more: that needs the connection.

        More than `size` may have been read before; then nothing tells of it again.
        """
        if self._wire is not None or size == _MOST_READ:
            self._read_ahead = size
            self._socket.setReadBufferSize(size)
            if self._is_stuck():
                soon(self, self._grow)
