"""The devices that the phone's own settings show: who owns it, where it is, what is switched on.

They keep what the person says and need neither network nor timers, so that they are made at once.
"""

import time
from dataclasses import dataclass
from pathlib import Path

from miniapp_host.devices.album import Album
from miniapp_host.devices.books import Books
from miniapp_host.devices.location import SimulatedLocation
from miniapp_host.devices.preferences import Preferences
from miniapp_host.devices.profile import SimulatedProfile
from miniapp_host.devices.steps import SimulatedSteps
from miniapp_host.devices.switches import Switches


@dataclass(frozen=True)
class OwnDevices:
    """The devices of the phone's own settings."""

    album: Album
    books: Books
    location: SimulatedLocation
    profile: SimulatedProfile
    steps: SimulatedSteps
    switches: Switches


def make_own_devices(preferences: Preferences, folder: Path) -> OwnDevices:
    """The devices, which keep their settings in `preferences` and their files in `folder`."""
    return OwnDevices(
        album=Album(folder / "album"),
        books=Books.of(preferences),
        location=SimulatedLocation(preferences),
        profile=SimulatedProfile(preferences, folder),
        steps=SimulatedSteps(preferences, time.time),
        switches=Switches(preferences),
    )
