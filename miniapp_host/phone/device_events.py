"""Tells every open program what changed of the phone, as the events that the platform has."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject

from miniapp_host.api.phone.hardware import battery_info, network_status, network_weakness
from miniapp_host.devices.battery import Charge
from miniapp_host.devices.conditions import Conditions
from miniapp_host.devices.devices import Devices
from miniapp_host.shell.kit.bound_watch import bound_watch

Tell = Callable[[str, Mapping[str, object]], None]


class DeviceEvents(QObject):
    """Watches network and battery; `tell` sends an event and its detail to all programs."""

    def __init__(self, devices: Devices, tell: Tell, parent: QObject) -> None:
        super().__init__(parent)
        self._tell = tell
        self._low_power = devices.battery.charge.low_power
        self._unwatch = (
            bound_watch(self, devices.conditions.watch, self._on_conditions_change),
            bound_watch(self, devices.battery.watch, self._on_battery_change),
        )

    def _on_conditions_change(self, conditions: Conditions) -> None:
        self._tell("networkStatusChange", network_status(conditions))
        if conditions.online:
            self._tell("networkWeakChange", network_weakness(conditions))

    def _on_battery_change(self, charge: Charge) -> None:
        if charge.low_power is not self._low_power:
            self._low_power = charge.low_power
            self._tell("batteryInfoChange", battery_info(charge))
