"""Battery, network type, brightness and vibration of the pretend phone."""

from miniapp_host.api.calls.call import Call, CallError, Errno
from miniapp_host.api.calls.endpoint import Endpoint, Kind, Parameter, SyncEndpoint
from miniapp_host.devices.battery import Battery, Charge
from miniapp_host.devices.conditions import Conditions, NetworkConditions

FOLLOWS_SYSTEM = -1.0
_USUAL_BRIGHTNESS = 0.5


class Hardware:
    """Battery and network as they are, and a brightness that is remembered but not shown."""

    def __init__(self, conditions: NetworkConditions, battery: Battery) -> None:
        self._conditions = conditions
        self._battery = battery
        self._brightness = _USUAL_BRIGHTNESS

    def endpoints(self) -> tuple[Endpoint, ...]:
        """The calls with a callback."""
        value = (Parameter("value", Kind.NUMBER),)
        return (
            Endpoint("getBatteryInfo", lambda call: call.ok(self._charge())),
            Endpoint("getNetworkType", self.tell_network),
            Endpoint("getScreenBrightness", self.tell_brightness),
            Endpoint("setScreenBrightness", self.set_brightness, parameters=value),
            Endpoint("vibrateShort", Call.ok),
            Endpoint("vibrateLong", Call.ok),
            Endpoint("setKeepScreenOn", Call.ok),
        )

    def sync_endpoints(self) -> tuple[SyncEndpoint, ...]:
        """The call that returns its value."""
        return (SyncEndpoint("getBatteryInfoSync", lambda _session, _arguments: self._charge()),)

    def tell_network(self, call: Call) -> None:
        """Answer the kind of connection, and how good it is."""
        call.ok(network(self._conditions.present))

    def _charge(self) -> dict[str, object]:
        charge = self._battery.charge
        return {"level": charge.level, "isCharging": charge.charging, **battery_info(charge)}

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


def battery_info(charge: Charge) -> dict[str, object]:
    """What wx.onBatteryInfoChange tells: nothing but whether the phone saves power."""
    return {"isLowPowerModeEnabled": charge.low_power}


def network(conditions: Conditions) -> dict[str, object]:
    """The answer of wx.getNetworkType; a signal without limits is at its strongest."""
    strength = 100 if not conditions.latency_ms else 40 if conditions.weak else 70
    return {
        "networkType": conditions.connection.value,
        "hasSystemProxy": False,
        "weakNet": conditions.weak,
        "signalStrength": strength if conditions.online else 0,
    }


def network_status(conditions: Conditions) -> dict[str, object]:
    """What wx.onNetworkStatusChange tells."""
    return {"isConnected": conditions.online, "networkType": conditions.connection.value}


def network_weakness(conditions: Conditions) -> dict[str, object]:
    """What wx.onNetworkWeakChange tells."""
    return {"weakNet": conditions.weak, "networkType": conditions.connection.value}
