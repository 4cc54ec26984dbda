"""The phone itself: where it is, what is switched off, how good its network is."""

from dataclasses import replace

from miniapp_host.devices.conditions import Conditions, Connection
from miniapp_host.devices.devices import Devices
from miniapp_host.devices.place import point_on_map
from miniapp_host.devices.switches import Switch
from miniapp_host.shell.settings.appearance import LanguageChoice, ThemeChoice
from miniapp_host.testing.tested_phone import TestedPhone


class Device:
    """Changes act at once and reach the program as events."""

    def __init__(self, tested: TestedPhone) -> None:
        self._tested = tested

    @property
    def devices(self) -> Devices:
        """All devices of the phone, for what has no method here."""
        return self._tested.phone.programs.devices

    def move(self, latitude: float, longitude: float) -> None:
        """Put the phone there, in degrees (WGS 84); raises ValueError off the globe."""
        self.devices.location.move(point_on_map(latitude, longitude))

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
            Conditions(Connection(connection), latency_ms, kilobytes_a_second)
        )

    def battery(self, level: int, *, charging: bool = False) -> None:
        """Set the battery's level in percent; raises ValueError if it is not from 1 to 100."""
        battery = self.devices.battery
        battery.set(replace(battery.charge, level=level, charging=charging))

    def dark(self, on: bool) -> None:
        """Choose the dark look of the phone, or the light one."""
        choice = ThemeChoice.DARK if on else ThemeChoice.LIGHT
        self._tested.phone.appearance.choose_theme(choice)

    def language(self, code: str) -> None:
        """Choose the phone's language, `en` or `zh`; raises ValueError for another."""
        self._tested.phone.appearance.choose_language(LanguageChoice(code))
