"""Makes the devices that programs use, once for the whole phone."""

from PySide6.QtCore import QObject

from miniapp_host.devices.avatars import NetworkWithAvatars
from miniapp_host.devices.bounded_network import BoundedNetwork
from miniapp_host.devices.clipboard import PhoneClipboard
from miniapp_host.devices.clock import Clock
from miniapp_host.devices.closed_port import ClosedPortNetwork, ClosedPortSockets
from miniapp_host.devices.devices import Devices
from miniapp_host.devices.favourites import Favourites
from miniapp_host.devices.fixtures import FixtureNetwork
from miniapp_host.devices.following_network import FollowingNetwork
from miniapp_host.devices.identity import SimulatedIdentity
from miniapp_host.devices.motion import Motion
from miniapp_host.devices.network import Network
from miniapp_host.devices.replay import Replay
from miniapp_host.devices.sockets import NoSockets, Sockets
from miniapp_host.devices.traced import TracedNetwork, TracedSockets
from miniapp_host.devices.traffic import Traffic
from miniapp_host.devices.weak_network import WeakNetwork
from miniapp_host.devices.weak_sockets import WeakSockets
from miniapp_host.phone.memory import PhoneMemory
from miniapp_host.phone.options import Options
from miniapp_host.phone.qt_network import QtNetwork
from miniapp_host.phone.qt_sockets import QtSockets
from miniapp_host.phone.square_picture import square_png


def make_devices(memory: PhoneMemory, options: Options, clock: Clock, parent: QObject) -> Devices:
    """The devices; the network is the real one unless `options` give fixtures.

    `parent` owns their objects of Qt.
    """
    preferences = memory.preferences
    own = memory.own_devices
    conditions = memory.conditions
    traffic = Traffic(clock, played=options.played is not None)
    network, sockets = _ways_out(options, clock, parent)
    known = NetworkWithAvatars(network, own.profile, square_png, clock.after)
    weak = WeakNetwork(known, conditions, clock)
    bounded = BoundedNetwork(FollowingNetwork(weak, clock), clock)
    return Devices(
        album=own.album,
        battery=memory.battery,
        books=own.books,
        clipboard=PhoneClipboard(),
        clock=clock,
        conditions=conditions,
        display=memory.display,
        favourites=Favourites(preferences),
        identity=SimulatedIdentity(preferences),
        location=own.location,
        motion=Motion(preferences),
        network=TracedNetwork(bounded, traffic),
        profile=own.profile,
        replay=Replay(own.location, clock),
        sockets=TracedSockets(WeakSockets(sockets, conditions, clock), traffic),
        steps=own.steps,
        switches=own.switches,
        traffic=traffic,
    )


def _ways_out(options: Options, clock: Clock, parent: QObject) -> tuple[Network, Sockets]:
    """The real network or the fixtures; without the ports at which the phone itself listens."""
    if options.played is not None:
        return FixtureNetwork(options.played, clock.after), NoSockets(clock.after)
    return (
        ClosedPortNetwork(QtNetwork(parent), options.own_ports, clock.after),
        ClosedPortSockets(QtSockets(parent), options.own_ports, clock.after),
    )
