"""All of `wx` in one dispatcher: the one place that knows every family."""

from dataclasses import dataclass

from miniapp_host.api.album import Pictures
from miniapp_host.api.asking import Asking
from miniapp_host.api.authorization import Authorization
from miniapp_host.api.clipboard import ClipboardData
from miniapp_host.api.dispatcher import Dispatcher
from miniapp_host.api.interaction import Interaction
from miniapp_host.api.location import Location
from miniapp_host.api.storage import Storage
from miniapp_host.api.system import System
from miniapp_host.api.user import User
from miniapp_host.devices.album import Album
from miniapp_host.devices.clipboard import Clipboard
from miniapp_host.devices.clock import Clock
from miniapp_host.devices.location import SimulatedLocation
from miniapp_host.devices.profile import SimulatedProfile
from miniapp_host.devices.switches import Switches
from miniapp_host.permissions.broker import Broker
from miniapp_host.permissions.store import PermissionStore


@dataclass(frozen=True)
class Devices:
    """What the pretend phone is made of."""

    album: Album
    clipboard: Clipboard
    clock: Clock
    location: SimulatedLocation
    profile: SimulatedProfile
    switches: Switches


def make_dispatcher(devices: Devices, store: PermissionStore, broker: Broker) -> Dispatcher:
    """Every call that this host answers, behind the checks that guard it."""
    asking = Asking(broker, devices.profile)
    storage, system = Storage(), System(devices.switches)
    location = Location(devices.location, devices.switches, store, devices.clock)
    families = (
        Authorization(store, asking),
        location,
        Pictures(devices.album),
        User(devices.profile, asking, devices.clock),
        Interaction(),
        storage,
        system,
        ClipboardData(devices.clipboard),
    )
    return Dispatcher(
        [endpoint for family in families for endpoint in family.endpoints()],
        [*storage.sync_endpoints(), *system.sync_endpoints()],
        asking,
        devices.switches,
    )
