"""The phone's body as its window shows it: its shape, and what its status bar says."""

from PySide6.QtCore import QObject

from miniapp_host.phone.memory import PhoneMemory
from miniapp_host.phone.turning import Turning
from miniapp_host.shell.kit.bound_watch import bound_watch
from miniapp_host.shell.kit.glass import Status
from miniapp_host.shell.window.phone_window import PhoneWindow


class Body(QObject):
    """Follows display, battery and network."""

    def __init__(self, window: PhoneWindow, memory: PhoneMemory, parent: QObject) -> None:
        super().__init__(parent)
        self._window = window
        self._battery = memory.battery
        self._conditions = memory.conditions
        self._turning = Turning(window, memory.display, self)
        self._unwatch = (
            bound_watch(self, memory.battery.watch, self._on_change),
            bound_watch(self, memory.conditions.watch, self._on_change),
        )
        self._on_change(None)

    def _on_change(self, _news: object) -> None:
        connection = self._conditions.present.connection
        self._window.take_status(Status(self._battery.charge, connection))
