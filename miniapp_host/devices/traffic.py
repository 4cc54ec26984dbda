"""What went over the phone's network lately: each request and socket with what came of it.

`devices/traced.py` feeds it. It keeps a bounded number of exchanges and of bytes, whoever looks.
"""

from collections import OrderedDict, deque
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import Enum

from miniapp_host.devices.clock import Clock
from miniapp_host.devices.network import Head, Purpose, Request, Trouble
from miniapp_host.devices.sockets import SocketRequest
from miniapp_host.watchers import Notice, Unwatch, Watchers

MOST_EXCHANGES = 10_000
MOST_MESSAGES = 10_000
"""Messages of all sockets together."""
LONGEST_BODY = 2 * 1024 * 1024
"""Bytes that are kept of one body; of a longer one its beginning."""
MOST_BYTES = 24 * 1024 * 1024
"""Bytes that are kept of all bodies and messages together; the oldest are dropped."""


class Outcome(Enum):
    """What came of an exchange."""

    UNDER_WAY = "under way"
    ANSWERED = "answered"
    FAILED = "failed"
    ABORTED = "aborted"
    REFUSED = "refused"


@dataclass(eq=False, slots=True)
class Body:
    """One body, or a socket's message: `size` bytes passed, of which some may be kept."""

    size: int = 0
    is_text: bool = False
    dropped: bool = False
    """Whether bytes that were kept had to make room for newer ones."""
    _chunks: list[bytes] = field(default_factory=list)
    _kept: int = 0

    @property
    def kept(self) -> int:
        """The number of bytes that are still there."""
        return self._kept

    @property
    def whole(self) -> bool:
        """Whether every byte is still there."""
        return self._kept == self.size

    @property
    def content(self) -> bytes:
        """The bytes from the first one on, as far as they are kept."""
        if len(self._chunks) > 1:
            self._chunks = [b"".join(self._chunks)]
        return self._chunks[0] if self._chunks else b""

    def add(self, chunk: bytes) -> int:
        """Add what has passed; the number of bytes that are kept of it."""
        self.size += len(chunk)
        room = 0 if self.dropped else LONGEST_BODY - self._kept
        if room <= 0:
            return 0
        self._chunks.append(chunk[:room])
        self._kept += len(self._chunks[-1])
        return len(self._chunks[-1])

    def drop(self) -> int:
        """Forget the bytes; returns how many were kept."""
        kept, self._kept = self._kept, 0
        self._chunks = []
        self.dropped = True
        return kept


@dataclass(frozen=True, eq=False, slots=True)
class Message:
    """One message of a socket; `at` in seconds since 1970."""

    at: float
    sent: bool
    body: Body


@dataclass(eq=False, slots=True)
class Exchange:
    """One request or socket, and what is known of it so far; `Traffic` alone changes it.

    Times are seconds since 1970, None as long as it has not come to that.
    """

    number: int
    purpose: Purpose
    program: str
    method: str
    url: str
    headers: Mapping[str, str]
    began: float
    sent: Body = field(default_factory=Body)
    received: Body = field(default_factory=Body)
    head: Head | None = None
    answered: float | None = None
    ended: float | None = None
    outcome: Outcome = Outcome.UNDER_WAY
    trouble: Trouble | None = None
    rule: str = ""
    """What the rule of domains has against it; a sentence."""
    played_by: str = ""
    """The fixture that answered; empty for the real network."""
    closing: tuple[int, str] | None = None
    """Code and reason with which a socket was closed."""
    messages: list[Message] = field(default_factory=list)
    lost_messages: int = 0
    """How many older messages are no longer kept."""
    size: int = 0
    """The bytes that came: of the body, or of all messages."""

    @property
    def stage(self) -> tuple[object, ...] | None:
        """What tells that it has changed, to be compared; None when nothing more comes of it."""
        if self.outcome is not Outcome.UNDER_WAY:
            return None
        last = self.messages[-1] if self.messages else None
        return (self.answered, self.size, len(self.messages), self.lost_messages, id(last))


class Traffic:
    """The exchanges in the order they began."""

    def __init__(self, clock: Clock, *, played: bool = False) -> None:
        """`played` says that fixtures answer instead of the network."""
        self._clock = clock
        self.played = played
        self._exchanges: deque[Exchange] = deque()
        self._bodies: OrderedDict[Body, None] = OrderedDict()
        self._kept = 0
        self._spoken: deque[Exchange] = deque()
        self._last = 0
        self.changes = Notice()
        """Given when an exchange begins or changes."""
        self._cleared: Watchers[None] = Watchers()

    def __iter__(self) -> Iterator[Exchange]:
        """The exchanges that are kept, oldest first."""
        return iter(tuple(self._exchanges))

    def __len__(self) -> int:
        """The number of exchanges that are kept."""
        return len(self._exchanges)

    @property
    def kept_bytes(self) -> int:
        """The bytes that all bodies take."""
        return self._kept

    def newest(self) -> Iterator[Exchange]:
        """The exchanges that are kept, the newest first; none may begin meanwhile."""
        return reversed(self._exchanges)

    def watch_cleared(self, callback: Callable[[None], None]) -> Unwatch:
        """Call `callback` after exchanges were forgotten by `clear`."""
        return self._cleared.watch(callback)

    def clear(self, program: str | None = None) -> None:
        """Forget the exchanges of a program, or all; what is under way goes on unrecorded."""
        gone = {one for one in self._exchanges if program is None or one.program == program}
        self._exchanges = deque(one for one in self._exchanges if one not in gone)
        self._spoken = deque(one for one in self._spoken if one not in gone)
        for exchange in gone:
            self._drop_bodies(exchange)
        self._cleared.announce(None)

    # What happens, told by `devices/traced.py` and the rule of domains

    def begin(self, request: Request | SocketRequest) -> Exchange:
        """A request goes out, or a socket is opened."""
        self._last += 1
        exchange = _exchange_of(request, self._last, self._clock.now())
        self._exchanges.append(exchange)
        if len(self._exchanges) > MOST_EXCHANGES:
            self._drop_bodies(self._exchanges.popleft())
        if isinstance(request, Request) and request.body:
            self._add(exchange.sent, request.body)
        self.changes.give()
        return exchange

    def refuse(self, request: Request | SocketRequest, rule: str) -> None:
        """A request that the rule of domains lets nobody send."""
        exchange = self.begin(request)
        exchange.rule = rule
        self._end(exchange, Outcome.REFUSED)

    def answer(self, exchange: Exchange, head: Head) -> None:
        """Status and headers are there; for a socket: it is open."""
        exchange.head, exchange.answered = head, self._clock.now()
        exchange.played_by = head.played_by
        self.changes.give()

    def receive(self, exchange: Exchange, chunk: bytes) -> None:
        """A piece of the body is there."""
        exchange.size += len(chunk)
        self._add(exchange.received, chunk)
        self.changes.give()

    def done(self, exchange: Exchange) -> None:
        """The whole answer is there."""
        self._end(exchange, Outcome.ANSWERED)

    def fail(self, exchange: Exchange, trouble: Trouble) -> None:
        """There is no answer, or not all of it."""
        exchange.trouble = trouble
        self._end(exchange, Outcome.FAILED)

    def abort(self, exchange: Exchange) -> None:
        """Whoever asked wants no answer any more; one that has ended stays as it is."""
        self._end(exchange, Outcome.ABORTED)

    def speak(self, exchange: Exchange, message: str | bytes, *, sent: bool) -> None:
        """A socket sent or received a message."""
        is_text = isinstance(message, str)
        data = message.encode("utf-8", "replace") if isinstance(message, str) else message
        body = Body(is_text=is_text)
        exchange.messages.append(Message(self._clock.now(), sent, body))
        exchange.size += 0 if sent else len(data)
        self._add(body, data)
        self._spoken.append(exchange)
        if len(self._spoken) > MOST_MESSAGES:
            self._drop_message(self._spoken.popleft())
        self.changes.give()

    def close(self, exchange: Exchange, code: int, reason: str) -> None:
        """A socket was closed; one that failed before stays so."""
        exchange.closing = (code, reason)
        self._end(exchange, Outcome.ANSWERED)

    def _end(self, exchange: Exchange, outcome: Outcome) -> None:
        if exchange.outcome is Outcome.UNDER_WAY:
            exchange.outcome, exchange.ended = outcome, self._clock.now()
        self.changes.give()

    def _add(self, body: Body, chunk: bytes) -> None:
        self._bodies[body] = None
        self._kept += body.add(chunk)
        while self._kept > MOST_BYTES:
            self._drop(next(iter(self._bodies)))

    def _drop(self, body: Body) -> None:
        self._bodies.pop(body, None)
        self._kept -= body.drop()

    def _drop_bodies(self, exchange: Exchange) -> None:
        for body in (exchange.sent, exchange.received, *(one.body for one in exchange.messages)):
            self._drop(body)

    def _drop_message(self, exchange: Exchange) -> None:
        self._drop(exchange.messages.pop(0).body)
        exchange.lost_messages += 1


def _exchange_of(request: Request | SocketRequest, number: int, now: float) -> Exchange:
    if isinstance(request, SocketRequest):
        purpose, method = Purpose.SOCKET, "GET"
    else:
        purpose, method = request.purpose, request.method
    return Exchange(number, purpose, request.program, method, request.url, request.headers, now)
