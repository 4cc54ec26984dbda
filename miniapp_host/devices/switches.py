"""The phone's own switches: what is off is closed to every program, whatever its scope says."""

from collections.abc import Callable
from enum import Enum

from miniapp_host.devices.preferences import Preferences
from miniapp_host.watchers import Watchers


class Switch(Enum):
    """What can be switched off; the value is the key in the preferences."""

    LOCATION = "switches.location"
    ALBUM = "switches.album"
    BLUETOOTH = "switches.bluetooth"
    CAMERA = "switches.camera"
    MICROPHONE = "switches.microphone"


_OFF_AT_FIRST = frozenset({Switch.BLUETOOTH})


class Switches:
    """The switches as the person left them; in a new phone all but Bluetooth are on."""

    def __init__(self, preferences: Preferences) -> None:
        self._preferences = preferences
        self._changed: Watchers[Switch] = Watchers()

    def is_on(self, switch: Switch) -> bool:
        """Whether the switch is on; only a `true` or `false` in the preferences counts."""
        kept = self._preferences.get(switch.value)
        return kept if isinstance(kept, bool) else switch not in _OFF_AT_FIRST

    def turn(self, switch: Switch, on: bool) -> None:
        """Keep the new position, then announce it; raises PreferencesError.

        The same position again is not announced.
        """
        if self.is_on(switch) is on:
            return
        self._preferences.set(switch.value, on)
        self._changed.announce(switch)

    @property
    def location(self) -> bool:
        """Whether any program may learn where the phone is."""
        return self.is_on(Switch.LOCATION)

    @property
    def album(self) -> bool:
        """Whether any program may use the album."""
        return self.is_on(Switch.ALBUM)

    @property
    def bluetooth(self) -> bool:
        """Whether the phone has a Bluetooth adapter that is on."""
        return self.is_on(Switch.BLUETOOTH)

    @property
    def camera(self) -> bool:
        """Whether any program may use the camera."""
        return self.is_on(Switch.CAMERA)

    @property
    def microphone(self) -> bool:
        """Whether any program may use the microphone."""
        return self.is_on(Switch.MICROPHONE)

    def watch(self, callback: Callable[[Switch], None]) -> Callable[[], None]:
        """Call `callback` after a switch moved; the returned function ends that."""
        return self._changed.watch(callback)
