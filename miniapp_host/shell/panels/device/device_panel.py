"""The panel Device: cards for everything that the pretend phone can be, changed at once."""

from collections.abc import Callable

from PySide6.QtCore import Signal

from miniapp_host.devices.devices import Devices
from miniapp_host.shell.inspector.panel import Panel
from miniapp_host.shell.kit.scroll import Scroll
from miniapp_host.shell.panels.device.album_card import AlbumCard
from miniapp_host.shell.panels.device.battery_card import BatteryCard
from miniapp_host.shell.panels.device.card import Card
from miniapp_host.shell.panels.device.columns import CardColumns
from miniapp_host.shell.panels.device.identity_card import IdentityCard
from miniapp_host.shell.panels.device.looks_card import LooksCard
from miniapp_host.shell.panels.device.motion_card import MotionCard
from miniapp_host.shell.panels.device.network_card import NetworkCard
from miniapp_host.shell.panels.device.owner_card import OwnerCard
from miniapp_host.shell.panels.device.place_card import PlaceCard
from miniapp_host.shell.panels.device.screen_card import ScreenCard
from miniapp_host.shell.panels.device.start_card import StartCard, StartSources
from miniapp_host.shell.panels.device.switches_card import SwitchesCard
from miniapp_host.shell.settings.appearance import Appearance
from miniapp_host.texts import Texts, ToldError


class DevicePanel(Panel):
    """Its cards watch the devices while the panel is seen."""

    problem_found = Signal(object)
    """An error that the person must be told."""

    def __init__(
        self, devices: Devices, appearance: Appearance, starts: StartSources, texts: Texts
    ) -> None:
        super().__init__("device", texts("Device"), texts)
        attempt = self._attempt
        self._start_card = StartCard(starts, texts)
        self._cards: tuple[Card, ...] = (
            PlaceCard(devices, texts, attempt),
            ScreenCard(devices.display, texts, attempt),
            self._start_card,
            SwitchesCard(devices.switches, texts, attempt),
            NetworkCard(devices.conditions, texts, attempt),
            MotionCard(devices.motion, texts, attempt),
            BatteryCard(devices.battery, texts, attempt),
            LooksCard(appearance, devices.identity, texts, attempt),
            IdentityCard(devices.identity, devices.display, texts, attempt),
            OwnerCard(devices.profile, texts, attempt),
            AlbumCard(devices.album, texts, attempt),
        )
        self._columns = CardColumns(self._cards)
        self.set_body(Scroll(self._columns))
        self.tools.add_filter()
        self.tools.filter_changed.connect(self._on_tools_filter_changed)
        self.say_empty(texts("Nothing of that name"), texts("Empty the filter to see every card."))

    def follow(self) -> None:
        """Another program is shown, or the same one was started anew."""
        self._start_card.follow()

    def begin(self) -> None:
        for card in self._cards:
            card.begin()

    def end(self) -> None:
        for card in self._cards:
            card.end()

    def _on_tools_filter_changed(self, text: str) -> None:
        word = text.casefold().strip()
        found = [card for card in self._cards if card.mentions(word)]
        for card in self._cards:
            card.setVisible(card in found)
        self._columns.arrange()
        self.show_empty(not found)

    def _attempt(self, change: Callable[[], object]) -> bool:
        """Makes a change; a failure is told, and the cards show what still holds."""
        try:
            change()
        except (ToldError, OSError) as problem:
            self.problem_found.emit(problem)
            for card in self._cards:
                card.refresh()
            return False
        return True
