"""The port of Chromium's tools does not exist for programs, whatever they call this computer."""

import pytest

from miniapp_host.devices.closed_port import ClosedPortNetwork, ClosedPortSockets, OwnPorts
from miniapp_host.devices.network import Collector, Download, Request, Trouble
from miniapp_host.devices.sockets import SocketRequest
from miniapp_host.devices.traced import TracedSockets
from miniapp_host.devices.traffic import Outcome, Traffic
from tests.api.pretend_phone import FakeClock, FakeNetwork, FakeSockets

PORT = 9222


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "[::1]", "leads-home.example"])
def test_no_request_reaches_the_port(host: str) -> None:
    clock, network, ends = FakeClock(), FakeNetwork(), list[Download]()
    closed = ClosedPortNetwork(network, OwnPorts([PORT]), clock.after)
    closed.send(Request(f"http://{host}:{PORT}/json"), Collector(ends.append))
    assert ends == []
    clock.advance(0)
    assert ends[0].trouble is Trouble.REFUSED
    assert network.exchanges == []


def test_every_other_address_is_reached() -> None:
    clock, network = FakeClock(), FakeNetwork()
    closed = ClosedPortNetwork(network, OwnPorts([PORT]), clock.after)
    for url in ("http://127.0.0.1:9223/", "https://a.example/9222", "http://a.example:99999/"):
        closed.send(Request(url), Collector(lambda _: None))
    assert len(network.exchanges) == 3


def test_no_socket_reaches_the_port() -> None:
    clock, sockets = FakeClock(), FakeSockets()
    traffic = Traffic(clock)
    traced = TracedSockets(ClosedPortSockets(sockets, OwnPorts([PORT]), clock.after), traffic)
    traced.open(SocketRequest(f"ws://127.0.0.1:{PORT}/devtools/browser/1"), Silent())
    traced.open(SocketRequest("ws://127.0.0.1:80/"), Silent())
    clock.advance(0)
    first, second = traffic
    assert (first.outcome, first.trouble) == (Outcome.FAILED, Trouble.REFUSED)
    assert second.outcome is Outcome.UNDER_WAY
    assert len(sockets.made) == 1


class Silent:
    """Hears everything and does nothing."""

    def opened(self) -> None:
        pass

    def text(self, text: str) -> None:
        pass

    def data(self, data: bytes) -> None:
        pass

    def failed(self, trouble: Trouble) -> None:
        pass

    def closed(self, code: int, reason: str) -> None:
        pass
