"""How the phone is held in space: the attitude that compass and motion sensors read."""

import math
from collections.abc import Callable
from dataclasses import dataclass

from miniapp_host.devices.preferences import Preferences
from miniapp_host.watchers import Watchers

_KEY = "motion"


@dataclass(frozen=True)
class Attitude:
    """Degrees as the W3C's DeviceOrientation has them, of a phone that lay flat, its top north.

    It was turned by `alpha` around the upright axis (counter-clockwise), then by `beta` around
    its width (top up), then by `gamma` around its length (right side down).
    """

    alpha: float = 0.0
    beta: float = 0.0
    gamma: float = 0.0

    def settled(self) -> "Attitude":
        """The same attitude within alpha [0, 360), beta [-180, 180), gamma [-90, 90)."""
        gamma = (self.gamma + 180) % 360 - 180
        alpha, beta = self.alpha, self.beta
        if not -90 <= gamma < 90:  # turned over: the same as from the other side
            alpha, beta, gamma = alpha + 180, 180 - beta, (gamma + 360) % 360 - 180
        return Attitude(alpha % 360, (beta + 180) % 360 - 180, gamma)

    @property
    def heading(self) -> float:
        """Where its top points: degrees from north, clockwise, in [0, 360)."""
        ahead = math.cos(math.radians(self.beta)) >= 0
        return round((-self.alpha if ahead else 180 - self.alpha) % 360, 2) % 360

    @property
    def gravity(self) -> tuple[float, float, float]:
        """What an accelerometer at rest reads, in g along width, length and depth."""
        beta, gamma = math.radians(self.beta), math.radians(self.gamma)
        x = math.cos(beta) * math.sin(gamma)
        return x, -math.sin(beta), -math.cos(beta) * math.cos(gamma)


FLAT = Attitude()
UPRIGHT = Attitude(beta=90.0)
ON_ITS_SIDE = Attitude(gamma=-89.0)


class Motion:
    """Keeps the attitude; turning is announced at once, and kept when it ends."""

    def __init__(self, preferences: Preferences) -> None:
        self._preferences = preferences
        self._turned: Watchers[Attitude] = Watchers()
        self._attitude = _read(preferences.get(_KEY))

    @property
    def attitude(self) -> Attitude:
        """How it is held now."""
        return self._attitude

    def turn(self, attitude: Attitude) -> None:
        """Hold it so, and announce it; a restart does not know it before `keep`."""
        self._attitude = attitude.settled()
        self._turned.announce(self._attitude)

    def keep(self) -> None:
        """Remember how it is held; raises PreferencesError."""
        held = self._attitude
        self._preferences.set(_KEY, [held.alpha, held.beta, held.gamma])

    def watch(self, callback: Callable[[Attitude], None]) -> Callable[[], None]:
        """Call `callback` with each new attitude; the returned function ends that."""
        return self._turned.watch(callback)


def _read(kept: object) -> Attitude:
    """The attitude in the preferences; what is no valid value counts as not set."""
    match kept:
        case [int() | float() as alpha, int() | float() as beta, int() | float() as gamma]:
            degrees = float(alpha), float(beta), float(gamma)
            return Attitude(*degrees).settled() if all(map(math.isfinite, degrees)) else FLAT
        case _:
            return FLAT
