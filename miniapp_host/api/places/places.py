"""Places other than the phone's: wx.openLocation and wx.choosePoi; and degrees for maps."""

from miniapp_host.api.calls.call import Call, CallError, Errno
from miniapp_host.api.calls.endpoint import Endpoint, Kind, Parameter
from miniapp_host.devices.coordinates import gcj02, wgs84
from miniapp_host.devices.location import SimulatedLocation
from miniapp_host.devices.place import Place
from miniapp_host.texts import Text, Texts

_PRECISE_POINT = 2


class Places:
    """Shows the map without the receiver: no call tells where the phone is or needs a scope."""

    def __init__(self, receiver: SimulatedLocation) -> None:
        self._receiver = receiver

    def endpoints(self) -> tuple[Endpoint, ...]:
        """The family's calls."""
        point = (Parameter("latitude", Kind.NUMBER), Parameter("longitude", Kind.NUMBER))
        return (
            Endpoint("openLocation", show, parameters=point),
            Endpoint("choosePoi", self.choose, guarded=True),
        )

    def choose(self, call: Call) -> None:
        """Let the person choose an exact point; there is no list of cities here."""

        def on_chosen(place: Place | None) -> None:
            if place is None:
                call.fail("cancel", Errno.CANCEL)
            else:
                call.ok({"type": _PRECISE_POINT, "city": "", **chosen(place, call.session.texts)})

        call.session.screen.choose_place(self._receiver.place, call.later(on_chosen))


def show(call: Call) -> None:
    """Show the place; raises CallError if it is not on the globe.

    The degrees are GCJ-02; name and address are the program's.
    """
    place = start_place(call, call.shown("name"), call.shown("address"))
    if place is None:
        raise CallError("parameter error: latitude or longitude is out of range", Errno.PARAMETER)
    call.session.screen.show_place(place)
    call.ok()


def start_place(call: Call, name: str = "", address: str = "") -> Place | None:
    """The place that the program gives in GCJ-02 degrees, None if it is not on the globe."""
    latitude, longitude = call.number("latitude", 1000), call.number("longitude", 1000)
    if not (-90 <= latitude <= 90 and -180 <= longitude <= 180):
        return None
    return Place(Text(name, name), Text(address, address), *wgs84(latitude, longitude))


def chosen(place: Place, texts: Texts) -> dict[str, object]:
    """The facts that a program gets of a chosen place; GCJ-02 degrees."""
    point = degrees(place.latitude, place.longitude, "gcj02")
    return {"name": texts.of(place.name), "address": texts.of(place.address), **point}


def degrees(latitude: float, longitude: float, kind: object) -> dict[str, object]:
    """WGS-84 degrees in the program's type; any type but gcj02 counts as wgs84."""
    if kind == "gcj02":
        latitude, longitude = gcj02(latitude, longitude)
    return {"latitude": round(latitude, 6), "longitude": round(longitude, 6)}
