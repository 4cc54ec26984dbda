"""The owner's phone number, which `<button open-type="getPhoneNumber">` and its kin ask for.

The person is asked at every tap and no decision is kept. There is no function of `wx` for it.
"""

import secrets
from collections.abc import Callable

from miniapp_host.api.calls.call import Call, CallError, Errno
from miniapp_host.api.calls.endpoint import Endpoint
from miniapp_host.api.calls.screen import Confirmation, Matter
from miniapp_host.api.owner.user_data import encrypted
from miniapp_host.devices.clock import Clock
from miniapp_host.devices.profile import SimulatedProfile
from miniapp_host.texts import Text

COUNTRY = "86"
"""The pretend owner's number is one of mainland China."""


class PhoneNumber:
    """Hands out the number as a program's server reads it.

    `session_key` gives the key of a program that its server would have.
    """

    def __init__(
        self, owner: SimulatedProfile, session_key: Callable[[str], str], clock: Clock
    ) -> None:
        self._owner = owner
        self._session_key = session_key
        self._clock = clock

    def endpoints(self) -> tuple[Endpoint, ...]:
        """The buttons' calls."""
        return (
            Endpoint("getPhoneNumber", self.tell, guarded=True, internal=True),
            Endpoint("getRealtimePhoneNumber", self.verify, guarded=True, internal=True),
        )

    def tell(self, call: Call) -> None:
        """Ask, and answer with a code and the encrypted number."""
        self._ask(call, self._encrypted)

    def verify(self, call: Call) -> None:
        """Ask, and answer with a code alone."""
        self._ask(call, lambda _call, _number: {})

    def _ask(self, call: Call, answer: Callable[[Call, str], dict[str, object]]) -> None:
        number = self._owner.profile.phone_number

        def on_answer(allowed: bool) -> None:
            if not allowed:
                raise CallError("user deny", Errno.AUTH_DENIED)
            call.ok({"code": secrets.token_hex(32), **answer(call, number)})

        asked = _question(call.session.package.name, number)
        call.session.screen.confirm(asked, call.later(on_answer))

    def _encrypted(self, call: Call, number: str) -> dict[str, object]:
        """The number as the server decrypts it with the program's session key."""
        session = call.session
        watermark = {"timestamp": int(self._clock.now()), "appid": session.package.appid}
        data = {"phoneNumber": number, "purePhoneNumber": number, "countryCode": COUNTRY}
        return encrypted({**data, "watermark": watermark}, self._session_key(session.program))


def _question(program: str, number: str) -> Confirmation:
    return Confirmation(
        matter=Matter.PHONE_NUMBER,
        title=Text("Share your phone number", "申请获取并验证你的手机号"),
        facts=((Text("Program", "小程序"), program), (Text("Number", "号码"), number)),
        confirm=Text("Allow", "允许"),
        cancel=Text("Reject", "拒绝"),
        note=Text(
            "It is the pretend owner's. The program's real server can't exchange the code.",
            "这是模拟机主的号码。小程序真正的服务器无法用返回的 code 换取它。",
        ),
    )
