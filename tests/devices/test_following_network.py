"""A request on its way through redirects: what is asked, when, and what the receiver hears."""

from typing import Any

import pytest

from miniapp_host.devices.bounded_network import MOST_BYTES, BoundedNetwork
from miniapp_host.devices.closed_port import ClosedPortNetwork, OwnPorts
from miniapp_host.devices.conditions import Conditions, NetworkConditions
from miniapp_host.devices.fixtures import FixtureNetwork, fixtures_of
from miniapp_host.devices.following_network import MOST_REDIRECTS, FollowingNetwork
from miniapp_host.devices.network import Cancel, Collector, Download, Head, Request, Trouble
from miniapp_host.devices.pipe import MOST_HELD
from miniapp_host.devices.preferences import Preferences
from miniapp_host.devices.weak_network import WeakNetwork
from tests.api.pretend_phone import FakeClock, FakeNetwork
from tests.devices.heard import Heard

FIRST = "http://a.example/first"


class HeardFrom(Heard):
    """Writes down, too, which address answered."""

    def head(self, head: Head) -> None:
        self.words.append(("head", head.status, head.reached))


class Web:
    """Servers that answer when the test says so, and one request to them."""

    def __init__(self) -> None:
        self.clock = FakeClock()
        self.beyond = FakeNetwork()
        self.network = FollowingNetwork(self.beyond, self.clock)
        self.heard = HeardFrom()

    def ask(self, url: str = FIRST, **more: Any) -> Cancel:
        return self.network.send(Request(url, **more), self.heard)

    def lead(self, location: str, status: int = 302, body: bytes = b"moved") -> None:
        """The server that was asked last redirects, and its body comes whoever wants it."""
        self.beyond.last.answer(body, status, Location=location)
        self.clock.advance(0)

    @property
    def asked(self) -> list[str]:
        return [one.request.url for one in self.beyond.exchanges]


@pytest.fixture
def web() -> Web:
    return Web()


def test_only_the_last_answer_is_heard(web: Web) -> None:
    web.ask()
    web.lead("/second")
    web.lead("https://b.example/third")
    web.beyond.last.answer(b"here")
    third = "https://b.example/third"
    assert web.asked == [FIRST, "http://a.example/second", third]
    assert web.heard.words == [("head", 200, third), ("bytes", b"here"), "done"]


def test_an_answer_without_redirect_was_reached_nowhere_else(web: Web) -> None:
    web.ask()
    web.beyond.last.answer(b"here")
    assert web.heard.words == [("head", 200, ""), ("bytes", b"here"), "done"]


def test_an_answer_that_redirects_is_not_read_on(web: Web) -> None:
    web.ask()
    first = web.beyond.last
    first.receiver.head(Head(302, (("Location", "/second"),)))
    assert first.cancelled
    assert web.asked == [FIRST], "nothing is sent while a network still tells"
    first.receiver.failed(Trouble.CLOSED)
    web.clock.advance(0)
    assert web.asked[1:] == ["http://a.example/second"]
    assert web.heard.words == []


def test_who_wants_the_redirect_gets_it(web: Web) -> None:
    web.ask(follow_redirects=False)
    web.lead("/second")
    assert web.asked == [FIRST]
    assert web.heard.words == [("head", 302, ""), ("bytes", b"moved"), "done"]


def test_a_body_that_is_sent_again_is_told_once(web: Web) -> None:
    web.ask(method="POST", body=b"1234")
    web.beyond.last.receiver.sent(2, 4)
    web.beyond.last.receiver.sent(4, 4)
    web.lead("/second", 307)
    assert web.beyond.last.request.body == b"1234"
    web.beyond.last.receiver.sent(2, 4)
    web.beyond.last.receiver.sent(4, 4)
    assert web.heard.words == [("sent", 2, 4), ("sent", 4, 4)]


def test_redirects_have_an_end(web: Web) -> None:
    web.ask()
    for _ in range(MOST_REDIRECTS):
        web.lead("/again")
    assert web.heard.words == []
    web.lead("/again")
    assert web.heard.words == [Trouble.REDIRECTS]
    assert len(web.asked) == MOST_REDIRECTS + 1


def test_a_bad_place_ends_it(web: Web) -> None:
    web.ask()
    web.lead("file:///etc/hostname")
    assert web.beyond.last.cancelled
    assert web.heard.words == [Trouble.UNSAFE_REDIRECT]


def test_whoever_asks_may_forbid_a_target(web: Web) -> None:
    web.ask(may_lead_to=lambda request: request.url.startswith("http://a.example/"))
    web.lead("/second")
    web.lead("http://b.example/")
    assert web.asked == [FIRST, "http://a.example/second"]
    assert web.heard.words == [Trouble.BLOCKED]


def test_all_of_them_share_one_time(web: Web) -> None:
    web.ask(timeout=10)
    web.clock.advance(4)
    web.lead("/second")
    assert web.beyond.last.request.timeout == 6
    web.clock.advance(7)
    web.lead("/third")
    assert web.beyond.last.request.timeout == 0


def test_a_clock_that_is_set_back_gives_no_more_time(web: Web) -> None:
    web.ask(timeout=10)
    web.clock.time -= 1000
    web.lead("/second")
    assert web.beyond.last.request.timeout == 10


def test_between_two_addresses_it_can_be_cancelled(web: Web) -> None:
    cancel = web.ask()
    web.beyond.last.receiver.head(Head(302, (("Location", "/second"),)))
    cancel()
    cancel()
    web.clock.advance(1)
    assert web.asked == [FIRST]
    assert web.heard.words == []


def test_after_a_redirect_it_can_be_cancelled(web: Web) -> None:
    cancel = web.ask()
    web.lead("/second")
    cancel()
    assert web.beyond.last.cancelled
    web.beyond.last.answer(b"late")
    assert web.heard.words == []


def test_no_redirect_leads_to_a_port_of_the_phone_itself(web: Web) -> None:
    closed = ClosedPortNetwork(web.beyond, OwnPorts([9222]), web.clock.after)
    FollowingNetwork(closed, web.clock).send(Request(FIRST), web.heard)
    web.lead("http://127.0.0.1:9222/json")
    assert web.asked == [FIRST]
    assert web.heard.words == [Trouble.REFUSED]


def test_the_bound_counts_the_last_answer_alone(web: Web) -> None:
    ends: list[Download] = []
    BoundedNetwork(web.network, web.clock).send(Request(FIRST), Collector(ends.append))
    web.lead("/second", body=bytes(MOST_BYTES - 1))
    web.beyond.last.answer(bytes(MOST_BYTES))
    assert len(ends[0].body) == MOST_BYTES


def test_a_slow_line_that_held_the_answer_back_lets_the_next_one_through(
    web: Web, tmp_path: Any
) -> None:
    conditions = NetworkConditions(Preferences(tmp_path / "preferences.json"))
    conditions.set(Conditions(latency_ms=100, rate=1000))
    weak = WeakNetwork(web.beyond, conditions, web.clock)
    request = Request(FIRST)
    FollowingNetwork(weak, web.clock).send(request, web.heard)
    web.clock.advance(1)
    first = web.beyond.last.receiver
    first.head(Head(302, (("Location", "/second"),)))
    first.bytes(bytes(2 * MOST_HELD))
    assert not request.gate.is_open
    web.clock.advance(5)
    assert web.asked == [FIRST, "http://a.example/second"]
    assert request.gate.is_open


def test_fixtures_redirect_as_servers_do(tmp_path: Any) -> None:
    clock, heard = FakeClock(), HeardFrom()
    rules = [
        {"url": FIRST, "status": 302, "header": {"Location": "/second"}, "data": "moved"},
        {"url": "http://a.example/second", "data": "here"},
    ]
    fixtures = fixtures_of(rules, tmp_path / "fixtures.json")
    network = FollowingNetwork(FixtureNetwork(fixtures, clock.after), clock)
    network.send(Request(FIRST), heard)
    clock.advance(0)
    clock.advance(0)
    assert heard.words == [("head", 200, "http://a.example/second"), ("bytes", b"here"), "done"]
