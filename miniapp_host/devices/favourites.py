"""The places that the person keeps to come back to, the newest first."""

from collections.abc import Callable

from miniapp_host.devices.place import Place, kept_place, restored_place
from miniapp_host.devices.preferences import Preferences
from miniapp_host.watchers import Watchers

_KEY = "location.favourites"
_MOST = 50


class Favourites:
    """A list in the preferences; what somebody else wrote there and is no place is left out."""

    def __init__(self, preferences: Preferences) -> None:
        self._preferences = preferences
        self._changed: Watchers[Favourites] = Watchers()

    @property
    def places(self) -> tuple[Place, ...]:
        """The places, the newest first."""
        kept = self._preferences.get(_KEY)
        found = [restored_place(value) for value in kept] if isinstance(kept, list) else []
        return tuple(place for place in found if place is not None)

    def add(self, place: Place) -> None:
        """Keep a place at the front, the oldest of fifty goes; raises PreferencesError."""
        others = tuple(other for other in self.places if not _same(other, place))
        self._set((place, *others)[:_MOST])

    def remove(self, place: Place) -> None:
        """Forget the place at these degrees; raises PreferencesError."""
        self._set(tuple(other for other in self.places if not _same(other, place)))

    def has(self, place: Place) -> bool:
        """Whether a place at the same degrees is kept."""
        return any(_same(other, place) for other in self.places)

    def watch(self, callback: Callable[["Favourites"], None]) -> Callable[[], None]:
        """Call `callback` after each change; the returned function ends that."""
        return self._changed.watch(callback)

    def _set(self, places: tuple[Place, ...]) -> None:
        if places != self.places:
            self._preferences.set(_KEY, [kept_place(place) for place in places])
            self._changed.announce(self)


def _same(one: Place, other: Place) -> bool:
    return (one.latitude, one.longitude) == (other.latitude, other.longitude)
