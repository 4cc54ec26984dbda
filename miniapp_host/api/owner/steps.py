"""wx.getWeRunData: the owner's steps, encrypted as the program's own server expects them."""

from collections.abc import Callable

from miniapp_host.api.calls.call import Call
from miniapp_host.api.calls.endpoint import Endpoint
from miniapp_host.api.owner.user_data import encrypted
from miniapp_host.devices.clock import Clock
from miniapp_host.devices.steps import SimulatedSteps


class Steps:
    """`session_key` gives the key of a program that its server would have."""

    def __init__(
        self, walked: SimulatedSteps, session_key: Callable[[str], str], clock: Clock
    ) -> None:
        self._walked = walked
        self._session_key = session_key
        self._clock = clock

    def endpoints(self) -> tuple[Endpoint, ...]:
        """The family's call."""
        return (Endpoint("getWeRunData", self.tell, guarded=True),)

    def tell(self, call: Call) -> None:
        """Answer with the steps of 31 days, the oldest first."""
        days = [{"timestamp": day, "step": steps} for day, steps in self._walked.history()]
        watermark = {"timestamp": int(self._clock.now()), "appid": call.session.package.appid}
        data = {"stepInfoList": days, "watermark": watermark}
        call.ok(encrypted(data, self._session_key(call.session.program)))
