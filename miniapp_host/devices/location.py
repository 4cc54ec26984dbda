"""Where the pretend phone is: a place that the person picks, or a way along which it moves."""

from collections.abc import Callable

from miniapp_host.devices.place import Place, kept_place, on_the_globe, restored_place
from miniapp_host.devices.places import PLACES
from miniapp_host.devices.preferences import Preferences
from miniapp_host.watchers import Watchers

_KEY = "location.place"


class SimulatedLocation:
    """The place where the phone was put; it is kept over restarts."""

    def __init__(self, preferences: Preferences) -> None:
        self._preferences = preferences
        self._moved: Watchers[Place] = Watchers()
        self._place = restored_place(preferences.get(_KEY)) or PLACES[0]
        self._speed = 0.0

    @property
    def place(self) -> Place:
        """Where the phone is now."""
        return self._place

    @property
    def speed(self) -> float:
        """Metres per second; 0 for a phone at rest."""
        return self._speed

    def move(self, place: Place) -> None:
        """Keep the new place, at rest, then announce it.

        Raises ValueError if it is not on the globe, PreferencesError if it cannot be kept.
        """
        self._check(place)
        self._preferences.set(_KEY, kept_place(place))
        self._arrive(place, 0.0)

    def pass_by(self, place: Place, speed: float) -> None:
        """Announce a place on the way, in metres per second; a restart does not know it.

        Raises ValueError if it is not on the globe.
        """
        self._check(place)
        self._arrive(place, speed)

    def watch(self, callback: Callable[[Place], None]) -> Callable[[], None]:
        """Call `callback` with each place the phone moves to; the returned function ends that."""
        return self._moved.watch(callback)

    def _check(self, place: Place) -> None:
        if not on_the_globe(place.latitude, place.longitude):
            raise ValueError(f"not on the globe: {place.latitude}, {place.longitude}")

    def _arrive(self, place: Place, speed: float) -> None:
        self._place, self._speed = place, speed
        self._moved.announce(place)
