"""wx.startAccelerometer and its kin: the attitude, of which the service makes compass and motion.

The service reads it at the platform's rates; only what changed travels, as the event `attitude`.
"""

from miniapp_host.api.calls.call import Call
from miniapp_host.api.calls.endpoint import Endpoint
from miniapp_host.api.calls.session import Session
from miniapp_host.devices.motion import Attitude, Motion

SENSORS = {
    "startAccelerometer": "stopAccelerometer",
    "startCompass": "stopCompass",
    "startGyroscope": "stopGyroscope",
    "startDeviceMotionListening": "stopDeviceMotionListening",
}


class Sensors:
    """Keeps which sensors of which programs run; each of them follows the attitude."""

    def __init__(self, motion: Motion) -> None:
        self._motion = motion
        self._running: dict[Session, set[str]] = {}
        motion.watch(self._tell)

    def endpoints(self) -> tuple[Endpoint, ...]:
        """The family's calls."""
        starts = (Endpoint(start, self.start) for start in SENSORS)
        return (*starts, *(self._stop(start, stop) for start, stop in SENSORS.items()))

    def start(self, call: Call) -> None:
        """Answer the attitude to the service, and tell each change from now on."""
        session = call.session
        if session not in self._running:
            self._running[session] = set()
            session.when_closed(lambda: self._forget(session))
        self._running[session].add(call.name)
        call.ok(degrees(self._motion.attitude))

    def _stop(self, start: str, name: str) -> Endpoint:
        def stop(call: Call) -> None:
            self._running.get(call.session, set()).discard(start)
            call.ok()

        return Endpoint(name, stop)

    def _forget(self, session: Session) -> None:
        self._running.pop(session, None)

    def _tell(self, attitude: Attitude) -> None:
        for session, sensors in self._running.items():
            if sensors:
                session.emit("attitude", degrees(attitude))


def degrees(attitude: Attitude) -> dict[str, object]:
    """The angles, and the heading that a compass reads, all in degrees."""
    return {
        "alpha": attitude.alpha,
        "beta": attitude.beta,
        "gamma": attitude.gamma,
        "heading": attitude.heading,
    }
