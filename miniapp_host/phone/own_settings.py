"""Opens the phone's own settings; they are imported with this module, when they are wanted."""

from PySide6.QtWidgets import QWidget

from miniapp_host.phone.memory import PhoneMemory
from miniapp_host.shell.settings.editor_choice import EditorChoice
from miniapp_host.shell.settings.host_settings import HostSettings
from miniapp_host.texts import Texts


def open_own_settings(screen: QWidget, memory: PhoneMemory, texts: Texts) -> HostSettings:
    """Show them on `screen`, over whatever is in front."""
    editor = EditorChoice(memory.preferences)
    settings = HostSettings(screen, memory.own_devices, memory.appearance, editor, texts)
    settings.open()
    return settings
