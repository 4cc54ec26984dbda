"""What the phone says it is: platform, brand, model, system, base library, size of letters."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum

from miniapp_host.devices.display import Form
from miniapp_host.devices.preferences import Preferences
from miniapp_host.texts import Sentence, ToldError
from miniapp_host.watchers import Watchers

SDK_VERSION = "3.8.12"
"""The base library that first ran programs on glass-easel in a web view, as this host does."""
STANDARD_FONT_SIZE = 16
FONT_SIZES = (14, 15, 16, 17, 18, 20, 22, 24)
"""What a person can choose from, in px: WeChat's eight steps."""
_KEY = "identity"
_VERSION = re.compile(r"\d{1,3}(\.\d{1,3}){2}")
_LONGEST = 60


class IdentityError(ToldError):
    """A value that no phone would say."""


class Platform(Enum):
    """What the client runs on; the value is what `wx` reports."""

    IOS = "ios"
    ANDROID = "android"
    DEVTOOLS = "devtools"
    WINDOWS = "windows"
    MAC = "mac"


@dataclass(frozen=True)
class Maker:
    """Who made the phone, what it is called and what runs on it, as `wx.getDeviceInfo` says it."""

    brand: str
    model: str
    system: str


_MAKERS = {
    Platform.IOS: Maker("iPhone", "iPhone 13<iPhone14,5>", "iOS 17.0"),
    Platform.ANDROID: Maker("Xiaomi", "23127PN0CC", "Android 14"),
    Platform.DEVTOOLS: Maker("devtools", "iPhone 13", "iOS 17.0"),
    Platform.WINDOWS: Maker("microsoft", "microsoft", "Windows 11 x64"),
    Platform.MAC: Maker("apple", "MacBookPro18,1", "Mac OS X 14.0"),
}
_IPHONES = {
    Form.SMALL: "iPhone SE<iPhone14,6>",
    Form.LARGE: "iPhone 15 Plus<iPhone15,5>",
    Form.TABLET: "iPad<iPad6,11>",
}


@dataclass(frozen=True)
class Identity:
    """What the person chose; an empty text is what such a phone usually says."""

    platform: Platform = Platform.IOS
    brand: str = ""
    model: str = ""
    system: str = ""
    sdk_version: str = SDK_VERSION
    font_size: int = STANDARD_FONT_SIZE

    def maker(self, form: Form) -> Maker:
        """Brand, model and system of a phone of this form."""
        usual = _MAKERS[self.platform]
        model = _IPHONES.get(form, usual.model) if self.platform is Platform.IOS else usual.model
        return Maker(self.brand or usual.brand, self.model or model, self.system or usual.system)

    @property
    def font_scale(self) -> float:
        """How much larger than standard the letters are."""
        return round(self.font_size / STANDARD_FONT_SIZE, 2)


class SimulatedIdentity:
    """Keeps what the phone says it is."""

    def __init__(self, preferences: Preferences) -> None:
        self._preferences = preferences
        self._changed: Watchers[Identity] = Watchers()
        self._identity = _read(preferences.get(_KEY))

    @property
    def identity(self) -> Identity:
        """What it says now."""
        return self._identity

    def change(self, identity: Identity) -> None:
        """Keep a new identity, then announce it; the same again is not announced.

        Raises IdentityError for a version or a size that there is not, PreferencesError.
        """
        if not _VERSION.fullmatch(identity.sdk_version):
            problem = "{version} is no base library's version; write three numbers, as 3.8.12"
            raise IdentityError(Sentence(problem, version=identity.sdk_version))
        if identity.font_size not in FONT_SIZES:
            raise IdentityError(
                Sentence("{size} is no size of letters", size=str(identity.font_size))
            )
        if identity != self._identity:
            self._preferences.set(_KEY, _kept(identity))
            self._identity = identity
            self._changed.announce(identity)

    def watch(self, callback: Callable[[Identity], None]) -> Callable[[], None]:
        """Call `callback` with each new identity; the returned function ends that."""
        return self._changed.watch(callback)


def _kept(identity: Identity) -> dict[str, object]:
    return {
        "platform": identity.platform.value,
        "brand": identity.brand,
        "model": identity.model,
        "system": identity.system,
        "sdk": identity.sdk_version,
        "font": identity.font_size,
    }


def _read(kept: object) -> Identity:
    """The identity in the preferences; what is no valid value counts as not set."""
    if not isinstance(kept, dict):
        return Identity()
    platforms = {platform.value: platform for platform in Platform}
    sdk, font = str(kept.get("sdk")), kept.get("font")
    return Identity(
        platform=platforms.get(str(kept.get("platform")), Platform.IOS),
        brand=_line(kept.get("brand")),
        model=_line(kept.get("model")),
        system=_line(kept.get("system")),
        sdk_version=sdk if _VERSION.fullmatch(sdk) else SDK_VERSION,
        font_size=font if isinstance(font, int) and font in FONT_SIZES else STANDARD_FONT_SIZE,
    )


def _line(value: object) -> str:
    return " ".join(value.split())[:_LONGEST] if isinstance(value, str) else ""
