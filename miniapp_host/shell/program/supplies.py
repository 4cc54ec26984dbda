"""What a program's screen fetches when it needs it, as one record."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtWidgets import QWidget

from miniapp_host.devices.album import Media
from miniapp_host.devices.switches import Switches
from miniapp_host.shell.settings.settings_panel import SettingsPanel
from miniapp_host.shell.settings.states_page import StatesPage
from miniapp_host.shell.sheets.picture_preview import Fetch


def _no_icon(_path: str) -> bytes | None:
    return None


def _no_media(_media: Media) -> tuple[Path, ...]:
    return ()


@dataclass(frozen=True, slots=True)
class Supplies:
    """What a program's screen fetches when it needs it."""

    make_settings: Callable[[QWidget], SettingsPanel]
    """A settings panel over the given screen, not yet opened."""
    make_states: Callable[[QWidget], StatesPage]
    """The page of every scope's state over the given screen, not yet opened."""
    switches: Switches
    """The phone's own switches."""
    read_icon: Callable[[str], bytes | None] = field(default=_no_icon)
    """A file of the package, for the tab bar; None if it is not there."""
    media: Callable[[Media], tuple[Path, ...]] = field(default=_no_media)
    """The files of that kind in the album, newest first."""
    fetch_picture: Fetch | None = None
    """Fetches a picture from the network."""
