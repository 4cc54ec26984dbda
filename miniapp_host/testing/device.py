"""The phone itself: where it is, what is switched off, how good its network is."""

from collections.abc import Mapping
from dataclasses import fields, replace
from enum import Enum
from typing import TYPE_CHECKING, Any, TypeVar

from miniapp_host.devices.conditions import Conditions, Connection
from miniapp_host.devices.devices import Devices
from miniapp_host.devices.display import Form
from miniapp_host.devices.identity import Platform
from miniapp_host.devices.motion import Attitude
from miniapp_host.devices.place import point_on_map
from miniapp_host.devices.places import PLACES, cities, place_named
from miniapp_host.devices.switches import Switch
from miniapp_host.nearest import nearest
from miniapp_host.shell.settings.appearance import LanguageChoice, ThemeChoice
from miniapp_host.testing.tested_phone import TestedPhone

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

E = TypeVar("E", bound=Enum)
T = TypeVar("T", bound="DataclassInstance")


class Device:
    """Changes act at once and reach the program as events."""

    def __init__(self, tested: TestedPhone) -> None:
        self._tested = tested

    @property
    def devices(self) -> Devices:
        """All devices of the phone, for what has no method here."""
        return self._tested.phone.programs.devices

    def move(self, latitude: float, longitude: float, *, altitude: float = 0.0) -> None:
        """Put the phone there, in degrees (WGS 84) and metres; raises ValueError off the globe."""
        point = point_on_map(latitude, longitude)
        self.devices.location.move(replace(point, altitude=altitude))

    def place(self, name: str) -> None:
        """Put the phone at a place of its list, by its English or Chinese name.

        Raises ValueError if there is none.
        """
        found = place_named(name)
        if found is None:
            known = nearest(name, [one for place in (*PLACES, *cities()) for one in place.name])
            hint = f"is it {known!r}?" if known else "give its latitude and longitude to move()"
            raise ValueError(f"there is no place {name!r}: {hint}")
        self.devices.location.move(found)

    def switch(self, name: str, *, on: bool) -> None:
        """Turn one of the phone's own switches: location, album, bluetooth, camera, microphone.

        Raises ValueError for another name.
        """
        switches = {one.name.lower(): one for one in Switch}
        if name not in switches:
            raise ValueError(f"the phone has no switch {name!r}: use one of {[*switches]}")
        self.devices.switches.turn(switches[name], on)

    def network(self, connection: str, *, latency_ms: int = 0, kilobytes_a_second: int = 0) -> None:
        """Connect by wifi, 5g, 4g, 3g, 2g or none; a rate of 0 has no limit.

        Raises ValueError for another connection.
        """
        self.devices.conditions.set(
            Conditions(_one_of(Connection, connection), latency_ms, kilobytes_a_second)
        )

    def battery(self, level: int, *, charging: bool = False, low_power: bool = False) -> None:
        """Set the battery's level in percent; raises ValueError if it is not from 1 to 100."""
        battery = self.devices.battery
        battery.set(replace(battery.charge, level=level, charging=charging, low_power=low_power))

    def dark(self, on: bool) -> None:
        """Choose the dark look of the phone, or the light one."""
        choice = ThemeChoice.DARK if on else ThemeChoice.LIGHT
        self._tested.phone.appearance.choose_theme(choice)

    def language(self, code: str) -> None:
        """Choose the phone's language, `en` or `zh`; raises ValueError for another."""
        self._tested.phone.appearance.choose_language(_one_of(LanguageChoice, code))

    def font_size(self, pixels: int) -> None:
        """Choose one of the sizes of letters, 14 to 24; raises IdentityError for another."""
        identity = self.devices.identity
        identity.change(replace(identity.identity, font_size=pixels))

    def identity(self, **said: str) -> None:
        """Say another `platform`, `brand`, `model`, `system` or `sdk_version`; the rest stays.

        An empty text is what such a phone usually says. Raises ValueError for another platform,
        TypeError for another name, IdentityError for what is no version.
        """
        changes: dict[str, Any] = dict(said)
        if "platform" in said:
            changes["platform"] = _one_of(Platform, said["platform"])
        identity = self.devices.identity
        identity.change(_with(identity.identity, changes))

    def form(self, name: str) -> None:
        """Be a small, standard or large phone or a tablet; raises ValueError for another."""
        self.devices.display.choose(_one_of(Form, name))

    def turn(self, on_its_side: bool) -> None:
        """Hold the phone on its side, or upright."""
        self.devices.display.turn(on_its_side)

    def tilt(self, alpha: float, beta: float, gamma: float) -> None:
        """Hold the phone so in space: degrees as a browser's DeviceOrientation has them."""
        self.devices.motion.turn(Attitude(alpha, beta, gamma))
        self.devices.motion.keep()

    def owner(self, **said: Any) -> None:
        """Be another owner: `nickname`, `phone_number`, `gender` (0, 1, 2), `city`, and so on.

        What is not named stays; raises TypeError for another name.
        """
        profile = self.devices.profile
        profile.change(_with(profile.profile, said))

    def steps(self, number: int) -> None:
        """Have walked so many steps today; raises ValueError beyond 98,800."""
        self.devices.steps.walk(number)


def _one_of(kind: type[E], word: str) -> E:
    """The member with that value; raises ValueError, which names them all."""
    known = {one.value: one for one in kind}
    if word not in known:
        raise ValueError(f"there is no {word!r}: use one of {[*known]}")
    return known[word]


def _with(record: T, said: Mapping[str, Any]) -> T:
    """The record with other values; raises TypeError, which names them all, for another name."""
    known = [one.name for one in fields(record)]
    for name in said:
        if name not in known:
            raise TypeError(f"there is no {name!r}: use one of {known}")
    return replace(record, **said)
