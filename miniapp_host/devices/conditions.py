"""How good the phone's connection is: its kind, delay and speed, as the person set them.

`devices/weak_network.py` makes requests and sockets feel it.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import Enum

from miniapp_host.devices.preferences import Preferences
from miniapp_host.texts import Text
from miniapp_host.watchers import Watchers

WEAK_LATENCY_MS = 400
"""From this delay on the platform calls a network weak (wx.onNetworkWeakChange)."""
_KEY = "network"
LONGEST_LATENCY_MS = 60_000
HIGHEST_RATE = 1_000_000
"""In kB/s."""


class Connection(Enum):
    """The kind of connection; the value is what `wx.getNetworkType` answers."""

    WIFI = "wifi"
    FIVE_G = "5g"
    FOUR_G = "4g"
    THREE_G = "3g"
    TWO_G = "2g"
    NONE = "none"

    @property
    def text(self) -> Text:
        """The name for the person."""
        return _CONNECTIONS[self]


_CONNECTIONS = {
    Connection.WIFI: Text("Wi-Fi", "Wi-Fi"),
    Connection.FIVE_G: Text("5G", "5G"),
    Connection.FOUR_G: Text("4G", "4G"),
    Connection.THREE_G: Text("3G", "3G"),
    Connection.TWO_G: Text("2G", "2G"),
    Connection.NONE: Text("None", "无网络"),
}


@dataclass(frozen=True)
class Conditions:
    """`latency_ms` pass before an answer begins; `rate` is in kB/s each way, 0 for no limit."""

    connection: Connection = Connection.WIFI
    latency_ms: int = 0
    rate: int = 0

    @property
    def online(self) -> bool:
        """Whether anything gets through."""
        return self.connection is not Connection.NONE

    @property
    def limited(self) -> bool:
        """Whether anything is slower than the network behind it, or does not get through."""
        return not self.online or self.latency_ms > 0 or self.rate > 0

    @property
    def weak(self) -> bool:
        """Whether the platform would call this a weak network."""
        return self.online and self.latency_ms >= WEAK_LATENCY_MS


class Preset(Enum):
    """Conditions with a name; delays and speeds are those that web testing tools use."""

    ONLINE = Conditions()
    SLOW_4G = Conditions(Connection.FOUR_G, 150, 200)
    THREE_G = Conditions(Connection.THREE_G, 400, 50)
    TWO_G = Conditions(Connection.TWO_G, 800, 35)
    OFFLINE = Conditions(Connection.NONE)

    @property
    def text(self) -> Text:
        """The name for the person."""
        return _NAMES[self]


_NAMES = {
    Preset.ONLINE: Text("Online", "在线"),
    Preset.SLOW_4G: Text("Slow 4G", "慢速 4G"),
    Preset.THREE_G: Text("3G", "3G"),
    Preset.TWO_G: Text("2G", "2G"),
    Preset.OFFLINE: Text("Offline", "离线"),
}


class NetworkConditions:
    """The conditions as the person left them; a new phone has a Wi-Fi without limits."""

    def __init__(self, preferences: Preferences) -> None:
        self._preferences = preferences
        self._changed: Watchers[Conditions] = Watchers()
        self._present = _read(preferences.get(_KEY))

    @property
    def present(self) -> Conditions:
        """The conditions that hold now."""
        return self._present

    @property
    def preset(self) -> Preset | None:
        """The preset that has these conditions; None if the person chose their own."""
        return next((one for one in Preset if one.value == self._present), None)

    def set(self, conditions: Conditions) -> None:
        """Keep new conditions, then announce them; raises PreferencesError.

        The same conditions again are not announced.
        """
        if conditions == self._present:
            return
        kept = {
            "connection": conditions.connection.value,
            "latency": conditions.latency_ms,
            "rate": conditions.rate,
        }
        self._preferences.set(_KEY, kept)
        self._present = conditions
        self._changed.announce(conditions)

    def watch(self, callback: Callable[[Conditions], None]) -> Callable[[], None]:
        """Call `callback` after the conditions changed; the returned function ends that."""
        return self._changed.watch(callback)


def _read(kept: object) -> Conditions:
    """The conditions in the preferences; what is no valid value counts as not set."""
    if not isinstance(kept, Mapping):
        return Conditions()
    words = {one.value: one for one in Connection}
    connection = words.get(str(kept.get("connection")), Connection.WIFI)
    latency = _number(kept.get("latency"), LONGEST_LATENCY_MS)
    return Conditions(connection, latency, _number(kept.get("rate"), HIGHEST_RATE))


def _number(value: object, most: int) -> int:
    fits = isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= most
    return value if fits and isinstance(value, int) else 0
