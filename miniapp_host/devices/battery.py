"""The pretend phone's battery."""

from collections.abc import Callable
from dataclasses import dataclass

from miniapp_host.devices.preferences import Preferences
from miniapp_host.watchers import Watchers

_KEY = "battery"


@dataclass(frozen=True)
class Charge:
    """How full the battery is, from 1 to 100, and what the person did about it."""

    level: int = 90
    charging: bool = False
    low_power: bool = False
    """Whether the phone saves power."""


class Battery:
    """Keeps the charge as the person set it; it neither empties nor fills by itself."""

    def __init__(self, preferences: Preferences) -> None:
        self._preferences = preferences
        self._changed: Watchers[Charge] = Watchers()
        self._charge = _read(preferences.get(_KEY))

    @property
    def charge(self) -> Charge:
        """How full it is now."""
        return self._charge

    def set(self, charge: Charge) -> None:
        """Keep a charge, then announce it; the same again is not announced.

        Raises ValueError if the level is not between 1 and 100, PreferencesError if it can't be
        kept.
        """
        if not 1 <= charge.level <= 100:
            raise ValueError(f"no level of a battery: {charge.level}")
        if charge == self._charge:
            return
        kept = {"level": charge.level, "charging": charge.charging, "saving": charge.low_power}
        self._preferences.set(_KEY, kept)
        self._charge = charge
        self._changed.announce(charge)

    def watch(self, callback: Callable[[Charge], None]) -> Callable[[], None]:
        """Call `callback` after each change; the returned function ends that."""
        return self._changed.watch(callback)


def _read(kept: object) -> Charge:
    """The charge in the preferences; what is no valid value counts as not set."""
    if not isinstance(kept, dict):
        return Charge()
    level = kept.get("level")
    fits = isinstance(level, int) and not isinstance(level, bool) and 1 <= level <= 100
    return Charge(
        level if fits and isinstance(level, int) else Charge().level,
        kept.get("charging") is True,
        kept.get("saving") is True,
    )
