"""Bluetooth: without an adapter until the person switches it on, and never with a device in range.

The adapter is asked for first, which needs the scope; until then, and once that is taken back, the
others fail as not begun.
"""

from collections.abc import Callable

from miniapp_host.api.calls.call import Call, CallError, Errno
from miniapp_host.api.calls.endpoint import Endpoint
from miniapp_host.api.calls.session import Session
from miniapp_host.devices.switches import Switch, Switches
from miniapp_host.permissions.decisions import Change, Decision
from miniapp_host.permissions.store import PermissionStore

BLUETOOTH = "scope.bluetooth"
NOT_INIT, NOT_AVAILABLE, NO_DEVICE, NO_CONNECTION = 10000, 10001, 10002, 10006

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
    """Keeps which programs have opened the adapter, and which of them search."""

    def __init__(self, store: PermissionStore, switches: Switches) -> None:
        self._switches = switches
        self._searching: dict[Session, bool] = {}
        store.watch(self._heed_change)
        switches.watch(self._heed_switch)

    def endpoints(self) -> tuple[Endpoint, ...]:
        """The family's calls."""
        begun: dict[str, Callable[[Call], None]] = {
            "closeBluetoothAdapter": self.close,
            "getBluetoothAdapterState": self.tell_state,
        }
        available: dict[str, Callable[[Call], None]] = {
            "startBluetoothDevicesDiscovery": self.search,
            "stopBluetoothDevicesDiscovery": self.stop_search,
            "getBluetoothDevices": _tell_nobody,
            "getConnectedBluetoothDevices": _tell_nobody,
            **dict.fromkeys(_OF_A_DEVICE, _miss_the_device),
            **dict.fromkeys(_OF_A_CONNECTION, _miss_the_connection),
        }
        return (
            Endpoint("openBluetoothAdapter", self.open, guarded=True),
            Endpoint("createBLEPeripheralServer", _refuse, guarded=True),
            *(Endpoint(name, self._once_begun(run)) for name, run in begun.items()),
            *(
                Endpoint(name, self._once_begun(self._where_available(run)))
                for name, run in available.items()
            ),
        )

    def open(self, call: Call) -> None:
        """Open the adapter; raises CallError while it is off.

        Even then it counts as opened: the program may wait until it is on.
        """
        session = call.session
        if session not in self._searching:
            self._searching[session] = False
            session.when_closed(lambda: self._forget(session))
        self._check_available()
        call.ok()

    def close(self, call: Call) -> None:
        """Close the adapter; the other calls fail until it is opened again."""
        self._forget(call.session)
        call.ok()

    def tell_state(self, call: Call) -> None:
        """Answer whether the adapter is on and searches."""
        call.ok(self._state(call.session))

    def search(self, call: Call) -> None:
        """Begin a search, which never finds a device."""
        self._turn(call, on=True)

    def stop_search(self, call: Call) -> None:
        """End the search."""
        self._turn(call, on=False)

    def _forget(self, session: Session) -> None:
        self._searching.pop(session, None)

    def _turn(self, call: Call, *, on: bool) -> None:
        changed = self._searching[call.session] is not on
        self._searching[call.session] = on
        call.ok({"isDiscovering": on})
        if changed:
            self._tell_change(call.session)

    def _heed_change(self, change: Change) -> None:
        """Close the adapter of a program whose scope was taken back."""
        if change.scope == BLUETOOTH and change.decision is not Decision.GRANTED:
            for session in tuple(self._searching):
                if session.subject == change.subject:
                    self._forget(session)

    def _heed_switch(self, switch: Switch) -> None:
        for session in tuple(self._searching) if switch is Switch.BLUETOOTH else ():
            self._searching[session] = False
            self._tell_change(session)

    def _tell_change(self, session: Session) -> None:
        session.emit("bluetoothAdapterStateChange", self._state(session))

    def _state(self, session: Session) -> dict[str, object]:
        return {"available": self._switches.bluetooth, "discovering": self._searching[session]}

    def _check_available(self) -> None:
        if not self._switches.bluetooth:
            raise CallError(":not available", Errno.BLUETOOTH_NOT_AVAILABLE, NOT_AVAILABLE)

    def _where_available(self, run: Callable[[Call], None]) -> Callable[[Call], None]:
        def checked(call: Call) -> None:
            self._check_available()
            run(call)

        return checked

    def _once_begun(self, run: Callable[[Call], None]) -> Callable[[Call], None]:
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
