"""A network with a bounded number of requests at once, and answers of a bounded size."""

from collections import defaultdict
from dataclasses import dataclass, field
from functools import partial

from miniapp_host.devices.clock import Clock
from miniapp_host.devices.network import (
    Cancel,
    Head,
    Network,
    Purpose,
    Receiver,
    Request,
    Trouble,
)

MOST_AT_ONCE = 10
"""WeChat: request, uploadFile and downloadFile together; the others of a program wait in order."""
MOST_BYTES = 20 * 1024 * 1024
"""The size of an answer that is kept in memory: ten of them at once, and as text."""
MOST_DOWNLOADED = 200 * 1024 * 1024
"""WeChat's limit for downloadFile."""
MOST_SENT = 64 * 1024 * 1024
"""The bytes that a program's requests may hold, under way and waiting together."""

_CALLS = frozenset({Purpose.REQUEST, Purpose.UPLOAD, Purpose.DOWNLOAD})

_Lane = tuple[str, bool]
"""The program that asks, and whether by one of the calls that are counted together."""


class BoundedNetwork:
    """Passes requests on to `beyond`; a lane has `most_at_once` of them under way.

    The place of one that was cancelled is given away in a later turn of `clock`: a program that
    closes cancels thousands in one turn, and none of them is to be sent for that.
    """

    def __init__(self, beyond: Network, clock: Clock, most_at_once: int = MOST_AT_ONCE) -> None:
        self._beyond = beyond
        self._clock = clock
        self._most_at_once = most_at_once
        self._under_way: defaultdict[_Lane, int] = defaultdict(int)
        self._waiting: defaultdict[_Lane, dict[_Transfer, None]] = defaultdict(dict)
        self._held: defaultdict[str, int] = defaultdict(int)
        """The bytes of a program's requests that are not over."""

    def send(self, request: Request, receiver: Receiver) -> Cancel:
        held = self._held.get(request.program, 0) + len(request.body or b"")
        if held > MOST_SENT:
            return self._clock.after(0, partial(receiver.failed, Trouble.TOO_LARGE))
        self._held[request.program] = held
        transfer = _Transfer(self, request, receiver)
        self._waiting[transfer.lane][transfer] = None
        self._start_next(transfer.lane)
        return transfer.cancel

    def _start_next(self, lane: _Lane) -> None:
        """Starts what has room; an empty lane is forgotten."""
        waiting = self._waiting[lane]
        while waiting and self._under_way[lane] < self._most_at_once:
            self._under_way[lane] += 1
            transfer = next(iter(waiting))
            del waiting[transfer]
            transfer.stop = self._beyond.send(transfer.request, transfer)
        if not waiting and not self._under_way[lane]:
            del self._waiting[lane], self._under_way[lane]

    def end(self, transfer: "_Transfer", *, cancelled: bool) -> None:
        """Give the place of `transfer` away."""
        lane, program = transfer.lane, transfer.request.program
        if transfer.request.body:
            self._held[program] -= len(transfer.request.body)
        if transfer.stop is None:
            del self._waiting[lane][transfer]
            return
        self._under_way[lane] -= 1
        if cancelled:
            self._clock.after(0, partial(self._start_next, lane))
        else:
            self._start_next(lane)


@dataclass(eq=False)
class _Transfer:
    """One request, waiting or under way; the receiver of its answer, which it counts."""

    network: BoundedNetwork
    request: Request
    receiver: Receiver
    stop: Cancel | None = None
    """None while it waits."""
    over: bool = False
    count: int = field(default=0)

    @property
    def lane(self) -> _Lane:
        return (self.request.program, self.request.purpose in _CALLS)

    @property
    def most_bytes(self) -> int:
        return MOST_DOWNLOADED if self.request.purpose is Purpose.DOWNLOAD else MOST_BYTES

    def cancel(self) -> None:
        """End it without a further callback."""
        stop = self.stop
        if self._leave(cancelled=True) and stop is not None:
            stop()

    def sent(self, count: int, total: int) -> None:
        self.receiver.sent(count, total)

    def head(self, head: Head) -> None:
        length = head.header("content-length")
        if length.isdecimal() and int(length) > self.most_bytes:
            self._refuse()
        else:
            self.receiver.head(head)

    def bytes(self, chunk: bytes) -> None:
        self.count += len(chunk)
        if self.count > self.most_bytes:
            self._refuse()
        elif not self.over:
            self.receiver.bytes(chunk)

    def done(self) -> None:
        if self._leave():
            self.receiver.done()

    def failed(self, trouble: Trouble) -> None:
        if self._leave():
            self.receiver.failed(trouble)

    def _refuse(self) -> None:
        stop = self.stop
        if self._leave():
            if stop is not None:
                stop()
            self.receiver.failed(Trouble.TOO_LARGE)

    def _leave(self, *, cancelled: bool = False) -> bool:
        """Whether it was not over yet."""
        if self.over:
            return False
        self.over = True
        self.network.end(self, cancelled=cancelled)
        self.stop = None  # it refers to this one, and nothing else would end that
        return True
