"""wx.cloud: there is no cloud here. Fixtures may play one; without them every call fails.

What a program asks of it is an address (`cloud://function/NAME`, say; all of them stand in
resources/docs/network.md) and a method; the service makes of the answer what the call gives.
"""

import json
from collections.abc import Callable

from miniapp_host.api.calls.call import Call, CallError, Errno
from miniapp_host.api.calls.endpoint import Endpoint, Parameter
from miniapp_host.api.network.network import keep_download
from miniapp_host.api.network.network_task import fetch
from miniapp_host.devices.network import Download, Network, Purpose, Request

_SCHEME = "cloud://"


class Cloud:
    """Asks the network device; only one made of fixtures knows such addresses."""

    def __init__(self, network: Network) -> None:
        self._network = network

    def endpoints(self) -> tuple[Endpoint, ...]:
        """The family's calls, all of them the service's."""
        url = (Parameter("url"),)
        return (
            Endpoint("askCloud", self.ask, parameters=url, internal=True),
            Endpoint("fetchFromCloud", self.fetch, parameters=url, internal=True),
        )

    def ask(self, call: Call) -> None:
        """Answer with `data`, parsed if it is JSON; the call fails without an answer."""
        self._get(call, lambda download: call.ok({"data": _value(download.body)}))

    def fetch(self, call: Call) -> None:
        """Answer with a temporary file; the call fails without an answer."""

        def on_end(download: Download) -> None:
            file = keep_download(call.session, call.string("url"), download)
            call.ok({"tempFilePath": file, "statusCode": download.head.status})

        self._get(call, on_end)

    def _get(self, call: Call, on_answer: Callable[[Download], None]) -> None:
        def on_end(download: Download) -> None:
            if download.trouble is not None or download.head.status >= 400:
                raise CallError("not supported", Errno.NOT_SUPPORTED)
            on_answer(download)

        url, method = call.string("url"), call.string("method", "GET")
        if not url.startswith(_SCHEME):  # no other address is asked past the rule of domains
            raise CallError("not supported", Errno.NOT_SUPPORTED)
        request = Request(url, method, purpose=Purpose.CLOUD)
        fetch(call.session, self._network, request, call.later(on_end))


def _value(body: bytes) -> object:
    text = body.decode("utf-8", "replace")
    try:
        return json.loads(text)
    except ValueError:
        return text
