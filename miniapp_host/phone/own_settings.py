"""Opens the phone's own settings, which are loaded when they are first wanted."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from miniapp_host.phone.memory import PhoneMemory
from miniapp_host.texts import Texts


class OwnSettings(QObject):
    """The settings of the phone on `screen`."""

    restart_wished = Signal()
    """The person has chosen what only a phone that starts anew can take."""
    first_steps_wished = Signal()

    def __init__(self, screen: QWidget, memory: PhoneMemory, texts: Texts, parent: QObject) -> None:
        super().__init__(parent)
        self._screen = screen
        self._memory = memory
        self._texts = texts

    def open(self) -> None:
        """Show them over whatever is in front."""
        from miniapp_host.shell.settings.editor_choice import EditorChoice
        from miniapp_host.shell.settings.host_settings import HostSettings

        devices, appearance = self._memory.own_devices, self._memory.appearance
        editor = EditorChoice(self._memory.preferences)
        settings = HostSettings(self._screen, devices, appearance, editor, self._texts)
        settings.restart_wished.connect(self.restart_wished)
        settings.first_steps_wished.connect(self.first_steps_wished)
        settings.open()
