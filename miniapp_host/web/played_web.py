"""Requests of pages to the web that the host answers itself: all (fixtures), or the avatar's.

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
    """The path to which a request for `url` (percent-encoded) is redirected."""
    return f"{NETWORK}{_PICTURE if picture else _OTHER}/{quote(url, safe='')}"


class PlayedWeb:
    """Answers requests at such paths from `network`.

    `whole`: of every address; else only of those that the phone itself answers for, its owner's
    avatar, and pages load all others from the web.
    """

    def __init__(self, network: Network, *, whole: bool) -> None:
        self._network = network
        self._whole = whole

    def plays(self, url: str) -> bool:
        """Whether the host answers for `url` (percent-encoded)."""
        return self._whole or is_avatar_url(url)

    def fetch(self, path: str, on_resource: Callable[[Resource | None], None]) -> None:
        """Call back with the answer for `path` (of `played_path`), None if there is none."""
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
