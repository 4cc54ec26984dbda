"""A network on which the phone's own ports do not exist: those of Chromium's tools and of the wire.

Whoever reaches one can do anything in Chromium or with the phone, so no program may. The host does
not count: any name can be made to lead to this computer.
"""

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from urllib.parse import urlsplit

from miniapp_host.devices.network import Cancel, Network, Receiver, Request, Trouble
from miniapp_host.devices.sockets import DeadSocket, Socket, SocketListener, SocketRequest, Sockets

After = Callable[[float, Callable[[], None]], Cancel]


class OwnPorts:
    """The ports at which the phone itself listens."""

    def __init__(self, ports: Iterable[int] = ()) -> None:
        self._ports = set(ports)

    def add(self, port: int) -> None:
        """The phone listens at this port from now on."""
        self._ports.add(port)

    def __iter__(self) -> Iterator[int]:
        """The ports, in no order."""
        return iter(self._ports)

    def are_meant_by(self, url: str) -> bool:
        """Whether `url` leads to one of them."""
        return _port_of(url) in self._ports


class ClosedPortNetwork:
    """Passes every request on to `beyond`, but those to the ports; they find no server."""

    def __init__(self, beyond: Network, ports: OwnPorts, after: After) -> None:
        self._beyond = beyond
        self._ports = ports
        self._after = after

    def send(self, request: Request, receiver: Receiver) -> Cancel:
        if not self._ports.are_meant_by(request.url):
            return self._beyond.send(request, receiver)
        return self._after(0, partial(receiver.failed, Trouble.REFUSED))


class ClosedPortSockets:
    """Opens every socket through `beyond`, but those to the ports; they find no server."""

    def __init__(self, beyond: Sockets, ports: OwnPorts, after: After) -> None:
        self._beyond = beyond
        self._ports = ports
        self._after = after

    def open(self, request: SocketRequest, listener: SocketListener) -> Socket:
        if not self._ports.are_meant_by(request.url):
            return self._beyond.open(request, listener)
        return DeadSocket(self._after, listener, Trouble.REFUSED)


def _port_of(url: str) -> int | None:
    try:
        return urlsplit(url).port
    except ValueError:
        return None
