"""A point on the globe with the names that people have for it."""

import math
from dataclasses import dataclass

from miniapp_host.texts import Text


@dataclass(frozen=True)
class Place:
    """A point on the globe, WGS-84 degrees and metres above the sea, and what people call it."""

    name: Text
    address: Text
    latitude: float
    longitude: float
    altitude: float = 0.0


def point_on_map(latitude: float, longitude: float) -> Place:
    """The place of a point that has no other name than its degrees."""
    degrees = f"{latitude:.5f}, {longitude:.5f}"
    return Place(Text("Point on the map", "地图选点"), Text(degrees, degrees), latitude, longitude)


def kept_place(place: Place) -> dict[str, object]:
    """The place as JSON holds it; `restored_place` reads it."""
    return {
        "name": list(place.name),
        "address": list(place.address),
        "latitude": place.latitude,
        "longitude": place.longitude,
        "altitude": place.altitude,
    }


def restored_place(value: object) -> Place | None:
    """What `kept_place` wrote, or None for anything that somebody else wrote there."""
    if not isinstance(value, dict):
        return None
    name, address = _text(value.get("name")), _text(value.get("address"))
    numbers = [value.get(key, 0.0) for key in ("latitude", "longitude", "altitude")]
    if name is None or address is None or not all(_is_number(number) for number in numbers):
        return None
    latitude, longitude, altitude = (float(number) for number in numbers)
    if not on_the_globe(latitude, longitude) or not math.isfinite(altitude):
        return None
    return Place(name, address, latitude, longitude, altitude)


def _text(value: object) -> Text | None:
    match value:
        case [str(en), str(zh)]:
            return Text(en, zh)
        case _:
            return None


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def on_the_globe(latitude: float, longitude: float) -> bool:
    """Whether these are degrees of a point; not a number is none."""
    return -90 <= latitude <= 90 and -180 <= longitude <= 180
