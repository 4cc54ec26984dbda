"""Moves the phone along a recorded way, once a second, as fast as the person likes.

Whoever puts the phone somewhere else meanwhile ends it. What is played is not remembered.
"""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from miniapp_host.devices.clock import Clock
from miniapp_host.devices.location import SimulatedLocation
from miniapp_host.devices.place import Place
from miniapp_host.devices.preferences import PreferencesError
from miniapp_host.devices.track import Step, Track, read_track
from miniapp_host.texts import Text
from miniapp_host.watchers import Watchers

TICK = 1.0
FASTEST = 100.0


@dataclass(frozen=True)
class Replayed:
    """How far a replay is: `passed` of the `track`'s seconds, `factor` times as fast."""

    track: Track | None = None
    passed: float = 0.0
    factor: float = 1.0
    running: bool = False

    @property
    def share(self) -> float:
        """How much of the way is behind, from 0 to 1."""
        return min(1.0, self.passed / self.track.seconds) if self.track else 0.0


class Replay:
    """Plays one track at a time, from its start or from where it was stopped."""

    def __init__(self, location: SimulatedLocation, clock: Clock) -> None:
        self._location = location
        self._clock = clock
        self._changed: Watchers[Replayed] = Watchers()
        self._now = Replayed()
        self._seen = 0.0
        self._last: Place | None = None
        self._stop_ticking: Callable[[], None] | None = None

    @property
    def now(self) -> Replayed:
        """How far it is."""
        return self._now

    def load(self, file: Path) -> None:
        """Take the way of a GPX file, to be started; raises TrackError."""
        track = read_track(file)
        self._halt()
        self._tell(Replayed(track, factor=self._now.factor))

    def start(self) -> None:
        """Go on from where it is, or from the start once it has arrived; nothing without a way."""
        now = self._now
        if now.track is None or now.running:
            return
        passed = now.passed if now.share < 1 else 0.0
        self._seen = self._clock.now()
        self._stop_ticking = self._clock.every(TICK, self._go_on)
        self._tell(Replayed(now.track, passed, now.factor, running=True))
        self._put(now.track.at(passed))

    def stop(self) -> None:
        """Stay where the phone is; `start` goes on from there. Raises PreferencesError."""
        if self._now.running:
            self._halt()
            self._tell(self._stopped)
            self._location.move(self._location.place)

    def hasten(self, factor: float) -> None:
        """Go `factor` times as fast from here on, at most a hundred times."""
        self._advance()
        now = self._now
        limited = max(0.1, min(FASTEST, factor))
        self._tell(Replayed(now.track, now.passed, limited, now.running))

    def watch(self, callback: Callable[[Replayed], None]) -> Callable[[], None]:
        """Call `callback` whenever something changed, at least once a second while it runs."""
        return self._changed.watch(callback)

    @property
    def _stopped(self) -> Replayed:
        return Replayed(self._now.track, self._now.passed, self._now.factor)

    def _go_on(self) -> None:
        if self._location.place is not self._last:
            self._halt()
            self._tell(self._stopped)
            return
        self._advance()
        now = self._now
        if now.track is None:
            return
        self._put(now.track.at(now.passed))
        if now.share < 1:
            self._tell(now)
            return
        with suppress(PreferencesError):  # nobody pressed a button: the phone is there all the same
            self.stop()

    def _advance(self) -> None:
        now, moment = self._now, self._clock.now()
        if now.running:
            passed = now.passed + max(0.0, moment - self._seen) * now.factor
            self._now = Replayed(now.track, passed, now.factor, running=True)
        self._seen = moment

    def _put(self, step: Step) -> None:
        name = self._now.track.name if self._now.track else ""
        point = step.point
        degrees = f"{point.latitude:.5f}, {point.longitude:.5f}"
        self._last = Place(
            Text(name, name),
            Text(degrees, degrees),
            point.latitude,
            point.longitude,
            round(point.altitude, 1),
        )
        self._location.pass_by(self._last, round(step.speed * self._now.factor, 2))

    def _halt(self) -> None:
        if self._stop_ticking is not None:
            self._stop_ticking()
            self._stop_ticking = None

    def _tell(self, now: Replayed) -> None:
        self._now = now
        self._changed.announce(now)
