"""Battery, network type, brightness and vibration of the pretend phone."""

from miniapp_host.api.calls.call import Call, CallError, Errno
from miniapp_host.api.calls.endpoint import Endpoint, Kind, Parameter, SyncEndpoint
from miniapp_host.api.calls.session import Session

FOLLOWS_SYSTEM = -1.0
_USUAL_BRIGHTNESS = 0.5


class Hardware:
    """Facts that never change, and a brightness that is remembered but not shown."""

    def __init__(self) -> None:
        self._brightness = _USUAL_BRIGHTNESS

    def endpoints(self) -> tuple[Endpoint, ...]:
        """The calls with a callback."""
        value = (Parameter("value", Kind.NUMBER),)
        return (
            Endpoint("getBatteryInfo", lambda call: call.ok(battery())),
            Endpoint("getNetworkType", lambda call: call.ok(network())),
            Endpoint("getScreenBrightness", self.tell_brightness),
            Endpoint("setScreenBrightness", self.set_brightness, parameters=value),
            Endpoint("vibrateShort", Call.ok),
            Endpoint("vibrateLong", Call.ok),
            Endpoint("setKeepScreenOn", Call.ok),
        )

    def sync_endpoints(self) -> tuple[SyncEndpoint, ...]:
        """The call that returns its value."""
        return (SyncEndpoint("getBatteryInfoSync", _battery_now),)

    def tell_brightness(self, call: Call) -> None:
        """Answer the brightness, from 0, the darkest, to 1."""
        call.ok({"value": self._brightness})

    def set_brightness(self, call: Call) -> None:
        """Keep a brightness from 0 to 1, or -1 for automatic; raises CallError otherwise."""
        value = call.number("value", FOLLOWS_SYSTEM)
        if value != FOLLOWS_SYSTEM and not 0 <= value <= 1:
            raise CallError("parameter error: value is out of range", Errno.PARAMETER)
        self._brightness = _USUAL_BRIGHTNESS if value == FOLLOWS_SYSTEM else value
        call.ok()


def battery() -> dict[str, object]:
    """A battery nearly full and not charging, as in the status bar."""
    return {"level": 90, "isCharging": False, "isLowPowerModeEnabled": False}


def network() -> dict[str, object]:
    """Always a good Wi-Fi, as in the status bar; so its status never changes."""
    return {"networkType": "wifi", "hasSystemProxy": False, "weakNet": False, "signalStrength": 100}


def _battery_now(_session: Session, _arguments: list[object]) -> object:
    return battery()
