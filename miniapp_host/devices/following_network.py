"""A network on which redirects are followed.

Each address that a request is led to is asked through the same devices as the first: a closed port,
an avatar, a fixture and the line's conditions count for all of them.
"""

from dataclasses import replace

from miniapp_host.devices.clock import Clock
from miniapp_host.devices.network import Cancel, Head, Network, Receiver, Request, Trouble
from miniapp_host.devices.redirects import RedirectError, redirected

MOST_REDIRECTS = 20
"""Chromium's own limit."""


class FollowingNetwork:
    """Passes requests on to `beyond`, which need not follow anything."""

    def __init__(self, beyond: Network, clock: Clock) -> None:
        self._beyond = beyond
        self._clock = clock

    def send(self, request: Request, receiver: Receiver) -> Cancel:
        if not request.follow_redirects:
            return self._beyond.send(request, receiver)
        return _Journey(self._beyond, self._clock, request, receiver).cancel


class _Journey:
    """A request on its way; receives every answer and passes on the last."""

    def __init__(self, beyond: Network, clock: Clock, request: Request, receiver: Receiver) -> None:
        self._beyond = beyond
        self._clock = clock
        self._request = request
        self._receiver = receiver
        self._until = clock.now() + request.timeout
        self._followed = 0
        self._most_sent = 0
        self._hears = True
        self._stop: Cancel | None = beyond.send(request, self)

    def cancel(self) -> None:
        """End it without a further callback; a second call does nothing."""
        stop = self._leave()
        if stop is not None:
            stop()

    # What `beyond` says (Receiver)

    def sent(self, count: int, total: int) -> None:
        """Does not tell again what was told of a body that is sent a second time."""
        if self._hears and count > self._most_sent:
            self._most_sent = count
            self._receiver.sent(count, total)

    def head(self, head: Head) -> None:
        if not self._hears:
            return
        try:
            target = redirected(self._request, head)
        except RedirectError as error:
            self._give_up(error.trouble)
            return
        if target is not None:
            self._follow(target)
        else:
            reached = self._request.url if self._followed else ""
            self._receiver.head(replace(head, reached=reached))

    def bytes(self, chunk: bytes) -> None:
        if self._hears:
            self._receiver.bytes(chunk)

    def done(self) -> None:
        if self._hears:
            self._leave()
            self._receiver.done()

    def failed(self, trouble: Trouble) -> None:
        if self._hears:
            self._leave()
            self._receiver.failed(trouble)

    def _follow(self, target: Request) -> None:
        """Asks at the next address, in a later turn: `beyond` may still be telling."""
        if self._followed == MOST_REDIRECTS:
            self._give_up(Trouble.REDIRECTS)
        elif not target.may_lead_to(target):
            self._give_up(Trouble.BLOCKED)
        else:
            self.cancel()
            self._followed += 1
            left = min(target.timeout, self._until - self._clock.now())
            self._request = replace(target, timeout=max(0.0, left))
            self._stop = self._clock.after(0, self._go_on)

    def _go_on(self) -> None:
        self._hears = True
        self._stop = self._beyond.send(self._request, self)

    def _give_up(self, trouble: Trouble) -> None:
        self.cancel()
        self._receiver.failed(trouble)

    def _leave(self) -> Cancel | None:
        """What stops the present answer, which is not heard from now on."""
        self._hears = False
        stop, self._stop = self._stop, None  # it refers to this one
        return stop
