"""What pages load from the web and the host plays: all of it (fixtures), or the owner's avatar.

The wall sends their requests to `/__network/<kind>/<url>`; here they are answered.
"""

from collections.abc import Callable
from urllib.parse import quote, unquote

from miniapp_host.devices.avatars import is_avatar_url
from miniapp_host.devices.network import Collector, Download, Network, Request
from miniapp_host.programs.source import Resource

NETWORK = "/__network/"
_PICTURE = "picture"
_OTHER = "other"

Fetch = Callable[[str, Callable[[Resource | None], None]], None]
Plays = Callable[[str], bool]


def played_path(url: str, *, picture: bool) -> str:
    """Where a request for `url` (percent-encoded) goes instead."""
    return f"{NETWORK}{_PICTURE if picture else _OTHER}/{quote(url, safe='')}"


class PlayedWeb:
    """Answers such paths with what `network` has.

    `whole`: of every address; else only of those that the phone itself answers for, its owner's
    avatar, and pages load all others from the web.
    """

    def __init__(self, network: Network, *, whole: bool) -> None:
        self._network = network
        self._whole = whole

    def plays(self, url: str) -> bool:
        """Whether `url` (percent-encoded) is answered here."""
        return self._whole or is_avatar_url(url)

    def fetch(self, path: str, on_resource: Callable[[Resource | None], None]) -> None:
        """`path` percent-encoded as made by `played_path`; None: there is nothing."""
        kind, _, coded = path.removeprefix(NETWORK).partition("/")
        url = unquote(coded)
        if not self.plays(url):
            on_resource(None)
            return

        def ended(download: Download) -> None:
            on_resource(_resource(download))

        self._network.send(Request(url, picture=kind == _PICTURE), Collector(ended))


def _resource(download: Download) -> Resource | None:
    if download.trouble is not None or download.head.status >= 400:
        return None
    return Resource(download.body, download.head.header("content-type", "image/png"))
