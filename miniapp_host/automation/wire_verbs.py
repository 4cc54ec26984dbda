"""Everything that a client of the wire can ask, by method."""

from miniapp_host.automation.driven import Driven
from miniapp_host.automation.params import Params
from miniapp_host.automation.phone_verbs import verbs_of_phone
from miniapp_host.automation.requests import Verb
from miniapp_host.automation.service_verbs import ServiceVerbs
from miniapp_host.automation.token import with_token
from miniapp_host.automation.tool_verbs import ToolVerbs
from miniapp_host.automation.wire_server import WireServer
from miniapp_host.permissions.decisions import Actor
from miniapp_host.phone.options import Options


def verbs_of_wire(
    driven: Driven, options: Options, token: str, wire: WireServer
) -> dict[str, Verb]:
    """The protocol's verbs, and the phone's own for whoever says `token`, over `wire`.

    The phone's own mean the program that is driven where a request names no "appid".
    """
    own = verbs_of_phone(driven.phone, options, Actor.SCRIPT)
    meant = {method: _meaning(driven.id, verb) for method, verb in own.items()}
    return {
        **with_token(meant, token),
        **ToolVerbs(driven, wire.stop).verbs(),
        **ServiceVerbs(driven, wire.tell).verbs(),
    }


def _meaning(appid: str, verb: Verb) -> Verb:
    def meaning(params: Params) -> object:
        return verb(params if params.has("appid") else params.having("appid", appid))

    return meaning
