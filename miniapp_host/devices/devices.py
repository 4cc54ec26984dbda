"""All devices of the pretend phone together."""

from dataclasses import dataclass

from miniapp_host.devices.battery import Battery
from miniapp_host.devices.clipboard import Clipboard
from miniapp_host.devices.clock import Clock
from miniapp_host.devices.conditions import NetworkConditions
from miniapp_host.devices.display import Display
from miniapp_host.devices.favourites import Favourites
from miniapp_host.devices.identity import SimulatedIdentity
from miniapp_host.devices.motion import Motion
from miniapp_host.devices.network import Network
from miniapp_host.devices.own_devices import OwnDevices
from miniapp_host.devices.replay import Replay
from miniapp_host.devices.sockets import Sockets
from miniapp_host.devices.traffic import Traffic


@dataclass(frozen=True)
class Devices(OwnDevices):
    """All devices of the pretend phone: those of its settings, and what programs use besides."""

    battery: Battery
    clipboard: Clipboard
    clock: Clock
    conditions: NetworkConditions
    display: Display
    favourites: Favourites
    identity: SimulatedIdentity
    motion: Motion
    network: Network
    replay: Replay
    sockets: Sockets
    traffic: Traffic
