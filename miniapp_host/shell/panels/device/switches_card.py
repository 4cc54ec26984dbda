"""The card of the phone's own switches: what is off no program gets, whatever it was allowed."""

from miniapp_host.devices.switches import Switch, Switches
from miniapp_host.shell.panels.device.card import Attempt, Card, Watch
from miniapp_host.shell.panels.device.choice import SmallSwitch
from miniapp_host.texts import Texts

_TITLES = {
    Switch.LOCATION: "Location",
    Switch.ALBUM: "Album",
    Switch.CAMERA: "Camera",
    Switch.MICROPHONE: "Microphone",
    Switch.BLUETOOTH: "Bluetooth",
}


class SwitchesCard(Card):
    """One row for each switch."""

    def __init__(self, switches: Switches, texts: Texts, attempt: Attempt) -> None:
        super().__init__("switches", texts("Switches"), texts)
        self._switches = switches
        self._attempt = attempt
        self._controls = {
            switch: SmallSwitch(f"deviceSwitch_{switch.name.lower()}", texts(title), switch.name)
            for switch, title in _TITLES.items()
        }
        for switch, control in self._controls.items():
            self.add_row(texts(_TITLES[switch]), control)
            control.key_wished.connect(self._on_control_wished)

    def sources(self) -> tuple[Watch, ...]:
        return (self._switches.watch,)

    def refresh(self) -> None:
        for switch, control in self._controls.items():
            control.show_on(self._switches.is_on(switch))

    def deliver(self) -> None:
        for switch in Switch:
            self._turn(switch, switch is not Switch.BLUETOOTH)

    def _on_control_wished(self, name: str, on: bool) -> None:
        self._turn(Switch[name], on)

    def _turn(self, switch: Switch, on: bool) -> None:
        self._attempt(lambda: self._switches.turn(switch, on))
