"""A network on which one port does not exist: that at which Chromium's tools listen.

Whoever reaches that port can do anything in Chromium, so no program may. The host does not count:
any name can be made to lead to this computer.
"""

from collections.abc import Callable
from functools import partial
from urllib.parse import urlsplit

from miniapp_host.devices.network import Cancel, Network, Receiver, Request, Trouble
from miniapp_host.devices.sockets import DeadSocket, Socket, SocketListener, SocketRequest, Sockets

After = Callable[[float, Callable[[], None]], Cancel]


class ClosedPortNetwork:
    """Passes every request on to `beyond`, but those to the port; they find no server."""

    def __init__(self, beyond: Network, port: int, after: After) -> None:
        self._beyond = beyond
        self._port = port
        self._after = after

    def send(self, request: Request, receiver: Receiver) -> Cancel:
        if _port_of(request.url) != self._port:
            return self._beyond.send(request, receiver)
        return self._after(0, partial(receiver.failed, Trouble.REFUSED))


class ClosedPortSockets:
    """Opens every socket through `beyond`, but those to the port; they find no server."""

    def __init__(self, beyond: Sockets, port: int, after: After) -> None:
        self._beyond = beyond
        self._port = port
        self._after = after

    def open(self, request: SocketRequest, listener: SocketListener) -> Socket:
        if _port_of(request.url) != self._port:
            return self._beyond.open(request, listener)
        return DeadSocket(self._after, listener, Trouble.REFUSED)


def _port_of(url: str) -> int | None:
    try:
        return urlsplit(url).port
    except ValueError:
        return None
