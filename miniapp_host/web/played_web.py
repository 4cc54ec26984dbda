"""Pictures, sounds and fonts of the web for pages whose web is played by the host (fixtures).

The wall sends their requests to `/__network/<kind>/<url>`; here they are answered.
"""

from collections.abc import Callable
from urllib.parse import quote, unquote

from miniapp_host.devices.network import Collector, Download, Network, Request
from miniapp_host.programs.source import Resource

NETWORK = "/__network/"
_PICTURE = "picture"
_OTHER = "other"

Fetch = Callable[[str, Callable[[Resource | None], None]], None]


def played_path(url: str, *, picture: bool) -> str:
    """Where a request for `url` (percent-encoded) goes instead."""
    return f"{NETWORK}{_PICTURE if picture else _OTHER}/{quote(url, safe='')}"


class PlayedWeb:
    """Answers such paths with what `network` has."""

    def __init__(self, network: Network) -> None:
        self._network = network

    def fetch(self, path: str, on_resource: Callable[[Resource | None], None]) -> None:
        """`path` percent-encoded as made by `played_path`; None: there is nothing."""
        kind, _, coded = path.removeprefix(NETWORK).partition("/")

        def ended(download: Download) -> None:
            on_resource(_resource(download))

        request = Request(unquote(coded), picture=kind == _PICTURE)
        self._network.send(request, Collector(ended))


def _resource(download: Download) -> Resource | None:
    if download.trouble is not None or download.head.status >= 400:
        return None
    return Resource(download.body, download.head.header("content-type", "image/png"))
