"""Bluetooth: the adapter is on and searches, and nothing is in range.

The adapter is asked for first, which needs the scope; until then the others fail as not begun.
"""

from collections.abc import Callable

from miniapp_host.api.call import Call, CallError, Errno
from miniapp_host.api.endpoint import Endpoint
from miniapp_host.api.session import Session

BLUETOOTH = "scope.bluetooth"
NOT_INIT, NO_DEVICE, NO_CONNECTION = 10000, 10002, 10006

_OF_A_DEVICE = ("createBLEConnection", "makeBluetoothPair", "isBluetoothDevicePaired")
_OF_A_CONNECTION = (
    "closeBLEConnection",
    "getBLEDeviceCharacteristics",
    "getBLEDeviceRSSI",
    "getBLEDeviceServices",
    "getBLEMTU",
    "notifyBLECharacteristicValueChange",
    "readBLECharacteristicValue",
    "setBLEMTU",
    "writeBLECharacteristicValue",
)


class Bluetooth:
    """Knows whose adapter is open, and whether it searches."""

    def __init__(self) -> None:
        self._searching: dict[Session, bool] = {}

    def endpoints(self) -> tuple[Endpoint, ...]:
        """The family's calls."""
        opened: dict[str, Callable[[Call], None]] = {
            "closeBluetoothAdapter": self.close,
            "getBluetoothAdapterState": self.tell_state,
            "startBluetoothDevicesDiscovery": self.search,
            "stopBluetoothDevicesDiscovery": self.rest,
            "getBluetoothDevices": _tell_nobody,
            "getConnectedBluetoothDevices": _tell_nobody,
            **dict.fromkeys(_OF_A_DEVICE, _miss_the_device),
            **dict.fromkeys(_OF_A_CONNECTION, _miss_the_connection),
        }
        return (
            Endpoint("openBluetoothAdapter", self.open, scope=BLUETOOTH),
            Endpoint("createBLEPeripheralServer", _refuse, scope=BLUETOOTH),
            *(Endpoint(name, self._once_open(run)) for name, run in opened.items()),
        )

    def open(self, call: Call) -> None:
        """Twice is as good as once."""
        session = call.session
        if session not in self._searching:
            self._searching[session] = False
            session.when_closed(lambda: self._forget(session))
        call.ok()

    def close(self, call: Call) -> None:
        """From here on it has to be opened again."""
        self._forget(call.session)
        call.ok()

    def tell_state(self, call: Call) -> None:
        """Whether it is there, and searches."""
        call.ok({"available": True, "discovering": self._searching[call.session]})

    def search(self, call: Call) -> None:
        """Begins to look, in vain."""
        self._turn(call, on=True)

    def rest(self, call: Call) -> None:
        """Looks no more."""
        self._turn(call, on=False)

    def _forget(self, session: Session) -> None:
        self._searching.pop(session, None)

    def _turn(self, call: Call, *, on: bool) -> None:
        changed = self._searching[call.session] is not on
        self._searching[call.session] = on
        call.ok({"isDiscovering": on})
        if changed:
            state = {"available": True, "discovering": on}
            call.session.emit("bluetoothAdapterStateChange", state)

    def _once_open(self, run: Callable[[Call], None]) -> Callable[[Call], None]:
        def checked(call: Call) -> None:
            if call.session not in self._searching:
                raise CallError(":not init", Errno.BLUETOOTH_NOT_INIT, NOT_INIT)
            run(call)

        return checked


def _tell_nobody(call: Call) -> None:
    call.ok({"devices": []})


def _miss_the_device(_: Call) -> None:
    raise CallError(":no device", err_code=NO_DEVICE)


def _miss_the_connection(_: Call) -> None:
    raise CallError(":no connection", err_code=NO_CONNECTION)


def _refuse(_: Call) -> None:
    raise CallError("not supported", Errno.NOT_SUPPORTED)
