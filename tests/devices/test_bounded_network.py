"""How many requests of a program run at once, and how large an answer may be."""

from dataclasses import dataclass, field, replace

import pytest

from miniapp_host.devices.bounded_network import (
    MOST_BYTES,
    MOST_DOWNLOADED,
    MOST_SENT,
    BoundedNetwork,
)
from miniapp_host.devices.network import (
    Cancel,
    Collector,
    Download,
    Head,
    Purpose,
    Receiver,
    Request,
    Trouble,
)
from tests.api.pretend_phone import FakeClock


@dataclass
class Beyond:
    """A network that answers when it is told to."""

    sent: list[tuple[Request, Receiver]] = field(default_factory=list)
    cancelled: list[str] = field(default_factory=list)

    def send(self, request: Request, receiver: Receiver) -> Cancel:
        self.sent.append((request, receiver))
        return lambda: self.cancelled.append(request.url)

    @property
    def urls(self) -> list[str]:
        return [request.url for request, _ in self.sent]


def asked(name: str, purpose: Purpose = Purpose.REQUEST, program: str = "a") -> Request:
    return Request(f"http://{name}", purpose=purpose, program=program)


@pytest.fixture
def beyond() -> Beyond:
    return Beyond()


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture
def network(beyond: Beyond, clock: FakeClock) -> BoundedNetwork:
    return BoundedNetwork(beyond, clock, most_at_once=2)


@pytest.fixture
def heard() -> list[Download]:
    return []


def test_two_run_and_the_others_wait_in_their_order(
    network: BoundedNetwork, beyond: Beyond, heard: list[Download]
) -> None:
    purposes = [Purpose.REQUEST, Purpose.UPLOAD, Purpose.DOWNLOAD, Purpose.REQUEST]
    for name, purpose in zip("1234", purposes, strict=True):
        network.send(asked(name, purpose), Collector(heard.append))
    assert beyond.urls == ["http://1", "http://2"]
    beyond.sent[1][1].done()
    assert beyond.urls[2:] == ["http://3"]
    beyond.sent[0][1].failed(Trouble.CLOSED)
    assert beyond.urls[3:] == ["http://4"]
    assert [one.trouble for one in heard] == [None, Trouble.CLOSED]


def test_other_programs_and_what_pages_show_do_not_wait_for_them(
    network: BoundedNetwork, beyond: Beyond, heard: list[Download]
) -> None:
    for name in "12":
        network.send(asked(name), Collector(heard.append))
    network.send(asked("other", program="b"), Collector(heard.append))
    network.send(asked("shown", Purpose.SHOWN), Collector(heard.append))
    assert beyond.urls[2:] == ["http://other", "http://shown"]


def test_what_is_cancelled_while_it_waits_is_never_sent(
    network: BoundedNetwork, beyond: Beyond, heard: list[Download], clock: FakeClock
) -> None:
    cancels = [network.send(asked(name), Collector(heard.append)) for name in "1234"]
    cancels[2]()
    cancels[0]()
    cancels[0]()
    clock.advance(0)
    assert beyond.cancelled == ["http://1"]
    assert beyond.urls == ["http://1", "http://2", "http://4"]
    assert heard == []


@pytest.mark.parametrize(
    ("purpose", "limit"),
    [
        (Purpose.REQUEST, MOST_BYTES),
        (Purpose.SHOWN, MOST_BYTES),
        (Purpose.DOWNLOAD, MOST_DOWNLOADED),
    ],
)
def test_an_endless_answer_is_broken_off_at_the_limit(
    network: BoundedNetwork, beyond: Beyond, heard: list[Download], purpose: Purpose, limit: int
) -> None:
    class Counting(Collector):
        """Keeps no bytes, only their number."""

        count = 0

        def bytes(self, chunk: bytes) -> None:
            self.count += len(chunk)

    receiver = Counting(heard.append)
    network.send(asked("endless", purpose), receiver)
    answer, chunk = beyond.sent[0][1], bytes(1 << 20)
    while not heard:
        answer.bytes(chunk)
    answer.bytes(chunk)
    answer.done()
    assert [one.trouble for one in heard] == [Trouble.TOO_LARGE]
    assert receiver.count == limit
    assert beyond.cancelled == ["http://endless"]


def test_an_answer_that_says_itself_that_it_is_too_large_is_not_even_read(
    network: BoundedNetwork, beyond: Beyond, heard: list[Download]
) -> None:
    network.send(asked("large"), Collector(heard.append))
    beyond.sent[0][1].head(Head(200, (("Content-Length", str(MOST_BYTES + 1)),)))
    assert [one.trouble for one in heard] == [Trouble.TOO_LARGE]
    assert beyond.cancelled == ["http://large"]


def test_what_is_broken_off_makes_room_for_the_next(
    network: BoundedNetwork, beyond: Beyond, heard: list[Download]
) -> None:
    for name in "123":
        network.send(asked(name), Collector(heard.append))
    beyond.sent[0][1].bytes(bytes(MOST_BYTES + 1))
    assert beyond.urls == ["http://1", "http://2", "http://3"]


def test_a_program_that_closes_sends_nothing_of_what_still_waits(
    network: BoundedNetwork, beyond: Beyond, heard: list[Download], clock: FakeClock
) -> None:
    cancels = [network.send(asked(str(n)), Collector(heard.append)) for n in range(1000)]
    for cancel in cancels:
        cancel()
    clock.advance(0)
    assert beyond.urls == ["http://0", "http://1"]
    assert beyond.cancelled == beyond.urls
    network.send(asked("next"), Collector(heard.append))
    assert beyond.urls[2:] == ["http://next"]


def test_what_a_program_sends_is_bounded_over_all_that_waits(
    network: BoundedNetwork, beyond: Beyond, clock: FakeClock
) -> None:
    half = bytes(MOST_SENT // 2)
    heard: dict[str, list[Download]] = {}

    def send(name: str, program: str = "a") -> Cancel:
        request = replace(asked(name, program=program), body=half)
        heard[name] = []
        return network.send(request, Collector(heard[name].append))

    send("1")
    stop = send("2")
    send("3")
    send("4", "another")
    assert heard["3"] == []
    clock.advance(0)
    assert heard == {"1": [], "2": [], "3": [Download(trouble=Trouble.TOO_LARGE)], "4": []}
    assert beyond.urls == ["http://1", "http://2", "http://4"]
    stop()
    clock.advance(0)
    send("5")
    assert beyond.urls[-1] == "http://5"
