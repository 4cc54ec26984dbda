"""Sockets that are as good as the phone's conditions: slow, or cut off."""

from collections.abc import Callable
from functools import partial

from miniapp_host.devices.clock import Clock
from miniapp_host.devices.conditions import Conditions, NetworkConditions
from miniapp_host.devices.network import Trouble
from miniapp_host.devices.pipe import Line, Pipe
from miniapp_host.devices.sockets import DeadSocket, Socket, SocketListener, SocketRequest, Sockets

ABNORMAL = 1006
"""The code of a connection that ended without a goodbye (RFC 6455)."""


class WeakSockets:
    """Opens connections through `beyond`; lives as long as the phone."""

    def __init__(self, beyond: Sockets, conditions: NetworkConditions, clock: Clock) -> None:
        self._beyond = beyond
        self._conditions = conditions
        self._clock = clock
        self._up, self._down = Line(conditions, clock), Line(conditions, clock)
        self._open: set[_Connection] = set()
        conditions.watch(self._on_conditions_change)

    def open(self, request: SocketRequest, listener: SocketListener) -> Socket:
        if not self._conditions.present.online:
            return DeadSocket(self._clock.after, listener, Trouble.OFFLINE)
        pipes = Pipe(self._up), Pipe(self._down, request.gate)
        connection = _Connection(listener, pipes, self._open.discard)
        self._open.add(connection)
        connection.start(self._beyond, request)
        return connection

    def _on_conditions_change(self, conditions: Conditions) -> None:
        """Cuts every connection when the network goes."""
        if not conditions.online:
            for connection in tuple(self._open):
                connection.cut()


class _Connection:
    """One connection: the socket that the phone uses, and the listener of the one beyond."""

    def __init__(
        self,
        listener: SocketListener,
        pipes: tuple[Pipe, Pipe],
        on_over: "Callable[[_Connection], None]",
    ) -> None:
        self._listener = listener
        self._on_over = on_over
        self._up, self._down = pipes
        self._socket: Socket | None = None

    def start(self, beyond: Sockets, request: SocketRequest) -> None:
        """Begin to connect."""
        self._socket = beyond.open(request, self)

    def cut(self) -> None:
        """End the connection as a network does that is gone."""
        self.drop()
        self._listener.failed(Trouble.OFFLINE)
        self._listener.closed(ABNORMAL, "")

    # What the phone wants (Socket)

    @property
    def unsent(self) -> int:
        return self._up.held + (self._socket.unsent if self._socket is not None else 0)

    def send(self, message: str | bytes) -> None:
        if self._socket is not None:
            self._up.put(partial(self._socket.send, message), size_of(message), latency=True)

    def close(self, code: int, reason: str) -> None:
        if self._socket is not None:
            self._up.put(partial(self._socket.close, code, reason))

    def drop(self) -> None:
        self._up.close()
        self._down.close()
        if self._socket is not None:
            self._socket.drop()
        self._on_over(self)

    # What comes from beyond (SocketListener)

    def opened(self) -> None:
        self._down.put(self._listener.opened, latency=True)

    def text(self, text: str) -> None:
        self._down.put(partial(self._listener.text, text), size_of(text), latency=True)

    def data(self, data: bytes) -> None:
        self._down.put(partial(self._listener.data, data), len(data), latency=True)

    def failed(self, trouble: Trouble) -> None:
        self._down.put(partial(self._listener.failed, trouble))

    def closed(self, code: int, reason: str) -> None:
        self._socket = None
        self._down.put(partial(self._close, code, reason))

    def _close(self, code: int, reason: str) -> None:
        self.drop()
        self._listener.closed(code, reason)


def size_of(message: str | bytes) -> int:
    """The bytes of a message."""
    return len(message if isinstance(message, bytes) else message.encode("utf-8", "replace"))
