"""A network that is as good as the phone's conditions: slow, or not there at all."""

from collections.abc import Callable
from functools import partial

from miniapp_host.devices.clock import Clock
from miniapp_host.devices.conditions import Conditions, NetworkConditions
from miniapp_host.devices.network import Cancel, Head, Network, Receiver, Request, Trouble
from miniapp_host.devices.pipe import Line, Pipe


class WeakNetwork:
    """Passes requests on to `beyond`; lives as long as the phone."""

    def __init__(self, beyond: Network, conditions: NetworkConditions, clock: Clock) -> None:
        self._beyond = beyond
        self._conditions = conditions
        self._clock = clock
        self._up, self._down = Line(conditions, clock), Line(conditions, clock)
        self._under_way: set[_Passage] = set()
        conditions.watch(self._on_conditions_change)

    def send(self, request: Request, receiver: Receiver) -> Cancel:
        if not self._conditions.present.online:
            return self._clock.after(0, partial(receiver.failed, Trouble.OFFLINE))
        passage = _Passage(request, receiver, (self._up, self._down), self._under_way.discard)
        self._under_way.add(passage)
        passage.start(self._beyond)
        return passage.cancel

    def _on_conditions_change(self, conditions: Conditions) -> None:
        """Ends what is under way when the network goes."""
        if not conditions.online:
            for passage in tuple(self._under_way):
                passage.fail(Trouble.OFFLINE)


class _Passage:
    """One request on its way, and its answer; a receiver for what `beyond` says."""

    def __init__(
        self,
        request: Request,
        receiver: Receiver,
        lines: tuple[Line, Line],
        on_over: "Callable[[_Passage], None]",
    ) -> None:
        self._request = request
        self._receiver = receiver
        self._on_over = on_over
        self._line = lines[1]
        self._up, self._down = Pipe(lines[0]), Pipe(lines[1], request.gate)
        self._cancel_beyond: Cancel | None = None
        self._deadline: Cancel | None = None
        self._tells_sent = False
        self._over = False

    def start(self, beyond: Network) -> None:
        """Send the request once its body has passed the line."""
        if self._line.limited:
            self._deadline = self._line.clock.after(self._request.timeout, self._on_deadline)
            self._put_body(len(self._request.body or b""))
        self._up.put(partial(self._send, beyond), latency=True)

    def cancel(self) -> None:
        """End it without a callback; a second call does nothing."""
        cancel_beyond = self._cancel_beyond
        if self._finish() and cancel_beyond is not None:
            cancel_beyond()

    def fail(self, trouble: Trouble) -> None:
        """End it for the receiver as a failure of the network."""
        if not self._over:
            self.cancel()
            self._receiver.failed(trouble)

    # What `beyond` says (Receiver)

    def sent(self, count: int, total: int) -> None:
        if not self._over and not self._tells_sent:
            self._receiver.sent(count, total)

    def head(self, head: Head) -> None:
        self._down.put(partial(self._receiver.head, head))

    def bytes(self, chunk: bytes) -> None:
        piece = self._line.piece if self._line.limited else len(chunk)
        for start in range(0, len(chunk), piece):
            part = chunk[start : start + piece]
            self._down.put(partial(self._receiver.bytes, part), len(part))

    def done(self) -> None:
        self._down.put(self._tell_done)

    def failed(self, trouble: Trouble) -> None:
        self._down.put(partial(self.fail, trouble))

    def _send(self, beyond: Network) -> None:
        self._cancel_beyond = beyond.send(self._request, self)

    def _put_body(self, total: int) -> None:
        """Lets the body pass the slow line; its progress is told here, not by who is beyond."""
        self._tells_sent = True
        for start in range(0, total, self._line.piece):
            end = min(total, start + self._line.piece)
            self._up.put(partial(self._receiver.sent, end, total), end - start)

    def _tell_done(self) -> None:
        self._finish()
        self._receiver.done()

    def _on_deadline(self) -> None:
        self.fail(Trouble.TIMEOUT)

    def _finish(self) -> bool:
        """Ends pipes and deadline; False if they had ended before."""
        was_over, self._over = self._over, True
        self._up.close()
        self._down.close()
        if self._deadline is not None:
            self._deadline()
        self._deadline = self._cancel_beyond = None  # both refer to this one
        self._on_over(self)
        return not was_over
