"""wx.getShareInfo: the group that a card was shared to, encrypted for the program's server."""

import base64
import hashlib
from collections.abc import Callable

from miniapp_host.api.calls.call import Call, CallError, Errno
from miniapp_host.api.calls.endpoint import Endpoint, Parameter
from miniapp_host.api.owner.user_data import encrypted
from miniapp_host.devices.clock import Clock


class Sharing:
    """Gives each ticket a made-up group, as there are no groups here.

    `session_key` gives the key of a program that its server would have.
    """

    def __init__(self, session_key: Callable[[str], str], clock: Clock) -> None:
        self._session_key = session_key
        self._clock = clock

    def endpoints(self) -> tuple[Endpoint, ...]:
        """The family's call."""
        return (Endpoint("getShareInfo", self.tell, parameters=(Parameter("shareTicket"),)),)

    def tell(self, call: Call) -> None:
        """Answer with the group of the ticket, always the same one.

        Raises CallError without a ticket.
        """
        ticket = call.string("shareTicket")
        if not ticket:
            raise CallError("parameter error: shareTicket is empty", Errno.PARAMETER)
        session = call.session
        watermark = {"timestamp": int(self._clock.now()), "appid": session.package.appid}
        data = {"openGId": _group_id(session.program, ticket), "watermark": watermark}
        call.ok(encrypted(data, self._session_key(session.program)))


def _group_id(program: str, ticket: str) -> str:
    """An id of 28 characters, like those of the phone."""
    digest = hashlib.sha256(f"group of {ticket} in {program}".encode()).digest()
    return "G" + base64.urlsafe_b64encode(digest).decode("ascii")[:27]
