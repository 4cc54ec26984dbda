"""The pretend phone's devices over one folder, for the pages and panels that show them."""

from pathlib import Path

from PySide6.QtGui import QColor, QImage

from miniapp_host.devices.album import Album
from miniapp_host.devices.battery import Battery
from miniapp_host.devices.books import Books
from miniapp_host.devices.clipboard import PhoneClipboard
from miniapp_host.devices.conditions import NetworkConditions
from miniapp_host.devices.devices import Devices
from miniapp_host.devices.display import Display
from miniapp_host.devices.favourites import Favourites
from miniapp_host.devices.fixtures import FixtureNetwork
from miniapp_host.devices.identity import SimulatedIdentity
from miniapp_host.devices.location import SimulatedLocation
from miniapp_host.devices.motion import Motion
from miniapp_host.devices.preferences import Preferences, PreferencesError
from miniapp_host.devices.profile import SimulatedProfile
from miniapp_host.devices.replay import Replay
from miniapp_host.devices.sockets import NoSockets
from miniapp_host.devices.steps import SimulatedSteps
from miniapp_host.devices.switches import Switches
from miniapp_host.devices.traffic import Traffic
from miniapp_host.phone.qt_clock import QtClock


class FullDisk(Preferences):
    """Preferences that can no longer be written."""

    def set(self, key: str, value: object) -> None:
        raise PreferencesError("preferences.json: No space left; free some space")


def devices_over(preferences: Preferences, folder: Path) -> Devices:
    album = folder / "album"
    album.mkdir()
    picture = QImage(20, 20, QImage.Format.Format_RGB32)
    picture.fill(QColor("#aa5500"))
    picture.save(str(album / "one.png"))
    clock, location = QtClock(), SimulatedLocation(preferences)
    return Devices(
        album=Album(album),
        battery=Battery(preferences),
        books=Books.of(preferences),
        clipboard=PhoneClipboard(),
        clock=clock,
        conditions=NetworkConditions(preferences),
        display=Display(preferences),
        favourites=Favourites(preferences),
        identity=SimulatedIdentity(preferences),
        location=location,
        motion=Motion(preferences),
        network=FixtureNetwork((), clock.after),
        replay=Replay(location, clock),
        profile=SimulatedProfile(preferences, folder / "me"),
        sockets=NoSockets(clock.after),
        steps=SimulatedSteps(preferences, clock.now),
        switches=Switches(preferences),
        traffic=Traffic(clock),
    )
