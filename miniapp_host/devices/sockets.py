"""The phone's way to WebSocket servers (RFC 6455); `shell.qt_sockets` is the real one."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Protocol

from miniapp_host.devices.gate import Gate
from miniapp_host.devices.network import Cancel, Trouble


@dataclass(frozen=True)
class SocketRequest:
    """The server to connect to; `url` begins with ws: or wss:, `timeout` is in seconds.

    `program` is the id of the program that asks; empty if the phone itself does.
    """

    url: str
    headers: Mapping[str, str] = field(default_factory=dict)
    protocols: tuple[str, ...] = ()
    timeout: float = 60.0
    program: str = ""
    gate: Gate = field(default_factory=Gate, compare=False, repr=False)
    """Shut while no more messages are wanted."""


class SocketListener(Protocol):
    """Hears of one socket: opened, messages…, closed; or failed, and then closed."""

    def opened(self) -> None: ...
    def text(self, text: str) -> None: ...
    def data(self, data: bytes) -> None: ...
    def failed(self, trouble: Trouble) -> None: ...
    def closed(self, code: int, reason: str) -> None: ...


class Socket(Protocol):
    """One connection, open or about to be."""

    @property
    def unsent(self) -> int:
        """The bytes that wait for the server to read."""
        ...

    def send(self, message: str | bytes) -> None: ...

    def close(self, code: int, reason: str) -> None:
        """Say goodbye to the server with code and reason; `closed` follows."""
        ...

    def drop(self) -> None:
        """End it at once; no callback follows."""
        ...


class Sockets(Protocol):
    """Makes connections; never calls back before `open` has returned."""

    def open(self, request: SocketRequest, listener: SocketListener) -> Socket: ...


class NoSockets:
    """No server answers: for programs whose network is a file of fixtures."""

    def __init__(self, after: Callable[[float, Callable[[], None]], Cancel]) -> None:
        self._after = after

    def open(self, request: SocketRequest, listener: SocketListener) -> Socket:  # noqa: ARG002
        """Fail as soon as the caller has returned."""
        return DeadSocket(self._after, listener, Trouble.REFUSED)


class DeadSocket:
    """A connection that fails for `trouble` as soon as whoever opened it has returned."""

    def __init__(
        self,
        after: Callable[[float, Callable[[], None]], Cancel],
        listener: SocketListener,
        trouble: Trouble,
    ) -> None:
        self._listener: SocketListener | None = listener
        self._trouble = trouble
        after(0, self._fail)

    @property
    def unsent(self) -> int:
        return 0

    def send(self, message: str | bytes) -> None:
        """Nobody is there."""

    def close(self, code: int, reason: str) -> None:
        """It closes by itself."""

    def drop(self) -> None:
        self._listener = None

    def _fail(self) -> None:
        listener, self._listener = self._listener, None
        if listener is not None:
            listener.failed(self._trouble)
            listener.closed(1006, "")
