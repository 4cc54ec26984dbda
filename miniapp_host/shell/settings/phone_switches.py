"""The phone's own switches as rows, and as a page of their own that a program can open."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from miniapp_host.devices import switches
from miniapp_host.devices.switches import Switches
from miniapp_host.shell.kit.bound_watch import bound_watch
from miniapp_host.shell.kit.cell import Cell, CellGroup
from miniapp_host.shell.kit.icon import Icon
from miniapp_host.shell.kit.page import Page
from miniapp_host.shell.kit.switch import Switch
from miniapp_host.shell.sheets.saving import saved
from miniapp_host.texts import Texts

_ROWS = {
    switches.Switch.LOCATION: ("Location", "location"),
    switches.Switch.ALBUM: ("Album", "album"),
    switches.Switch.BLUETOOTH: ("Bluetooth", "bluetooth"),
    switches.Switch.CAMERA: ("Camera", "camera"),
    switches.Switch.MICROPHONE: ("Microphone", "microphone"),
}
"""Switch -> title and icon, in the order of the rows."""
ALL_SWITCHES = tuple(_ROWS)


class SwitchCells(CellGroup):
    """One row for each of the switches `wanted`; they move when the device says so."""

    def __init__(
        self,
        screen: QWidget,
        device: Switches,
        texts: Texts,
        wanted: tuple[switches.Switch, ...] = ALL_SWITCHES,
    ) -> None:
        super().__init__(texts("The phone's own switches, for all programs"))
        self._screen = screen
        self._device = device
        self._texts = texts
        self._controls = [self._add_row(switch) for switch in wanted]
        self._unwatch = bound_watch(self, device.watch, self._on_switch_change)

    def _add_row(self, switch: switches.Switch) -> "_DeviceSwitch":
        name, icon = _ROWS[switch]
        title = self._texts(name)
        control = _DeviceSwitch(switch, title, checked=self._device.is_on(switch))
        control.turn_requested.connect(self._on_turn_requested)
        self.add(Cell(title, leading=Icon(icon, 24, "fg_1"), trailing=control))
        return control

    def _on_switch_change(self, switch: switches.Switch) -> None:
        for control in self._controls:
            if control.switch is switch:
                control.setChecked(self._device.is_on(switch))

    def _on_turn_requested(self, switch: switches.Switch) -> None:
        turned = partial(self._device.turn, switch, not self._device.is_on(switch))
        saved(turned, self._screen, self._texts)


class SwitchesPage(Page):
    """The page of wx.openAppAuthorizeSetting, with the phone's own switches."""

    def __init__(
        self,
        screen: QWidget,
        device: Switches,
        texts: Texts,
        wanted: tuple[switches.Switch, ...] = ALL_SWITCHES,
    ) -> None:
        super().__init__(screen, texts("Phone settings"), texts("Back"))
        self.setObjectName("switchesPage")
        self.body.addWidget(SwitchCells(screen, device, texts, wanted))
        self.body.addStretch(1)


class _DeviceSwitch(Switch):
    """A switch that moves only when its device announces it; a click only requests it."""

    turn_requested = Signal(switches.Switch)

    def __init__(self, switch: switches.Switch, title: str, *, checked: bool) -> None:
        super().__init__(title, checked=checked)
        self.setObjectName(f"hostSwitch_{switch.name.lower()}")
        self.switch = switch

    def nextCheckState(self) -> None:
        """Ask for a turn instead of moving; the device announces whether it was made."""
        self.turn_requested.emit(self.switch)
