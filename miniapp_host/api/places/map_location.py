"""The phone's place on a `<map>`: the dot of `show-location`, and moveToLocation without place.

All calls come under internal names. `mapLocation` tells the service where the dot stands; without
a place it may not be shown now. `mapLocationAllowed`: what was refused before may be asked again.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from miniapp_host.api.calls.call import Call
from miniapp_host.api.calls.endpoint import Endpoint
from miniapp_host.api.calls.session import Session
from miniapp_host.api.places.location import PRECISE, TICK
from miniapp_host.api.places.places import degrees
from miniapp_host.devices.clock import Clock
from miniapp_host.devices.location import SimulatedLocation
from miniapp_host.devices.switches import Switch, Switches
from miniapp_host.memory.store_error import StoreError
from miniapp_host.permissions.decisions import Change, Decision
from miniapp_host.permissions.store import PermissionStore

MAP_DEGREES = "gcj02"
NOWHERE: dict[str, object] = {}


@dataclass
class Dot:
    """The dot of one program: what its service was told last; `endings` must all be called."""

    told: dict[str, object] | None
    endings: tuple[Callable[[], None], ...]


class MapLocation:
    """Keeps which programs have a map with the dot, and which were given it."""

    def __init__(
        self,
        receiver: SimulatedLocation,
        switches: Switches,
        store: PermissionStore,
        clock: Clock,
    ) -> None:
        self._receiver = receiver
        self._switches = switches
        self._store = store
        self._clock = clock
        self._wanting: set[Session] = set()
        self._dots: dict[Session, Dot] = {}
        store.watch(self._heed_change)
        switches.watch(self._heed_switch)

    def endpoints(self) -> tuple[Endpoint, ...]:
        """The family's calls."""
        guarded = {"Map.showLocation": self.show, "MapContext.moveToLocation": self.tell_place}
        return (
            Endpoint("Map.wantLocation", self.want, internal=True),
            *(Endpoint(name, run, guarded=True, internal=True) for name, run in guarded.items()),
        )

    def want(self, call: Call) -> None:
        """Note whether any map of the program has the dot; nothing is asked or shown."""
        session = call.session
        if not call.flag("wanted"):
            self._end(session)
        elif session not in self._wanting:
            self._wanting.add(session)
            session.when_closed(lambda: self._end(session))
        call.ok()

    def show(self, call: Call) -> None:
        """Show the dot and let it follow the phone until no map has it."""
        session = call.session
        if session in self._wanting and session not in self._dots:
            self._dots[session] = self._begin(session)
        self._tell(session)
        call.ok()

    def tell_place(self, call: Call) -> None:
        """Answer the place to which the map is to move."""
        call.ok(self._here())

    def _begin(self, session: Session) -> Dot:
        def tell(_: object = None) -> None:
            self._tell(session)

        return Dot(None, (self._clock.every(TICK, tell), self._receiver.watch(tell)))

    def _end(self, session: Session) -> None:
        self._wanting.discard(session)
        dot = self._dots.pop(session, None)
        for ending in dot.endings if dot else ():
            ending()

    def _tell(self, session: Session) -> None:
        """Send the dot; the scope is checked each time. A program in the background loses it."""
        dot = self._dots.get(session)
        if dot is None:
            return
        seen = self._here() if self._may_see(session) else NOWHERE
        if seen != dot.told and (session.in_front or seen is NOWHERE):
            dot.told = seen
            session.emit("mapLocation", seen)

    def _here(self) -> dict[str, object]:
        place = self._receiver.place
        return degrees(place.latitude, place.longitude, MAP_DEGREES)

    def _may_see(self, session: Session) -> bool:
        try:
            decision = self._store.decision(session.subject, PRECISE)
        except StoreError:
            return False
        return decision is Decision.GRANTED and self._switches.location

    def _heed_change(self, change: Change) -> None:
        if change.scope == PRECISE:
            self._look_again(one for one in self._wanting if one.subject == change.subject)

    def _heed_switch(self, switch: Switch) -> None:
        if switch is Switch.LOCATION:
            self._look_again(self._wanting)

    def _look_again(self, sessions: Iterable[Session]) -> None:
        for session in tuple(sessions):
            if session in self._dots:
                self._tell(session)
            elif self._may_see(session):
                session.emit("mapLocationAllowed", {})
