"""wx.getLocation and its family: where the phone is, once, roughly, continuously, or as chosen.

Showing a place and choosing one that is not the phone's own are places.py's part.
"""

from collections.abc import Callable
from dataclasses import dataclass

from miniapp_host.api.calls.call import Call, CallError, Errno
from miniapp_host.api.calls.dispatcher import declares
from miniapp_host.api.calls.endpoint import Endpoint
from miniapp_host.api.calls.session import Session
from miniapp_host.api.places.places import chosen, degrees, start_place
from miniapp_host.devices.clock import Clock
from miniapp_host.devices.coordinates import fuzzy
from miniapp_host.devices.location import SimulatedLocation
from miniapp_host.devices.place import Place
from miniapp_host.devices.switches import Switch, Switches
from miniapp_host.memory.store_error import StoreError
from miniapp_host.permissions.decisions import Change, Decision
from miniapp_host.permissions.store import PermissionStore
from miniapp_host.texts import Sentence

PRECISE = "scope.userLocation"
BACKGROUND = "scope.userLocationBackground"
MAPS = "gcj02"
"""The type of updates that name none; a single reading is wgs84 then."""
NO_BACKGROUND_MODE = ":require requiredBackgroundModes location"
TICK = 1.0
"""Seconds between two location events."""


@dataclass(frozen=True)
class LocationUpdates:
    """One program that is told continuously; `endings` must all be called to end it.

    `scope` is what it was allowed: only the background one is told while it is not in front.
    """

    kind: object
    scope: str
    endings: tuple[Callable[[], None], ...]


class Location:
    """Reads the simulated receiver; keeps which programs get updates."""

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
        self._updates: dict[Session, LocationUpdates] = {}

    def endpoints(self) -> tuple[Endpoint, ...]:
        """The family's calls."""
        guarded = {
            "getLocation": self.read,
            "chooseLocation": self.choose,
            "startLocationUpdate": self.start_updates,
            "startLocationUpdateBackground": self.start_background_updates,
            "getFuzzyLocation": self.read_roughly,
        }
        return (
            *(Endpoint(name, run, guarded=True) for name, run in guarded.items()),
            Endpoint("stopLocationUpdate", self.stop_updates),
        )

    def read(self, call: Call) -> None:
        """Answer the place; `altitude` only if it was asked for, as on the phone."""
        reading = self._reading(call.arguments.get("type"))
        if call.flag("isHighAccuracy"):
            reading |= {"accuracy": 5.0, "horizontalAccuracy": 5.0}
        if not call.flag("altitude"):
            del reading["altitude"]
        call.ok(reading)

    def read_roughly(self, call: Call) -> None:
        """Answer latitude and longitude, some kilometres off."""
        place = self._receiver.place
        rough = fuzzy(place.latitude, place.longitude)
        call.ok(degrees(*rough, call.arguments.get("type")))

    def choose(self, call: Call) -> None:
        """Let the person choose a place; the degrees are GCJ-02, in and out."""

        def on_chosen(place: Place | None) -> None:
            if place is None:
                call.fail("cancel", Errno.CANCEL)
            else:
                call.ok(chosen(place, call.session.texts))

        start = start_place(call) or self._receiver.place
        call.session.screen.choose_place(start, call.later(on_chosen))

    def start_updates(self, call: Call) -> None:
        """Begin updates; while they run this only changes the type of the degrees."""
        self._start(call, PRECISE)

    def start_background_updates(self, call: Call) -> None:
        """Begin updates that also reach a program in the background.

        Raises CallError unless app.json declares that.
        """
        if "location" not in call.session.package.manifest.background_modes:
            raise CallError(NO_BACKGROUND_MODE)
        self._start(call, BACKGROUND)

    def _start(self, call: Call, scope: str) -> None:
        session = call.session
        self._end(session)
        if not declares(session, "onLocationChange"):
            session.log_once(
                "error",
                Sentence(
                    "wx.onLocationChange need to be declared in the requiredPrivateInfos field in "
                    "app.json/ext.json"
                ),
            )
        else:
            kind = call.arguments.get("type", MAPS)
            self._updates[session] = self._begin(session, kind, scope)
        call.ok()

    def stop_updates(self, call: Call) -> None:
        """End the updates; it is no failure if there are none."""
        self._end(call.session)
        call.ok()

    def _begin(self, session: Session, kind: object, scope: str) -> LocationUpdates:
        def tell(_: Place | None = None) -> None:
            self._tell(session)

        return LocationUpdates(
            kind,
            scope,
            endings=(
                self._clock.every(TICK, tell),
                self._receiver.watch(tell),
                self._store.watch(lambda change: self._heed_change(session, change)),
                self._switches.watch(lambda switch: self._heed_switch(session, switch)),
                session.when_closed(lambda: self._end(session)),
            ),
        )

    def _tell(self, session: Session) -> None:
        """Send an update; the scope is checked each time, as it may have been revoked elsewhere."""
        updates = self._updates.get(session)
        if updates is None:
            return
        if not self._granted(session, updates.scope):
            self._break_off(session, Errno.AUTH_DENIED)
        elif session.in_front or updates.scope == BACKGROUND:
            session.emit("locationChange", self._reading(updates.kind))

    def _reading(self, kind: object) -> dict[str, object]:
        """The receiver's values: degrees, metres, metres per second."""
        place = self._receiver.place
        return {
            **degrees(place.latitude, place.longitude, kind),
            "speed": self._receiver.speed,
            "accuracy": 30.0,
            "altitude": place.altitude,
            "verticalAccuracy": 10.0,
            "horizontalAccuracy": 30.0,
        }

    def _granted(self, session: Session, scope: str) -> bool:
        try:
            return self._store.decision(session.subject, scope) is Decision.GRANTED
        except StoreError:
            return False

    def _heed_change(self, session: Session, change: Change) -> None:
        updates = self._updates.get(session)
        if updates is None or (change.subject, change.scope) != (session.subject, updates.scope):
            return
        if change.decision is not Decision.GRANTED:
            self._break_off(session, Errno.AUTH_DENIED)

    def _heed_switch(self, session: Session, switch: Switch) -> None:
        if switch is Switch.LOCATION and not self._switches.location:
            self._break_off(session, Errno.SYSTEM_PERMISSION)

    def _break_off(self, session: Session, why: Errno) -> None:
        self._end(session)
        session.emit("locationChangeError", {"errCode": why.value})

    def _end(self, session: Session) -> None:
        updates = self._updates.pop(session, None)
        for ending in updates.endings if updates else ():
            ending()
