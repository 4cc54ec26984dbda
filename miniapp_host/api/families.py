"""All of `wx` in one dispatcher: the one place that knows every family."""

from dataclasses import dataclass

from miniapp_host.api.address_book import AddressBook
from miniapp_host.api.album import Pictures
from miniapp_host.api.asking import Asking
from miniapp_host.api.authorization import Authorization
from miniapp_host.api.bluetooth import Bluetooth
from miniapp_host.api.camera import Camera
from miniapp_host.api.clipboard import ClipboardData
from miniapp_host.api.cloud import Cloud
from miniapp_host.api.disk import Disk
from miniapp_host.api.dispatcher import Dispatcher
from miniapp_host.api.domains import Domains
from miniapp_host.api.file_system import FileSystem
from miniapp_host.api.hardware import Hardware
from miniapp_host.api.interaction import Interaction
from miniapp_host.api.live_media import LiveMedia
from miniapp_host.api.location import Location
from miniapp_host.api.map_location import MapLocation
from miniapp_host.api.message_files import MessageFiles
from miniapp_host.api.network import NetworkCalls
from miniapp_host.api.other_programs import Neighbours, OtherPrograms
from miniapp_host.api.outside import Outside
from miniapp_host.api.picture_info import PictureInfo
from miniapp_host.api.places import Places
from miniapp_host.api.privacy import Privacy
from miniapp_host.api.recorder import Recorder
from miniapp_host.api.sharing import Sharing
from miniapp_host.api.sockets import SocketCalls
from miniapp_host.api.steps import Steps
from miniapp_host.api.storage import Storage
from miniapp_host.api.system import System
from miniapp_host.api.user import User
from miniapp_host.api.videos import Videos
from miniapp_host.api.wallet import Wallet
from miniapp_host.devices.album import Album
from miniapp_host.devices.books import Books
from miniapp_host.devices.clipboard import Clipboard
from miniapp_host.devices.clock import Clock
from miniapp_host.devices.location import SimulatedLocation
from miniapp_host.devices.network import Network
from miniapp_host.devices.profile import SimulatedProfile
from miniapp_host.devices.sockets import Sockets
from miniapp_host.devices.steps import SimulatedSteps
from miniapp_host.devices.switches import Switches
from miniapp_host.permissions.broker import Broker
from miniapp_host.permissions.store import PermissionStore


@dataclass(frozen=True)
class Devices:
    """What the pretend phone is made of."""

    album: Album
    books: Books
    clipboard: Clipboard
    clock: Clock
    location: SimulatedLocation
    network: Network
    profile: SimulatedProfile
    sockets: Sockets
    steps: SimulatedSteps
    switches: Switches


def make_dispatcher(
    devices: Devices,
    store: PermissionStore,
    broker: Broker,
    neighbours: Neighbours,
    domains: Domains | None = None,
) -> Dispatcher:
    """Every call that this host answers, behind the checks that guard it."""
    asking, privacy = Asking(broker, devices.profile), Privacy(devices.clock)
    storage, system, hardware = Storage(), System(devices.switches), Hardware()
    files = FileSystem()
    user = User(devices.profile, asking, devices.clock)
    location = Location(devices.location, devices.switches, store, devices.clock)
    families = (
        Authorization(store, asking, privacy),
        privacy,
        location,
        MapLocation(devices.location, devices.switches, store, devices.clock),
        Places(devices.location),
        Pictures(devices.album),
        PictureInfo(devices.network),
        Videos(),
        Disk(),
        MessageFiles(),
        NetworkCalls(devices.network, domains),
        Cloud(devices.network),
        SocketCalls(devices.sockets, domains),
        files,
        user,
        Steps(devices.steps, user.session_key, devices.clock),
        Sharing(user.session_key, devices.clock),
        Wallet(devices.books),
        AddressBook(devices.books),
        Bluetooth(devices.switches),
        Camera(store),
        Recorder(store, devices.clock),
        LiveMedia(store, asking),
        hardware,
        Outside(),
        OtherPrograms(neighbours),
        Interaction(),
        storage,
        system,
        ClipboardData(devices.clipboard),
    )
    at_once = (storage, system, hardware, files)
    return Dispatcher(
        [endpoint for family in families for endpoint in family.endpoints()],
        [one for family in at_once for one in family.sync_endpoints()],
        asking,
        privacy,
        devices.switches,
    )
