"""All of `wx` in one dispatcher: the one place that knows every family."""

from typing import Protocol

from miniapp_host.api.calls.asking import Asking
from miniapp_host.api.calls.authorization import Authorization
from miniapp_host.api.calls.cause_lines import CauseLines
from miniapp_host.api.calls.dispatcher import Dispatcher
from miniapp_host.api.calls.endpoint import Endpoint
from miniapp_host.api.calls.journal import Journal
from miniapp_host.api.calls.privacy import Privacy
from miniapp_host.api.files.disk import Disk
from miniapp_host.api.files.file_system import FileSystem
from miniapp_host.api.files.storage import Storage
from miniapp_host.api.media.album import Pictures
from miniapp_host.api.media.camera import Camera
from miniapp_host.api.media.live_media import LiveMedia
from miniapp_host.api.media.message_files import MessageFiles
from miniapp_host.api.media.picture_info import PictureInfo
from miniapp_host.api.media.recorder import Recorder
from miniapp_host.api.media.videos import Videos
from miniapp_host.api.network.cloud import Cloud
from miniapp_host.api.network.domains import DomainRule, Domains
from miniapp_host.api.network.network import NetworkCalls
from miniapp_host.api.network.sockets import SocketCalls
from miniapp_host.api.owner.address_book import AddressBook
from miniapp_host.api.owner.phone_number import PhoneNumber
from miniapp_host.api.owner.sharing import Sharing
from miniapp_host.api.owner.steps import Steps
from miniapp_host.api.owner.user import User
from miniapp_host.api.owner.wallet import Wallet
from miniapp_host.api.phone.bluetooth import Bluetooth
from miniapp_host.api.phone.clipboard import ClipboardData
from miniapp_host.api.phone.hardware import Hardware
from miniapp_host.api.phone.interaction import Interaction
from miniapp_host.api.phone.other_programs import Neighbours, OtherPrograms
from miniapp_host.api.phone.outside import Outside
from miniapp_host.api.phone.sensors import Sensors
from miniapp_host.api.phone.system import System
from miniapp_host.api.places.location import Location
from miniapp_host.api.places.map_location import MapLocation
from miniapp_host.api.places.places import Places
from miniapp_host.devices.devices import Devices
from miniapp_host.permissions.broker import Broker
from miniapp_host.permissions.store import PermissionStore


class Family(Protocol):
    """Calls that belong together."""

    def endpoints(self) -> tuple[Endpoint, ...]:
        """What answers them."""
        ...


def make_dispatcher(
    devices: Devices,
    store: PermissionStore,
    broker: Broker,
    neighbours: Neighbours,
    domains: Domains | None = None,
) -> Dispatcher:
    """Every call that this host answers, behind the checks that guard it."""
    asking, privacy = Asking(broker, devices.profile), Privacy(devices.clock)
    rule = DomainRule(domains, devices.traffic)
    at_once = (
        Storage(),
        System(devices),
        Hardware(devices.conditions, devices.battery),
        FileSystem(devices.clock),
    )
    families: tuple[Family, ...] = (
        Authorization(store, asking, privacy),
        privacy,
        *_of_places(devices, store),
        *_of_media(devices, store, rule),
        *_of_network(devices, rule),
        *_of_owner(devices, asking),
        *_of_phone(devices, store, neighbours),
        Disk(),
        *at_once,
    )
    return Dispatcher(
        [endpoint for family in families for endpoint in family.endpoints()],
        [one for family in at_once for one in family.sync_endpoints()],
        asking,
        privacy,
        devices.switches,
        journal=Journal(devices.clock.now),
        causes=CauseLines(store),
    )


def _of_places(devices: Devices, store: PermissionStore) -> tuple[Family, ...]:
    return (
        Location(devices.location, devices.switches, store, devices.clock),
        MapLocation(devices.location, devices.switches, store, devices.clock),
        Places(devices.location),
    )


def _of_media(devices: Devices, store: PermissionStore, rule: DomainRule) -> tuple[Family, ...]:
    return (
        Pictures(devices.album),
        PictureInfo(devices.network, rule),
        Videos(),
        MessageFiles(),
        Camera(store, devices.switches),
        Recorder(store, devices.switches, devices.clock),
        LiveMedia(store, devices.switches),
    )


def _of_network(devices: Devices, rule: DomainRule) -> tuple[Family, ...]:
    return (
        NetworkCalls(devices.network, rule),
        Cloud(devices.network),
        SocketCalls(devices.sockets, rule),
    )


def _of_owner(devices: Devices, asking: Asking) -> tuple[Family, ...]:
    user = User(devices.profile, asking, devices.clock)
    return (
        user,
        Steps(devices.steps, user.session_key, devices.clock),
        Sharing(user.session_key, devices.clock),
        PhoneNumber(devices.profile, user.session_key, devices.clock),
        Wallet(devices.books),
        AddressBook(devices.books),
    )


def _of_phone(
    devices: Devices, store: PermissionStore, neighbours: Neighbours
) -> tuple[Family, ...]:
    return (
        Bluetooth(store, devices.switches),
        Outside(),
        OtherPrograms(neighbours),
        Interaction(),
        Sensors(devices.motion),
        ClipboardData(devices.clipboard),
    )
