"""wx.getImageInfo: what is known of a picture of the program, the network or a data URL."""

import base64
import binascii

from miniapp_host.api.calls.call import Call, CallError
from miniapp_host.api.calls.endpoint import Endpoint, Parameter
from miniapp_host.api.calls.session import Session
from miniapp_host.api.files.file_places import make_temporary_room
from miniapp_host.api.files.local_files import is_remote, local_file
from miniapp_host.api.network.domains import DomainRule
from miniapp_host.api.network.network_task import fetch, network_failure
from miniapp_host.devices.network import Download, Network, Request
from miniapp_host.devices.pictures import read_picture

WRONG_TYPE = "invalid file type"
_SUFFIXES = {
    b"\xff\xd8": ".jpg",
    b"GI": ".gif",
    b"RI": ".webp",
    b"BM": ".bmp",
}


class PictureInfo:
    """Describes pictures; one of the network becomes a temporary file of the program."""

    def __init__(self, network: Network, domains: DomainRule) -> None:
        self._network = network
        self._domains = domains

    def endpoints(self) -> tuple[Endpoint, ...]:
        """The family's calls."""
        return (Endpoint("getImageInfo", self.describe, parameters=(Parameter("src"),)),)

    def describe(self, call: Call) -> None:
        """Answer size and kind; the result's `path` can be drawn on a canvas.

        Raises CallError if it is no picture.
        """
        source = call.string("src")
        if is_remote(source):
            self._download(call, source)
        elif source.startswith("data:"):
            _answer(call, keep_picture(call.session, decoded_base64(source)))
        else:
            _answer(call, source)

    def _download(self, call: Call, source: str) -> None:
        try:
            asked = Request(source, picture=True, program=call.session.program)
            request = self._domains.bound(call, asked)
        except CallError as problem:
            raise _not_downloaded(problem) from None
        fetch(call.session, self._network, request, call.later(_Downloaded(call).described))


class _Downloaded:
    """Waits for one picture of the network."""

    def __init__(self, call: Call) -> None:
        self._call = call

    def described(self, download: Download) -> None:
        if download.trouble is not None:
            raise _not_downloaded(network_failure(download.trouble))
        if download.head.status >= 400:
            raise _not_downloaded(CallError(str(download.head.status)))
        _answer(self._call, keep_picture(self._call.session, download.body))


def _not_downloaded(problem: CallError) -> CallError:
    return CallError(f"download image fail. reason: {problem.reason}", problem.errno)


def keep_picture(session: Session, body: bytes) -> str:
    """The URL of a new temporary file with that picture; its bytes decide on the suffix.

    Raises CallError if it is no picture, or one too many.
    """
    make_temporary_room(session, len(body))
    file, url = session.files.new_temporary(_SUFFIXES.get(body[:2], ".png"))
    file.write_bytes(body)
    if read_picture(file) is None:
        file.unlink()
        raise CallError(WRONG_TYPE)
    return url


def decoded_base64(data: str) -> bytes:
    """The bytes of base64, with or without the prefix of a data URL; raises CallError."""
    try:
        return base64.b64decode(data.rpartition(",")[2], validate=True)
    except (binascii.Error, ValueError):
        raise CallError("the data is no base64") from None


def _answer(call: Call, source: str) -> None:
    picture = read_picture(local_file(call.session, source))
    if picture is None:
        raise CallError(WRONG_TYPE)
    call.ok(
        {
            "width": picture.width,
            "height": picture.height,
            "path": source,
            "orientation": picture.orientation,
            "type": picture.kind,
        }
    )
