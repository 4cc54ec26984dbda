"""All devices of the pretend phone together."""

from dataclasses import dataclass

from miniapp_host.devices.album import Album
from miniapp_host.devices.battery import Battery
from miniapp_host.devices.books import Books
from miniapp_host.devices.clipboard import Clipboard
from miniapp_host.devices.clock import Clock
from miniapp_host.devices.conditions import NetworkConditions
from miniapp_host.devices.display import Display
from miniapp_host.devices.favourites import Favourites
from miniapp_host.devices.identity import SimulatedIdentity
from miniapp_host.devices.location import SimulatedLocation
from miniapp_host.devices.motion import Motion
from miniapp_host.devices.network import Network
from miniapp_host.devices.profile import SimulatedProfile
from miniapp_host.devices.replay import Replay
from miniapp_host.devices.sockets import Sockets
from miniapp_host.devices.steps import SimulatedSteps
from miniapp_host.devices.switches import Switches
from miniapp_host.devices.traffic import Traffic


@dataclass(frozen=True)
class Devices:
    """All devices of the pretend phone."""

    album: Album
    battery: Battery
    books: Books
    clipboard: Clipboard
    clock: Clock
    conditions: NetworkConditions
    display: Display
    favourites: Favourites
    identity: SimulatedIdentity
    location: SimulatedLocation
    motion: Motion
    network: Network
    profile: SimulatedProfile
    replay: Replay
    sockets: Sockets
    steps: SimulatedSteps
    switches: Switches
    traffic: Traffic
