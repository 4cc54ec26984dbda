"""The card of the battery: level, charging, low power mode."""

from dataclasses import replace

from miniapp_host.devices.battery import Battery, Charge
from miniapp_host.shell.kit.label import PlainLabel
from miniapp_host.shell.panels.device.card import Attempt, Card, Watch
from miniapp_host.shell.panels.device.choice import SmallSwitch
from miniapp_host.shell.panels.device.level_slider import LevelSlider
from miniapp_host.texts import Texts


class BatteryCard(Card):
    """Shows and sets the charge."""

    def __init__(self, battery: Battery, texts: Texts, attempt: Attempt) -> None:
        super().__init__("battery", texts("Battery"), texts)
        self._battery = battery
        self._attempt = attempt
        self._level = LevelSlider("batteryLevel", texts("Level"), 1, 100)
        self._number = PlainLabel(pixels=14, tone="fg_1")
        self._number.setFixedWidth(44)
        self._charging = SmallSwitch("batteryCharging", texts("Charging"))
        self._low_power = SmallSwitch("batteryLowPower", texts("Low power mode"))
        self.add_row(texts("Level"), self._number, self._level, stretch=True)
        self.add_row(texts("Charging"), self._charging)
        self.add_row(texts("Low power"), self._low_power)
        self._level.wished.connect(self._on_level_wished)
        self._charging.wished.connect(self._on_charging_wished)
        self._low_power.wished.connect(self._on_low_power_wished)

    def sources(self) -> tuple[Watch, ...]:
        return (self._battery.watch,)

    def refresh(self) -> None:
        charge = self._battery.charge
        self._level.show_level(charge.level)
        self._number.setText(f"{charge.level}%")
        self._charging.show_on(charge.charging)
        self._low_power.show_on(charge.low_power)

    def deliver(self) -> None:
        self._set(Charge())

    def _set(self, charge: Charge) -> None:
        self._attempt(lambda: self._battery.set(charge))

    def _on_level_wished(self, level: int) -> None:
        self._set(replace(self._battery.charge, level=level))

    def _on_charging_wished(self, on: bool) -> None:
        self._set(replace(self._battery.charge, charging=on))

    def _on_low_power_wished(self, on: bool) -> None:
        self._set(replace(self._battery.charge, low_power=on))
