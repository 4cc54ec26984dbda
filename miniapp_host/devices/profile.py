"""The pretend phone's owner: what a program is told once the person allows it."""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from miniapp_host.devices.drawing import avatar_png
from miniapp_host.devices.pictures import read_picture
from miniapp_host.devices.preferences import Preferences
from miniapp_host.memory.durable import remove_unfinished, replace_file
from miniapp_host.paths import make_private
from miniapp_host.texts import Sentence, ToldError
from miniapp_host.watchers import Watchers

_KEY = "profile"
_TEXTS = ("nickname", "phone_number", "city", "province", "country")
_GENDERS = (0, 1, 2)


class AvatarError(ToldError):
    """The file can't be an avatar."""


@dataclass(frozen=True)
class Profile:
    """Who owns the phone. `gender` is 0 unknown, 1 male, 2 female; `avatar` a picture file."""

    nickname: str = "Mini"
    avatar: Path | None = None
    gender: int = 0
    city: str = ""
    province: str = ""
    country: str = ""
    language: str = "zh_CN"
    phone_number: str = "13800138000"


class SimulatedProfile:
    """Keeps the owner's profile as the person wrote it, and the avatar in `folder`."""

    def __init__(self, preferences: Preferences, folder: Path) -> None:
        self._preferences = preferences
        remove_unfinished(folder / "avatar")
        self._folder = folder
        self._changed: Watchers[Profile] = Watchers()
        self._profile = _restored(preferences.get(_KEY))

    @property
    def profile(self) -> Profile:
        """The profile now; its avatar is a drawn one until the person picks another."""
        avatar = self._profile.avatar
        if avatar is None or not avatar.is_file():
            self._profile = replace(self._profile, avatar=self._drawn_avatar())
        return self._profile

    def change(self, profile: Profile) -> None:
        """Keeps the new profile and a copy of its avatar, then announces it.

        Raises AvatarError if the avatar is no picture, OSError or PreferencesError if the disk
        refuses; then nothing changes.
        """
        avatar = None if profile.avatar is None else self._adopted(profile.avatar)
        adopted = replace(profile, avatar=avatar)
        self._preferences.set(_KEY, _kept(adopted))
        self._profile = adopted
        self._changed.announce(self.profile)

    def watch(self, callback: Callable[[Profile], None]) -> Callable[[], None]:
        """Call `callback` with each new profile; the returned function ends that."""
        return self._changed.watch(callback)

    def _drawn_avatar(self) -> Path:
        """The one of an earlier start, else drawn now; the screen waits for no disk meanwhile."""
        file = self._folder / "avatar.png"
        if read_picture(file) is None:
            self._write(avatar_png(480), file, waits=False)
        return file

    def _adopted(self, avatar: Path) -> Path:
        if avatar.parent == self._folder:
            return avatar
        picture = read_picture(avatar)
        if picture is None:
            raise AvatarError(Sentence("{name} is no picture", name=avatar.name))
        body = avatar.read_bytes()
        name = f"avatar-{hashlib.sha256(body).hexdigest()[:12]}.{picture.kind}"
        self._write(body, self._folder / name)
        return self._folder / name

    def _write(self, body: bytes, file: Path, *, waits: bool = True) -> None:
        """Writes `body` to the file at once: no reader sees half of it."""
        make_private(self._folder)
        replace_file(file, partial(_fill, body), waits=waits)


def _fill(body: bytes, file: Path) -> None:
    file.write_bytes(body)


def _kept(profile: Profile) -> dict[str, object]:
    texts = {key: getattr(profile, key) for key in (*_TEXTS, "language")}
    avatar = None if profile.avatar is None else str(profile.avatar)
    return {**texts, "gender": profile.gender, "avatar": avatar}


def _restored(value: object) -> Profile:
    """The profile that `_kept` wrote; a value of a wrong type counts as not set."""
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
