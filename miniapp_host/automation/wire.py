"""The wire of one program, put together: the server, what it answers, what it tells unasked."""

from miniapp_host.automation.driven import Driven
from miniapp_host.automation.prompt_events import PromptEvents
from miniapp_host.automation.requests import Requests
from miniapp_host.automation.wire_server import WireServer
from miniapp_host.automation.wire_verbs import verbs_of_wire
from miniapp_host.phone.options import Options


def wire_of(driven: Driven, options: Options, token: str) -> WireServer:
    """A server that does not listen yet; it belongs to the phone, which runs with `options`."""
    server = WireServer(
        Requests(lambda: verbs_of_wire(driven, options, token, server)), driven.phone
    )
    PromptEvents(driven, server.tell)
    return server
