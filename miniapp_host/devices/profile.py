"""The pretend phone's owner: what a program is told once the person allows it."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from miniapp_host.devices.announcement import Announcement
from miniapp_host.devices.preferences import Preferences

_KEY = "profile"
_TEXTS = ("nickname", "city", "province", "country")
_GENDERS = (0, 1, 2)


@dataclass(frozen=True)
class Profile:
    """Who owns the phone. `gender` is 0 unknown, 1 male, 2 female; no avatar: a drawn one."""

    nickname: str = "Mini"
    avatar: Path | None = None
    gender: int = 0
    city: str = ""
    province: str = ""
    country: str = ""
    language: str = "zh_CN"


class SimulatedProfile:
    """Keeps the owner's profile as the person wrote it."""

    def __init__(self, preferences: Preferences) -> None:
        self._preferences = preferences
        self._changed: Announcement[Profile] = Announcement()
        self._profile = _restored(preferences.get(_KEY))

    @property
    def profile(self) -> Profile:
        """The profile now."""
        return self._profile

    def change(self, profile: Profile) -> None:
        """Keeps the new profile, then announces it."""
        self._preferences.set(_KEY, _kept(profile))
        self._profile = profile
        self._changed.announce(profile)

    def watch(self, callback: Callable[[Profile], None]) -> Callable[[], None]:
        """Calls back with each new profile; the result ends that."""
        return self._changed.watch(callback)


def _kept(profile: Profile) -> dict[str, object]:
    texts = {key: getattr(profile, key) for key in (*_TEXTS, "language")}
    avatar = None if profile.avatar is None else str(profile.avatar)
    return {**texts, "gender": profile.gender, "avatar": avatar}


def _restored(value: object) -> Profile:
    """What `_kept` wrote; anything else in the file counts as not set."""
    if not isinstance(value, dict):
        return Profile()
    profile = Profile()
    texts = {key: value[key] for key in (*_TEXTS, "language") if isinstance(value.get(key), str)}
    avatar, gender = value.get("avatar"), value.get("gender")
    return replace(
        profile,
        **texts,
        avatar=Path(avatar) if isinstance(avatar, str) and avatar else None,
        gender=gender if gender in _GENDERS else 0,
    )
