"""The steps that the pretend phone's owner has walked: made up for every day, the last editable."""

import zlib
from collections.abc import Callable
from datetime import date, datetime, time, timedelta, timezone

from miniapp_host.devices.preferences import Preferences
from miniapp_host.watchers import Watchers

DAYS = 31
MOST = 98_800
"""The most that WeChat counts in a day."""
ZONE = timezone(timedelta(hours=8))
"""A day of steps begins at midnight in China, wherever the phone is."""

_KEY = "steps"


class SimulatedSteps:
    """A number of steps that depends on the day only, unless the person wrote another one."""

    def __init__(self, preferences: Preferences, now: Callable[[], float]) -> None:
        """`now` tells the seconds since 1970 (UTC)."""
        self._preferences = preferences
        self._now = now
        self._changed: Watchers[int] = Watchers()

    @property
    def today(self) -> int:
        """The number of steps walked today."""
        return self._of(self._day())

    def walk(self, steps: int) -> None:
        """Keep how many steps were walked today.

        Raises ValueError for an impossible number, PreferencesError if it cannot be kept.
        """
        if not 0 <= steps <= MOST:
            raise ValueError(f"{steps} is not between 0 and {MOST}")
        day = self._day()
        oldest = (day - timedelta(DAYS)).isoformat()
        recent = {key: value for key, value in self._written().items() if key > oldest}
        self._preferences.set(_KEY, {**recent, day.isoformat(): steps})
        self._changed.announce(steps)

    def history(self) -> tuple[tuple[int, int], ...]:
        """(seconds since 1970 of the day's midnight, steps) of the last 31 days, oldest first."""
        today = self._day()
        days = [today - timedelta(back) for back in reversed(range(DAYS))]
        return tuple((int(_midnight(day).timestamp()), self._of(day)) for day in days)

    def watch(self, callback: Callable[[int], None]) -> Callable[[], None]:
        """Call `callback` with each number written; the returned function ends that."""
        return self._changed.watch(callback)

    def _day(self) -> date:
        return datetime.fromtimestamp(self._now(), ZONE).date()

    def _of(self, day: date) -> int:
        written = self._written().get(day.isoformat())
        if isinstance(written, int) and 0 <= written <= MOST:
            return written
        return 3_000 + zlib.crc32(day.isoformat().encode()) % 9_000

    def _written(self) -> dict[str, object]:
        written = self._preferences.get(_KEY)
        return written if isinstance(written, dict) else {}


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(), ZONE)
