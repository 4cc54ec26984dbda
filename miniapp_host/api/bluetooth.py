"""Bluetooth: the phone has no adapter, and says so as the real one does.

The adapter is asked for first, which needs the scope; from then on the others fail differently.
"""

from miniapp_host.api.call import Call, CallError, Errno
from miniapp_host.api.endpoint import Endpoint
from miniapp_host.api.session import Session

BLUETOOTH = "scope.bluetooth"
NOT_INIT, NOT_AVAILABLE = 10000, 10001

_OTHERS = (
    "closeBluetoothAdapter",
    "closeBLEConnection",
    "createBLEConnection",
    "getBLEDeviceCharacteristics",
    "getBLEDeviceRSSI",
    "getBLEDeviceServices",
    "getBLEMTU",
    "getBluetoothAdapterState",
    "getBluetoothDevices",
    "getConnectedBluetoothDevices",
    "isBluetoothDevicePaired",
    "makeBluetoothPair",
    "notifyBLECharacteristicValueChange",
    "readBLECharacteristicValue",
    "setBLEMTU",
    "startBluetoothDevicesDiscovery",
    "stopBluetoothDevicesDiscovery",
    "writeBLECharacteristicValue",
)


class Bluetooth:
    """Knows which programs have asked for the adapter since they were started."""

    def __init__(self) -> None:
        self._asked: set[Session] = set()

    def endpoints(self) -> tuple[Endpoint, ...]:
        """The family's calls."""
        guarded = {"openBluetoothAdapter": self.open, "createBLEPeripheralServer": self.refuse}
        return (
            *(Endpoint(name, run, scope=BLUETOOTH) for name, run in guarded.items()),
            *(Endpoint(name, self.refuse) for name in _OTHERS),
        )

    def open(self, call: Call) -> None:
        """Never succeeds, but counts as tried."""
        session = call.session
        if session not in self._asked:
            self._asked.add(session)
            session.when_closed(lambda: self._asked.discard(session))
        self.refuse(call)

    def refuse(self, call: Call) -> None:
        """Says which of the two is missing: the call before this one, or the adapter."""
        if call.session in self._asked:
            raise CallError(":not available", Errno.BLUETOOTH_NOT_AVAILABLE, NOT_AVAILABLE)
        raise CallError(":not init", Errno.BLUETOOTH_NOT_INIT, NOT_INIT)
