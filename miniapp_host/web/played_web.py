"""Requests of pages to the web that the host answers itself: all (fixtures), or the avatar's.

The wall sends their requests to `/__network/<kind>/<url>`; here they are answered.
"""

from collections.abc import Callable
from urllib.parse import quote, unquote

from miniapp_host.devices.avatars import is_avatar_url
from miniapp_host.devices.closed_port import OwnPorts
from miniapp_host.devices.conditions import NetworkConditions
from miniapp_host.devices.network import Collector, Download, Network, Request
from miniapp_host.programs.source import Resource

NETWORK = "/__network/"
_NO_PORTS = OwnPorts()
_PICTURE = "picture"
_OTHER = "other"

Fetch = Callable[[str, Callable[[Resource | None], None]], None]
Plays = Callable[[str], bool]


def played_path(url: str, *, picture: bool) -> str:
    """The path to which a request for `url` (percent-encoded) is redirected."""
    return f"{NETWORK}{_PICTURE if picture else _OTHER}/{quote(url, safe='')}"


class PlayedWeb:
    """Answers requests at such paths from `network`.

    `whole`: of every address; else only of those that the phone itself answers for, its owner's
    avatar, and pages load all others from the web. While `conditions` are bad, what the program's
    pages show comes over the phone's network, too, and so feels them.
    """

    def __init__(
        self,
        network: Network,
        conditions: NetworkConditions,
        *,
        whole: bool,
        program: str = "",
        own_ports: OwnPorts = _NO_PORTS,
    ) -> None:
        """`program` is the id of the program whose pages ask, `own_ports` are closed to them."""
        self._network = network
        self._conditions = conditions
        self._whole = whole
        self._program = program
        self._own_ports = own_ports

    @property
    def cut(self) -> bool:
        """Whether nothing may come from the web, as the phone is offline."""
        return not self._conditions.present.online

    def leads_to_phone(self, url: str) -> bool:
        """Whether `url` (percent-encoded) leads to a port at which the phone itself listens."""
        return self._own_ports.are_meant_by(url)

    def plays(self, url: str) -> bool:
        """Whether the host answers for `url` (percent-encoded) wherever it is asked for."""
        return self._whole or is_avatar_url(url)

    def plays_shown(self, url: str) -> bool:
        """Whether the host answers for `url` where a page of the program shows it."""
        return self._conditions.present.limited or self.plays(url)

    def fetch(self, path: str, on_resource: Callable[[Resource | None], None]) -> None:
        """Call back with the answer for `path` (of `played_path`), None if there is none."""
        kind, _, coded = path.removeprefix(NETWORK).partition("/")
        url = unquote(coded)
        if not self.plays_shown(url):
            on_resource(None)
            return

        def ended(download: Download) -> None:
            on_resource(_resource(download))

        request = Request(url, picture=kind == _PICTURE, program=self._program)
        self._network.send(request, Collector(ended))


def _resource(download: Download) -> Resource | None:
    if download.trouble is not None or download.head.status >= 400:
        return None
    return Resource(download.body, download.head.header("content-type", "image/png"))
